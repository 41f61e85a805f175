/** Looks into a zip file before anything else unpacks it. */

import { inflateRawSync } from 'node:zlib'

/**
 * The names in a zip file and the size of all it holds, and of the texts in it, as the file itself declares them; null
 * if it is cut off.
 */
export function unzippedSize(bytes: Uint8Array): { names: string[]; size: number; texts: number } | null {
  const entries = entriesOf(bytes)
  if (entries === null) return null
  const sizeOf = (some: Entry[]) => some.reduce((sum, { declared }) => sum + declared, 0)
  return { names: entries.map(({ name }) => name), size: sizeOf(entries), texts: sizeOf(entries.filter(isText)) }
}

/**
 * Whether no text in the file unpacks to more than the file declares: a bomb says that it is small. Each is unpacked as
 * far as its declared size and no further.
 */
export function isAsDeclared(bytes: Uint8Array): boolean {
  return entriesOf(bytes)?.every(entry => !isText(entry) || fits(bytes, entry)) ?? false
}

/** One file in a zip file, as its table of contents has it. */
type Entry = { name: string; method: number; packed: number; declared: number; local: number }

const isText = ({ name }: Entry) => /\.(?:xml|rels)$/i.test(name)

function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = viewOf(bytes)
  const end = endOfContents(view)
  if (end === null) return null
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    const [name, extra, comment] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ]
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      local: view.getUint32(at + 42, true),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const deflated = 8

function fits(bytes: Uint8Array, { method, packed, declared, local }: Entry): boolean {
  if (method !== deflated) return true
  if (local + 30 > bytes.length) return false
  const view = viewOf(bytes)
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  try {
    inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, declared) })
    return true
  } catch {
    return false
  }
}

// The table ends with a signature, after which a comment of up to 65,535 bytes may follow.
function endOfContents(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}
