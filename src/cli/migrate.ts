import { readConfig } from '#platform/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { ensureDatabase, startEmbedded } from '#platform/db/server.ts'

/** Brings the schema up to date and says what was applied; run it once before many web processes start. */
export async function migrateCommand(): Promise<number> {
  const config = readConfig()
  const database = config.databaseUrl ? null : await startEmbedded(config.dataDir)
  const url = config.databaseUrl ?? (await ensureDatabase((database as { url: string }).url, 'countersign'))
  const { applied } = await migrate(url, config.secret)
  console.log(applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}`)
  await database?.stop()
  return 0
}
