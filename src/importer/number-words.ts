/** Numbers as rules spell them: in figures or in words. */

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The form of such a number, as one group of a regular expression. */
export const amountWord = `(\\d{1,3}|${words.slice(1).join('|')})`

/** The value of "5" or "five"; -1 for anything else. */
export function numberIn(text: string | undefined): number {
  return /^\d+$/.test(text ?? '') ? Number(text) : words.indexOf((text ?? '').toLowerCase())
}
