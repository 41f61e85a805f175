import { z } from 'zod'
import { bodyKindOf, type Endpoint, type Key } from '#contract/endpoint.ts'
import { anyone } from '#policy/verdict.ts'
import type { Action } from '../http/action.ts'

/** JSON Schema as it comes out of zod. */
export type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  description?: string
  default?: unknown
  additionalProperties?: boolean | Schema
  $ref?: string
  [more: string]: unknown
}
type Content = Record<string, { schema: Schema }>
type Parameter = { name: string; in: 'path' | 'query'; required: boolean; schema: Schema }
export type Operation = {
  operationId: string
  tags: string[]
  summary: string
  security?: never[]
  parameters?: Parameter[]
  requestBody?: { required: true; description: string; content: Content }
  responses: Record<string, { description: string; content?: Content } | { $ref: string }>
}
export type OpenApi = {
  openapi: '3.1.1'
  info: {
    title: string
    version: string
    summary: string
    description: string
    license: { name: string; identifier: string }
  }
  servers: { url: string }[]
  security: Record<string, never[]>[]
  tags: { name: string }[]
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

/** The OpenAPI document of the house, made from the same contracts that check what comes in. */
export function openApiOf(actions: Record<string, Action>, version: string): OpenApi {
  const paths: OpenApi['paths'] = {}
  const shared: Record<string, Schema> = {}
  for (const action of Object.values(actions)) {
    const [method, path] = action.key.split(' ') as [string, string]
    const place = `/api${path.replace(/:(\w+)/g, '{$1}')}`
    paths[place] ??= {}
    paths[place][method.toLowerCase()] = operationOf(action, shared)
  }
  const tags = [...new Set(Object.values(paths).flatMap(p => Object.values(p).flatMap(o => o.tags)))]
  return {
    openapi: '3.1.1',
    info: {
      title: 'Countersign',
      version,
      summary: 'An open-source e-portfolio for work-based qualifications.',
      description:
        'Everything that the screens do goes through these endpoints, and nothing else does. A record that you may not see is answered 404; one that you may not change is answered 403 with a code that says why. A problem is a document of RFC 9457 with a stable code. A body has the type and at most the size that its endpoint names. Anything may be answered 408 when it comes too slowly, 503 with Retry-After when the database is away or busy, and 507 when the disk is full.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    tags: tags.map(name => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'countersign.session_token',
          description: 'Set by POST /api/auth/sign-in/email. Over HTTPS its name begins with __Host-.',
        },
      },
      schemas: { Problem: problem, ...shared },
      responses: Object.fromEntries(
        Object.entries(problems).map(([status, [name, description]]) => [
          name,
          {
            description: `${status}: ${description}`,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  }
}

const problems: Record<string, [string, string]> = {
  401: ['NotSignedIn', 'nobody is signed in, or the session has ended'],
  403: ['Forbidden', 'it exists for you and you may not; the code says why'],
  404: ['NotFound', 'it does not exist for you'],
  409: ['Refused', 'the rules of the trade forbid it now; the code says why and the details say what about'],
  413: ['TooLarge', 'the body is longer than this endpoint takes'],
  415: ['UnsupportedType', 'the body is not of the type that this endpoint takes, or is compressed'],
  422: ['InvalidInput', 'every fault of the input, each with the field it is about'],
}

const problem: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'noun/what-is-wrong: stable, and what a client may act on' },
    details: { type: 'object', description: 'with 409: what the sentence needs to say it' },
    faults: {
      type: 'array',
      description: 'with 422',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' }, code: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
  },
}

function operationOf(action: Action, shared: Record<string, Schema>): Operation {
  const endpoint = action.input
  const operationId = operationIdOf(action.key)
  const schema = (of: z.ZodType, io: 'input' | 'output') => schemaOf(of, io, operationId, shared)
  const open = action.may === (anyone as unknown)
  const parameters = [...pathParameters(action.key), ...queryParameters(endpoint, q => schema(q, 'input'))]
  const expected = [
    ...(open ? [] : ['401', '403']),
    ...(action.key.includes(':') ? ['404'] : []),
    ...(endpoint.body ? ['413', '415'] : []),
    ...(endpoint.body || endpoint.query ? ['422'] : []),
    ...(action.key.startsWith('GET') ? [] : ['409']),
  ]
  return {
    operationId,
    tags: [tagOf(action.key)],
    summary: endpoint.summary,
    ...(open ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            description: `At most ${sizeOf(bodyKindOf(endpoint)?.limit ?? 0)}.`,
            content: bodyContent(endpoint.body, schema(endpoint.body, 'input')),
          },
        }
      : {}),
    responses: {
      200: {
        description: 'Done, or here it is.',
        content: resultContent(endpoint.result, schema(endpoint.result, 'output')),
      },
      ...Object.fromEntries(expected.sort().map(s => [s, { $ref: `#/components/responses/${problems[s]?.[0]}` }])),
    },
  }
}

/** `POST /centres/:centreId/evidence/:evidenceId/submission` → `postEvidenceSubmission`; a parameter at the end is told as well. */
export function operationIdOf(key: Key): string {
  const [method = '', path = ''] = key.split(' ')
  const parts = path
    .replace(/^\/centres\/:centreId(?=\/)/, '')
    .split('/')
    .filter(Boolean)
  const words = parts.flatMap((part, i) => {
    if (!part.startsWith(':')) return [part]
    return i === parts.length - 1 ? ['by', part.slice(1)] : []
  })
  return [method.toLowerCase(), ...words].join('-').replace(/[-.]+(\w)/g, (_, c: string) => c.toUpperCase())
}

const tagOf = (key: Key): string =>
  (key.split(' ')[1] ?? '')
    .replace(/^\/centres\/:centreId(?=\/)/, '')
    .split('/')[1]
    ?.replace(/\.\w+$/, '') ?? ''

const pathParameters = (key: Key): Parameter[] =>
  [...key.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: name.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }))

function queryParameters(endpoint: Endpoint, schema: (query: z.ZodType) => Schema): Parameter[] {
  if (!endpoint.query) return []
  const { properties = {}, required = [] } = schema(endpoint.query)
  return Object.entries(properties).map(([name, s]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: s,
  }))
}

const sizeOf = (bytes: number) => (bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${Math.floor(bytes / 1000)} kB`)

const meta = (of: z.ZodType) => (of.meta() ?? {}) as { bytes?: number; file?: boolean }

function bodyContent(of: z.ZodType, schema: Schema): Content {
  return meta(of).bytes
    ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema } }
}

function resultContent(of: z.ZodType, schema: Schema): Content {
  return meta(of).file
    ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
    : { 'application/json': { schema } }
}

function schemaOf(of: z.ZodType, io: 'input' | 'output', operationId: string, shared: Record<string, Schema>): Schema {
  const made = z.toJSONSchema(of, {
    io,
    unrepresentable: 'any',
    // A format says the same as its regular expression, and says it to people.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern
    },
  }) as Schema & { $defs?: Record<string, Schema> }
  delete made.$schema
  const { $defs, ...schema } = made
  if (!$defs) return schema
  // A tree refers to itself: its definitions move to the document's own, under the operation's name.
  const named = (text: string) => JSON.parse(text.replaceAll('"#/$defs/', `"#/components/schemas/${operationId}.`))
  for (const [name, definition] of Object.entries($defs))
    shared[`${operationId}.${name}`] = named(JSON.stringify(definition))
  return named(JSON.stringify(schema))
}
