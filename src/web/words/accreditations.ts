import type { OtherNumber } from '#domain/qualifications/accreditation.ts'
import { type Codes, text } from './codes.ts'
import { dayText } from './times.ts'

const schemes: Record<string, string> = { 'edexcel-q': 'Edexcel code', aps: 'SQA APS code', CASE: 'Code in CASE' }

/** What a number of this scheme is called. A scheme that a centre wrote down itself is called as it was written. */
export const schemeName = (scheme: string): string => schemes[scheme] ?? scheme

/** "601/3544/X, Q5001333, GC2V 22" */
export const numbersText = ({ number, otherNumbers }: { number: string | null; otherNumbers: OtherNumber[] }): string =>
  [number, ...otherNumbers.map(other => other.value)].filter(Boolean).join(', ')

/** "from 1 May 2011 to 30 April 2016" */
export function accreditedText(from: string | null, to: string | null): string {
  if (from && to) return `${dayText(from)} to ${dayText(to)}`
  if (from) return `from ${dayText(from)}`
  return to ? `to ${dayText(to)}` : 'not known'
}

export const accreditationsCodes = {
  'accreditations/out-of-order': () => 'A qualification cannot end before it is accredited. Check the two days.',
  'accreditations/two-predecessors': () => 'Choose the predecessor from the catalogue or write it down, not both.',
  'accreditations/unknown-predecessor': () => 'The predecessor is not in this centre’s catalogue. Choose another.',
  'accreditations/follows-itself': () =>
    'This qualification would come to follow itself. Choose a predecessor that does not follow it.',
  'accreditations/nothing-changed': () => 'This is what counts already.',
  'accreditations/changed-meanwhile': d =>
    `${text(d.by, 'Somebody else')} has recorded something else meanwhile. Look at it, then record yours.`,
} satisfies Codes
