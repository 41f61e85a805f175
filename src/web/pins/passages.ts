/** Words in a piece of writing as a place: found again by what they say, wherever lines break and however text is laid out. */
import type { Place } from '#domain/pins/pins.ts'

type Passage = Extract<Place, { kind: 'passage' }>
type At = { node: Text; offset: number }

/** Every character that is not white space, with where it stands. */
function lettersOf(container: Node): { letters: string; at: At[] } {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT)
  let letters = ''
  const at: At[] = []
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    for (let offset = 0; offset < node.data.length; offset++) {
      const letter = node.data[offset] as string
      if (/\s/.test(letter)) continue
      letters += letter
      at.push({ node, offset })
    }
  }
  return { letters, at }
}

const bare = (text: string): string => text.replace(/\s+/g, '')

/** Where the words stand in the container; null where they do not, or not so often. */
export function rangeOf(container: Node, { text, occurrence }: Pick<Passage, 'text' | 'occurrence'>): Range | null {
  const { letters, at } = lettersOf(container)
  const wanted = bare(text)
  if (!wanted) return null
  let from = -1
  for (let n = 0; n < occurrence; n++) {
    from = letters.indexOf(wanted, from + 1)
    if (from < 0) return null
  }
  const [first, last] = [at[from] as At, at[from + wanted.length - 1] as At]
  const range = document.createRange()
  range.setStart(first.node, first.offset)
  range.setEnd(last.node, last.offset + 1)
  return range
}

/** The words that are marked in the container now, and which of their occurrences it is. */
export function passageIn(container: Node): Pick<Passage, 'text' | 'occurrence'> | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!container.contains(range.startContainer) || !container.contains(range.endContainer)) return null
  const text = selection.toString().replace(/\s+/g, ' ').trim().slice(0, 2000)
  const wanted = bare(text)
  if (!wanted) return null
  const before = document.createRange()
  before.setStart(container, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const begins = bare(before.toString()).length
  const { letters } = lettersOf(container)
  let occurrence = 0
  for (let from = letters.indexOf(wanted); from >= 0 && from <= begins; from = letters.indexOf(wanted, from + 1))
    occurrence += 1
  return { text, occurrence: Math.max(1, occurrence) }
}

/** Colours words without touching them, where the browser can; elsewhere the pin still leads there. */
export function coloured(name: 'pins' | 'pin-opened', ranges: Range[]): () => void {
  if (!('highlights' in CSS)) return () => {}
  const highlight = CSS.highlights.get(name) ?? new Highlight()
  CSS.highlights.set(name, highlight)
  for (const range of ranges) highlight.add(range)
  return () => {
    for (const range of ranges) highlight.delete(range)
  }
}

/** Brings words to the middle of every part that scrolls around them: an element as long as a letter is no place. */
export function showRange(range: Range): void {
  const start = range.startContainer.parentElement
  for (let box = start; box; box = box.parentElement) {
    if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue
    const [words, seen] = [range.getBoundingClientRect(), box.getBoundingClientRect()]
    box.scrollTop += words.top - seen.top - Math.max(0, box.clientHeight - words.height) / 2
  }
  const words = range.getBoundingClientRect()
  if (words.top < 120 || words.bottom > window.innerHeight - 120)
    window.scrollBy({ top: words.top - window.innerHeight / 2 })
}
