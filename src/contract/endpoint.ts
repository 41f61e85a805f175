/**
 * What an endpoint takes and answers, once, for the server that checks it, the client that is typed by it and the
 * OpenAPI document that is made from it.
 */
import { z } from 'zod'
import { oneLine } from '#domain/one-line.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type Key = `${Method} /${string}`

export type Endpoint<
  B extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  /** One line for a reader of the API: what it does, in the trade's words. */
  summary: string
  body?: B
  /** How many bytes the body may have, where that is more than a small one. */
  limit?: number
  query?: Q
  /**
   * The field in which the client names its request, so that it may send it again after a lost answer: the same request
   * finds what the first one made, another one under the same id is refused (409).
   */
  repeatedBy?: 'id' | 'requestId'
  result: R
}

/** What every body may have that names no limit of its own: 64 kB, taken before anybody is asked for permission. */
export const smallBody = 65_536

/** What an endpoint takes as its body: JSON or the file itself, and how long. Null where it takes none. */
export type BodyKind = { kind: 'json' | 'bytes'; limit: number }
export function bodyKindOf({ body, limit = smallBody }: Endpoint): BodyKind | null {
  if (!body) return null
  const bytes = body.meta()?.bytes as number | undefined
  return bytes ? { kind: 'bytes', limit: bytes } : { kind: 'json', limit }
}

export type Endpoints = Record<Key, Endpoint>

/** The endpoints of one noun, keyed `METHOD /path/:parameter`. Parameters named …Id are UUIDs. */
export const contract = <const C extends Endpoints>(endpoints: C): { [K in keyof C]: C[K] & { key: K } } =>
  Object.fromEntries(Object.entries(endpoints).map(([key, e]) => [key, { ...e, key }])) as never

export type ParamsOf<K extends string> = K extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? { [P in Name]: string } & ParamsOf<Tail>
    : { [P in Rest]: string }
  : unknown

type Output<T> = T extends z.ZodType ? z.output<T> : undefined
type Input<T> = T extends z.ZodType ? z.input<T> : undefined
export type BodyOf<E> = E extends { body: infer B } ? Output<B> : undefined
export type BodyGivenTo<E> = E extends { body: infer B } ? Input<B> : undefined
export type QueryOf<E> = E extends { query: infer Q } ? Output<Q> : undefined
export type QueryGivenTo<E> = E extends { query: infer Q } ? Input<Q> : undefined
export type ResultOf<E> = E extends { result: infer R } ? Output<R> : never

/** A body of bytes instead of JSON: the file itself, at most so many bytes. */
export const bytes = (limit: number) =>
  z
    .custom<Buffer>(v => v instanceof Uint8Array, 'Send the file itself as the body')
    .meta({ bytes: limit, type: 'string', format: 'binary' })

/** A result that is a file and not JSON. */
export const fileResult = z.custom<never>().meta({ type: 'string', format: 'binary', file: true })

export const id = z.uuid()
/** A moment in UTC as text, `2026-05-14T09:30:00.000Z`. */
export const instant = z.string().meta({ format: 'date-time' })
/** A day, `2026-05-14`, of a century in which somebody can have worked. */
export const day = z.iso
  .date({
    abort: true,
    error: ({ input }) =>
      input === '' || input === undefined ? 'Give the day' : 'Give the day as year-month-day, for example 2026-05-14',
  })
  .refine(d => d >= '1900-01-01' && d < '3000-01-01', 'Give a day between 1900 and 2999')
/** A whole number that the database can keep, from `min` on. */
export const whole = (min: number) => z.int().min(min).max(largestWhole)
/** The same, as it stands in an address. */
export const wholeInAddress = (min: number) => z.coerce.number().int().min(min).max(largestWhole)
const largestWhole = 2_147_483_647
/** One line that a person types, such as a name: line breaks in it become spaces, the ends are trimmed, it is not empty. */
export const line = (max = 200) =>
  z.string().overwrite(oneLine).min(1, 'Fill this in').max(max, `Use at most ${max} characters`)
/** The same, where it may be left out. */
export const lineOrNothing = (max: number, tooLong = `Use at most ${max} characters`) =>
  z.string().overwrite(oneLine).max(max, tooLong)
/** What a person may say in several lines: trimmed, not empty. */
export const lines = (max: number) => z.string().trim().min(1, 'Fill this in').max(max, `Use at most ${max} characters`)
/** What to fetch of a long list. */
export const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
}
export const nothing = z.object({})
