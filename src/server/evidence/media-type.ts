import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import type { FileRefusal } from '#domain/evidence/media.ts'

export type Inspected = { mediaType: string } | { refusal: FileRefusal }

/** Programs, and what runs as one when somebody opens it. */
const programs =
  /x-msdownload|x-elf|x-mach-binary|x-dosexec|x-msi\b|java-archive|java-vm|vnd\.android|x-shockwave-flash|wasm|x-deb|x-rpm|x-apple-diskimage|x\.ms\.shortcut|x\.apple\.alias|x-chrome-extension|x-xpinstall|vnd\.ms-cab|x-nintendo|llvm/
const macros = /macroenabled/i
/** Text that a browser or a shell would run; by name, because one script looks like any other text. */
const activeNames =
  /\.(html?|xhtml|xht|mhtml?|shtml|svgz?|xslt?|m?js|cjs|jse|vbs?|vbe|wsf|wsh|hta|bat|cmd|ps1|psm1|sh|bash|zsh|command|php\d?|phtml|asp|aspx|jsp|py|pl|rb|jar|scr|com|exe|msi|dll|lnk|url|reg|swf|app|desktop|applescript|scpt)$/i
const macroNames = /\.(docm|dotm|xlsm|xltm|xlam|pptm|potm|ppsm)$/i

const head = 256 * 1024

/** What a name alone gives away, so that nobody sends five gigabytes to be told. */
export function refusalOfName(name: string): FileRefusal | null {
  if (macroNames.test(name)) return 'macros'
  return activeNames.test(name) ? 'active-content' : null
}

/**
 * The type of a file from its content (the name only tells one kind of plain text or of old Office file from another), or
 * why it is not taken: whatever could run as a program, in our page or on the reader's machine.
 */
export async function inspect(path: string, name: string): Promise<Inspected> {
  const start = await firstBytes(path)
  if (start.length === 0) return { refusal: 'empty' }
  const named = refusalOfName(name)
  if (named) return { refusal: named }
  if (start.subarray(0, 2).toString('latin1') === '#!') return { refusal: 'program' }
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (found && programs.test(found.mime)) return { refusal: 'program' }
  if (found && macros.test(found.mime)) return { refusal: 'macros' }
  if (found && !/xml$/.test(found.mime)) return { mediaType: binaryType(found.mime, name) }
  const text = decoded(start)
  if (text === null) return { mediaType: 'application/octet-stream' }
  if (runs(text)) return { refusal: 'active-content' }
  return { mediaType: textType(text, name) }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(head), 0, head, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const oldOffice: Record<string, string> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
}

/** Voice recorders write sound alone into the containers of film; which it is stands in the name the recorder gave. */
function binaryType(mime: string, name: string): string {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  if (mime === 'application/x-cfb') return oldOffice[ending] ?? mime
  if (mime === 'video/webm' && (ending === 'weba' || /audio/i.test(name))) return 'audio/webm'
  if (mime === 'video/mp4' && ending === 'm4a') return 'audio/mp4'
  if (mime === 'audio/x-m4a') return 'audio/mp4'
  if (mime === 'video/x-m4v') return 'video/mp4'
  if (/^(audio|video)\/ogg/.test(mime) || mime === 'application/ogg')
    return mime.startsWith('video') ? 'video/ogg' : 'audio/ogg'
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
    return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
  } catch {
    return new TextDecoder('windows-1252').decode(start)
  }
}

const runs = (text: string): boolean =>
  /^\uFEFF?\s*(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body|svg|script|hta:|iframe|object|embed)\b/i.test(
    text,
  ) ||
  /<(script|svg|iframe|xsl:stylesheet|[a-z]+:script)\b|<\?xml-stylesheet|xmlns(:\w+)?\s*=\s*["']http:\/\/www\.w3\.org\/(1999\/xhtml|2000\/svg|1999\/XSL)/i.test(
    /^\uFEFF?\s*</.test(text) ? text : '',
  )

function textType(text: string, name: string): string {
  if (/^\uFEFF?\s*<\?xml/.test(text)) return 'text/xml'
  const letter =
    /^(from|to|received|return-path|date|subject|message-id|mime-version|delivered-to|x-[\w-]+|content-type): /i
  if (/\.eml$/i.test(name) && letter.test(text)) return 'message/rfc822'
  if (/\.(csv|tsv)$/i.test(name) && !/\0/.test(text)) return 'text/csv'
  return 'text/plain'
}
