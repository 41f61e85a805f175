import type { claimsContract } from '#contract/claims.ts'
import type { ResultOf } from '#contract/endpoint.ts'
import { obstaclesTo } from '#domain/decisions/obstacles.ts'
import type { PermissionOf } from '#server/settings/permissions.ts'
import type { ListClaimableRow } from './queries.ts'

type Claimable = ResultOf<(typeof claimsContract)['GET /centres/:centreId/evidence/:evidenceId/claimable']>

/** Rows in the order of the tree become the tree. */
export function claimableView(rows: ListClaimableRow[], permissionOf: PermissionOf): Claimable {
  const registrations: Claimable['registrations'] = []
  let outcomeId = ''
  for (const row of rows) {
    let registration = registrations.at(-1)
    if (registration?.registrationId !== row.registrationId) {
      registration = { registrationId: row.registrationId, qualification: row.qualification, units: [] }
      registrations.push(registration)
      outcomeId = ''
    }
    let unit = registration.units.at(-1)
    if (unit?.id !== row.unitId) {
      unit = { id: row.unitId, number: row.unitNumber, title: row.unitTitle, outcomes: [] }
      registration.units.push(unit)
    }
    if (outcomeId !== row.outcomeId)
      unit.outcomes.push({ number: row.outcomeNumber, title: row.outcomeTitle, criteria: [] })
    outcomeId = row.outcomeId
    const criterion = {
      id: row.criterionId,
      number: row.number,
      text: row.text,
      parts: row.parts,
      kind: row.kind,
      verb: row.verb,
      plural: row.plural,
      state: row.state ?? 'none',
      obstacles: obstaclesTo(
        {
          ...{ criterionId: row.criterionId, number: row.number, kind: row.kind },
          ...{ plural: row.plural, text: row.text, verb: row.verb },
          ...{ unitId: row.unitId, permission: permissionOf(row.versionId, row.unitId) },
          kindsOff: row.kindsOff,
        },
        {
          ...{ type: row.type, shownOn: row.shownOn, planned: row.planned, kept: row.kept },
          ...{ setting: row.setting, simulationReason: row.simulationReason, setUp: row.setUp },
          occasions: row.occasions ?? [],
          // Whether it tells enough and whether a recording is clear its assessor says once for the whole: no claim stands or falls by it.
          recorded: false,
          telling: null,
        },
        row.state === 'confirmed' && row.elsewhere,
      ),
    }
    unit.outcomes.at(-1)?.criteria.push(criterion)
  }
  return { registrations }
}
