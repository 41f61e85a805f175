/** Evidence requirements: numbered sentences, some with lettered items, apart from the criteria they are about. */

import type { EvidenceRequirement, RequirementItem } from '#domain/qualifications/specification.ts'
import type { DraftRequirement, Note } from './draft.ts'
import { amountWord, numberIn } from './number-words.ts'

const atLeast = new RegExp(`\\bat least ${amountWord}\\b`, 'i')
/** Numbers of these are no list of different things: they say how long, how often and for whom. */
const measured = new RegExp(
  `\\bat least ${amountWord}\\s+(?:different\\s+)?(?:occasions?|days?|weeks?|months?|years?|hours?|times|customers?|per ?cent|%)`,
  'i',
)
const forEach = /\b(?:in|for) each (?:case|one|of (?:them|these))\b/i
const modal = /\b(must|should|needs?|have to|has to|required|may|can)\b/i

/** A unit's evidence requirements: whether each must or may be met, and with how many of its items (R22, R93, R94). */
export function settledRequirements(drafts: DraftRequirement[]): EvidenceRequirement[] {
  const counted = new Map<string, number>()
  return drafts.map(({ number, text, items: parts }) => {
    const items = parts.map(withAmount)
    const amount = amountIn(text, items.length > 0)
    const thing = /\bfor each (\w+)\b/i.exec(text)?.[1]?.toLowerCase() ?? ''
    const earlier = items.length > 0 ? counted.get(thing) : undefined
    const each = items.length > 0 && ((amount !== null && forEach.test(text)) || earlier !== undefined)
    if (each && amount !== null) counted.set(thingCounted(text), amount)
    const quantifier = each ? 'each' : amount === null ? 'all' : 'at-least'
    return { number, text, kind: obliges(text) ? 'must' : 'may', quantifier, atLeast: amount ?? earlier ?? null, items }
  })
}

/** "Must" and the like oblige, and so does a plain statement; a sentence that says "may" or "can" first only permits (R94). */
function obliges(text: string): boolean {
  return text.split(/(?<=[.!?])\s+/).some(sentence => !/^(?:may|can)$/i.test(modal.exec(sentence)?.[1] ?? 'must'))
}

function amountIn(text: string, ofItems: boolean): number | null {
  const found = atLeast.exec(text)?.[1]
  if (found === undefined || (!ofItems && (measured.test(text) || numberIn(found) < 2))) return null
  return numberIn(found)
}

/** "using at least two different formal methods" asks for two of its own. */
function withAmount(item: RequirementItem): RequirementItem {
  const amount = amountIn(item.text, false)
  return amount === null ? item : { ...item, atLeast: amount }
}

/** "change", of "at least two changes". */
const thingCounted = (text: string): string =>
  new RegExp(`${atLeast.source}\\s+(?:different\\s+)?(\\w+?)s?\\b`, 'i').exec(text)?.[2]?.toLowerCase() ?? ''

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
