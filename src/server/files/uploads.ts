import { randomBytes } from 'node:crypto'
import { stat, writeFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { UploadState } from '#contract/files.ts'
import { largestFile } from '#domain/files/media.ts'
import { Refusal } from '#domain/refusal.ts'
import { continueIfAsked, watchUpload } from '#platform/http/body.ts'
import type { Limits } from '#platform/http/limits.ts'
import { perform } from '#platform/http/perform.ts'
import { NotFound } from '#platform/http/problems.ts'
import type { Services } from '#platform/services.ts'
import { sessionTokenOf } from '#platform/sessions/cookies.ts'
import { cutAllLines, inHand, receive } from './receiving.ts'
import { finishStaged, type RunAs, removeStaged, stagedPath, sweepStaged } from './staged.ts'
import { announcedIn, nameIn, numberIn, promisedIn, UploadFault } from './tus-headers.ts'
import type { Uploads } from './uploading.ts'

type Params = Record<string, string> & { centreId: string; upload: string }
type OneUpload = FastifyRequest<{ Params: Params }>
type Answering = (
  services: Services,
  uploads: Uploads,
  request: OneUpload,
  reply: FastifyReply,
  limits: Limits,
) => Promise<FastifyReply>

const bytesType = 'application/offset+octet-stream'
const hour = 60 * 60 * 1000

/**
 * Resumable uploads by tus 1.0 (creation and termination). Each request is first an action of ours with the caller's own
 * session; then bytes go to the staging directory, where nobody sees them until the last one has come.
 */
export async function mountUploads(
  app: FastifyInstance,
  services: Services,
  all: Uploads[],
  limits: Limits,
): Promise<void> {
  await app.register(async routes => {
    routes.addHook('onRequest', async (request, reply) => {
      reply.header('tus-resumable', '1.0.0')
      if (request.method === 'OPTIONS' || request.headers['tus-resumable'] === '1.0.0') return
      reply.header('tus-version', '1.0.0')
      throw new UploadFault(412, 'files/tus-version')
    })
    // 422 and not 409: a client of tus takes 409 for "ask for the offset and try again", and would for ever.
    routes.setErrorHandler((error, request, reply) => {
      // Whoever is refused may be sending gigabytes still: the line is closed rather than listened to.
      if (request.method === 'PATCH') reply.header('connection', 'close')
      const status = error instanceof Refusal ? 422 : error instanceof UploadFault ? error.status : null
      if (!status) throw error
      return reply
        .status(status)
        .type('application/problem+json')
        .send(problemOf(status, error as Refusal | UploadFault))
    })
    for (const uploads of all) mountOne(routes, services, uploads, limits)
  })
  sweepRegularly(app, services, all)
}

function mountOne(routes: FastifyInstance, services: Services, uploads: Uploads, limits: Limits): void {
  const base = `/api${uploads.path}`
  routes.options(base, (_request, reply) =>
    reply
      .headers({ 'tus-version': '1.0.0', 'tus-extension': 'creation,termination', 'tus-max-size': largestFile })
      .status(204)
      .send(),
  )
  routes.post(base, (request, reply) => begin(services, uploads, request as OneUpload, reply, limits))
  for (const [method, answer] of [
    ['HEAD', askOffset],
    ['PATCH', carryOn],
    ['DELETE', giveUp],
  ] as const)
    routes.route<{ Params: Params }>({
      method,
      url: `${base}/:upload`,
      // The bytes are read from the request itself, as they come.
      config: method === 'PATCH' ? { takes: { kind: 'stream', type: bytesType } } : {},
      handler: async (request, reply) => {
        // Asked before the upload is taken in hand: a stranger must not cut the line of whoever is sending.
        const upload = await runnerOf(request, services)<UploadState>(uploads.proceed)
        if (upload.finished) return doneBefore(upload, reply.status(method === 'HEAD' ? 200 : 204))
        return await inHand(request.params.upload, request.raw, () => answer(services, uploads, request, reply, limits))
      },
    })
}

const begin: Answering = async (services, uploads, request, reply) => {
  const id = randomBytes(16).toString('hex')
  const [size, name] = [promisedIn(request.headers), nameIn(request.headers)]
  await services.room.require(size)
  await runnerOf(request, services)(uploads.start, { id, name, size })
  await writeFile(stagedPath(services, id), '', { mode: 0o600 })
  // The path that this request came to, without anything after it.
  const [here] = request.url.split('?')
  const location = `${here}/${id}`
  return reply.status(201).header('location', location).send()
}

const askOffset: Answering = async (services, uploads, request, reply) => {
  const { upload: id, centreId } = request.params
  const run = runnerOf(request, services)
  const upload = await run<UploadState>(uploads.proceed)
  if (upload.finished) return doneBefore(upload, reply.status(200))
  const offset = await offsetOf(services, uploads, id, upload, run)
  // The last answer was lost on its way, or the server stopped between the last byte and it.
  if (offset === upload.size) await finishStaged(services, uploads, { id, centreId }, run)
  return reply.status(200).headers({ 'upload-offset': offset, 'upload-length': upload.size }).send()
}

const carryOn: Answering = async (services, uploads, request, reply, limits) => {
  const { upload: id, centreId } = request.params
  const run = runnerOf(request, services)
  const upload = await run<UploadState>(uploads.proceed)
  if (upload.finished) return doneBefore(upload, reply.status(204))
  if (request.headers['content-type'] !== bytesType) throw new UploadFault(415, 'files/bytes-only')
  const [from, announced] = [numberIn(request.headers, 'upload-offset'), announcedIn(request.headers)]
  const offset = await offsetOf(services, uploads, id, upload, run)
  if (from !== offset) return reply.status(409).headers({ 'upload-offset': offset, connection: 'close' }).send()
  if (offset + (announced ?? 0) > upload.size) throw new UploadFault(413, 'files/more-than-promised')
  await services.room.require(upload.size - offset)
  continueIfAsked(request.raw, reply.raw)
  const stopWatching = watchUpload(request.raw, limits)
  const reached = await receive(request.raw, id, stagedPath(services, id), offset, upload.size, services.room).finally(
    stopWatching,
  )
  if (reached === upload.size) await finishStaged(services, uploads, { id, centreId }, run)
  return reply.status(204).header('upload-offset', reached).send()
}

const giveUp: Answering = async (services, uploads, request, reply) => {
  await runnerOf(request, services)(uploads.cancel)
  await removeStaged(services, request.params.upload)
  return reply.status(204).send()
}

function doneBefore(upload: UploadState, reply: FastifyReply): FastifyReply {
  if (upload.refusal) throw new Refusal(`files/${upload.refusal}`, { name: upload.name })
  return reply.headers({ 'upload-offset': upload.size, 'upload-length': upload.size }).send()
}

/** How far the staged file reaches; where it is gone, another request has just finished it, or nobody can carry it on. */
async function offsetOf(
  services: Services,
  uploads: Uploads,
  id: string,
  upload: UploadState,
  run: RunAs,
): Promise<number> {
  const staged = await stat(stagedPath(services, id)).catch(() => null)
  if (staged) return staged.size
  if ((await run<UploadState>(uploads.proceed)).finished) return upload.size
  throw new NotFound()
}

function sweepRegularly(app: FastifyInstance, services: Services, all: Uploads[]): void {
  let sweeping = Promise.resolve()
  const sweep = () => {
    sweeping = sweepStaged(services, all).catch(error =>
      services.log.error({ message: error.message }, 'sweeping failed'),
    )
  }
  const timer = setInterval(sweep, hour).unref()
  app.addHook('onReady', async () => sweep())
  // An upload in flight is not waited for: what has come is kept, and the browser carries on with the next process.
  app.addHook('preClose', async () => cutAllLines())
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await sweeping
  })
}

/** Runs actions about one upload with the session of the request. */
function runnerOf(request: OneUpload, services: Services): RunAs {
  const sessionToken = sessionTokenOf(request.headers.cookie, services.config)
  const call = { params: request.params, query: undefined, sessionToken, headers: request.headers, ip: request.ip }
  return async (action, body) => (await perform(action as never, { ...call, body }, services)).answer as never
}

const problemOf = (status: number, { code, details }: Refusal | UploadFault) => ({
  type: `urn:countersign:${code}`,
  title: code,
  status,
  code,
  details,
})
