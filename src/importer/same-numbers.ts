/** Pages that carry one unit's number and another unit's title. */

import type { Note } from './draft.ts'
import type { Draft, Listed } from './reading.ts'
import { plain } from './sameness.ts'

/**
 * A page whose title is, word for word, that of a unit listed under another number is kept apart from both units:
 * which of the two it belongs to is for a person to say. Rule: R20.
 */
export function setApart(drafts: Draft[], listed: Listed[], note: Note): Draft[] {
  const byNumber = new Map(listed.map(row => [row.number, row]))
  const byTitle = new Map(listed.map(row => [plain(row.title), row]))
  return drafts.map(draft => {
    const { number, title } = draft.fields
    const own = number === undefined ? undefined : byNumber.get(number)
    const other = title === undefined ? undefined : byTitle.get(plain(title))
    if (!own || !other || other.number === own.number || other.number === null) return draft
    noteDisagreement(draft, own, other, note)
    return { ...draft, id: `${own.number} (page on line ${draft.line})` }
  })
}

function noteDisagreement({ line }: Draft, own: Listed, other: Listed, note: Note): void {
  note({
    severity: 'error',
    code: 'number-and-title-disagree',
    unit: own.number,
    line,
    message: `This page is headed ${own.number} but has the title of ${other.number}, “${other.title}”; the list of units calls ${own.number} “${own.title}”. It was attached to neither. Say which unit it belongs to.`,
  })
}
