import { checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import { suggestChanges } from '#domain/qualifications/suggestions.ts'
import type { Db } from '#platform/db/query.ts'
import { confirmationsOf } from '#server/qualifications/confirmed.ts'
import { versionOf } from '#server/qualifications/tree.ts'
import { listAchievedUnits, listBegunUnits, listUnitsOfRegistration } from './queries.ts'

/** The rules over the units planned, and separately over those achieved; what has begun stays in every suggestion (R43). */
export async function combinationFor(db: Db, { id, versionId }: { id: string; versionId: string }) {
  const planned = (await listUnitsOfRegistration(db, { registrationId: id })).map(u => u.unitId)
  const achieved = (await listAchievedUnits(db, { registrationId: id })).map(u => u.unitId)
  const begun = (await listBegunUnits(db, { registrationId: id, unitIds: planned }))
    .filter(u => u.claims + u.decisions > 0)
    .map(u => u.unitId)
  const { tree, structure } = await versionOf(db, versionId)
  const confirmations = await confirmationsOf(db, versionId)
  const codeOf = new Map(tree.units.map(u => [u.id, u.code]))
  const idOf = new Map(tree.units.map(u => [u.code, u.id]))
  const codes = (ids: string[]) => ids.flatMap(unitId => codeOf.get(unitId) ?? [])
  const ids = (of: string[]) => of.flatMap(code => idOf.get(code) ?? [])
  const verdict = (of: string[]) => checkCombination(structure.qualification, structure.units, codes(of), confirmations)
  const ofPlan = verdict(planned)
  const keep = codes([...new Set([...begun, ...achieved, ...tree.units.filter(u => u.mandatory).map(u => u.id)])])
  const suggestions = ofPlan.valid
    ? []
    : suggestChanges(structure.qualification, structure.units, codes(planned), { keep, confirmations })
  const ofAchieved = verdict(achieved)
  const done = codes(achieved)
  const shortest = ofAchieved.valid
    ? []
    : suggestChanges(structure.qualification, structure.units, done, { keep: done, confirmations })
  return {
    ...{ planned: ofPlan, achieved: ofAchieved, achievedUnits: achieved, begunUnits: begun },
    suggestions: suggestions.map(s => ({ add: ids(s.add), remove: ids(s.remove), provisional: s.provisional })),
    shortest: shortest.map(s => ({ add: ids(s.add), provisional: s.provisional })),
  }
}
