import type { Role } from '#domain/people/roles.ts'
import type { Actor } from '#policy/verdict.ts'
import type { ListCentresOfSessionRow, SelectOwnAccountRow } from './queries.ts'

export const meView = (
  actor: Actor,
  { centres, account }: { centres: ListCentresOfSessionRow[]; account: SelectOwnAccountRow },
) => ({
  person: { id: actor.personId, name: actor.name, email: actor.email, twoFactor: account.twoFactor },
  centres: centres.map(c => ({
    id: c.centreId,
    name: c.centreName,
    person: { id: c.personId, name: c.personName },
    roles: c.roles as Role[],
  })),
})
