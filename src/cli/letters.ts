import pg from 'pg'
import { readConfig } from '#platform/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { ensureDatabase, startEmbedded } from '#platform/db/server.ts'

/**
 * Prints the letters that wait for an address, newest first. Without a mail server this is the only way to a letter that
 * sets a new password for an account which several centres know. That it was done is recorded.
 */
export async function lettersCommand([address]: string[]): Promise<number> {
  if (!address) {
    console.error('Say whose letters: countersign letters ADDRESS')
    return 2
  }
  const config = readConfig()
  const database = config.databaseUrl ? null : await startEmbedded(config.dataDir)
  const url = config.databaseUrl ?? (await ensureDatabase((database as { url: string }).url, 'countersign'))
  await migrate(url, config.secret)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const letters = await openLetters(client, address)
    if (letters.length === 0) console.error(`No letter waits for ${address}.`)
    for (const l of letters)
      console.log(`${l.written_at.toISOString()}  ${l.subject}\n\n${l.body}\n\n${'-'.repeat(60)}\n`)
    return letters.length === 0 ? 1 : 0
  } finally {
    await client.end()
    await database?.stop()
  }
}

type Waiting = { id: string; written_at: Date; subject: string; body: string }

/** The letters with their events: in the centre that wrote it, or, for a password, in every centre that the account has joined. */
export async function openLetters(client: pg.ClientBase, address: string): Promise<Waiting[]> {
  const { rows } = await client.query<Waiting>(
    `with opened as (
       select l.* from letters l where l.recipient = $1 and l.sent_at is null order by l.written_at desc limit 20),
     told as (
       insert into events (centre_id, at, actor_role, type, subject_id, body)
       select t.centre_id, now(), 'system', 'letter-opened', t.person_id,
              jsonb_build_object('letterId', o.id, 'personId', t.person_id, 'kind', o.kind)
         from opened o
         cross join lateral (
           select o.centre_id, o.person_id where o.centre_id is not null
           union all
           select e.centre_id, e.person_id from identity.entries e
            where o.centre_id is null and e.account_id = o.person_id and e.ended_at is null) t)
     select id, written_at, subject, body from opened order by written_at desc`,
    [address],
  )
  return rows
}
