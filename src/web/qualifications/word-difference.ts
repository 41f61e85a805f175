/** Which words of two texts differ, so that a reader sees at once what was reworded. */

export type Run = { text: string; changed: boolean }

const most = 400

/** Both texts in runs of words that both have and words that only the one has. Very long texts count as changed whole. */
export function wordDifference(from: string, to: string): { from: Run[]; to: Run[] } {
  const [a, b] = [wordsOf(from), wordsOf(to)]
  if (a.length > most || b.length > most)
    return { from: [{ text: from, changed: true }], to: [{ text: to, changed: true }] }
  const common = longestCommon(a.map(plain), b.map(plain))
  return { from: runs(a, common.left), to: runs(b, common.right) }
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)
const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '') || word

/** The places, in each list, of a longest sequence of words that both have. */
function longestCommon(a: string[], b: string[]): { left: Set<number>; right: Set<number> } {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const at = (i: number, j: number) => (lengths[i] as number[])[j] as number
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (lengths[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const [left, right] = [new Set<number>(), new Set<number>()]
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      left.add(i++)
      right.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return { left, right }
}

function runs(words: string[], common: ReadonlySet<number>): Run[] {
  const found: Run[] = []
  words.forEach((word, at) => {
    const changed = !common.has(at)
    const last = found.at(-1)
    if (last?.changed === changed) last.text += ` ${word}`
    else found.push({ text: word, changed })
  })
  return found
}
