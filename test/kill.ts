import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, inject } from 'vitest'
import { makePool } from '#platform/db/pool.ts'
import { ensureDatabase } from '#platform/db/server.ts'
import { testSecret } from './secret.ts'
import { type TestServer, verbs } from './server.ts'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

export type KillableServer = TestServer & {
  /** `kill -9`: no farewell, nothing finished, nothing flushed. */
  kill: () => Promise<void>
  /** A new process at the same address, on the same database and files. */
  start: () => Promise<void>
  dataDir: string
}

/**
 * A server as a process of its own, to be killed in the middle of something and started again. Speaks like `testServer()`;
 * of its services only the owner's pool and the configuration are here, the rest being in the other process.
 */
export function killableServer(): KillableServer {
  const server = {} as KillableServer
  let child: ChildProcess | null = null
  let port = 0
  let databaseUrl = ''

  const start = async () => {
    const environment = { DATA_DIR: server.dataDir, DATABASE_URL: databaseUrl, SECRET: testSecret, PORT: `${port}` }
    child = spawn(process.execPath, [main, 'serve'], {
      env: { PATH: process.env.PATH, LOG_LEVEL: 'error', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    server.address = await addressOf(child)
    port = Number(new URL(server.address).port)
  }
  const kill = async () => {
    const dying = child
    child = null
    if (!dying || dying.exitCode !== null) return
    const gone = new Promise(resolve => dying.once('close', resolve))
    dying.kill('SIGKILL')
    await gone
  }

  beforeAll(async () => {
    const name = `kill_${randomBytes(3).toString('hex')}_${inject('template').split('_')[1]}`
    databaseUrl = await ensureDatabase(inject('serverUrl'), name, inject('template'))
    server.dataDir = await mkdtemp(path.join(os.tmpdir(), 'countersign-kill-'))
    await start()
    const services = {
      ownerPool: makePool(databaseUrl, 4),
      config: { secret: testSecret, dataDir: server.dataDir },
    } as TestServer['services']
    Object.assign(server, { services, start, kill }, verbs(server.address, services))
  })
  afterAll(async () => {
    await kill()
    await server.services?.ownerPool.end()
    await rm(server.dataDir, { recursive: true, force: true })
  })
  return server
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return await new Promise((resolve, reject) => {
    child.stdout?.on('data', chunk => {
      said += chunk
      const address = /ready at (http\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.once('close', () => reject(new Error(`The server ended before it was ready: ${said}`)))
  })
}
