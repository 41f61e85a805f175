/** Which outcome a criterion belongs to, by its number and not by where it stands. */

import type { CriterionSighting } from './draft.ts'

/** The outcome a criterion belongs to by its number alone: "2" for 2.10, "F2.1" for F2.1.3. */
export function outcomeNumberOf(criterion: CriterionSighting, outcomes: ReadonlySet<string>): string {
  const knowledge = /^(?:([a-z]{1,2}\d{1,3})[a-z]|(K)\d{1,2})$/.exec(criterion.number)
  if (knowledge) return knowledge[1] ?? knowledge[2] ?? '1'
  const { under, number } = criterion
  if (under !== null && number.startsWith(under) && /^[a-z]$/.test(number.slice(under.length))) return under
  const upTo = criterion.number.lastIndexOf('.')
  const printed = upTo > 0 ? criterion.number.slice(0, upTo) : null
  if (printed === null || criterion.how === 'by-position') return criterion.under ?? '1'
  if (/^[\d.]+$/.test(printed) && !outcomes.has(printed)) return printed.split('.')[0] as string
  return /^[A-Z]{1,3}$/.test(printed) ? (criterion.under ?? '1') : printed
}
