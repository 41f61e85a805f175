import { type Authority, authorityOn, noFacts } from '#domain/competence/authority.ts'
import { withFirst } from '#domain/coverage/occasions.ts'
import type { JudgingRole } from '#domain/decisions/decide.ts'
import type { MadeUnder } from '#domain/decisions/events.ts'
import { type CriterionKey, type JudgedTick, keyOf, type Layers, type Tick } from '#domain/decisions/layers.ts'
import type { JudgedCriterion, JudgedPiece } from '#domain/decisions/obstacles.ts'
import { tellingOf } from '#domain/evidence/records.ts'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import type { UnitPermission } from '#domain/settings/permission.ts'
import { dayOfInstant } from '#domain/time.ts'
import { type Db, together } from '#platform/db/query.ts'
import { NotFound } from '#platform/http/problems.ts'
import { type Held, spokenOf } from '#server/progress/update.ts'
import { type PermissionOf, permissionsFor } from '#server/settings/permissions.ts'
import { type ListAssessmentRow, type ListTicksRow, listAssessment, listTicks, lockVersion } from './queries.ts'

export type Assessment = {
  evidence: Omit<ListAssessmentRow, keyof PlaceRow | 'occasions'> & { occasions: ReturnType<typeof withFirst> }
  places: Place[]
  learnerId: string
  centreId: string
  conflicted: boolean
}

type PlaceRow = Pick<
  ListAssessmentRow,
  | 'registrationId'
  | 'versionId'
  | 'qualificationId'
  | 'level'
  | 'kindsOff'
  | 'unitIds'
  | 'ownRoles'
  | 'countersignerNamed'
  | 'traineeNamed'
>

/** A registration with what the actor's records say of it today. */
export type Place = Omit<PlaceRow, 'registrationId' | 'versionId'> & {
  registrationId: string
  versionId: string
  qualified: Authority
  working: Authority
}

/** The evidence, if it exists for this actor, with the registrations it may serve and the actor's places there. */
export async function loadAssessment(
  db: Db,
  actorId: string,
  evidenceId: string,
  version: number | null,
  now: string,
): Promise<Assessment> {
  const rows = await listAssessment(db, { evidenceId, actor: actorId, version })
  const [evidence] = rows
  if (!evidence) throw new NotFound()
  const day = dayOfInstant(now)
  return {
    evidence: { ...evidence, occasions: withFirst(evidence.occasions) },
    places: rows.flatMap(row => placeOn(row, day) ?? []),
    learnerId: evidence.learnerId,
    centreId: evidence.centreId,
    conflicted: evidence.conflicted,
  }
}

function placeOn(
  { registrationId, versionId, qualificationId, level, facts, ...row }: ListAssessmentRow,
  day: string,
): Place | null {
  if (!registrationId || !versionId || !qualificationId) return null
  const { kindsOff, unitIds, ownRoles, countersignerNamed, traineeNamed } = row
  const asked = { role: 'assessor' as const, qualificationId, level, day }
  return {
    ...{ registrationId, versionId, qualificationId, level },
    ...{ kindsOff, unitIds, ownRoles, countersignerNamed, traineeNamed },
    qualified: authorityOn(facts ?? noFacts, { ...asked, needs: 'qualified' }),
    working: authorityOn(facts ?? noFacts, { ...asked, needs: 'working-towards' }),
  }
}

/** Locks the version, so that what is compared now is what is decided on, and the progress that a decision on it may move. */
export async function lockedSituation(db: Db, { evidence, learnerId }: Assessment) {
  const ids = { evidenceId: evidence.id, version: evidence.version }
  // In this order: what the ticks are is read once the locks are held.
  const [{ registrationIds, ...locked }, ticks] = await together([
    lockVersion(db, { ...ids, learnerId }),
    listTicks(db, ids),
  ])
  const spoken = new Map(ticks.map(t => [keyOf(t), t.spoken ? spokenBy(t) : null]))
  return { ...locked, layers: layersOf(ticks), held: { registrationIds, spoken } satisfies Held }
}

const spokenBy = (t: ListTicksRow) =>
  spokenOf({
    reason: t.spokenReason,
    evidenceId: t.spokenEvidenceId,
    version: t.spokenVersion,
    since: t.spokenSince,
  })

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
      const judged = {
        ...tick,
        outcome: row.outcome,
        reason: row.reason,
        decisionId: row.decisionId,
        inQuestion: row.inQuestion,
      } as JudgedTick
      layers[row.layer as 'trainee' | 'assessor'].push(judged)
    }
  }
  return layers
}

/** What entitles the actor to judge here today; null where nothing does. */
export function underOn(place: Place, layer: 'trainee' | 'assessor') {
  const answer = layer === 'trainee' ? place.working : place.qualified
  return answer.entitled ? answer.under : null
}

/**
 * The capacity in which the actor judges on a registration, for a decision that counts or a provisional one. None where
 * they are named and their records do not entitle them today.
 */
export function capacityOn(place: Place, layer: 'trainee' | 'assessor'): JudgingRole | null {
  const own = place.ownRoles ?? []
  if (!underOn(place, layer)) return null
  if (layer === 'trainee') return own.includes('trainee-assessor') ? 'trainee-assessor' : null
  if (own.includes('countersigner') && (place.traineeNamed || !own.includes('assessor'))) return 'countersigner'
  return own.includes('assessor') ? 'assessor' : null
}

/** A unit's criteria as a decision needs to know them; only those of `named` where it is given. */
export const judgedCriteria = (
  unit: TreeUnit,
  permission: UnitPermission | null,
  { kindsOff }: Pick<Place, 'kindsOff'>,
  named?: ReadonlySet<string>,
): JudgedCriterion[] =>
  unit.outcomes.flatMap(o =>
    (named ? o.criteria.filter(c => named.has(c.id)) : o.criteria).map(c => ({
      ...{ criterionId: c.id, number: c.number, kind: c.kind },
      ...{ plural: c.plural, text: c.text, verb: c.verb },
      ...{ unitId: unit.id, permission, kindsOff },
    })),
  )

/** Of where the evidence may come from, by version and unit; looked up only where its setting needs a permission. */
export const permissionsAt = (db: Db, { evidence, places, centreId }: Assessment): Promise<PermissionOf> =>
  permissionsFor(
    db,
    [evidence.setting, ...evidence.occasions.map(o => o.setting)],
    places.map(p => p.versionId),
    centreId,
  )

/** The evidence as a decision needs to know it. */
export const pieceOf = ({ evidence }: Assessment): JudgedPiece => ({
  type: evidence.type,
  shownOn: evidence.shownOn,
  planned: evidence.planned,
  setting: evidence.setting,
  simulationReason: evidence.simulationReason,
  recorded: evidence.recorded,
  occasions: evidence.occasions,
  kept: evidence.kept,
  setUp: evidence.setUp,
  telling: tellingOf(evidence.type, evidence.record, evidence.statementText),
})

/** What entitled the actor, for each registration that the decision touches (R115). */
export function authorityFor(
  { places }: Assessment,
  judgements: readonly CriterionKey[],
  layer: 'trainee' | 'assessor',
) {
  return [...new Set(judgements.map(j => j.registrationId))].flatMap((registrationId): MadeUnder[] => {
    const place = places.find(p => p.registrationId === registrationId)
    const under = place && underOn(place, layer)
    return under ? [{ registrationId, under }] : []
  })
}
