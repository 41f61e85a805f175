/**
 * Odd input for every route of the house, field by field and at random. `npm run attack` and a house test run it. What it
 * looks for is one thing: an answer of 500, or none at all.
 */
import fc from 'fast-check'
import { z } from 'zod'
import { bodyKindOf, type Endpoint, type Key } from '#contract/endpoint.ts'
import { roles } from '#domain/people/roles.ts'
import { routes } from '#server/routes.ts'
import type { FullCentre } from './full-centre.ts'

type Schema = {
  type?: string | string[]
  format?: string
  const?: unknown
  enum?: unknown[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  properties?: Record<string, Schema>
  [more: string]: unknown
}
type Path = (string | number)[]
type Route = { key: Key; method: string; path: string; endpoint: Endpoint; body: Schema | null; query: Schema | null }
type Sent = { route: string; path: string; method: string; body: string | undefined; who: string; about: string }
export type Finding = Sent & { status: number; code: string | undefined }

const schemaOf = (of: z.ZodType | undefined): Schema | null =>
  of ? (z.toJSONSchema(of, { io: 'input', unrepresentable: 'any' }) as Schema) : null

export const fuzzedRoutes: Route[] = Object.values(routes).map(({ key, input }) => {
  const [method, path] = key.split(' ') as [string, string]
  const endpoint = input as Endpoint
  const body = bodyKindOf(endpoint)?.kind === 'json' ? schemaOf(endpoint.body) : null
  return { key, method, path, endpoint, body, query: schemaOf(endpoint.query) }
})

/** A value that a schema takes, or nearly: what only a rule in words forbids is not known here. */
function sampleOf(s: Schema, ids: string): unknown {
  if (s.const !== undefined) return s.const
  if (s.enum) return s.enum[0]
  const alternatives = s.anyOf ?? s.oneOf
  if (alternatives?.[0]) return sampleOf(alternatives[0], ids)
  const [type] = [s.type].flat()
  if (type === 'object')
    return Object.fromEntries(Object.entries(s.properties ?? {}).map(([name, p]) => [name, sampleOf(p, ids)]))
  if (type === 'array')
    return s.items ? Array.from({ length: Math.max(1, s.minItems ?? 0) }, () => sampleOf(s.items as Schema, ids)) : []
  if (type === 'string') {
    const formats: Record<string, string> = {
      uuid: ids,
      date: '2026-05-14',
      'date-time': '2026-05-14T09:30:00.000Z',
      email: 'somebody@test.example',
      time: '14:30',
    }
    return formats[s.format ?? ''] ?? 'word'.padEnd(s.minLength ?? 0, 'x')
  }
  if (type === 'integer' || type === 'number') return Math.max(1, s.minimum ?? 1)
  if (type === 'boolean') return true
  return type === 'null' ? null : {}
}

/** Every place in a sample, the whole first. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [at]
  const inside = Array.isArray(value) ? value.map((v, i) => [i, v] as const) : Object.entries(value)
  return [at, ...inside.flatMap(([name, v]) => placesIn(v, [...at, name]))]
}

const mark = '@@odd@@'

/** The sample as JSON text with `odd`, itself JSON text of any kind, in one place. */
function withOdd(sample: unknown, at: Path, odd: string): string {
  if (at.length === 0) return odd
  const copy = structuredClone(sample) as Record<string | number, unknown>
  let inside = copy
  for (const name of at.slice(0, -1)) inside = inside[name] as typeof copy
  inside[at.at(-1) as string] = mark
  return JSON.stringify(copy).replace(`"${mark}"`, () => odd)
}

/** JSON texts that no form sends. */
export const oddTexts: Record<string, string> = {
  'half a surrogate': '"a\\ud800b"',
  NUL: '"a\\u0000b"',
  'day 0': '"0000-01-01"',
  'year 10000': '"10000-01-01"',
  'a day that is none': '"2026-02-30"',
  'an integer of five bytes': '4294967296',
  'an integer of nine bytes': '18446744073709551616',
  'a negative number': '-2147483649',
  'minus zero': '-0',
  'a part of a number': '0.1',
  'a number without end': '1e400',
  null: 'null',
  'an empty list': '[]',
  'an empty object': '{}',
  'a list of lists': '[[[[[[]]]]]]',
  'a prototype': '{"__proto__":{"toString":1},"constructor":{"prototype":{}}}',
  'a field twice': '{"a":1,"a":2}',
  'nothing but a name': '{"":""}',
  'an empty text': '""',
  'a long text': `"${'x'.repeat(30_000)}"`,
  'a number as text': '"NaN"',
  true: 'true',
  'deep lists': `${'['.repeat(25_000)}${']'.repeat(25_000)}`,
  'deep objects': `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`,
}

/** No contract takes them anywhere, and the answer says where they are. */
const notKeepable = new Set(['half a surrogate', 'NUL', 'a number without end', 'deep lists', 'a prototype'])

/** What depends on the field; the others are as good or bad wherever they stand, and only a thorough run sends them. */
const inEveryPlace = new Set([
  ...['half a surrogate', 'day 0', 'an integer of five bytes', 'a negative number', 'a number without end', 'null'],
])

const oddSearches = ['a%00b', '%ED%A0%80', '0000-01-01', '99999999999', '1e400', 'a&page=2&page=3']
const moreOddSearches = ['%00', '-1', 'NaN', '', '%', '[]', 'x'.repeat(3000)]
const oddParameters = ['%00', '%ED%A0%80', "'"]
const moreOddParameters = ['..%2F..', '%', '0', 'null', '%F0%9F%98%80', '__proto__', 'x'.repeat(90)]

async function atOnce<T>(all: T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all].reverse()
  const worker = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await work(next)
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}

