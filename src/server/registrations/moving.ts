import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import { Refusal } from '#domain/refusal.ts'
import { previewMove } from '#domain/registrations/moving.ts'
import type { Db } from '#platform/db/query.ts'
import { confirmationsOf } from '#server/qualifications/confirmed.ts'
import { versionOf } from '#server/qualifications/tree.ts'
import { listStandingStates, listUnitsOfRegistration } from './queries.ts'

/** Looks at a move to a newer version of the same qualification and changes nothing (R27). */
export async function moveFor(db: Db, registration: { id: string; versionId: string }, versionId: string) {
  const [was, is] = [await versionOf(db, registration.versionId), await versionOf(db, versionId)]
  if (was.tree.qualificationId !== is.tree.qualificationId || is.tree.version <= was.tree.version)
    throw new Refusal('registrations/not-a-newer-version')
  const chosen = new Set((await listUnitsOfRegistration(db, { registrationId: registration.id })).map(u => u.unitId))
  const states = new Map(
    (await listStandingStates(db, { registrationId: registration.id })).map(s => [s.criterionId, s.state]),
  )
  const preview = previewMove(
    was.tree.units.filter(u => chosen.has(u.id)),
    is.tree.units,
    id => states.get(id) ?? 'none',
  )
  const codes = is.tree.units.filter(u => preview.unitIds.includes(u.id)).map(u => u.code)
  const { qualification, units } = is.structure
  const verdict = checkCombination(qualification, units, codes, await confirmationsOf(db, versionId))
  return { version: is.tree.version, ...preview, verdict }
}
