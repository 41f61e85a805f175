import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { FileRefusal } from '#domain/files/media.ts'
import { extensions, mediaTypes, refusalOfName } from '#domain/files/types.ts'
import { directoryOf, type Ends, refusalOfBytes, refusalOfText } from './signatures.ts'

export type Inspected = { mediaType: string } | { refusal: FileRefusal }

/** How much is read at either end of a file, whatever its size. */
const head = 256 * 1024

/**
 * The type of a file from its content, never from its name, or why it is not taken: whatever could run as a program, in our
 * page or on the reader's machine. Reads the beginning and the end only, so a file of five gigabytes takes no longer.
 */
export default async function inspect({ path, name }: { path: string; name: string }): Promise<Inspected> {
  const ends = await bothEnds(path)
  if (ends.start.length === 0) return { refusal: 'empty' }
  const refusal = refusalOfName(name) ?? refusalOfBytes(ends)
  if (refusal) return { refusal }
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (found) {
    const [mime = ''] = found.mime.split(';')
    for (const verdict of [mediaTypes.get(mime), extensions.get(found.ext)])
      if (verdict && verdict !== 'taken') return { refusal: verdict }
    // A type that a newer version of the library knows and our table does not is a file of no type.
    if (!mediaTypes.has(mime)) return { mediaType: 'application/octet-stream' }
    if (!/xml$|^text\//.test(mime)) return { mediaType: binaryType(mime, whole(ends)) }
  }
  const text = decoded(ends.start)
  if (text === null) return { mediaType: 'application/octet-stream' }
  const acting = refusalOfText(text) ?? (runs(text) ? 'active-content' : null)
  if (acting) return { refusal: acting }
  return { mediaType: found?.mime.startsWith('text/') ? found.mime : textType(text) }
}

const whole = ({ start, end }: Ends): string => `${start.toString('latin1')}${end.toString('latin1')}`

async function bothEnds(path: string): Promise<Ends> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const part = async (from: number) => {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(head, size)), 0, undefined, from)
      return buffer.subarray(0, bytesRead)
    }
    const start = await part(0)
    const directory = directoryOf(start)
    return { start, end: await part(Math.max(0, size - head)), directory: directory ? await part(directory) : null }
  } finally {
    await file.close()
  }
}

/** Voice recorders write sound alone into the containers of film: what tracks there are stands in the first or last bytes. */
function binaryType(mime: string, ends: string): string {
  if (mime === 'video/webm' || mime === 'video/matroska')
    return /A_(OPUS|VORBIS|PCM|AAC|FLAC)/.test(ends) && !/V_(VP|AV1|MPEG|MS)/.test(ends) ? 'audio/webm' : 'video/webm'
  if (mime === 'video/mp4' || mime === 'video/x-m4v')
    return /hdlr[\s\S]{8}soun/.test(ends) && !/hdlr[\s\S]{8}vide/.test(ends) ? 'audio/mp4' : 'video/mp4'
  if (mime === 'audio/x-m4a') return 'audio/mp4'
  return mime.split(';')[0] as string
}

/** The start as text, or null where it is none: bytes that no writing has, or half of it not to be read. */
function decoded(start: Buffer): string | null {
  const mark = start.subarray(0, 2).toString('hex')
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(start)
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(start)
  if (start.some(byte => byte < 32 && ![9, 10, 12, 13, 27].includes(byte))) return null
  try {
    // A character may be cut in two where the sample ends.
    return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: start.length === head })
  } catch {
    return new TextDecoder('windows-1252').decode(start)
  }
}

// A comment ends at its first `-->` and nowhere else: without that, forty comments in a row take longer than anybody waits.
const runs = (text: string): boolean =>
  /^\uFEFF?\s*(<!--(?:(?!-->)[\s\S])*-->\s*)*<(!doctype\s+html|html|head|body|svg|script|hta:|iframe|object|embed)\b/i.test(
    text,
  ) ||
  /<(script|svg|iframe|xsl:stylesheet|[a-z]+:script)\b|<\?xml-stylesheet|xmlns(:\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg|1999\/XSL)/i.test(
    /^\uFEFF?\s*</.test(text) ? text : '',
  )

function textType(text: string): string {
  if (/^\uFEFF?\s*<\?xml/.test(text)) return 'text/xml'
  if (isLetter(text)) return 'message/rfc822'
  return isTable(text) ? 'text/csv' : 'text/plain'
}

/** An e-mail as it was saved: a block of headings before the first empty line, with at least two that every e-mail has. */
function isLetter(text: string): boolean {
  const [headings = ''] = text.split(/\r?\n\r?\n/, 1)
  const lines = headings.split(/\r?\n/)
  const names = lines.flatMap(line => /^([A-Za-z][\w-]*): /.exec(line)?.[1]?.toLowerCase() ?? [])
  const usual = ['from', 'to', 'date', 'subject', 'message-id', 'received'].filter(n => names.includes(n))
  return usual.length >= 2 && lines.every(line => /^([A-Za-z][\w-]*:|\s)/.test(line))
}

/** Comma-separated values: every line has as many separators as the first; a comma before a space belongs to a sentence. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, 20).filter(Boolean)
  if (text.length >= head) lines.pop()
  const bare = lines.map(line => line.replace(/"(""|[^"])*"/g, ''))
  const separators = bare.some(line => line.includes(', ')) ? [';', '\t'] : [',', ';', '\t']
  return separators.some(separator => {
    const [first = 0, ...rest] = bare.map(line => line.split(separator).length - 1)
    return first > 0 && rest.length > 0 && rest.every(n => n === first)
  })
}
