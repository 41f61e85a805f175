import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readConfig } from '#platform/config.ts'
import { ensureDatabase, startEmbedded } from '#platform/db/server.ts'
import type { Services } from '#platform/services.ts'
import { type AppOptions, makeApp } from '#server/app.ts'
import { makeServices } from '#server/main.ts'
import { testSecret } from './secret.ts'
import { type TestServer, verbs } from './server.ts'

/** A PostgreSQL of a test's own, durable, that may be killed and filled up; and the server on it. */
export type OwnPostgres = TestServer & {
  services: Services
  dataDir: string
  /** A signal to the postmaster: `SIGQUIT` is what `pg_ctl stop -m immediate` sends. Until it is gone. */
  end: (signal: 'SIGQUIT' | 'SIGKILL') => Promise<void>
  /** On the same data and at the same port. */
  start: () => Promise<void>
  close: () => Promise<void>
}

export async function ownPostgres(options: { dataDir?: string; app?: AppOptions; reserve?: number } = {}) {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'countersign-own-'))
  const database = await startEmbedded(dataDir)
  const port = Number(new URL(database.url).port)
  const ownerUrl = await ensureDatabase(database.url, 'countersign')
  const environment = { DATA_DIR: dataDir, LOG_LEVEL: 'silent', SECRET: testSecret, PORT: '0', DATABASE_URL: ownerUrl }
  const config = readConfig(environment)
  const { services, close } = await makeServices(config, ownerUrl, undefined, options.reserve)
  const app = await makeApp(services, options.app)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  config.baseUrl = address
  const pid = () => {
    const wanted = path.join(dataDir, 'postgres')
    const sign = `${wanted}-is-at`
    const file = path.join(existsSync(sign) ? readlinkSync(sign) : wanted, 'postmaster.pid')
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null
  }
  const lives = (id: number) => {
    try {
      process.kill(id, 0)
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'))
    } catch {
      return false
    }
  }
  const server: OwnPostgres = {
    address,
    services,
    dataDir,
    ...verbs(address, services),
    end: async signal => {
      const id = pid()
      if (!id) return
      if (lives(id)) process.kill(id, signal)
      while (lives(id)) await wait(50)
      // Its children notice a moment later, and the memory that they share goes with the last of them.
      await wait(500)
    },
    start: async () => void (await startEmbedded(dataDir, { port })),
    close: async () => {
      await app.close()
      await close()
      await database.stop()
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return server
}

/** A disk of so many megabytes; null where this machine gives none. */
export function smallDisk(megabytes: number): { dir: string; remove: () => void } | null {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'countersign-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', dir], { stdio: 'ignore' })
  } catch {
    rmSync(dir, { recursive: true })
    return null
  }
  mkdirSync(path.join(dir, 'data'))
  return {
    dir: path.join(dir, 'data'),
    remove: () => {
      execFileSync('umount', ['-l', dir])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
