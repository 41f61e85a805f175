/** Pages that carry one unit's number and another unit's title. */

import { type Draft, type Listed, plain } from './cataloguing.ts'
import type { Note } from './draft.ts'

/**
 * A page whose title is, word for word, that of a unit listed under another number is kept apart from both units:
 * which of the two it belongs to is for a person to say. Rule: R20.
 */
export function setApart(draft: Draft, listed: Listed[], note: Note): Draft {
  const { number, title } = draft.fields
  if (number === undefined || title === undefined) return draft
  const own = listed.find(row => row.number === number)
  const other = listed.find(row => row.number !== number && plain(row.title) === plain(title))
  if (!own || !other || plain(own.title) === plain(title)) return draft
  note({
    severity: 'error',
    code: 'number-and-title-disagree',
    unit: number,
    line: draft.line,
    message: `This page is headed ${number} but has the title of ${other.number}, “${other.title}”; the list of units calls ${number} “${own.title}”. It was attached to neither. Say which unit it belongs to.`,
  })
  return { ...draft, id: `${number} (page on line ${draft.line})` }
}
