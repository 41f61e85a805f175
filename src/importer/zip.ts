/** Looks into a zip file's table of contents without unpacking anything. */

/** The names in a zip file and the size of all it holds, as the file itself declares them; null if it is cut off. */
export function unzippedSize(bytes: Uint8Array): { names: string[]; size: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfContents(view)
  if (end === null) return null
  const names: string[] = []
  let [at, size] = [view.getUint32(end + 16, true), 0]
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) return null
    const [name, extra, comment] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ]
    size += view.getUint32(at + 24, true)
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)))
    at += 46 + name + extra + comment
  }
  return { names, size }
}

// The table ends with a signature, after which a comment of up to 65,535 bytes may follow.
function endOfContents(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return null
}
