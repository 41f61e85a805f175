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
  query?: Q
  result: R
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
/** A day, `2026-05-14`. */
export const day = z.iso.date({
  error: ({ input }) =>
    input === '' || input === undefined ? 'Give the day' : 'Give the day as year-month-day, for example 2026-05-14',
})
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
