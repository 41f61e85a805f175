/** What would become of a learner's work, were they moved to a newer version of their qualification. */

import type { StandingState } from '../progress/standing.ts'
import { sameWords } from '../qualifications/likeness.ts'
import type { TreeCriterion, TreeUnit } from '../qualifications/tree.ts'

export type UnitHeading = { unitId: string; number: string | null; title: string }

export type LostCriterion = { criterionId: string; number: string; text: string; state: StandingState }

export type UnitMove = {
  unit: UnitHeading
  /** The unit of the newer version that it is; null where there is none. */
  becomes: UnitHeading | null
  /** The newer version holds this very unit, word for word: everything on it stays as it is. */
  identical: boolean
  /** Criteria that are asked for in the same words under the same number. */
  carried: number
  /** The others, with where the learner has come in them. */
  lost: LostCriterion[]
}

export type MovePreview = {
  units: UnitMove[]
  /** What is asked for on top: criteria of mandatory units, and of units that become others, that stand in nothing carried. */
  newCriteria: number
  /** Units of the newer version that nobody had to take before. */
  newMandatory: UnitHeading[]
  /** The selection to begin with there: the mandatory units and what the chosen ones become. */
  unitIds: string[]
  confirmed: { carried: number; lost: number }
  begun: { carried: number; lost: number }
}

/**
 * Compares the units chosen with the newer version (R27). A unit is the same only where its content is, or its reference
 * or accreditation number; a local code names another unit in another version (R20). A criterion carries over only with
 * the same number, kind and words, parts included. Refuses nothing and moves nothing.
 */
export function previewMove(
  chosen: TreeUnit[],
  newer: TreeUnit[],
  stateOf: (criterionId: string) => StandingState,
): MovePreview {
  const [confirmed, begun] = [
    { carried: 0, lost: 0 },
    { carried: 0, lost: 0 },
  ]
  const carriedOver = new Set<string>()
  const becoming = new Set<string>()
  const units = chosen.map((was): UnitMove => {
    const is = newer.find(unit => unit.id === was.id) ?? newer.find(unit => sameUnit(was, unit)) ?? null
    if (is) becoming.add(is.id)
    const asked = is ? criteriaOf(is) : []
    const lost: LostCriterion[] = []
    for (const criterion of criteriaOf(was)) {
      const same = is?.id === was.id ? criterion : asked.find(other => sameCriterion(criterion, other))
      const state = stateOf(criterion.id)
      const side = same ? 'carried' : 'lost'
      if (same) carriedOver.add(same.id)
      else lost.push({ criterionId: criterion.id, number: criterion.number, text: criterion.text, state })
      if (state === 'confirmed') confirmed[side] += 1
      if (state !== 'none') begun[side] += 1
    }
    return {
      ...{ unit: headingOf(was), becomes: is && headingOf(is), identical: is?.id === was.id },
      ...{ carried: criteriaOf(was).length - lost.length, lost },
    }
  })
  const taken = newer.filter(unit => unit.mandatory || becoming.has(unit.id))
  return {
    units,
    newCriteria: taken.flatMap(criteriaOf).filter(criterion => !carriedOver.has(criterion.id)).length,
    newMandatory: newer.filter(unit => unit.mandatory && !becoming.has(unit.id)).map(headingOf),
    unitIds: taken.map(unit => unit.id),
    ...{ confirmed, begun },
  }
}

const headingOf = ({ id, number, title }: TreeUnit): UnitHeading => ({ unitId: id, number, title })
const criteriaOf = (unit: TreeUnit): TreeCriterion[] => unit.outcomes.flatMap(outcome => outcome.criteria)

const isAccredited = (code: string) => /^[A-Z]\/\d{3}\/\d{4}$/.test(code)
const sameUnit = (was: TreeUnit, is: TreeUnit) =>
  (was.reference !== null && was.reference === is.reference) || (was.code === is.code && isAccredited(was.code))

const sameCriterion = (was: TreeCriterion, is: TreeCriterion) =>
  was.number === is.number &&
  was.kind === is.kind &&
  sameWords(was.text, is.text) &&
  was.parts.length === is.parts.length &&
  was.parts.every((part, at) => sameWords(part.text, is.parts[at]?.text ?? ''))
