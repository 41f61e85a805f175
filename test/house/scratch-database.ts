import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { ensureDatabase, startEmbedded } from '#platform/db/server.ts'

const dataDir = path.join(fileURLToPath(new URL('../../', import.meta.url)), '.data', 'test')

/** A real PostgreSQL for tests: the embedded one with its own data directory, or DATABASE_URL's server. */
export async function testServer() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: async () => {} }
  return await startEmbedded(dataDir, { durable: false })
}

/** A freshly migrated database that exists for the length of `work`. */
export async function withScratchDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const server = await testServer()
  const name = `scratch_${process.pid}`
  const url = await ensureDatabase(server.url, name)
  try {
    await migrate(url, 'a secret for tests, never used elsewhere', 'scratch')
    return await work(url)
  } finally {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(`drop database if exists "${name}" with (force)`)
    await client.end()
    await server.stop()
  }
}
