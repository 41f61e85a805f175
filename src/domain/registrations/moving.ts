/** What becomes of a learner's work when they are moved to a newer version of their qualification, or to its successor. */

import type { StandingState } from '../progress/standing.ts'
import { sameWords } from '../qualifications/likeness.ts'
import type { TreeCriterion, TreeUnit } from '../qualifications/tree.ts'
import { Refusal } from '../refusal.ts'

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

/** A criterion before and after, asked for in the same words: its claims and decisions stand for both. */
export type Carried = { from: string; to: string }

/**
 * The criteria that carry over from the units chosen to the newer version, whichever of its units are taken then (R27).
 * The rule is that of `previewMove`.
 */
export const carriedCriteria = (chosen: TreeUnit[], newer: TreeUnit[]): Carried[] =>
  chosen.flatMap(was => {
    const is = becomes(was, newer)
    return criteriaOf(was).flatMap(criterion => {
      const same = is && sameIn(is, was, criterion)
      return same ? [{ from: criterion.id, to: same.id }] : []
    })
  })

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
    const is = becomes(was, newer)
    if (is) becoming.add(is.id)
    const lost: LostCriterion[] = []
    for (const criterion of criteriaOf(was)) {
      const same = is && sameIn(is, was, criterion)
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

export const headingOf = ({ id, number, title }: TreeUnit): UnitHeading => ({ unitId: id, number, title })
const criteriaOf = (unit: TreeUnit): TreeCriterion[] => unit.outcomes.flatMap(outcome => outcome.criteria)

/** The unit of the newer version that a unit is; null where there is none. */
export const becomes = (was: TreeUnit, newer: TreeUnit[]): TreeUnit | null =>
  newer.find(unit => unit.id === was.id) ?? newer.find(unit => sameUnit(was, unit)) ?? null

const sameIn = (is: TreeUnit, was: TreeUnit, criterion: TreeCriterion): TreeCriterion | undefined =>
  is.id === was.id ? criterion : criteriaOf(is).find(other => sameCriterion(criterion, other))

/** A claim on evidence that waits for somebody qualified, or a confirmed criterion that is in question. */
export type Undecided = { criterionId: string; evidenceId: string; number: number }

export type Move = {
  chosen: TreeUnit[]
  newer: TreeUnit[]
  /** The units of the newer version that are taken, the mandatory ones included. */
  unitIds: readonly string[]
  stateOf: (criterionId: string) => StandingState
  undecided: Undecided[]
  /** Units of the newer version in which something else stands that goes along. */
  along: ReadonlySet<string>
  /** How many things that are named stay behind. */
  left: number
  /** The figures that were on the screen when it was confirmed. */
  seen: Pick<MovePreview, 'confirmed' | 'begun'> & { left: number }
}

/**
 * Answers what carries over, and refuses a move that would lose something in silence (R27): figures that are no longer those
 * on the screen; a unit left out in which begun work, or what hangs on it, would carry over; evidence that waits for a decision
 * on a criterion that does not carry over, or is in question there, since nobody could decide on it afterwards.
 */
export function checkMove({ chosen, newer, unitIds, stateOf, undecided, along, left, seen }: Move): Carried[] {
  const { confirmed, begun } = previewMove(chosen, newer, stateOf)
  if (!sameShare(confirmed, seen.confirmed) || !sameShare(begun, seen.begun) || left !== seen.left)
    throw new Refusal('moves/changed-meanwhile', { confirmed, begun, left })
  const all = carriedCriteria(chosen, newer)
  const taken = new Set(
    newer
      .filter(unit => unitIds.includes(unit.id))
      .flatMap(criteriaOf)
      .map(c => c.id),
  )
  const dropped = new Set(all.filter(c => stateOf(c.from) !== 'none' && !taken.has(c.to)).map(c => c.to))
  const leftOut = newer.filter(
    unit => criteriaOf(unit).some(c => dropped.has(c.id)) || (along.has(unit.id) && !unitIds.includes(unit.id)),
  )
  if (leftOut.length > 0) throw new Refusal('moves/units-left-out', { units: leftOut.map(headingOf) })
  const carried = all.filter(c => taken.has(c.to))
  const kept = new Set(carried.map(c => c.from))
  const waiting = undecided.filter(u => !kept.has(u.criterionId))
  if (waiting.length > 0)
    throw new Refusal('moves/evidence-waits', {
      evidence: [...new Set(waiting.map(u => u.number))].sort((a, b) => a - b),
    })
  return carried
}

type Share = MovePreview['confirmed']
const sameShare = (a: Share, b: Share) => a.carried === b.carried && a.lost === b.lost

const isAccredited = (code: string) => /^[A-Z]\/\d{3}\/\d{4}$/.test(code)
const sameUnit = (was: TreeUnit, is: TreeUnit) =>
  (was.reference !== null && was.reference === is.reference) || (was.code === is.code && isAccredited(was.code))

const sameCriterion = (was: TreeCriterion, is: TreeCriterion) =>
  was.number === is.number &&
  was.kind === is.kind &&
  sameWords(was.text, is.text) &&
  was.parts.length === is.parts.length &&
  was.parts.every((part, at) => sameWords(part.text, is.parts[at]?.text ?? ''))
