import type pg from 'pg'
import type { RefusalKind } from '#contract/refusals.ts'
import { dayOfInstant } from '#domain/time.ts'
import { now } from './clock.ts'
import type { Log } from './log.ts'

export type Refused = {
  kind: RefusalKind
  /** Method and pattern: `GET /centres/:centreId/evidence/:evidenceId`, never the address that was asked for. */
  route: string
  /** The person of a centre, or the account that is not joined to it. Null where no account is known. */
  personId: string | null
  /** Null for an attempt to sign in: it counts in each centre that the account has joined. */
  centreId: string | null
  /** Whether `personId` is a person of the centre entered. */
  entered: boolean
}

export type Refusals = {
  note: (refused: Refused) => void
  /** Writes what was counted so far. */
  flush: () => Promise<void>
  close: () => Promise<void>
}

const everyMs = 3000
/** More different ones between two writings are logged only. */
const mostAtOnce = 5000
const daysKept = 90

type Counted = Refused & { day: string; count: number }

/**
 * Logs each refusal, and counts it for the centre. A refused request leaves no transaction to write in, so counts wait in
 * memory for a few seconds. A process that is killed loses those of its last three seconds.
 */
export function makeRefusals(ownerPool: pg.Pool, log: Log): Refusals {
  let counts = new Map<string, Counted>()
  let uncounted = 0
  let writing = Promise.resolve()
  let sweptOn = ''

  function add(refused: Counted): void {
    const { day, kind, route, personId, centreId, entered } = refused
    const key = [day, kind, route, personId, centreId, entered].join(' ')
    const same = counts.get(key)
    if (same) same.count += refused.count
    else if (counts.size < mostAtOnce) counts.set(key, refused)
    else uncounted += refused.count
  }

  async function write(): Promise<void> {
    const today = dayOfInstant(now().toISOString())
    if (uncounted > 0) log.warn({ uncounted }, 'refusals not counted')
    uncounted = 0
    const batch = [...counts.values()]
    counts = new Map()
    try {
      if (batch.length > 0) await ownerPool.query(insertCounts, [JSON.stringify(batch)])
      if (sweptOn !== today)
        await ownerPool.query('delete from refusals where day < $1::date - $2::integer', [today, daysKept])
      sweptOn = today
    } catch (error) {
      log.warn({ code: (error as { code?: string }).code }, 'counts of refusals not written')
      // A fault of the data would come again; a database that is away comes back.
      if (!(error as { code?: string }).code?.startsWith('2')) for (const one of batch) add(one)
    }
  }

  const flush = () => {
    writing = writing.then(write)
    return writing
  }
  const timer = setInterval(() => counts.size > 0 && void flush(), everyMs).unref()
  return {
    note: refused => {
      const { kind, route, personId } = refused
      log[kind === 'not-found' ? 'info' : 'warn']({ kind, route, person: personId }, 'refused')
      if (personId) add({ ...refused, day: dayOfInstant(now().toISOString()), count: 1 })
    },
    flush,
    close: async () => {
      clearInterval(timer)
      await flush()
    },
  }
}

/** In the order of the key, so that two processes do not wait for each other in a ring. */
const insertCounts = `
  with noted as (
    select * from jsonb_to_recordset($1::jsonb)
      as t (day date, kind text, route text, "personId" uuid, "centreId" uuid, entered boolean, count integer)
  ), here as (
    select c.id as centre_id, n.day, case when n.entered then n."personId" end as person_id, n.kind, n.route, n.count
      from noted n join centres c on c.id = n."centreId"
     union all
    select e.centre_id, n.day, e.person_id, n.kind, n.route, n.count
      from noted n join identity.entries e on n."centreId" is null and e.account_id = n."personId" and e.ended_at is null
  )
  insert into refusals as r (centre_id, day, person_id, kind, route, count)
  select centre_id, day, person_id, kind, route, sum(count) from here group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
      on conflict (centre_id, day, person_id, kind, route) do update set count = r.count + excluded.count`
