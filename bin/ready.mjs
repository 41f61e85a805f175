// Does what a fresh clone needs before anything else: installs when the lock file is newer than what is installed, and
// with --web builds the web client when its sources changed. Runs on the host's Node, so plain JavaScript.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const stamp = 'node_modules/.countersign-installed'
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.error('Installing what the lock file names …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Not `npm ci`: it refuses a lock file that was written where the registry lacks packages for other platforms, which are
  // optional. This installs what is locked just the same, and changes neither package.json nor the lock file.
  const done = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (done.status !== 0) {
    console.error('npm install did not succeed; see its message above.')
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}

if (process.argv.includes('--web')) {
  const files = ['src/web', 'src/contract', 'src/domain', 'src/policy']
    .flatMap(filesUnder)
    .concat('vite.config.ts', 'package-lock.json')
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(file))
  const digest = hash.digest('hex')
  const built = 'dist/web/.built-from'
  if (!existsSync(built) || readFileSync(built, 'utf8') !== digest) {
    console.error('Building the web client …')
    execFileSync(
      path.join('node_modules', '.bin', 'node'),
      ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
      { stdio: ['ignore', 'inherit', 'inherit'] },
    )
    mkdirSync('dist/web', { recursive: true })
    writeFileSync(built, digest)
  }
}

function filesUnder(dir) {
  if (!existsSync(dir)) return []
  return readdirSync(dir).flatMap(name => {
    const file = path.join(dir, name)
    return statSync(file).isDirectory() ? filesUnder(file) : /\.(test\.tsx?|sql)$/.test(name) ? [] : [file]
  })
}
