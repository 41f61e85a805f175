import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Role } from '#domain/people/roles.ts'
import { Refusal } from '#domain/refusal.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { onConnection } from '#platform/db/query.ts'
import { hashPassword } from '#platform/sessions/auth.ts'
import { declareAuthority } from '#server/competence/declaring.ts'

export type Founder = { name: string; email: string; password: string }

/** Makes the first centre with its first administrator, as the owner of the tables: there is nobody yet who could. */
export async function foundFirstCentre(
  ownerPool: pg.Pool,
  centre: { name: string; number: string | null },
  founder: Founder,
  at: string,
): Promise<string> {
  const passwordHash = await hashPassword(founder.password)
  return await inTransaction(ownerPool, async ({ client }) => {
    // Two browsers may both see the first-run page: the second waits here and then finds a centre.
    await client.query(`select pg_advisory_xact_lock(hashtext('countersign-first-run'))`)
    const { rows } = await client.query('select identity.is_empty() as empty')
    if (!rows[0].empty) throw new Refusal('centres/not-empty')
    const personId = await insertPerson(client, { ...founder, passwordHash }, at)
    return await insertCentre(client, centre, personId, at)
  })
}

export async function insertCentre(
  client: pg.ClientBase,
  centre: { name: string; number: string | null },
  administratorId: string,
  at: string,
): Promise<string> {
  const centreId = randomUUID()
  await client.query(`select set_config('countersign.centre', $1, true)`, [centreId])
  await client.query('insert into centres (id, name, number, created_at) values ($1, $2, $3, $4)', [
    centreId,
    centre.name,
    centre.number,
    at,
  ])
  await insertRole(client, centreId, administratorId, 'centre-administrator', at)
  await client.query(
    `insert into events (centre_id, at, actor_id, actor_role, type, subject_id, body) values ($1, $2, $3, 'centre-administrator', 'centre-created', $1, $4)`,
    [centreId, at, administratorId, JSON.stringify(centre)],
  )
  return centreId
}

/** Adds a person with a password, or without one: then an invitation has to follow. */
export async function insertPerson(
  client: pg.ClientBase,
  person: { name: string; email: string; passwordHash: string | null },
  at: string,
): Promise<string> {
  const { rows } = await client.query(
    `insert into identity.people (name, email, email_verified, created_at, updated_at) values ($1, lower($2), false, $3, $3) returning id`,
    [person.name, person.email, at],
  )
  const id = rows[0].id as string
  await client.query(
    `insert into identity.accounts (person_id, account_id, provider_id, password, created_at, updated_at) values ($1::uuid, $1::text, 'credential', $2, $3, $3)`,
    [id, person.passwordHash, at],
  )
  return id
}

/** Gives a role to an account as the person that it is in this centre; nobody has to prove what the owner of the tables says. */
export async function insertRole(
  client: pg.ClientBase,
  centreId: string,
  personId: string,
  role: Role,
  at: string,
  /** From when the person is entitled by what is declared with the role. */
  since?: string,
): Promise<void> {
  await client.query('select identity.settle($1, $2, $3)', [centreId, personId, at])
  await client.query(
    'insert into role_grants (centre_id, person_id, role, granted_at, granted_by) values ($1, $2, $3, $4, $2)',
    [centreId, personId, role, at],
  )
  await client.query(`select set_config('countersign.centre', $1, true)`, [centreId])
  await declareAuthority(onConnection(client), { by: null, at, since }, [{ personId, role }])
}
