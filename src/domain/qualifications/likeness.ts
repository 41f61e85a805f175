/** How alike two printed texts are, for telling a reworded criterion from another one. */

/** The words of a text, without marks, spacing and capitals: what two editions may set differently. */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

/** Whether two texts have the same words in the same order. */
export const sameWords = (a: string, b: string): boolean => plainWords(a).join(' ') === plainWords(b).join(' ')

/** From 0, no word in common, to 1, the same words whatever their order; a word counts as often as it stands. */
export function likeness(a: string, b: string): number {
  const [left, right] = [plainWords(a), plainWords(b)]
  if (left.length + right.length === 0) return 1
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) common++
    counts.set(word, count - 1)
  }
  return (2 * common) / (left.length + right.length)
}
