/** Choices of units that a document works out as an example, held against its own structure and rules. */

import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import type { QualificationSpecification, Specification } from '#domain/qualifications/specification.ts'
import type { Note } from './draft.ts'
import type { Line } from './line.ts'

type Choice = { line: number; units: string[] }

/** Notes every worked choice that names a unit outside the structure, or that the document's rules would refuse. Rule: R38, R39. */
export function noteChoices({ qualifications, units }: Specification, lines: Line[], note: Note): void {
  for (const choice of choicesIn(lines)) {
    const meant = qualificationOf(choice, qualifications)
    if (!meant) continue
    const verdict = checkCombination(meant, units, choice.units)
    const [first] = verdict.problems.filter(
      problem =>
        problem.code === 'unit-not-in-structure' || problem.code === 'unit-unknown' || problem.code.endsWith('-over'),
    )
    if (!first) continue
    note({
      severity: 'warning',
      code: 'worked-choice-refused',
      line: choice.line,
      message: `The choice worked out here, ${choice.units.join(', ')}, breaks the rules of “${meant.title}”: ${first.message}`,
    })
  }
}

/** Unit codes that stand one a line, four or more, as on a checklist; other cells between them are no hindrance. */
function choicesIn(lines: Line[]): Choice[] {
  const choices: Choice[] = []
  let open: Choice | null = null
  for (const { pieces, number } of lines) {
    const text = pieces.length === 1 ? (pieces[0]?.text ?? '') : ''
    const code = /^[A-Z]{1,3}\d{1,3}$/.test(text) ? text : null
    if (code && open) open.units.push(code)
    else if (code) choices.push((open = { line: number, units: [code] }))
    else if (!/^(?:mandatory|optional|option|core)$/i.test(text)) open = null
  }
  return choices.filter(choice => choice.units.length >= 4)
}

/** The qualification that holds most of the choice. */
function qualificationOf(
  choice: Choice,
  qualifications: QualificationSpecification[],
): QualificationSpecification | null {
  const held = (qualification: QualificationSpecification) =>
    qualification.units.filter(place => choice.units.includes(place.unit)).length
  const [best] = qualifications.toSorted((a, b) => held(b) - held(a))
  return best && held(best) > choice.units.length / 2 ? best : null
}
