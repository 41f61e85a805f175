/** Looks into a zip file before anything else unpacks it. */

import { inflateRawSync } from 'node:zlib'

/**
 * The names in a zip file and the size of all it holds, and of the texts in it, as the file itself declares them; null
 * if it is cut off.
 */
export function unzippedSize(bytes: Uint8Array): { names: string[]; size: number; texts: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfContents(view)
  if (end === null) return null
  const names: string[] = []
  let [at, size, texts] = [view.getUint32(end + 16, true), 0, 0]
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    const [name, extra, comment] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ]
    size += view.getUint32(at + 24, true)
    const called = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name))
    if (/\.(?:xml|rels)$/i.test(called)) texts += view.getUint32(at + 24, true)
    names.push(called)
    at += 46 + name + extra + comment
  }
  return { names, size, texts }
}

/**
 * Whether no text in the file unpacks to more than the file declares: a bomb says that it is small. Each is unpacked as
 * far as its declared size and no further.
 */
export function isAsDeclared(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfContents(view)
  if (end === null) return false
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map(field => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ]
    const called = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name))
    if (/\.(?:xml|rels)$/i.test(called) && !fits(bytes, view, at)) return false
    at += 46 + name + extra + comment
  }
  return true
}

const deflated = 8

function fits(bytes: Uint8Array, view: DataView, entry: number): boolean {
  if (view.getUint16(entry + 10, true) !== deflated) return true
  const [packed, declared] = [view.getUint32(entry + 20, true), view.getUint32(entry + 24, true)]
  const local = view.getUint32(entry + 42, true)
  if (local + 30 > view.byteLength) return false
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
