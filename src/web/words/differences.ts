import type { Difference, UnitChange } from '#domain/qualifications/difference.ts'
import type { CriterionChange } from '#domain/qualifications/difference-criteria.ts'
import { list } from './codes.ts'
import { criteriaText, simulationWords } from './qualifications.ts'
import { dayText } from './times.ts'

/** Headings under which the criteria of a unit stand, by what became of them. */
export const criterionChangeWords: Record<CriterionChange['kind'], string> = {
  added: 'New',
  removed: 'No longer asked for',
  reworded: 'Worded differently',
  moved: 'Has another number',
  'moved-and-reworded': 'Has another number, worded differently',
  'of-another-kind': 'Another kind of criterion',
}

const fields: Record<string, string> = {
  title: 'Title',
  number: 'Number',
  reference: 'Reference',
  framework: 'Framework',
  level: 'Level',
  totalCredit: 'Credits in all',
  rulesComplete: 'All rules known',
  opens: 'Registration opens',
  lastRegistration: 'Last registration',
  lastCertification: 'Last certification',
  credit: 'Credit',
  glh: 'Guided learning hours',
  knowledgeOnly: 'Knowledge only',
  worksheet: 'Assessed by a worksheet',
  group: 'Group',
  theme: 'Theme',
  mandatory: 'Mandatory',
  simulation: 'Simulation',
}

export const fieldText = (field: string): string => fields[field] ?? field

/** A value as a person says it: yes and no, days in words, "not said" for none. */
export function valueText(value: string | number | boolean | null): string {
  if (value === null || value === '') return 'not said'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string' && value in simulationWords)
    return simulationWords[value as keyof typeof simulationWords]
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : String(value)
}

/** "1 unit is new, 2 have changed and 36 are as they were. Every criterion keeps its number." */
export function differenceText({ units, numbersKept, same }: Difference): string {
  if (same) return 'Nothing has changed.'
  const said = [
    part(units.added.length, 'new'),
    part(units.removed.length, 'gone'),
    units.changed.length > 0 && `${units.changed.length} ${units.changed.length === 1 ? 'has' : 'have'} changed`,
    part(units.kept, 'as before'),
  ].filter(text => text !== false)
  const numbers = numbersKept ? 'What stays keeps its number.' : 'Some numbers have changed.'
  return `Of the units, ${list(said)}. ${numbers}`
}

const part = (n: number, what: string) => n > 0 && `${n} ${n === 1 ? 'is' : 'are'} ${what}`

/** "was D6 · title, credit changed · 3 criteria changed, 12 as before" */
export function unitChangeText({ details, criteria, criteriaKept, codeBefore }: UnitChange): string {
  const fieldsChanged = details.map(({ field }) => fieldText(field).toLowerCase()).join(', ')
  const kept = criteria.length > 0 ? `${criteriaKept} as before` : `${criteriaText(criteriaKept)} as before`
  return [
    codeBefore && `was ${codeBefore}`,
    fieldsChanged && `${fieldsChanged} changed`,
    [criteria.length > 0 && `${criteriaText(criteria.length)} changed`, kept].filter(Boolean).join(', '),
  ]
    .filter(Boolean)
    .join(' · ')
}
