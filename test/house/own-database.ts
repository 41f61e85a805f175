import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { ensureDatabase } from '#platform/db/server.ts'

/** A clone of the migrated template for one test file, as its owner, without a web server. */
export function ownDatabase(): { client: pg.Client; url: string } {
  const own = {} as { client: pg.Client; url: string }
  beforeAll(async () => {
    const name = `h_${randomBytes(4).toString('hex')}_${inject('template').split('_')[1]}`
    own.url = await ensureDatabase(inject('serverUrl'), name, inject('template'))
    own.client = new pg.Client({ connectionString: own.url })
    await own.client.connect()
  })
  afterAll(() => own.client?.end())
  return own
}
