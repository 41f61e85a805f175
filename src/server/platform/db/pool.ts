import net from 'node:net'
import pg from 'pg'
import { Unavailable } from './outage.ts'
import { type Db, onConnection, type Sent, together, withoutWaiting } from './query.ts'

// One form for time everywhere: ISO strings, so that rows, events, contracts and the domain compare them alike.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, isoOf)
types.setTypeParser(pg.types.builtins.DATE, text => text)
types.setTypeParser(pg.types.builtins.INT8, text => Number(text))

/**
 * PostgreSQL says `2026-05-14 09:30:00.12+00`, in UTC because we ask for it: put together instead of read and written again,
 * which a matrix does five hundred times. What looks different (a year of five digits) goes the long way.
 */
export function isoOf(text: string): string {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/.test(text)) return new Date(text).toISOString()
  const whole = '2026-05-14 09:30:00.120+00'.length
  if (text.length >= whole) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`
}

/** For how long what a request asks for may run, wait for a lock and leave its transaction idle, in seconds. */
export type Patience = { statement: number; lock: number; idle: number }
const ofRequests: Patience = { statement: 60, lock: 15, idle: 240 }

/** Jobs and stories of the owner may take their time: a letter is sent and a sample centre is played within one transaction. */
export const ofJobs: Patience = { statement: 0, lock: 60, idle: 900 }

export function makePool(connectionString: string, max = 10, patience: Patience = ofRequests): pg.Pool {
  // A statement is planned once: planning the longer ones anew took ten times as long as running them. See `fresh` in blocks.ts.
  const options = `-c TimeZone=UTC -c plan_cache_mode=force_generic_plan ${bounds(patience)}`
  // What is asked at once (`together`, `withoutWaiting`) is sent at once, and answered in the order of the asking.
  const pipelined = { pipeline: true, stream: () => new GatheringSocket() }
  return surviving(
    new pg.Pool({ connectionString, max, types, options, idleTimeoutMillis: 600_000, ...waiting, ...pipelined }),
  )
}

/** Whoever waits for a connection this long is told that there is none; a network that is gone is noticed. */
export const waiting = { connectionTimeoutMillis: 15_000, keepAlive: true, keepAliveInitialDelayMillis: 30_000 }

export const bounds = ({ statement, lock, idle }: Patience = ofRequests): string =>
  `-c statement_timeout=${statement}s -c lock_timeout=${lock}s -c idle_in_transaction_session_timeout=${idle}s`

/**
 * A connection that dies is told of by whatever asks something of it, and the pool replaces it. It says so once more, idle or
 * in use, and without a listener that would end the process.
 */
export function surviving(pool: pg.Pool): pg.Pool {
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/**
 * Writes what is asked in one breath to the network once: each write of its own costs more of the processor than making the
 * statement, and wakes the database for a part of what it is to do.
 */
class GatheringSocket extends net.Socket {
  #gathering = false
  override cork(): void {
    super.cork()
    if (this.#gathering) return
    this.#gathering = true
    super.cork()
    process.nextTick(() => {
      this.#gathering = false
      this.uncork()
    })
  }
}

/** Runs `work` in one transaction; whatever it throws, and whatever it wrote without waiting and failed, undoes everything. */
export async function inTransaction<T>(pool: pg.Pool, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((cause: Error) => {
    throw new Unavailable(cause.message, { cause })
  })
  const db = onConnection(client)
  let broken: Error | undefined
  try {
    // Named, as the statements that it travels with: it is sent together with the first of them.
    withoutWaiting(db, [client.query({ name: 'begin', text: 'begin' }) as Sent<unknown>])
    const result = await work(db)
    await together([...db.unanswered, client.query('commit')])
    return result
  } catch (error) {
    await client.query('rollback').catch((e: Error) => {
      broken = e
    })
    throw await causeOf(error, db)
  } finally {
    client.release(broken)
  }
}

const transactionAborted = '25P02'

/** Once a statement has failed PostgreSQL refuses all that follow: the one to tell of is the first. */
async function causeOf(error: unknown, { unanswered }: Db): Promise<unknown> {
  if ((error as { code?: string }).code !== transactionAborted) return error
  const failed = (await Promise.allSettled(unanswered)).find(s => s.status === 'rejected')
  return failed?.reason ?? error
}
