/**
 * `npm test`: every check of the house, the same here and in CI. `--fast` leaves out what needs a database or a browser.
 * Its last line is the truth about the whole: `N passed, N failed`, each test and each named check counted once.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { neverAnswered } from '#test/answered.ts'
import { sources } from '#test/house/text/sources.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const fast = process.argv.includes('--fast')
const report = path.join(root, '.data', 'check', 'tests.json')
const answered = path.join(root, '.data', 'check', 'answered')

type Ended = { code: number; output: string; seconds: number }

function run(command: string, args: string[], shown = false): Promise<Ended> {
  const started = performance.now()
  const binary = path.join(root, 'node_modules', '.bin', command)
  return new Promise(resolve => {
    const child = spawn(command === 'npm' ? 'npm' : binary, args, {
      cwd: root,
      env: { ...process.env, CHECK_ANSWERED: answered },
      stdio: shown ? ['ignore', 1, 1] : 'pipe',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (output += chunk))
    const end = (code: number) => resolve({ code, output, seconds: (performance.now() - started) / 1000 })
    child.on('error', error => {
      output += error.message
      end(1)
    })
    child.on('close', code => end(code ?? 1))
  })
}

let passed = 0
let failed = 0

function say(name: string, ok: boolean, seconds: number, output = ''): void {
  if (ok) passed++
  else failed++
  console.log(`${ok ? 'ok     ' : 'FAILED '} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok && output.trim()) console.log(output.trim().replace(/^/gm, '    '))
}

async function check(name: string, command: string, ...args: string[]): Promise<void> {
  const { code, output, seconds } = await run(command, args)
  say(name, code === 0, seconds, output)
}

/** What is known to be vulnerable in what we ship; told, not judged, because the registry need not be reachable. */
async function auditOfDependencies(): Promise<string> {
  const { output } = await run('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=15000'])
  try {
    const { vulnerabilities } = JSON.parse(output).metadata
    const told = Object.entries(vulnerabilities).filter(([kind, n]) => kind !== 'total' && n !== 0)
    return told.length > 0 ? `known vulnerabilities: ${told.map(([k, n]) => `${n} ${k}`).join(', ')}` : 'nothing known'
  } catch {
    return 'not asked, the registry did not answer'
  }
}

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; title: string }[]
  }[]
}

async function tests(...args: string[]): Promise<void> {
  mkdirSync(path.dirname(report), { recursive: true })
  rmSync(report, { force: true })
  rmSync(answered, { recursive: true, force: true })
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, '--silent=passed-only']
  const { code, seconds } = await run('vitest', ['run', ...reporters, ...args], true)
  let read: Report
  try {
    read = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return say('tests: no test was run', false, seconds)
  }
  passed += read.numPassedTests
  failed += read.numFailedTests
  // A file that does not load has no failing test in it, and an error outside any test belongs to none.
  const unloaded = read.testResults.filter(
    f => f.status === 'failed' && f.assertionResults.every(t => t.status !== 'failed'),
  )
  for (const f of unloaded) say(`${path.relative(root, f.name)} as a whole`, false, 0)
  if (read.numPassedTests + read.numFailedTests === 0) say('tests: no test was run', false, seconds)
  else if (code !== 0 && read.numFailedTests === 0 && unloaded.length === 0)
    say('tests: an error outside any test', false, seconds)
  for (const f of read.testResults) {
    const skipped = f.assertionResults.filter(t => ['skipped', 'pending', 'todo'].includes(t.status))
    if (skipped.length > 0) console.log(`skipped ${skipped.length} in ${path.relative(root, f.name)}`)
  }
}

/** A test that is only refused proves little: each endpoint has to answer with success somewhere. */
function everyRouteAnswered(): void {
  const openApi = JSON.parse(readFileSync(path.join(root, 'docs/generated/openapi.json'), 'utf8'))
  const never = existsSync(answered) ? neverAnswered(answered, openApi) : ['none at all']
  say('every route answers with success in some test', never.length === 0, 0, never.join('\n'))
}

/** A size is a question, never a reason to cut one thought in two. */
function askAboutSizes(): void {
  const lines = sources('src/**/*.{ts,tsx}')
    .filter(f => !/queries\.ts$|\.test\.tsx?$/.test(f.path))
    .map(f => ({ path: f.path, lines: f.text.split('\n').length - 1 }))
  const median = lines.map(f => f.lines).sort((a, b) => a - b)[lines.length >> 1]
  const long = lines.filter(f => f.lines > 200).sort((a, b) => b.lines - a.lines)
  console.log(
    `sizes   median file ${median} lines${long.length > 0 ? '; is this two things? ' : ''}${long.map(f => `${f.path} ${f.lines}`).join(', ')}`,
  )
}

const audit = fast ? null : auditOfDependencies()
await Promise.all([
  check('format and lint', 'biome', 'check', '--error-on-warnings', '--reporter=summary', '.'),
  check('types', 'tsc', '--noEmit', '-p', '.'),
  check('unused files, exports and packages', 'knip', '--no-progress'),
])
await tests(...(fast ? ['--project=pure'] : []))
if (!fast) everyRouteAnswered()
askAboutSizes()
if (audit) console.log(`audit   ${await audit}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
