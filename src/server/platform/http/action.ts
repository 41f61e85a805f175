import type { Readable } from 'node:stream'
import type { BodyOf, Endpoint, Key, ParamsOf, QueryOf, ResultOf } from '#contract/endpoint.ts'
import type { NewEvent } from '#domain/events.ts'
import type { Instant } from '#domain/time.ts'
import type { Actor, Verdict } from '#policy/verdict.ts'
import type { Db, Sent } from '../db/query.ts'
import type { Services } from '../services.ts'

/** What an action works with: one transaction, one actor, one moment. */
export type Context<E extends Endpoint & { key: Key }, Who = Actor> = {
  db: Db
  actor: Who
  now: Instant
  params: ParamsOf<E['key']>
  query: QueryOf<E>
  services: Services
  /** Appends to the ledger, in the same transaction as the change. */
  record: (event: NewEvent) => Sent<void>
  /** What the browser sent besides the input; absent when an action is run by a job or a story. */
  request: { headers: Record<string, string | string[] | undefined>; ip: string; sessionToken: string | null }
  /** Work that must only happen once the transaction has committed: waking a job, removing a file. */
  afterCommit: (work: () => void | Promise<void>) => void
}

/** A file as the answer. `headers` are added to those that every file gets. */
export class FileReply {
  readonly body: Readable | Buffer | string
  readonly headers: Record<string, string>
  readonly status: number
  constructor(body: Readable | Buffer | string, headers: Record<string, string>, status = 200) {
    this.body = body
    this.headers = headers
    this.status = status
  }
}

type Answer<E> = ResultOf<E> | FileReply

/** What `read` works with: no transaction and no connection to the database. */
export type Outside<E extends Endpoint & { key: Key }, L> = Pick<
  Context<E>,
  'actor' | 'now' | 'params' | 'query' | 'services' | 'request'
> & { loaded: L; body: BodyOf<E> }

/**
 * An endpoint in four words, always in this order:
 * `load` (404: it does not exist for you) · `may` (403, with a reason) · `input` (422, every fault at once) ·
 * `run` (409 when the domain refuses; otherwise the writes and their event, in one transaction).
 *
 * A fifth word stands before `run` where something slow has to be read, such as a file that came in: `read`. It runs between two
 * transactions. The first one loads and asks for permission, the second one does both again and then runs, with the result as `read`.
 * `load` must do no harm when it runs twice.
 */
export type ActionWords<E extends Endpoint & { key: Key }, L, R = never> = {
  load: (context: Context<E>) => Promise<L>
  may: (actor: Actor, loaded: L, context: Context<E>) => Verdict
  input: E
  /** It can end what entitles somebody to act, so it takes its turn apart from every other change in the centre. */
  endsAuthority?: true
  read?: (context: Outside<E, L>) => Promise<R>
  run: (
    context: Context<E> & { loaded: L; body: BodyOf<E> } & ([R] extends [never] ? unknown : { read: R }),
  ) => Promise<Answer<E>>
}

export type Action<K extends Key = Key> = {
  key: K
  load: (context: never) => Promise<unknown>
  may: (actor: never, loaded: never, context: never) => Verdict
  input: Endpoint & { key: K }
  endsAuthority?: true
  read?: (context: never) => Promise<unknown>
  run: (context: never) => Promise<unknown>
}

export function action<E extends Endpoint & { key: Key }, L, R = never>(words: ActionWords<E, L, R>): Action<E['key']> {
  return { key: words.input.key, ...words } as unknown as Action<E['key']>
}

/** For an endpoint about no record: there is nothing to look up. */
export const nothingToLoad = async (): Promise<null> => null
