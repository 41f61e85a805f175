export type Range = { start: number; end: number }

/**
 * The one range of bytes that a player asks for (RFC 9110), both ends included; null for the whole file. Several ranges at
 * once are answered with the whole file, as the standard allows; a range outside the file is unsatisfiable.
 */
export function rangeOf(header: string | string[] | undefined, size: number): Range | 'unsatisfiable' | null {
  if (typeof header !== 'string') return null
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header.trim())
  if (!asked || (!asked[1] && !asked[2])) return null
  if (!asked[1]) {
    const last = Number(asked[2])
    return last === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(asked[1])
  const end = asked[2] ? Math.min(Number(asked[2]), size - 1) : size - 1
  if (asked[2] && Number(asked[2]) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}
