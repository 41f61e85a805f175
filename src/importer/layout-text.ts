/** Text in which columns are kept apart by spaces alone, as some programs write a PDF's pages out. */

import { pageText, type Word } from './page-layout.ts'

// A letter's width and a line's height, in the proportions of print.
const width = 5
const height = 12
const gapped = /\S {3,}\S/

/** Whether a text is laid out with spaces: no tabs, and a good share of its lines with a gap inside. */
export function isLaidOut(text: string): boolean {
  if (text.includes('\t') || text.includes('<t') || text.includes('|')) return false
  const lines = text.split('\n').filter(line => line.trim() !== '')
  const withGaps = lines.filter(line => gapped.test(line)).length
  return withGaps >= 4 && withGaps > lines.length / 8
}

/** The text with its columns told apart by tabs, and wrapped cells put back together, page by page. */
export function layoutText(text: string): string {
  return text
    .split('\f')
    .map(page => pageText(wordsOf(page)))
    .join('\n\n')
}

function wordsOf(page: string): Word[] {
  return page.split(/\r?\n/).flatMap((line, row) =>
    [...line.matchAll(/\S+(?: \S+)*/g)].map(found => ({
      str: found[0],
      x: found.index * width,
      y: -row * height,
      width: found[0].length * width,
      fontSize: 10,
    })),
  )
}
