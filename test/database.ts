import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/db/migrate.ts'
import { ensureDatabase } from '#platform/db/server.ts'
import { testServer } from './house/scratch-database.ts'
import { testSecret } from './secret.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

/** Once per run: a real PostgreSQL and a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer()
  const template = `template_${process.pid}`
  await migrate(await ensureDatabase(server.url, template), testSecret, 'tests')
  project.provide('serverUrl', server.url)
  project.provide('template', template)
  return async () => {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    const { rows } = await client.query(`select datname from pg_database where datname like $1`, [
      `%\\_${process.pid}%`,
    ])
    for (const { datname } of rows) await client.query(`drop database if exists "${datname}" with (force)`)
    await client.end()
    await server.stop()
  }
}
