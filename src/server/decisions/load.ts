import type { JudgingRole } from '#domain/decisions/decide.ts'
import type { JudgedTick, Layers, Tick } from '#domain/decisions/layers.ts'
import type { JudgedCriterion, JudgedPiece } from '#domain/decisions/obstacles.ts'
import type { EvidenceType } from '#domain/evidence/evidence.ts'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import type { Db } from '#platform/db/query.ts'
import {
  type ListPlacesRow,
  type ListTicksRow,
  listPlaces,
  listTicks,
  lockVersion,
  type SelectAssessmentRow,
  selectAssessment,
} from './queries.ts'

export type Assessment = {
  evidence: SelectAssessmentRow
  places: ListPlacesRow[]
  learnerId: string
  centreId: string
  /** The actor's places on any registration of this learner. */
  ownRoles: string[]
}

/** The evidence, if it exists for this actor, with the registrations it may serve and the actor's places there. */
export async function loadAssessment(
  db: Db,
  actorId: string,
  evidenceId: string,
  version: number | null,
): Promise<Assessment> {
  const evidence = await selectAssessment(db, { evidenceId, actor: actorId, version })
  const places = await listPlaces(db, { learnerId: evidence.learnerId, actor: actorId })
  return {
    evidence,
    places,
    learnerId: evidence.learnerId,
    centreId: evidence.centreId,
    ownRoles: [...new Set(places.flatMap(p => p.ownRoles ?? []))],
  }
}

/** Locks the version, so that what is compared now is what is decided on. */
export async function lockedSituation(db: Db, { evidence }: Assessment) {
  const ids = { evidenceId: evidence.id, version: evidence.version }
  const locked = await lockVersion(db, ids)
  return { ...locked, layers: layersOf(await listTicks(db, ids)) }
}

export function layersOf(rows: ListTicksRow[]): Layers {
  const layers: Layers = { learner: [], trainee: [], assessor: [] }
  for (const row of rows) {
    const tick: Tick = {
      registrationId: row.registrationId,
      criterionId: row.criterionId,
      by: row.by,
      byName: row.byName,
      at: row.at,
    }
    if (row.layer === 'learner') layers.learner.push(tick)
    else {
      const judged = { ...tick, outcome: row.outcome, reason: row.reason, decisionId: row.decisionId } as JudgedTick
      layers[row.layer as 'trainee' | 'assessor'].push(judged)
    }
  }
  return layers
}

/** The capacity in which the actor judges on a registration, for a decision that counts or a provisional one. */
export function capacityOn(place: ListPlacesRow, layer: 'trainee' | 'assessor'): JudgingRole | null {
  const own = place.ownRoles ?? []
  if (layer === 'trainee') return own.includes('trainee-assessor') ? 'trainee-assessor' : null
  if (own.includes('countersigner') && (place.traineeNamed || !own.includes('assessor'))) return 'countersigner'
  return own.includes('assessor') ? 'assessor' : null
}

/** A unit's criteria as a decision needs to know them. */
export const judgedCriteria = (unit: TreeUnit): JudgedCriterion[] =>
  unit.outcomes.flatMap(o => o.criteria.map(c => ({ criterionId: c.id, kind: c.kind, plural: c.plural })))

/** The evidence as a decision needs to know it. */
export const pieceOf = ({ evidence }: Assessment): JudgedPiece => ({ type: evidence.type as EvidenceType | null })
