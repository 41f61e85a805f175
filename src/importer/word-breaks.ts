/** Words that the end of a line cuts in two. */

/** Two lines as one. */
export type Joiner = (line: string, next: string) => string

/**
 * Joins lines. A soft hyphen at the end goes. A plain one stays where both halves are words by themselves elsewhere
 * ("work-" and "based"), or where the word is elsewhere printed with it; else it was put there by the line's end.
 */
export function joinerFor(text: () => string): Joiner {
  let words: ReadonlySet<string> | null = null
  return (line, next) => {
    if (line.endsWith('\u00AD')) return line.slice(0, -1) + next
    const [, before] = /(\p{L}+)-$/u.exec(line) ?? []
    if (before === undefined) return `${line} ${next}`.trim()
    const after = /^\p{Ll}+/u.exec(next)?.[0]
    if (after === undefined) return line + next
    words ??= wordsIn(text())
    return isCut(before.toLowerCase(), after, words) ? line.slice(0, -1) + next : line + next
  }
}

function isCut(before: string, after: string, words: ReadonlySet<string>): boolean {
  if (words.has(`${before}-${after}`)) return false
  return words.has(before + after) || !(words.has(before) && words.has(after))
}

/** Prefixes that are written with a hyphen are no words by themselves in a document, and yet stay apart. */
const prefixes = 'co non self pre post multi inter cross sub semi anti ex e'.split(' ')

function wordsIn(text: string): ReadonlySet<string> {
  const found = text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*(?![\p{L}-])/gu) ?? []
  return new Set([...found, ...prefixes])
}
