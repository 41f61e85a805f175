/** A text with the words that were looked for marked in it. */
export function Highlighted({ text, words }: { text: string; words: string }) {
  const looked = words.split(/\s+/).filter(word => word.length > 1)
  if (looked.length === 0) return text
  const pattern = new RegExp(`(${looked.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi')
  return text.split(pattern).map((part, at) => (at % 2 === 1 ? <mark key={at}>{part}</mark> : part))
}
