/** An e-mail as it was saved: who wrote to whom and when, and the words. Attachments stay in the file. */

export type Letter = { headings: [string, string][]; words: string }

const shown = ['From', 'To', 'Cc', 'Date', 'Subject']

export function letterOf(text: string): Letter {
  const [headers, body] = split(text)
  const headings = shown.flatMap<[string, string]>(name => {
    const value = headers.get(name.toLowerCase())
    return value ? [[name, words(value)]] : []
  })
  return { headings, words: plainWords(headers, body) ?? body.trim() }
}

function split(text: string): [Map<string, string>, string] {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end ? text.slice(0, end.index) : text
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  return [headers, end ? text.slice(end.index + end[0].length) : '']
}

function plainWords(headers: Map<string, string>, body: string): string | null {
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary) {
    for (const part of body.split(`--${boundary}`).slice(1)) {
      const found = plainWords(...split(part.replace(/^\r?\n/, '')))
      if (found !== null) return found
    }
    return null
  }
  if (!/^text\/plain/i.test(type)) return null
  const charset = /charset="?([^";]+)"?/i.exec(type)?.[1] ?? 'utf-8'
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return inCharset(fromBase64(body), charset).trim()
  if (encoding === 'quoted-printable') return inCharset(fromQuoted(body.replace(/=\r?\n/g, '')), charset).trim()
  return body.trim()
}

/** Words in headings that were written in another alphabet: =?utf-8?B?…?= */
const words = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_, charset: string, how: string, text: string) =>
      inCharset(how.toLowerCase() === 'b' ? fromBase64(text) : fromQuoted(text.replaceAll('_', ' ')), charset),
    )

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/\s/g, '')), c => c.charCodeAt(0))
  } catch {
    return new TextEncoder().encode(text)
  }
}

function fromQuoted(text: string): Uint8Array {
  const out: number[] = []
  const bytes = new TextEncoder().encode(text)
  for (let i = 0; i < bytes.length; i++) {
    const hex =
      bytes[i] === 61 ? Number.parseInt(String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0), 16) : Number.NaN
    if (Number.isNaN(hex)) out.push(bytes[i] as number)
    else {
      out.push(hex)
      i += 2
    }
  }
  return Uint8Array.from(out)
}

function inCharset(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
