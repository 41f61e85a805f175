/** What comes in besides the address: of the type and size that its route names, and within its time, or not taken at all. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BodyKind, smallBody } from '#contract/endpoint.ts'
import { bodyTime, type Limits } from './limits.ts'
import { NotTaken } from './problems.ts'

/** What a route takes: JSON or bytes in one piece, or a stream that it reads itself. */
export type Takes = BodyKind | { kind: 'stream'; type: string }

/** A body that is still on the network. `take` reads it, once. */
export class Incoming {
  /** Longer than the small default, or of a length that the request does not tell: taken only after permission. */
  readonly large: boolean
  readonly take: (sender: string) => Promise<unknown>
  constructor(large: boolean, take: (sender: string) => Promise<unknown>) {
    this.large = large
    this.take = take
  }
}

/** Refuses, by its headers alone, what a route does not take: 415 or 413, with nothing read. */
export function refuseUnread(request: IncomingMessage, takes: Takes | undefined): void {
  const length = lengthOf(request)
  if (length === 0) return
  if (request.headers['content-encoding']) throw new NotTaken(415, 'platform/unsupported-type')
  // A client that sends an empty object where nothing is expected means nothing by it.
  if (!takes && length <= 2 && isOfType(request, 'application/json')) return
  if (!takes || !isOfType(request, typeOf(takes))) throw new NotTaken(415, 'platform/unsupported-type')
  if (takes.kind !== 'stream' && Number.isFinite(length) && length > takes.limit)
    throw new NotTaken(413, 'platform/too-large')
}

/** One person, or one address without a session, has so many large bodies under way at most. */
const mostOfSender = 3

/** The body of a request that `refuseUnread` has let pass; undefined where there is none. */
export function makeIncoming(limits: Limits) {
  let held = 0
  const ofSender = new Map<string, number>()
  return (request: IncomingMessage, response: ServerResponse, takes: BodyKind | null): Incoming | undefined => {
    if (!takes) return undefined
    const length = lengthOf(request)
    if (length === 0) return takes.kind === 'bytes' ? new Incoming(false, async () => Buffer.alloc(0)) : undefined
    const most = Math.min(length, takes.limit)
    return new Incoming(length > smallBody, async sender => {
      if (most > smallBody) {
        const others = ofSender.get(sender) ?? 0
        if (held + most > limits.largeBodies || others >= mostOfSender) throw new NotTaken(503, 'platform/busy')
        held += most
        ofSender.set(sender, others + 1)
        response.once('close', () => {
          held -= most
          const left = (ofSender.get(sender) ?? 1) - 1
          if (left > 0) ofSender.set(sender, left)
          else ofSender.delete(sender)
        })
      }
      continueIfAsked(request, response)
      const bytes = await takeBytes(request, most, bodyTime(limits, most))
      return takes.kind === 'bytes' ? bytes : jsonOf(bytes)
    })
  }
}

/** A client may wait to be told that its body is wanted. */
export function continueIfAsked({ headers }: IncomingMessage, response: ServerResponse): void {
  if (headers.expect?.toLowerCase() === '100-continue') response.writeContinue()
}

/** 0 without a body, infinite where the request does not tell. */
export function lengthOf({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) return Number.POSITIVE_INFINITY
  return Number(headers['content-length'] ?? 0)
}

const types = { json: 'application/json', bytes: 'application/octet-stream' } as const
const typeOf = (takes: Takes) => (takes.kind === 'stream' ? takes.type : types[takes.kind])

function isOfType({ headers }: IncomingMessage, wanted: string): boolean {
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';')
  return (
    type?.trim() === wanted && parameters.every(p => !/charset/.test(p) || /^\s*charset\s*=\s*"?utf-?8"?\s*$/.test(p))
  )
}

/** The whole body, cut off where it goes on after the limit or comes too slowly. */
function takeBytes(request: IncomingMessage, limit: number, withinMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const end = (settle: () => void) => {
      clearTimeout(timer)
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose)
      settle()
    }
    const cut = (status: number, code: string) => {
      request.pause()
      end(() => reject(new NotTaken(status, code)))
    }
    const onData = (chunk: Buffer) => {
      length += chunk.length
      if (length > limit) cut(413, 'platform/too-large')
      else chunks.push(chunk)
    }
    const onEnd = () => end(() => resolve(Buffer.concat(chunks, length)))
    const onClose = () => end(() => reject(new NotTaken(400, 'platform/bad-request')))
    const timer = setTimeout(() => cut(408, 'platform/too-slow'), withinMs)
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose)
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function jsonOf(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    throw new NotTaken(400, 'platform/bad-request')
  }
}

/**
 * Ends a connection that brings less than `uploadBytes` in each `uploadMs`, while its request is still coming in. Answers how
 * to stop watching.
 */
export function watchUpload(request: IncomingMessage, { uploadMs, uploadBytes }: Limits): () => void {
  let before = request.socket.bytesRead
  const timer = setInterval(() => {
    const read = request.socket.bytesRead
    if (request.complete) clearInterval(timer)
    else if (read - before < uploadBytes) request.destroy()
    before = read
  }, uploadMs)
  return () => clearInterval(timer)
}
