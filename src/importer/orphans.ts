/** Pages whose heading is lost: known only by their criteria, and by where they stand between other units. */

import type { Note } from './draft.ts'
import type { Draft, Listed } from './reading.ts'
import { fieldsOf, isSame } from './sameness.ts'

/**
 * Gives each page without a heading the one listed unit that has no page and stands where the page stands.
 * Where no unit, or more than one, could be meant, the page is kept under a made-up title. Either is an error
 * for a person to settle; nothing lost is filled in. Rule: R22.
 */
export function adoptOrphans(drafts: Draft[], listed: Listed[], note: Note): Draft[] {
  return drafts.map((draft, at) => {
    if (!draft.orphan) return draft
    const before = drafts.slice(0, at).findLast(other => !other.orphan)
    const after = drafts.slice(at + 1).find(other => !other.orphan)
    const free = between(listed, before, after).filter(
      row => !drafts.some(other => isSame(other.fields, fieldsOf(row))),
    )
    const [row, ...others] = free
    const adopted = row && others.length === 0 ? adopt(draft, row) : named(draft, before)
    noteOrphan(adopted, row && others.length === 0 ? row : null, before, note)
    return adopted
  })
}

function between(listed: Listed[], before: Draft | undefined, after: Draft | undefined): Listed[] {
  const from = before ? listed.findIndex(row => isSame(before.fields, fieldsOf(row))) : -1
  const to = after ? listed.findIndex(row => isSame(after.fields, fieldsOf(row))) : listed.length
  return listed.slice(from + 1, to < 0 ? listed.length : to)
}

function adopt(draft: Draft, row: Listed): Draft {
  return { ...draft, fields: fieldsOf(row), place: row.place }
}

function named(draft: Draft, before: Draft | undefined): Draft {
  return {
    ...draft,
    fields: { title: `Unit without a heading, after ${before?.fields.title ?? `line ${draft.line}`}` },
  }
}

function noteOrphan(draft: Draft, row: Listed | null, before: Draft | undefined, note: Note): void {
  const first = draft.sightings[0]?.number.split('.')[0] ?? '1'
  const lost =
    Number(first) > 1 ? ` and ${Number(first) === 2 ? 'outcome 1' : `outcomes 1 to ${Number(first) - 1}`}` : ''
  const known = row
    ? `The list of units says it is ${row.reference ?? row.number} “${row.title}”${row.level === null ? '' : `, level ${row.level}`}${row.credit === null ? '' : `, credit ${row.credit}`}.`
    : 'No list of units says which it is.'
  note({
    severity: 'error',
    code: 'unit-heading-missing',
    unit: draft.fields.reference ?? draft.fields.number ?? draft.fields.title ?? null,
    line: draft.line,
    message: `The heading${lost} of the unit after “${before?.fields.title ?? 'the beginning'}” ${lost === '' ? 'is' : 'are'} lost. ${known} Take what is missing from another specification with the same unit number, or from the published unit.`,
  })
}
