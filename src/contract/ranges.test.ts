import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { everyContract } from './index.ts'

type Schema = {
  type?: string | string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  minimum?: number
  maximum?: number
}

/** Every whole number that the API takes, with its place. */
function wholeNumbers(s: Schema, at: string): [at: string, s: Schema][] {
  return [
    ...([s.type].flat().includes('integer') ? ([[at, s]] as [string, Schema][]) : []),
    ...[...(s.anyOf ?? []), ...(s.oneOf ?? []), ...(s.allOf ?? [])].flatMap(a => wholeNumbers(a, at)),
    ...(s.items ? wholeNumbers(s.items, `${at}[]`) : []),
    ...Object.entries(s.properties ?? {}).flatMap(([name, p]) => wholeNumbers(p, `${at}.${name}`)),
  ]
}

it('every whole number that comes in has a range that the database can keep', () => {
  const all = Object.entries(everyContract as Record<string, Endpoint>).flatMap(([key, { body, query }]) =>
    [body, query].flatMap(part =>
      part ? wholeNumbers(z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' }) as Schema, key) : [],
    ),
  )
  expect(all.length).toBeGreaterThan(20)
  const most = 2_147_483_647
  const outside = all.filter(([, s]) => !((s.maximum ?? Infinity) <= most && (s.minimum ?? -Infinity) >= -most))
  expect(outside.map(([at]) => at)).toEqual([])
})
