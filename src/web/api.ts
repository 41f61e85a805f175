/** The one way from the browser to the house, typed by the contract. */
import type { BodyGivenTo, ParamsOf, QueryGivenTo, ResultOf } from '#contract/endpoint.ts'
import type { Contract } from '#contract/index.ts'

export type ApiKey = keyof Contract & string
export type Result<K extends ApiKey> = ResultOf<Contract[K]>

type Part<Name extends string, V> = unknown extends V
  ? unknown
  : [V] extends [undefined]
    ? unknown
    : Record<never, never> extends V
      ? { [P in Name]?: V }
      : { [P in Name]: V }
/** A body of bytes may be whatever the browser holds them in. */
type Given<B> = [B] extends [Uint8Array] ? Blob | ArrayBuffer | Uint8Array : B

export type Input<K extends ApiKey> = Part<'params', ParamsOf<K>> &
  Part<'query', QueryGivenTo<Contract[K]>> &
  Part<'body', Given<BodyGivenTo<Contract[K]>>>

/** The same, where the centre is filled in from the address. */
export type InputInCentre<K extends ApiKey> = Part<'params', Omit<ParamsOf<K>, 'centreId'>> &
  Part<'query', QueryGivenTo<Contract[K]>> &
  Part<'body', Given<BodyGivenTo<Contract[K]>>>

export type Fault = { path: string; message: string; code?: string }
type ProblemBody = { code?: string; details?: Record<string, unknown>; faults?: Fault[]; id?: string; message?: string }

/** Any answer that is not "yes". `status` is 0 when there was no answer at all. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>
  readonly faults: Fault[]
  readonly id: string | null
  constructor(status: number, body: ProblemBody = {}) {
    const code = body.code ?? (status === 0 ? 'platform/unreachable' : 'platform/unexpected')
    super(code)
    this.status = status
    this.code = code
    this.details = body.details ?? {}
    this.faults = body.faults ?? []
    this.id = body.id ?? null
  }
  get unreachable(): boolean {
    return this.status === 0
  }
}

type Parts = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

/** Where an endpoint is: for links, downloads and pictures. */
export function hrefOf<K extends ApiKey>(key: K, input: Omit<Input<K>, 'body'>): string {
  return urlOf(key, input as Parts)
}

function urlOf(key: string, { params = {}, query = {} }: Parts): string {
  const path = key
    .slice(key.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '')
      for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one))
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}

/** Asks the house. Throws a `Problem` when the answer is not "yes", or when there is none. */
export async function api<K extends ApiKey>(key: K, input: Input<K>, signal?: AbortSignal): Promise<Result<K>> {
  const parts = input as Parts
  const method = key.slice(0, key.indexOf(' '))
  return (await send(method, urlOf(key, parts), parts.body, signal)) as Result<K>
}

let onSignedOut = () => {}
/** What to do when an answer says that nobody is signed in any more. */
export const whenSignedOut = (does: () => void): void => {
  onSignedOut = does
}

/** Any address of the house; sign-in speaks through this too. */
export async function send(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<unknown> {
  const raw = body instanceof Blob || body instanceof ArrayBuffer || body instanceof Uint8Array
  let answer: Response
  try {
    answer = await fetch(url, {
      method,
      signal,
      credentials: 'same-origin',
      headers:
        body === undefined
          ? { accept: 'application/json' }
          : { accept: 'application/json', 'content-type': raw ? 'application/octet-stream' : 'application/json' },
      body: body === undefined ? undefined : raw ? (body as BodyInit) : JSON.stringify(body),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Problem(0)
  }
  const text = await answer.text().catch(() => '')
  const json = answer.headers.get('content-type')?.includes('json') && text ? JSON.parse(text) : null
  if (answer.ok) return json
  const problem = new Problem(answer.status, {
    ...json,
    ...(answer.status === 429 && !json?.code ? tooMany(answer.headers) : {}),
  })
  if (answer.status === 401 && problem.code === 'people/not-signed-in') onSignedOut()
  throw problem
}

function tooMany(headers: Headers): ProblemBody {
  const seconds = Number(headers.get('retry-after') ?? headers.get('x-retry-after') ?? '')
  return { code: 'platform/too-many', details: { seconds: seconds || 60 } }
}
