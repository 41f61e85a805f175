import type { Waiting } from '#domain/people/ending.ts'
import { type AllocationRole, type Role, roleNeededFor, roles } from '#domain/people/roles.ts'
import type {
  ListAllotmentsRow,
  ListPeopleRow,
  ListRegistrationsOfPersonRow,
  ListRolesOfPersonRow,
  SelectPersonRow,
} from './queries.ts'

export const listedPersonView = ({ total: _, ...person }: ListPeopleRow) => ({
  ...person,
  roles: person.roles as Role[],
})

type Found = {
  person: SelectPersonRow
  roles: ListRolesOfPersonRow[]
  waiting: Waiting[]
  registrations: ListRegistrationsOfPersonRow[]
  allotments: ListAllotmentsRow[]
}

export const personView = ({
  person: { joinedBefore, nameIsOurs, ...person },
  roles,
  waiting,
  registrations,
  allotments,
}: Found) => {
  const held = roles.filter(r => r.endedAt === null).map(r => r.role)
  return {
    ...person,
    roles: roles.map(r => ({ ...r, waiting: r.endedAt ? [] : waitingWithout(r.role, held, waiting) })),
    registrations: registrations.map(r => ({ ...r, place: r.place as AllocationRole | 'learner' })),
    allotments: allotments.map(a => ({ qualificationId: a.qualificationId, title: a.title, since: a.allottedAt })),
    can: {
      correctName: nameIsOurs,
      correctEmail: person.entry === 'invited' && !joinedBefore,
      invite: person.entry === 'invited',
    },
  }
}

/** What would wait in vain if the role ended: not what another role of the same person still covers. */
export const waitingWithout = (role: Role, held: Role[], waiting: Waiting[]): Waiting[] =>
  waiting.filter(w => needed(w.place).includes(role) && !needed(w.place).some(r => r !== role && held.includes(r)))

/** The places on a registration for which a role is needed. */
export const placesNeeding = (role: Role): string[] =>
  role === 'learner'
    ? ['learner']
    : (Object.keys(roleNeededFor) as AllocationRole[]).filter(place => roleNeededFor[place].includes(role))

const needed = (place: AllocationRole | 'learner'): readonly Role[] =>
  place === 'learner' ? ['learner'] : roleNeededFor[place]

export const everyPlace = [...new Set(roles.flatMap(placesNeeding))]
