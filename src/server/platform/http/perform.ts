import type { z } from 'zod'
import type { NewEvent } from '#domain/events.ts'
import type { Role } from '#domain/people/roles.ts'
import { type Actor, anyone } from '#policy/verdict.ts'
import { appendEvent } from '#server/audit/append.ts'
import { now } from '../clock.ts'
import { inTransaction } from '../db/pool.ts'
import type { Db } from '../db/query.ts'
import type { Services } from '../services.ts'
import type { Action } from './action.ts'
import { type Fault, Forbidden, InvalidInput, NotFound, NotSignedIn } from './problems.ts'

export type Call = {
  params: Record<string, string>
  query: unknown
  body: unknown
  sessionToken: string | null
  headers: Record<string, string | string[] | undefined>
  ip: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Runs one action for one call, in one transaction: the only way into the house, for web, jobs and command line alike. */
export async function perform(
  action: Action,
  call: Call,
  services: Services,
): Promise<{ answer: unknown; statements: number }> {
  for (const [name, value] of Object.entries(call.params))
    if (name.endsWith('Id') && !uuid.test(value)) throw new NotFound()
  const open = action.may === (anyone as unknown)
  if (!open && !call.sessionToken) throw new NotSignedIn()
  const at = now().toISOString()
  const afterCommit: (() => void | Promise<void>)[] = []
  const answered = await inTransaction(services.pool, async db => {
    const actor = call.sessionToken ? await enter(db, call.sessionToken, call.params.centreId ?? null, at) : null
    if (!actor && !open) throw new NotSignedIn()
    if (call.params.centreId && !open && !actor?.centreId) throw new NotFound()
    const answer = await runWords(action, { db, actor, at, call, services, afterCommit: w => afterCommit.push(w) })
    return { answer, statements: db.statements }
  })
  for (const work of afterCommit) await work()
  return answered
}

export type Prepared = {
  db: Db
  actor: Actor | null
  at: string
  call: Call
  services: Services
  afterCommit: (work: () => void | Promise<void>) => void
}

/** The four words in their order, inside a transaction that somebody has already opened and entered. */
export async function runWords(
  action: Action,
  { db, actor, at, call, services, afterCommit }: Prepared,
): Promise<unknown> {
  const context = {
    db,
    actor,
    now: at,
    params: call.params,
    query: action.input.query ? checkedInput(action.input.query, call.query ?? {}, 'query') : undefined,
    services,
    record: (event: NewEvent) => appendEvent(db, actor, at, event),
    request: { headers: call.headers, ip: call.ip, sessionToken: call.sessionToken },
    afterCommit,
  }
  const loaded = await action.load(context as never)
  const verdict = action.may(actor as never, loaded as never, context as never)
  if (!verdict.allowed) throw new Forbidden(verdict.reason, verdict.details)
  const body = action.input.body ? checkedInput(action.input.body, call.body, '') : undefined
  return await action.run({ ...context, loaded, body } as never)
}

async function enter(db: Db, token: string, centreId: string | null, at: string): Promise<Actor | null> {
  db.statements++
  const { rows } = await db.client.query({
    name: 'enter',
    text: 'select * from identity.enter($1, $2, $3)',
    values: [token, centreId, at],
  })
  const row = rows[0]
  if (!row) return null
  return {
    personId: row.person_id,
    name: row.name,
    email: row.email,
    sessionId: row.session_id,
    centreId: row.centre_id,
    centreName: row.centre_name,
    roles: (row.roles ?? []) as Role[],
  }
}

/** PostgreSQL keeps no zero character: it is named as a fault at its field, not found out by the statement that fails. */
function unkeepable(value: unknown, path: string[]): Fault[] {
  if (typeof value === 'string')
    return value.includes('\0')
      ? [{ path: path.join('.'), message: 'This holds a character that cannot be kept; type it again' }]
      : []
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return []
  return Object.entries(value).flatMap(([key, v]) => unkeepable(v, [...path, key]))
}

/** As JSON writes a zero. Most input has none, and this finds it out many times faster than looking into each field. */
const holdsZero = (value: unknown): boolean =>
  !(value instanceof Uint8Array) && (JSON.stringify(value)?.includes('\\u0000') ?? false)

/** What came in, as its schema has it; otherwise every fault at once. */
export function checkedInput(schema: z.ZodType, value: unknown, prefix: string): unknown {
  const zeros = holdsZero(value) ? unkeepable(value, prefix ? [prefix] : []) : []
  if (zeros.length > 0) throw new InvalidInput(zeros)
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const faults: Fault[] = parsed.error.issues.map(i => ({
    path: [prefix, ...i.path.map(String)].filter(Boolean).join('.'),
    message: i.message,
  }))
  throw new InvalidInput(faults)
}

export type AsPerson = {
  personId: string
  centreId: string
  at: string
  params?: Record<string, string>
  query?: unknown
  body?: unknown
}

/**
 * The same action for a job, an import or the sample centre's story: no session, but a person who holds roles in the
 * centre, the application's role and its row-level security, and a moment that may lie in the past. `db` is a
 * transaction of the owner, so that many actions can stand or fall together.
 */
export async function performAs(db: Db, action: Action, who: AsPerson, services: Services): Promise<unknown> {
  const { rows } = await db.client.query(
    `select p.name, a.email::text, c.name as centre_name, array_agg(g.role::text order by g.role) as roles,
            set_config('countersign.centre', $2::text, true), set_config('countersign.person', $1::text, true)
       from identity.people p join role_grants g on g.person_id = p.id and g.centre_id = $2::uuid and g.ended_at is null join centres c on c.id = g.centre_id
       join addresses a on a.centre_id = g.centre_id and a.person_id = p.id
      where p.id = $1::uuid group by p.id, c.id, a.email`,
    [who.personId, who.centreId],
  )
  if (!rows[0]) throw new NotFound()
  const { name, email, centre_name: centreName, roles } = rows[0]
  const actor: Actor = { personId: who.personId, name, email, sessionId: '', centreId: who.centreId, centreName, roles }
  const call = {
    params: { centreId: who.centreId, ...who.params },
    query: who.query,
    body: who.body,
    sessionToken: null,
    headers: {},
    ip: '',
  }
  await db.client.query(`set local role ${db.client.escapeIdentifier(services.appRole)}`)
  const answer = await runWords(action, { db, actor, at: who.at, call, services, afterCommit: () => {} })
  await db.client.query('reset role')
  return answer
}
