import type { z } from 'zod'
import type { NewEvent } from '#domain/events.ts'
import type { Role } from '#domain/people/roles.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Actor, anyone } from '#policy/verdict.ts'
import { appendEvent } from '#server/audit/append.ts'
import { isIdTaken, once } from '#server/audit/repeats.ts'
import { now } from '../clock.ts'
import { mayTryAgain } from '../db/outage.ts'
import { inTransaction } from '../db/pool.ts'
import { type Db, type Sent, withoutWaiting } from '../db/query.ts'
import type { Services } from '../services.ts'
import type { Action } from './action.ts'
import { Incoming } from './body.ts'
import { unkeepable } from './keepable.ts'
import { type Fault, Forbidden, InvalidInput, NotFound, NotSignedIn } from './problems.ts'

export type Call = {
  params: Record<string, string>
  query: unknown
  /** The body, or one that is still to be taken from the network. */
  body: unknown
  sessionToken: string | null
  headers: Record<string, string | string[] | undefined>
  ip: string
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Runs one action for one call: the only way into the house, for web, jobs and command line alike. One transaction, or two
 * where the action reads something slow or a large body is still to come: neither may hold a connection meanwhile.
 */
export async function perform(
  action: Action,
  call: Call,
  services: Services,
): Promise<{ answer: unknown; statements: number }> {
  for (const [name, value] of Object.entries(call.params))
    if ((name.endsWith('Id') && !uuid.test(value)) || unkeepable(value).length > 0) throw new NotFound()
  if (action.may !== (anyone as unknown) && !call.sessionToken) throw new NotSignedIn()
  const afterCommit: (() => void | Promise<void>)[] = []
  const entering = { action, call, services, afterCommit }
  const incoming = call.body instanceof Incoming ? call.body : null
  let statements = 0
  const phase = async (work: (prepared: Prepared) => Promise<unknown>) => {
    const begun = afterCommit.length
    const done = await entered(entering, work).catch(error => {
      if (!mayTryAgain(error)) throw error
      afterCommit.length = begun
      return entered(entering, work)
    })
    statements += done.statements
    return done.answer
  }
  let answer: unknown
  if (action.read || incoming?.large) {
    const { context, loaded } = (await phase(prepared => permitted(action, prepared))) as Permitted
    const body = bodyOf(action, incoming ? await incoming.take(context.actor?.personId ?? call.ip) : call.body)
    const read = await outside(action, context, loaded, body)
    answer = await phase(async prepared => {
      const { context, loaded } = await permitted(action, prepared)
      return await ran(action, { ...context, loaded, body, ...read })
    })
  } else {
    const body = incoming ? await incoming.take(call.ip) : call.body
    answer = await phase(prepared => runWords(action, { ...prepared, call: { ...call, body } }))
  }
  for (const work of afterCommit) await work()
  return { answer, statements }
}

type Entering = {
  action: Action
  call: Call
  services: Services
  afterCommit: (() => void | Promise<void>)[]
}

/** One transaction of whoever calls, at the moment at which it begins. */
async function entered(
  { action, call, services, afterCommit }: Entering,
  work: (prepared: Prepared) => Promise<unknown>,
): Promise<{ answer: unknown; statements: number }> {
  const { sessionToken } = call
  const centreId = call.params.centreId ?? null
  const open = action.may === (anyone as unknown)
  let who: Actor | null = null
  const enterNow = async (db: Db, at: string): Promise<Actor | null> => {
    const actor = sessionToken ? await enter(db, sessionToken, centreId, at) : null
    who = actor
    if (!actor && !open) throw new NotSignedIn()
    if (centreId && !open && !actor?.centreId) throw new NotFound()
    return actor
  }
  return await inTransaction(services.pool, async db => {
    // Nobody from elsewhere makes the centre wait.
    if (action.endsAuthority) await enterNow(db, now().toISOString())
    await takeTurn(db, action, centreId, sessionToken)
    const at = now().toISOString()
    const actor = await enterNow(db, at)
    const answer = await work({ db, actor, at, call, services, afterCommit: w => afterCommit.push(w) })
    return { answer, statements: db.statements }
  }).catch(error => {
    if (who) noteRefusal(error, who, action, call, services)
    throw action.input.repeatedBy && isIdTaken(error) ? new Refusal('platform/request-already-used') : error
  })
}

/** What is refused to whoever is signed in is on record for the centre's administrators, without what they asked for. */
function noteRefusal(error: unknown, actor: Actor, { key }: Action, { params }: Call, { refusals }: Services): void {
  const kind = error instanceof Forbidden ? 'forbidden' : error instanceof NotFound ? 'not-found' : null
  if (!kind) return
  const { personId, centreId } = actor
  refusals.note({ kind, route: key, personId, centreId: params.centreId ?? null, entered: centreId !== null })
}

/**
 * Whoever ends a role, a place or an entitlement does it while no change of the centre is under way, and changes that come
 * meanwhile wait and see it ended. Changes do not wait for each other, and reading waits for nothing. Nor does a session end
 * while a change is under way that it asked for.
 */
async function takeTurn(
  db: Db,
  { key, endsAuthority }: Pick<Action, 'key' | 'endsAuthority'>,
  centreId: string | null,
  sessionToken: string | null,
): Promise<void> {
  if (key.startsWith('GET ') || !(centreId || sessionToken)) return
  db.statements++
  const values = [centreId, sessionToken]
  // Waited for, because the moment of what ends is read off the clock after it.
  if (endsAuthority) await db.client.query({ name: 'turn_alone', text: turn('pg_advisory_xact_lock'), values })
  // Travels with the statement that enters: that one sees what was ended before it got its turn.
  else {
    const shared = { name: 'turn', text: turn('pg_advisory_xact_lock_shared'), values }
    withoutWaiting(db, [db.client.query(shared) as Sent<unknown>])
  }
}

/** Without a centre there is no lock to wait for, and without a session none to hold. */
const turn = (lock: string) => `
  select case when $1::text is not null then ${lock}(hashtext('countersign authority'), hashtext($1)) end,
         case when $2::text is not null then identity.hold_session($2) end`

type Prepared = {
  db: Db
  actor: Actor | null
  at: string
  call: Call
  services: Services
  afterCommit: (work: () => void | Promise<void>) => void
}

type Permitted = { context: ReturnType<typeof contextOf>; loaded: unknown }

const contextOf = (action: Action, { db, actor, at, call, services, afterCommit }: Prepared) => ({
  db,
  actor,
  now: at,
  params: call.params,
  query: action.input.query ? checkedInput(action.input.query, call.query ?? {}, 'query') : undefined,
  services,
  record: (event: NewEvent) => appendEvent(db, actor, at, event),
  request: { headers: call.headers, ip: call.ip, sessionToken: call.sessionToken },
  afterCommit,
})

/** The first two words: it exists for this actor, who may. */
async function permitted(action: Action, prepared: Prepared): Promise<Permitted> {
  const context = contextOf(action, prepared)
  const loaded = await action.load(context as never)
  const verdict = action.may(prepared.actor as never, loaded as never, context as never)
  if (!verdict.allowed) throw new Forbidden(verdict.reason, verdict.details)
  return { context, loaded }
}

const bodyOf = (action: Action, body: unknown) =>
  action.input.body ? checkedInput(action.input.body, body, '') : undefined

/** What the action reads, without the database. */
async function outside(
  { read }: Action,
  { actor, now, params, query, services, request }: Permitted['context'],
  loaded: unknown,
  body: unknown,
): Promise<{ read?: unknown }> {
  return read ? { read: await read({ actor, now, params, query, services, request, loaded, body } as never) } : {}
}

/** All words in their order, inside a transaction that is open and entered. */
async function runWords(action: Action, prepared: Prepared): Promise<unknown> {
  const { context, loaded } = await permitted(action, prepared)
  const body = bodyOf(action, prepared.call.body)
  const read = await outside(action, context, loaded, body)
  return await ran(action, { ...context, loaded, body, ...read })
}

type Running = Permitted['context'] & { loaded: unknown; body: unknown; read?: unknown }

async function ran(action: Action, context: Running): Promise<unknown> {
  const { key, repeatedBy } = action.input
  const { db, actor, now, params, body } = context
  const id = repeatedBy && (body as Record<string, string | undefined>)[repeatedBy]
  const run = () => action.run(context as never)
  if (!id || !actor) return await run()
  return await once(db, { id, at: now, personId: actor.personId, key, params, body }, run)
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

/** What came in, as its schema has it; otherwise every fault at once. */
export function checkedInput(schema: z.ZodType, value: unknown, prefix: string): unknown {
  const refused = unkeepable(value, prefix)
  if (refused.length > 0) throw new InvalidInput(refused)
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
  await takeTurn(db, { key: action.key }, who.centreId, null)
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
