/** The headers of tus 1.0, read strictly: a number is decimal digits and nothing else, so `1e3`, `0x10` and an empty header are faults. */
import type { IncomingHttpHeaders } from 'node:http'

/** The request is not tus as we speak it: 400, 412, 413 or 415 with a code. */
export class UploadFault extends Error {
  readonly status: 400 | 412 | 413 | 415
  readonly code: `files/${string}`
  readonly details: Record<string, unknown>
  constructor(status: UploadFault['status'], code: UploadFault['code'], details: Record<string, unknown> = {}) {
    super(code)
    this.status = status
    this.code = code
    this.details = details
  }
}

const faulty = (header: string) => new UploadFault(400, 'files/faulty-header', { header })

// 15 digits stay below 2^53, so every number that passes is exact.
const digits = /^\d{1,15}$/

/** The number in a header that must be there. */
export function numberIn(headers: IncomingHttpHeaders, header: string): number {
  const value = headers[header]
  if (typeof value !== 'string' || !digits.test(value)) throw faulty(header)
  return Number(value)
}

/** How many bytes the body announces; null where it is chunked and announces nothing. */
export const announcedIn = (headers: IncomingHttpHeaders): number | null =>
  headers['content-length'] === undefined ? null : numberIn(headers, 'content-length')

/** The promised size. Without one nobody could say when the last byte has come, so a deferred length is refused. */
export function promisedIn(headers: IncomingHttpHeaders): number {
  if (headers['upload-defer-length'] !== undefined) throw faulty('upload-defer-length')
  return numberIn(headers, 'upload-length')
}

// A name of 400 characters in base64 needs some 2,200; the rest is room for keys that we do not read.
const longestMetadata = 8192
const pair = /^([\x21-\x2b\x2d-\x7e]+)(?: ([A-Za-z0-9+/]+={0,2})?)?$/

/** The file's name as the person's machine has it, in any script: one of the pairs `key base64` that tus sends; '' without one. */
export function nameIn(headers: IncomingHttpHeaders): string {
  const header = 'upload-metadata'
  const metadata = headers[header]
  if (metadata === undefined || metadata === '') return ''
  if (typeof metadata !== 'string' || metadata.length > longestMetadata) throw faulty(header)
  const values = new Map<string, string>()
  for (const one of metadata.split(',')) {
    const [, key, value = ''] = pair.exec(one.trim()) ?? []
    if (!key || values.has(key) || value.length % 4 !== 0) throw faulty(header)
    values.set(key, value)
  }
  try {
    const bytes = Buffer.from(values.get('filename') ?? values.get('name') ?? '', 'base64')
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll('\u0000', '')
  } catch {
    throw faulty(header)
  }
}
