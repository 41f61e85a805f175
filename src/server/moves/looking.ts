import { gapsInPlace, noFacts } from '#domain/competence/authority.ts'
import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import { Refusal } from '#domain/refusal.ts'
import { goesAlong } from '#domain/registrations/along.ts'
import { carriedCriteria, previewMove } from '#domain/registrations/moving.ts'
import { dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { listFollowed } from '#server/accreditations/queries.ts'
import { listUndecidedClaims } from '#server/claims/queries.ts'
import { confirmationsOf } from '#server/qualifications/confirmed.ts'
import { type Version, versionOf } from '#server/qualifications/tree.ts'
import { listAllocations, listStandingStates, listUnitsOfRegistration } from '#server/registrations/queries.ts'
import { selectHanging } from './queries.ts'

type From = { id: string; versionId: string }

/** Both versions, the units chosen and where the learner has come in them; refuses what is no way forward (R14, R27). */
export async function moveSituation(db: Db, registration: From, versionId: string, now: string) {
  const [was, is] = [await versionOf(db, registration.versionId), await versionOf(db, versionId)]
  const same = was.tree.qualificationId === is.tree.qualificationId
  if (
    same ? is.tree.version <= was.tree.version : !(await follows(db, is.tree.qualificationId, was.tree.qualificationId))
  )
    throw new Refusal('registrations/not-a-newer-version')
  const registrationId = registration.id
  const chosen = new Set((await listUnitsOfRegistration(db, { registrationId })).map(u => u.unitId))
  const states = new Map((await listStandingStates(db, { registrationId })).map(s => [s.criterionId, s.state]))
  const units = was.tree.units.filter(u => chosen.has(u.id))
  return {
    ...{ was, is, same },
    chosen: units,
    stateOf: (criterionId: string) => states.get(criterionId) ?? 'none',
    undecided: await listUndecidedClaims(db, { registrationId }),
    along: await alongWith(db, registrationId, { was, is, chosen: units }, now),
  }
}

type Between = { was: Version; is: Version; chosen: TreeUnit[] }

/** What hangs on the registration besides claims and decisions, and what of it goes along. */
async function alongWith(db: Db, registrationId: string, { was, is, chosen }: Between, now: string) {
  const newer = is.tree.units
  const unitIds = [...new Set([...chosen, ...newer].map(u => u.id))]
  const hanging = await selectHanging(db, { registrationId, unitIds })
  // Whoever may not stand in their place there, by role, records or a conflict of interest, is not carried over.
  const subject = { qualificationId: is.tree.qualificationId, level: is.tree.level, day: dayOfInstant(now) }
  const places = (await listAllocations(db, { registrationId }))
    .filter(a => a.endedAt === null)
    .map(({ role, personId, name, facts, holdsRole, barred }) => ({
      ...{ role, personId, name },
      able: holdsRole && !barred && gapsInPlace(facts ?? noFacts, role, subject).length === 0,
    }))
  const asked = new Map([was, is].flatMap(v => v.tree.units.map(u => [u.id, requirementsIn(v, u)] as const)))
  return goesAlong({ chosen, newer }, unit => asked.get(unit.id) ?? [], { ...hanging, places })
}

const requirementsIn = ({ structure }: Version, unit: TreeUnit) =>
  structure.units.find(u => u.id === unit.code)?.evidenceRequirements ?? []

/** Whether one qualification follows another, at any remove. */
async function follows(db: Db, later: string, earlier: string): Promise<boolean> {
  const before = new Map((await listFollowed(db, {})).map(f => [f.qualificationId, f.predecessorId]))
  const seen = new Set<string>()
  for (let id = before.get(later); id && !seen.has(id); id = before.get(id)) {
    if (id === earlier) return true
    seen.add(id)
  }
  return false
}

/** Looks at a move and changes nothing (R27). */
export async function moveFor(db: Db, registration: From, versionId: string, now: string) {
  const { is, chosen, stateOf, undecided, along } = await moveSituation(db, registration, versionId, now)
  const preview = previewMove(chosen, is.tree.units, stateOf)
  const carried = new Map(carriedCriteria(chosen, is.tree.units).map(c => [c.from, c.to]))
  const begun = new Set([...carried].filter(([from]) => stateOf(from) !== 'none').map(([, to]) => to))
  const codes = is.tree.units.filter(u => preview.unitIds.includes(u.id)).map(u => u.code)
  const { qualification, units } = is.structure
  return {
    ...{ version: is.tree.version, title: is.tree.title },
    ...preview,
    begunUnits: is.tree.units
      .filter(u => along.unitIds.has(u.id) || u.outcomes.some(o => o.criteria.some(c => begun.has(c.id))))
      .map(u => u.id),
    left: along.left,
    waiting: [...new Set(undecided.filter(u => !carried.has(u.criterionId)).map(u => u.number))].sort((a, b) => a - b),
    verdict: checkCombination(qualification, units, codes, await confirmationsOf(db, versionId)),
  }
}
