/** Values in a unit's head whose labels were lost. */

import type { Note } from './draft.ts'
import { suits } from './labels.ts'
import { unitNumberIn } from './numbers.ts'
import type { Draft, Listed } from './reading.ts'

/**
 * Gives a unit the values that stood in its head without labels. A number alone does not say whether it is a
 * level or a credit, so the list of units decides where there is one, and the report says so.
 */
export function withLooseValues(draft: Draft, listed: Listed[], note: Note): Draft {
  const fields = { ...draft.fields }
  const reference = draft.loose.map(unitNumberIn).find(found => found !== null)
  fields.reference ??= reference ?? undefined
  const numbers = draft.loose.filter(value => /^\d{1,3}$/.test(value))
  fields.title ??= draft.loose.find(isTitle)?.replace(/^(?:unit\s+)?title\s+(?=\p{Lu})/iu, '')
  const row = listed.find(unit => unit.reference !== null && unit.reference === fields.reference)
  if (numbers.length > 0 && (fields.level === undefined || fields.credit === undefined)) {
    fields.level ??= amount(row?.level, numbers[0])
    fields.credit ??= amount(row?.credit, numbers[1])
    noteLost(draft, fields.reference ?? fields.number ?? null, row !== undefined, note)
  }
  return { ...draft, fields }
}

function amount(listed: number | null | undefined, printed: string | undefined): string | undefined {
  return listed == null ? printed : String(listed)
}

function isTitle(value: string): boolean {
  return (
    suits('title', value) && unitNumberIn(value) === null && !/[.;:]$/.test(value) && /^[\p{Lu}\d‘“"'(]/u.test(value)
  )
}

function noteLost(draft: Draft, unit: string | null, isListed: boolean, note: Note): void {
  note({
    severity: 'warning',
    code: 'labels-lost',
    unit,
    line: draft.line,
    message: `The labels of this unit's head are lost and only the values ${draft.loose.slice(0, 5).join(', ')} are left. ${
      isListed ? 'They were checked against the list of units.' : 'They were read as level, then credit; check them.'
    }`,
  })
}