type Target = { address: string }
type Person = { role: string; cookie: string }

function sender(target: Target, findings: Finding[], statuses: Map<number, number>) {
  return async (sent: Sent, cookie: string): Promise<{ status: number; body: Record<string, unknown> | null }> => {
    const { method, path, body } = sent
    const answer = await fetch(`${target.address}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body }),
    })
      .then(async a => ({ status: a.status, text: await a.text() }))
      .catch(() => ({ status: 0, text: '' }))
    const json = answer.text.startsWith('{') ? (JSON.parse(answer.text) as Record<string, unknown>) : null
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    if (answer.status === 0 || answer.status >= 500)
      findings.push({
        ...sent,
        body: body?.slice(0, 500),
        status: answer.status,
        code: json?.code as string | undefined,
      })
    return { status: answer.status, body: json }
  }
}

const filled = (path: string, ids: Record<string, string>): string =>
  `/api${path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? ids.versionId ?? '')}`

const queryText = (query: Schema | null, ids: string): string => {
  if (!query) return ''
  const sample = sampleOf(query, ids) as Record<string, unknown>
  return `?${new URLSearchParams(Object.entries(sample).map(([name, v]) => [name, String(v)] as [string, string]))}`
}

const peopleOf = (centre: FullCentre): Person[] => roles.map(role => ({ role, cookie: centre.named[role].cookie }))

export type FieldByField = {
  findings: Finding[]
  statuses: Map<number, number>
  unnamed: string[]
  asked: number
  permitted: number
}

/**
 * Each odd text in each field of each route, asked by the first person whose plain request gets past permission, or by the
 * administrator where nobody's does. `unnamed` is what should have been refused as a fault of its field and was not.
 */
export async function fuzzFields(target: Target, centre: FullCentre, { thorough = false } = {}): Promise<FieldByField> {
  const found: FieldByField = { findings: [], statuses: new Map(), unnamed: [], asked: 0, permitted: 0 }
  const send = sender(target, found.findings, found.statuses)
  for (const { key, method, path, body, query } of fuzzedRoutes) {
    const ids = centre.ids.versionId as string
    const sample = body ? sampleOf(body, ids) : undefined
    const address = filled(path, centre.ids)
    // A body that no contract takes: whoever gets 422 for it has got past permission, and nothing has changed.
    const probe = body ? '"\\u0000"' : undefined
    const people = peopleOf(centre)
    let who = people.find(p => p.role === 'centre-administrator') as Person
    let permitted = false
    for (const person of people) {
      const sent = {
        route: key,
        path: address + queryText(query, ids),
        method,
        body: probe,
        who: person.role,
        about: 'probe',
      }
      if (method === 'DELETE' && !body) break
      const { status } = await send(sent, person.cookie)
      if (status !== 422 && (body || status >= 300)) continue
      who = person
      permitted = true
      break
    }
    found.permitted += Number(permitted)
    const bodies = body
      ? placesIn(sample).flatMap(at =>
          Object.entries(oddTexts)
            .filter(([about]) => thorough || inEveryPlace.has(about))
            .map(([about, odd]) => ({ at, about, text: withOdd(sample, at, odd) })),
        )
      : []
    await atOnce(bodies, async ({ at, about, text }) => {
      const place = at.join('.')
      const path = address + queryText(query, ids)
      found.asked++
      const answer = await send(
        { route: key, path, method, body: text, who: who.role, about: `${place}: ${about}` },
        who.cookie,
      )
      const faults = (answer.body?.faults ?? []) as { path: string }[]
      const named = answer.status === 422 && faults.some(f => place.startsWith(f.path) || f.path.startsWith(place))
      if (permitted && notKeepable.has(about) && !named)
        found.unnamed.push(`${key} ${place}: ${about}: ${answer.status} ${answer.body?.code}`)
    })
    const plainly = { route: key, method, body: probe, who: who.role }
    const searches = Object.keys(query?.properties ?? {}).flatMap(name => {
      const others = new URLSearchParams(queryText(query, ids).slice(1))
      others.delete(name)
      return [...oddSearches, ...(thorough ? moreOddSearches : [])].map(odd => ({
        ...plainly,
        path: `${address}?${others}&${name}=${odd}`,
        about: `?${name}=${odd.slice(0, 20)}`,
      }))
    })
    const parameters = [...path.matchAll(/:(\w+)/g)].map(m => m[1] as string)
    const addresses = parameters
      .filter(name => !(method === 'DELETE' && name === 'subject'))
      .flatMap(name =>
        [...oddParameters, ...(thorough ? moreOddParameters : [])].map(odd => ({
          ...plainly,
          path: filled(path.replace(`:${name}`, odd), centre.ids),
          about: `:${name}=${odd.slice(0, 20)}`,
        })),
      )
    found.asked += searches.length + addresses.length
    await atOnce([...searches, ...addresses], sent => send(sent, who.cookie))
  }
  return found
}

/** Odd JSON of any shape, as text. */
const anyOdd = fc.oneof(
  fc.constantFrom(...Object.values(oddTexts)),
  fc.jsonValue({ maxDepth: 4 }).map(v => JSON.stringify(v)),
  fc.string({ unit: 'binary', maxLength: 40 }).map(s => JSON.stringify(s)),
  fc.double().map(n => String(n)),
  fc.integer().map(n => `${n}`),
  fc.string({ maxLength: 30 }),
)

/** So many requests at random: any route, any person or nobody, any place of its body, query and address, eight at a time. */
export async function fuzzRandomly(
  target: Target,
  centre: FullCentre,
  { inputs, seed }: { inputs: number; seed: number },
): Promise<{ findings: Finding[]; statuses: Map<number, number> }> {
  const findings: Finding[] = []
  const statuses = new Map<number, number>()
  const send = sender(target, findings, statuses)
  const people: Person[] = [...peopleOf(centre), { role: 'nobody', cookie: '' }]
  const one = fc.record({
    route: fc.constantFrom(...fuzzedRoutes),
    who: fc.constantFrom(...people),
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('PUT', 'POST', 'DELETE', 'GET', 'PATCH', 'OPTIONS') },
    ),
    place: fc.nat(10_000),
    odd: anyOdd,
    where: fc.constantFrom('body', 'body', 'body', 'query', 'path', 'whole'),
    text: fc.string({ unit: 'binary', maxLength: 40 }),
    id: fc.constantFrom(...Object.values(centre.ids)),
  })
  const portion = 1000
  for (let from = 0; from < inputs; from += portion) {
    const drawn = fc.sample(one, { numRuns: Math.min(portion, inputs - from), seed: seed + from })
    await atOnce(drawn, async next => {
      const { route, who, place, odd, where, text, id } = next
      const method = next.method ?? route.method
      const sample = route.body ? sampleOf(route.body, id) : {}
      const places = placesIn(sample)
      const at = places[place % places.length] as Path
      const body =
        method === 'GET' ? undefined : where === 'whole' ? odd : withOdd(sample, at, where === 'body' ? odd : '"word"')
      const escaped = encodeURIComponent(text.toWellFormed())
      const names = Object.keys(route.query?.properties ?? { page: {} })
      const search = where === 'query' ? `?${names[place % names.length]}=${escaped}` : queryText(route.query, id)
      const parameters = [...route.path.matchAll(/:(\w+)/g)].map(m => m[0])
      const path =
        where === 'path' && parameters.length > 0
          ? route.path.replace(parameters[place % parameters.length] as string, escaped || '-')
          : route.path
      const sent = {
        route: route.key,
        path: filled(path, centre.ids) + search,
        method,
        body,
        who: who.role,
        about: `${where} ${at.join('.')} (seed ${seed + from})`,
      }
      await send(sent, who.cookie)
    })
  }
  return { findings, statuses }
}
