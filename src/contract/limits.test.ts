import { expect, it } from 'vitest'
import { z } from 'zod'
import { bodyKindOf, type Endpoint, smallBody } from './endpoint.ts'
import { everyContract } from './index.ts'

type Schema = {
  type?: string | string[]
  pattern?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  prefixItems?: Schema[]
  maxItems?: number
  maxLength?: number
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
}

const endless = Number.POSITIVE_INFINITY
const formats: Record<string, number> = { uuid: 38, date: 12, 'date-time': 40, email: 600 }
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

/** How many bytes of JSON a value of a schema can have: three for each character, as in most scripts of the world. */
function longest(s: Schema): number {
  if (s.const !== undefined) return JSON.stringify(s.const).length
  if (s.enum) return Math.max(...s.enum.map(e => JSON.stringify(e).length))
  const alternatives = s.anyOf ?? s.oneOf
  if (alternatives) return Math.max(...alternatives.map(longest))
  if (s.allOf) return sum(s.allOf.map(longest))
  if (Array.isArray(s.type)) return Math.max(...s.type.map(type => longest({ ...s, type })))
  if (s.type === 'string' && s.pattern?.includes('[0-5]')) return 10 // a time
  if (s.type === 'string') return formats[s.format ?? ''] ?? 2 + 3 * (s.maxLength ?? endless)
  if (s.type === 'array')
    return s.prefixItems
      ? sum(s.prefixItems.map(i => 1 + longest(i)))
      : 2 + (s.maxItems ?? endless) * (1 + longest(s.items ?? {}))
  if (s.type === 'object') {
    const names = s.propertyNames?.enum ?? []
    const more = typeof s.additionalProperties === 'object' ? longest(s.additionalProperties) : 0
    const others = names.length > 0 ? sum(names.map(n => `${n}`.length + 4 + more)) : more && endless
    return 2 + others + sum(Object.entries(s.properties ?? {}).map(([name, p]) => name.length + 4 + longest(p)))
  }
  return { integer: 24, number: 24, boolean: 5, null: 4 }[s.type ?? ''] ?? endless
}

/** Where the schema allows more than anybody writes, or does not say: what was decided, and why. */
const decided: Record<string, string> = {
  'PUT /centres/:centreId/drafts/:subject': 'a draft has at most 250,000 characters by its own rule',
  'PUT /centres/:centreId/evidence/:evidenceId/statement':
    'a statement has at most 1,000,000 characters by its own rule',
  'PUT /centres/:centreId/evidence/:evidenceId/record':
    '100 answers of 10,000 characters in any script, and the texts beside them',
  'PUT /centres/:centreId/evidence/:evidenceId/occasions':
    '100 occasions with some 400 criteria each, or 20 with 2,000',
  'PUT /centres/:centreId/evidence/:evidenceId/files/:fileId/parts': '200 parts with some 100 criteria each',
  'POST /centres/:centreId/imports/:importId/corrections': '200 corrections of 10,000 bytes each',
  'POST /centres/:centreId/versions/:versionId/rule-confirmations': 'more rules than any qualification has',
  'POST /centres/:centreId/evidence/:evidenceId/decisions': '2,000 criteria, with 200 justifications of full length',
  'POST /centres/:centreId/evidence/:evidenceId/provisional-decisions':
    '2,000 criteria, with 200 justifications of full length',
}

const json = Object.entries(everyContract as Record<string, Endpoint>).flatMap(([key, endpoint]) => {
  const takes = bodyKindOf(endpoint)
  if (takes?.kind !== 'json' || !endpoint.body) return []
  const schema = z.toJSONSchema(endpoint.body, { io: 'input', unrepresentable: 'any' }) as Schema
  return [{ key, limit: takes.limit, longest: longest(schema) }]
})

it('what a person may type fits into what the endpoint takes, so that no text is lost to a refusal for its size', () => {
  const tooSmall = json.filter(e => e.longest > e.limit && !(e.key in decided))
  expect(tooSmall).toEqual([])
})

it('no endpoint takes much more than it needs, and each exception is still one', () => {
  const tooLarge = json.filter(e => e.limit > smallBody && e.longest < e.limit / 3)
  expect(tooLarge).toEqual([])
  const needless = Object.keys(decided).filter(key => !json.some(e => e.key === key && e.longest > e.limit))
  expect(needless).toEqual([])
})
