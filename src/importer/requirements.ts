/** Evidence requirements: numbered sentences, some with lettered items, apart from the criteria they are about. */

import type { EvidenceRequirement } from '#domain/qualifications/specification.ts'
import type { DraftRequirement, Note } from './draft.ts'
import { numberIn } from './number-words.ts'

const atLeast = /\bat least (\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b/i
const obliges = /\b(?:must|should|need|needs|have to|has to|required|cannot)\b/i

/** A unit's evidence requirements: whether each must or may be met, and with all of its items or some (R22). */
export function settledRequirements(drafts: DraftRequirement[]): EvidenceRequirement[] {
  return drafts.map(({ number, text, items }) => {
    const least = items.length > 0 ? atLeast.exec(text)?.[1] : undefined
    return {
      number,
      text,
      kind: /\bmay\b/i.test(text) && !obliges.test(text) ? 'may' : 'must',
      quantifier: least === undefined ? 'all' : 'at-least',
      atLeast: least === undefined ? null : numberIn(least),
      items,
    }
  })
}

/** Notes requirements that have lost the sentence before their items. */
export function noteStems(drafts: DraftRequirement[], unit: string, note: Note): void {
  for (const { number, text, items, line } of drafts) {
    if (text !== '' || items.length === 0) continue
    note({
      severity: 'warning',
      code: 'requirement-stem-lost',
      unit,
      line,
      message: `The sentence that opens evidence requirement ${number} is lost; its ${items.length} items are kept.`,
    })
  }
}

/**
 * Notes items in which two have run together: the words of one item that stands elsewhere in the document,
 * followed by the words of another.
 */
export function noteMergedItems(all: { unit: string; requirements: DraftRequirement[] }[], note: Note): void {
  const items = all.flatMap(({ unit, requirements }) =>
    requirements.flatMap(({ number, line, items }) => items.map(item => ({ unit, number, line, ...item }))),
  )
  const known = new Set(items.map(({ text }) => plain(text)))
  for (const { unit, number, code, text, line } of items) {
    const words = plain(text).split(' ')
    const cut = words.findIndex(
      (_, at) =>
        at > 1 &&
        at < words.length - 1 &&
        known.has(words.slice(0, at).join(' ')) &&
        known.has(words.slice(at).join(' ')),
    )
    if (cut < 0) continue
    note({
      severity: 'warning',
      code: 'items-merged',
      unit,
      line,
      message: `Item ${code} of evidence requirement ${number}, “${text}”, looks like two items run together: each half stands alone elsewhere.`,
    })
  }
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
