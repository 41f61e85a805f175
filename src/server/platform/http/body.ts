/** What comes in besides the address: of the type and size that its route names, and within its time, or not taken at all. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BodyKind, smallBody } from '#contract/endpoint.ts'
import { NotTaken } from './problems.ts'

/** A body that is still on the network. `take` reads it, once. */
export class Incoming {
  /** Longer than the small default, or of a length that the request does not tell: taken only after permission. */
  readonly large: boolean
  readonly take: () => Promise<unknown>
  constructor(large: boolean, take: () => Promise<unknown>) {
    this.large = large
    this.take = take
  }
}

const types = { json: 'application/json', bytes: 'application/octet-stream' } as const

/** Refuses, by its headers alone, what the route does not take: 415 or 413, with nothing read. */
export function incomingBody(
  request: IncomingMessage,
  response: ServerResponse,
  expected: BodyKind | null,
  withinMs: number,
): Incoming | undefined {
  const length = lengthOf(request)
  if (length === 0) return expected?.kind === 'bytes' ? new Incoming(false, async () => Buffer.alloc(0)) : undefined
  if (request.headers['content-encoding']) throw new NotTaken(415, 'platform/unsupported-type')
  // A client that sends an empty object where nothing is expected means nothing by it.
  if (!expected && length <= 2 && isOfType(request, 'json')) return undefined
  if (!expected || !isOfType(request, expected.kind)) throw new NotTaken(415, 'platform/unsupported-type')
  const told = Number.isFinite(length)
  if (told && length > expected.limit) throw new NotTaken(413, 'platform/too-large')
  return new Incoming(length > smallBody, async () => {
    if (request.headers.expect === '100-continue') response.writeContinue()
    const bytes = await takeBytes(request, expected.limit, withinMs)
    return expected.kind === 'bytes' ? bytes : jsonOf(bytes)
  })
}

/** 0 without a body, infinite where the request does not tell. */
export function lengthOf({ headers }: IncomingMessage): number {
  if (headers['transfer-encoding'] !== undefined) return Number.POSITIVE_INFINITY
  return Number(headers['content-length'] ?? 0)
}

function isOfType({ headers }: IncomingMessage, kind: BodyKind['kind']): boolean {
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';')
  if (type?.trim() !== types[kind]) return false
  return kind === 'bytes' || parameters.every(p => !/charset/.test(p) || /^\s*charset\s*=\s*"?utf-?8"?\s*$/.test(p))
}

/** The whole body, cut off where it goes on after the limit or comes too slowly. */
export function takeBytes(request: IncomingMessage, limit: number, withinMs: number): Promise<Buffer> {
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
