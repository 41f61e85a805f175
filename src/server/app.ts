import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import compress from '@fastify/compress'
import fastifyStatic from '@fastify/static'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import helmet from 'helmet'
import { Refusal } from '#domain/refusal.ts'
import { mountUploads } from './files/uploads.ts'
import type { Config } from './platform/config.ts'
import { type Action, FileReply } from './platform/http/action.ts'
import { isOwnOrigin } from './platform/http/origins.ts'
import { perform } from './platform/http/perform.ts'
import { Forbidden, InvalidInput, NotFound, NotSignedIn } from './platform/http/problems.ts'
import { mountReference } from './platform/reference/mount.ts'
import type { Services } from './platform/services.ts'
import { isHttps, sessionTokenOf } from './platform/sessions/cookies.ts'
import { mountSignIn } from './platform/sessions/mount.ts'
import { routes, uploads } from './routes.ts'

const webDir = fileURLToPath(new URL('../../dist/web/', import.meta.url))

/** The order of things: headers, origin check, sign-in, the actions, uploads, the web client. */
export async function makeApp(
  services: Services,
  options: { countStatements?: boolean; loading?: () => boolean } = {},
): Promise<FastifyInstance> {
  const { config, log } = services
  const app = fastify({
    loggerInstance: log.child(
      {},
      { level: config.logLevel === 'debug' || config.logLevel === 'trace' ? config.logLevel : 'warn' },
    ) as FastifyBaseLogger,
    // Its own lines would hold whole addresses, query and all; ours below hold the route.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 2_000_000,
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  })
  // Made once: the plugin for this server would make it anew for every request.
  const secure = helmet(headers(isHttps(config)))
  app.addHook('onRequest', (request, reply, done) => secure(request.raw, reply.raw, done as (error?: unknown) => void))
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } } as never,
  })
  app.addHook('onRequest', refuseForeignOrigins(config))
  endConnectionsWhenClosing(app)
  app.addHook('onResponse', async (request, reply) => {
    log.debug(
      {
        id: request.id,
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: 105_000_000 },
    (_request, body, done) => done(null, body),
  )
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, services))
  app.setNotFoundHandler((request, reply) => notFound(request, reply))

  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    if (options.loading?.()) return reply.status(503).send({ status: 'still loading' })
    const ready = await services.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database unreachable' })
  })
  mountSignIn(app, services)
  for (const action of Object.values(routes) as Action[]) mount(app, action, services, options)
  mountReference(app, routes as Record<string, Action>)
  await mountUploads(app, services, uploads)
  if (existsSync(webDir))
    await app.register(fastifyStatic, {
      root: webDir,
      wildcard: false,
      cacheControl: false,
      preCompressed: true,
      setHeaders: cacheWhatIsHashed,
    })
  return app
}

function mount(app: FastifyInstance, action: Action, services: Services, options: { countStatements?: boolean }): void {
  const [method, path] = action.key.split(' ') as [string, string]
  app.route({
    method: method as 'GET',
    url: `/api${path}`,
    handler: async (request, reply) => {
      const call = {
        params: request.params as Record<string, string>,
        query: request.query,
        body: request.body,
        sessionToken: sessionTokenOf(request.headers.cookie, services.config),
        headers: request.headers,
        ip: request.ip,
      }
      const { answer, statements } = await perform(action, call, services)
      if (options.countStatements) reply.header('x-sql-statements', statements)
      if (answer instanceof FileReply) return reply.status(answer.status).headers(answer.headers).send(answer.body)
      return reply.header('cache-control', 'no-store').send(answer)
    },
  })
}

function headers(https: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' as const },
    crossOriginResourcePolicy: { policy: 'same-origin' as const },
    xFrameOptions: { action: 'deny' as const },
  }
}

/** A connection that a browser keeps open would hold up a clean stop for as long as it pleases. */
function endConnectionsWhenClosing(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}

/** A page of another site cannot make a signed-in browser change anything here. */
function refuseForeignOrigins(config: Config) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
    const { origin } = request.headers
    const site = request.headers['sec-fetch-site']
    const ours = origin
      ? isOwnOrigin(origin, request.headers.host, config.baseUrl)
      : !site || site === 'same-origin' || site === 'none'
    if (!ours)
      await reply
        .status(403)
        .type('application/problem+json')
        .send({ type: 'about:blank', title: 'Forbidden', status: 403, code: 'platform/foreign-origin' })
  }
}

/** Files under /assets/ carry a hash in their name and never change; everything else is asked for again. */
function cacheWhatIsHashed(reply: { header: (name: string, value: string) => unknown }, file: string): void {
  const hashed = file.startsWith(`${webDir}assets/`)
  reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
}

async function notFound(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const page =
    request.method === 'GET' && !request.url.startsWith('/api') && !/\.\w+$/.test(request.url.split('?')[0] ?? '')
  if (page && existsSync(webDir))
    return reply.type('text/html').header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
  return problem(reply, 404, 'platform/not-found')
}

function problem(reply: FastifyReply, status: number, code: string, more: Record<string, unknown> = {}): FastifyReply {
  return reply
    .status(status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send({ type: `urn:countersign:${code}`, title: code, status, code, ...more })
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, services: Services): FastifyReply {
  if (error instanceof NotFound) return problem(reply, 404, 'platform/not-found')
  if (error instanceof NotSignedIn) return problem(reply, 401, 'people/not-signed-in')
  if (error instanceof Forbidden)
    return problem(reply, 403, error.reason, error.details ? { details: error.details } : {})
  if (error instanceof InvalidInput) return problem(reply, 422, 'platform/invalid-input', { faults: error.faults })
  if (error instanceof Refusal) return problem(reply, 409, error.code, { details: error.details })
  const status = (error as { statusCode?: number }).statusCode
  if (status && status >= 400 && status < 500)
    return problem(reply, status, status === 413 ? 'platform/too-large' : 'platform/bad-request')
  // A statement's parameters can hold what people typed; only its name, code and place are logged.
  const { name, message, stack, code } = error as Error & { code?: string }
  services.log.error(
    { id: request.id, route: request.routeOptions.url, name, code, message: code ? undefined : message, stack },
    'unexpected',
  )
  return problem(reply, 500, 'platform/unexpected', { id: request.id })
}
