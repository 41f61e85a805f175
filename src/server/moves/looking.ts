import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import { Refusal } from '#domain/refusal.ts'
import { carriedCriteria, previewMove } from '#domain/registrations/moving.ts'
import type { Db } from '#platform/db/query.ts'
import { listFollowed } from '#server/accreditations/queries.ts'
import { listUndecidedClaims } from '#server/claims/queries.ts'
import { confirmationsOf } from '#server/qualifications/confirmed.ts'
import { versionOf } from '#server/qualifications/tree.ts'
import { listStandingStates, listUnitsOfRegistration } from '#server/registrations/queries.ts'

type From = { id: string; versionId: string }

/** Both versions, the units chosen and where the learner has come in them; refuses what is no way forward (R14, R27). */
export async function moveSituation(db: Db, registration: From, versionId: string) {
  const [was, is] = [await versionOf(db, registration.versionId), await versionOf(db, versionId)]
  const same = was.tree.qualificationId === is.tree.qualificationId
  if (
    same ? is.tree.version <= was.tree.version : !(await follows(db, is.tree.qualificationId, was.tree.qualificationId))
  )
    throw new Refusal('registrations/not-a-newer-version')
  const registrationId = registration.id
  const chosen = new Set((await listUnitsOfRegistration(db, { registrationId })).map(u => u.unitId))
  const states = new Map((await listStandingStates(db, { registrationId })).map(s => [s.criterionId, s.state]))
  return {
    ...{ was, is, same },
    chosen: was.tree.units.filter(u => chosen.has(u.id)),
    stateOf: (criterionId: string) => states.get(criterionId) ?? 'none',
    undecided: await listUndecidedClaims(db, { registrationId }),
  }
}

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
export async function moveFor(db: Db, registration: From, versionId: string) {
  const { is, chosen, stateOf, undecided } = await moveSituation(db, registration, versionId)
  const preview = previewMove(chosen, is.tree.units, stateOf)
  const carried = new Map(carriedCriteria(chosen, is.tree.units).map(c => [c.from, c.to]))
  const begun = new Set([...carried].filter(([from]) => stateOf(from) !== 'none').map(([, to]) => to))
  const codes = is.tree.units.filter(u => preview.unitIds.includes(u.id)).map(u => u.code)
  const { qualification, units } = is.structure
  return {
    ...{ version: is.tree.version, title: is.tree.title },
    ...preview,
    begunUnits: is.tree.units.filter(u => u.outcomes.some(o => o.criteria.some(c => begun.has(c.id)))).map(u => u.id),
    waiting: [...new Set(undecided.filter(u => !carried.has(u.criterionId)).map(u => u.number))].sort((a, b) => a - b),
    verdict: checkCombination(qualification, units, codes, await confirmationsOf(db, versionId)),
  }
}
