/** What stands in the way of evidence because of where it came about: told, and refused, with everything else (R99 to R105). */
import type { Obstacle } from '../decisions/obstacles.ts'
import type { Setting } from '../evidence/evidence.ts'
import type { CriterionKind } from '../qualifications/specification.ts'
import { mayComeFrom, type UnitPermission } from './permission.ts'

export type PlacedCriterion = {
  kind: CriterionKind | null
  number: string
  /** Null where the setting of the piece needs no permission, so that none was looked up. */
  permission: UnitPermission | null
}
export type PlacedPiece = {
  setting: Setting | null
  /** Why nothing that happened naturally could be had; empty where nobody said. */
  simulationReason: string
}

/** Refused with the words as printed, or asks for the reason on which it is allowed. None where the setting may be used. */
export function obstaclesOfSetting(criterion: PlacedCriterion, { setting, simulationReason }: PlacedPiece): Obstacle[] {
  if (!setting || !criterion.permission) return []
  const answer = mayComeFrom(setting, criterion, criterion.permission)
  if (answer.answer === 'refused') {
    const { from, about, kind } = answer.source
    const details = { setting, text: answer.text, from, about, kind }
    return [{ code: 'setting-not-allowed', mend: 'other-evidence', details }]
  }
  if (answer.answer === 'on-condition' && !simulationReason.trim())
    return [{ code: 'simulation-reason-missing', mend: 'say-why', details: { setting, condition: answer.condition } }]
  return []
}
