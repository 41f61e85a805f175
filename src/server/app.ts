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
import { bodyKindOf } from '#contract/endpoint.ts'
import { Refusal } from '#domain/refusal.ts'
import { mountUploads } from './files/uploads.ts'
import type { Config } from './platform/config.ts'
import { isDatabaseFull, outageOf } from './platform/db/outage.ts'
import { type Action, FileReply } from './platform/http/action.ts'
import { makeIncoming } from './platform/http/body.ts'
import { answerNoRequest, guardConnections } from './platform/http/connections.ts'
import { type Limits, longestHeaders, usualLimits } from './platform/http/limits.ts'
import { isOwnOrigin } from './platform/http/origins.ts'
import { perform } from './platform/http/perform.ts'
import { Forbidden, InvalidInput, NotFound, NotSignedIn, NotTaken } from './platform/http/problems.ts'
import { mountReference } from './platform/reference/mount.ts'
import type { Services } from './platform/services.ts'
import { isHttps, sessionTokenOf } from './platform/sessions/cookies.ts'
import { mountSignIn } from './platform/sessions/mount.ts'
import { sweepSignInRegularly } from './platform/sessions/sweeping.ts'
import { routes, uploads } from './routes.ts'

const webDir = fileURLToPath(new URL('../../dist/web/', import.meta.url))

export type AppOptions = { countStatements?: boolean; loading?: () => boolean; limits?: Partial<Limits> }

/** The order of things: headers, origin check, sign-in, the actions, uploads, the web client. */
export async function makeApp(services: Services, options: AppOptions = {}): Promise<FastifyInstance> {
  const { config, log } = services
  const limits = { ...usualLimits, ...options.limits }
  const app = fastify({
    loggerInstance: log.child(
      {},
      { level: config.logLevel === 'debug' || config.logLevel === 'trace' ? config.logLevel : 'warn' },
    ) as FastifyBaseLogger,
    // Its own lines would hold whole addresses, query and all; ours below hold the route.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    genReqId: () => randomUUID(),
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkMs,
      maxHeaderSize: longestHeaders,
    },
    clientErrorHandler: answerNoRequest,
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
  guardConnections(app, limits)
  endConnectionsWhenClosing(app)
  // Whoever answers something that may be kept says so; nothing else is.
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
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
  // Each route takes its body itself, when it is ready for it and as much as it allows.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, services))
  app.setNotFoundHandler((request, reply) => notFound(request, reply))

  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    if (options.loading?.()) return reply.status(503).send({ status: 'still loading' })
    if (!(await databaseAnswers(services))) return reply.status(503).send({ status: 'database unreachable' })
    const room = await services.room.enough().catch(() => false)
    return reply.status(room ? 200 : 507).send({ status: room ? 'ready' : 'no room on the disk' })
  })
  const incoming = makeIncoming(limits)
  mountSignIn(app, incoming, services)
  sweepSignInRegularly(app, services)
  for (const action of Object.values(routes) as Action[]) mount(app, action, incoming, services, options)
  mountReference(app, routes as Record<string, Action>)
  await mountUploads(app, services, uploads, limits)
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

const readyMs = 3000

/** Of a database that is stopped in the middle of something nothing is heard at all. */
async function databaseAnswers({ pool }: Services): Promise<boolean> {
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  )
  let timer: NodeJS.Timeout | undefined
  const waited = new Promise<false>(resolve => {
    timer = setTimeout(resolve, readyMs, false)
  })
  return await Promise.race([asked, waited]).finally(() => clearTimeout(timer))
}

function mount(
  app: FastifyInstance,
  action: Action,
  incoming: ReturnType<typeof makeIncoming>,
  services: Services,
  options: AppOptions,
): void {
  const [method, path] = action.key.split(' ') as [string, string]
  const takes = bodyKindOf(action.input)
  app.route({
    method: method as 'GET',
    url: `/api${path}`,
    config: takes ? { takes } : {},
    handler: async (request, reply) => {
      const call = {
        params: request.params as Record<string, string>,
        query: request.query,
        body: incoming(request.raw, reply.raw, takes),
        sessionToken: sessionTokenOf(request.headers.cookie, services.config),
        headers: request.headers,
        ip: request.ip,
      }
      const { answer, statements } = await perform(action, call, services)
      if (options.countStatements) reply.header('x-sql-statements', statements)
      if (answer instanceof FileReply) return reply.status(answer.status).headers(answer.headers).send(answer.body)
      return reply.send(answer)
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
    .send({ type: `urn:countersign:${code}`, title: code, status, code, ...more })
}

const retryAfter = '5'

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, services: Services): FastifyReply {
  if (error instanceof NotFound) return problem(reply, 404, 'platform/not-found')
  if (error instanceof NotSignedIn) return problem(reply, 401, 'people/not-signed-in')
  if (error instanceof Forbidden)
    return problem(reply, 403, error.reason, error.details ? { details: error.details } : {})
  if (error instanceof InvalidInput) return problem(reply, 422, 'platform/invalid-input', { faults: error.faults })
  if (error instanceof NotTaken) {
    if (error.status === 503) reply.header('retry-after', retryAfter)
    return problem(reply, error.status, error.code)
  }
  if (error instanceof Refusal) return problem(reply, 409, error.code, { details: error.details })
  const outage = outageOf(error)
  if (outage) {
    services.log.warn({ id: request.id, code: (error as { code?: string }).code, outage }, 'not possible now')
    if (isDatabaseFull(error)) services.room.notice()
    if (outage === 'no-room') return problem(reply, 507, 'platform/no-room')
    return problem(reply.header('retry-after', retryAfter), 503, 'platform/unavailable')
  }
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
