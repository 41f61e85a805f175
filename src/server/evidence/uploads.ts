import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { FileStore } from '@tus/file-store'
import { Metadata, Server } from '@tus/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { largestFile } from '#domain/evidence/media.ts'
import { Refusal } from '#domain/refusal.ts'
import { flush } from '#platform/files/store.ts'
import { perform } from '#platform/http/perform.ts'
import type { Services } from '#platform/services.ts'
import { sessionTokenOf } from '#platform/sessions/auth.ts'
import { finishStaged, isWhole, type RunAs, removeStaged, sweepStaged, type UploadState } from './staged.ts'
import { cancelUpload, continueUpload, startUpload } from './uploading.ts'

type Uploading = { id: string; request: FastifyRequest; run: RunAs }
type Params = { centreId: string; evidenceId: string; upload: string }

const base = '/api/centres/:centreId/evidence/:evidenceId/uploads'
const hour = 60 * 60 * 1000

/** Bytes that were acknowledged are on the disk, not only on their way to it. */
class DurableFileStore extends FileStore {
  override async write(...given: Parameters<FileStore['write']>): Promise<number> {
    const offset = await super.write(...given)
    await flush(path.join(this.directory, given[1]))
    return offset
  }
}

/**
 * Resumable uploads by tus 1.0. Each request is first an action of ours, with the caller's own session; only the bytes
 * between are the library's. What stands half-done in the staging directory is seen by nobody.
 */
export async function mountUploads(app: FastifyInstance, services: Services): Promise<void> {
  const current = new AsyncLocalStorage<Uploading>()
  const tus = makeTus(services, () => current.getStore() as Uploading)
  const inFlight = new Set<FastifyRequest>()

  const pass = async (request: FastifyRequest, reply: FastifyReply, id: string) => {
    // The library would also take its method from here; only the real one was checked.
    delete request.raw.headers['x-http-method-override']
    reply.hijack()
    for (const [name, value] of Object.entries(reply.getHeaders()))
      if (value !== undefined) reply.raw.setHeader(name, value as string)
    inFlight.add(request)
    const run = runnerOf(request, services, id)
    await current
      .run({ id, request, run }, () => tus.handle(request.raw, reply.raw))
      .finally(() => inFlight.delete(request))
  }

  await app.register(async routes => {
    // The library reads the bytes from the request itself, as they come.
    routes.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null))
    // 422 and not 409: a client of tus takes 409 for "ask for the offset and try again", and would for ever.
    routes.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof Refusal)) throw error
      return reply.status(422).type('application/problem+json').send(problemOf(error))
    })

    routes.post(base, async (request, reply) => {
      const id = randomBytes(16).toString('hex')
      const upload = {
        id,
        name: nameIn(request.headers['upload-metadata']),
        size: Number(request.headers['upload-length']),
      }
      await runnerOf(request, services)(startUpload, upload)
      await pass(request, reply, id)
    })

    routes.route<{ Params: Params }>({
      method: ['HEAD', 'PATCH'],
      url: `${base}/:upload`,
      handler: async (request, reply) => {
        const id = request.params.upload
        const run = runnerOf(request, services)
        const upload = await run<UploadState>(continueUpload)
        if (!upload.finished && !(request.method === 'HEAD' && (await isWhole(services, id, upload.size))))
          return await pass(request, reply, id)
        // The last answer was lost on its way, or the server stopped between the last byte and it.
        if (!upload.finished) await finishStaged(services, id, run)
        else if (upload.refusal) throw new Refusal(`files/${upload.refusal}`, { name: upload.name })
        return await reply
          .status(request.method === 'HEAD' ? 200 : 204)
          .headers({ 'upload-offset': upload.size, 'upload-length': upload.size, 'tus-resumable': '1.0.0' })
          .header('cache-control', 'no-store')
          .send()
      },
    })

    routes.delete<{ Params: Params }>(`${base}/:upload`, async (request, reply) => {
      await runnerOf(request, services)(cancelUpload)
      await removeStaged(services, request.params.upload)
      return await reply.status(204).header('tus-resumable', '1.0.0').send()
    })
  })

  // An upload in flight is not waited for: what has come is kept, and the browser carries on with the next process.
  app.addHook('preClose', async () => {
    for (const request of inFlight) request.raw.destroy()
  })
  const sweep = () =>
    sweepStaged(services).catch(error => services.log.error({ message: error.message }, 'sweeping failed'))
  let sweeping = Promise.resolve()
  const timer = setInterval(() => {
    sweeping = sweep()
  }, hour).unref()
  app.addHook('onReady', async () => {
    sweeping = sweep()
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await sweeping
  })
}

function makeTus(services: Services, current: () => Uploading): Server {
  return new Server({
    path: '/api',
    datastore: new DurableFileStore({ directory: services.files.stagingDir }),
    maxSize: largestFile,
    allowedOrigins: () => false,
    namingFunction: () => current().id,
    getFileIdFromRequest: () => current().id,
    generateUrl: (_, { id }) => {
      const { centreId, evidenceId } = current().request.params as Params
      return `${base.replace(':centreId', centreId).replace(':evidenceId', evidenceId)}/${id}`
    },
    onUploadFinish: async () => {
      const { id, run } = current()
      try {
        await finishStaged(services, id, run)
        return {}
      } catch (error) {
        if (error instanceof Refusal) return refusalAnswer(error)
        services.log.error({ name: (error as Error).name, stack: (error as Error).stack }, 'an upload was not finished')
        throw { status_code: 500, body: '' }
      }
    },
  })
}

/** Runs actions about one upload with the session of the request. */
function runnerOf(request: FastifyRequest, services: Services, upload?: string): RunAs {
  const params = { ...(request.params as Params), ...(upload ? { upload } : {}) }
  const sessionToken = sessionTokenOf(request.headers.cookie, services.config.secret)
  const call = { params, query: undefined, sessionToken, headers: request.headers, ip: request.ip }
  return async (action, body) => (await perform(action as never, { ...call, body }, services)).answer as never
}

/** The name as the person's machine has it, in any script. */
function nameIn(metadata: string | string[] | undefined): string {
  try {
    const { filename, name } = Metadata.parse(String(metadata))
    return (filename ?? name ?? '').replaceAll('\u0000', '').toWellFormed()
  } catch {
    return ''
  }
}

const problemOf = ({ code, details }: Refusal) => ({
  type: `urn:countersign:${code}`,
  title: code,
  status: 422,
  code,
  details,
})

const refusalAnswer = (refusal: Refusal) => ({
  status_code: 422,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify(problemOf(refusal)),
})
