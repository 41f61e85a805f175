/** What stands in the way of evidence because of where it came about: told, and refused, with everything else (R99 to R105). */
import type { Obstacle } from '../decisions/obstacles.ts'
import type { Setting } from '../evidence/evidence.ts'
import type { CriterionKind } from '../qualifications/specification.ts'
import { checklists, type SetUpFact, type SetUpKind, setUpKinds } from './checklists.ts'
import { mayComeFrom, type UnitPermission } from './permission.ts'

export type PlacedCriterion = {
  kind: CriterionKind | null
  number: string
  unitId: string
  /** Null where the setting of the piece needs no permission, so that none was looked up. */
  permission: UnitPermission | null
}
export type PlacedPiece = {
  setting: Setting | null
  /** Why nothing that happened naturally could be had; empty where nobody said. */
  simulationReason: string
  /** The simulation or environment of the centre that it came from; null where it names none. */
  setUp: SetUpFact | null
}

/**
 * Refused with the words as printed, or asks for the reason on which it is allowed; and for the set-up with its checklist.
 * None where the setting may be used.
 */
export function obstaclesOfSetting(criterion: PlacedCriterion, piece: PlacedPiece): Obstacle[] {
  const { setting, simulationReason } = piece
  if (!setting) return []
  const answer = criterion.permission && mayComeFrom(setting, criterion, criterion.permission)
  if (answer?.answer === 'refused') {
    const { from, about, kind } = answer.source
    const details = { setting, text: answer.text, from, about, kind }
    return [{ code: 'setting-not-allowed', mend: 'other-evidence', details }]
  }
  const checklist = isSetUpKind(setting) ? obstaclesOfChecklist(setting, criterion, piece) : []
  if (answer?.answer === 'on-condition' && !simulationReason.trim()) {
    const details = { setting, condition: answer.condition }
    return [{ code: 'simulation-reason-missing', mend: 'say-why', details }, ...checklist]
  }
  return checklist
}

const isSetUpKind = (setting: Setting): setting is SetUpKind => (setUpKinds as readonly Setting[]).includes(setting)

/** Unusable until it names a set-up of its kind, made for the unit, whose checklist is complete (R105). */
function obstaclesOfChecklist(setting: SetUpKind, { unitId }: PlacedCriterion, { setUp }: PlacedPiece): Obstacle[] {
  if (setUp?.kind !== setting) return [{ code: 'set-up-not-named', mend: 'other-evidence', details: { setting } }]
  const { name, met, complete, unitIds } = setUp
  if (!unitIds.includes(unitId))
    return [{ code: 'set-up-for-other-units', mend: 'other-evidence', details: { setting, name } }]
  if (complete) return []
  const details = { setting, name, met, of: checklists[setting].length }
  return [{ code: 'checklist-incomplete', mend: 'other-evidence', details }]
}
