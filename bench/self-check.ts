import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { onConnection } from '#platform/db/query.ts'
import { updateProgress } from '#server/progress/update.ts'
import type { Centre } from './generator.ts'
import type { Made } from './portfolio.ts'

/** What the generator wrote as progress must be what the code computes from claims and decisions; on a sample. */
export async function checkProgress(ownerUrl: string, centre: Centre, sample: Made[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const made of sample) {
      await client.query('begin')
      await client.query(`select set_config('countersign.centre', $1, true)`, [centre.centreId])
      const written = await progressOf(client, made.registrationId)
      const { rows } = await client.query('select id from criteria where centre_id = $1', [centre.centreId])
      const criteria = rows.map(r => ({ registrationId: made.registrationId, criterionId: r.id as string }))
      await forgetProgress(client, made.registrationId)
      await updateProgress(onConnection(client), criteria, made.lastActivity)
      const computed = await progressOf(client, made.registrationId)
      await client.query('rollback')
      if (!isDeepStrictEqual(written, computed))
        throw new Error(`The generator's progress of registration ${made.registrationId} is not what the code computes`)
    }
  } finally {
    await client.end()
  }
}

async function forgetProgress(client: pg.Client, registrationId: string): Promise<void> {
  await client.query('delete from criterion_progress where registration_id = $1', [registrationId])
  await client.query('delete from waiting_evidence where registration_id = $1', [registrationId])
  await client.query(
    'update registration_progress set claimed = 0, provisional = 0, confirmed = 0, returned = 0 where registration_id = $1',
    [registrationId],
  )
}

async function progressOf(client: pg.Client, registrationId: string): Promise<unknown> {
  const standings = await client.query(
    `select * from criterion_progress where registration_id = $1 and state <> 'none' order by criterion_id`,
    [registrationId],
  )
  const totals = await client.query('select * from registration_progress where registration_id = $1', [registrationId])
  const waiting = await client.query('select * from waiting_evidence where registration_id = $1 order by evidence_id', [
    registrationId,
  ])
  return { standings: standings.rows, totals: totals.rows, waiting: waiting.rows }
}
