/** The people of a centre, for its administrators: who they are, which roles they hold and held, their invitations. */
import { z } from 'zod'
import { entryStates } from '#domain/people/entry.ts'
import { allocationRoles, roles } from '#domain/people/roles.ts'
import { contract, day, fileResult, id, instant, line, lines, nothing, paging, whole } from './endpoint.ts'

const role = z.enum(roles)
const email = z.email('Give a whole e-mail address').max(254, 'Use at most 254 characters')

const finding = {
  search: z.string().trim().max(100).default(''),
  role: role.optional(),
  /** `former`: those who hold no role here any more. */
  standing: z.enum(['current', 'former']).default('current'),
  sort: z.enum(['name', '-name', 'email', '-email', 'since', '-since']).default('name'),
}

const waiting = z.object({
  registrationId: id,
  learnerName: z.string(),
  qualification: z.string(),
  place: z.enum([...allocationRoles, 'learner']),
  evidence: z.number(),
})

export const peopleContract = contract({
  'POST /entries': {
    summary: 'Join a centre with the link of its letter; it shows that the address is one’s own, for that centre only',
    body: z.object({ token: z.string().min(1).max(200) }),
    result: z.object({ centreId: id }),
  },
  'GET /centres/:centreId/people': {
    summary: 'The people of the centre: search, filter by role, sort, page',
    query: z.object({ ...finding, ...paging }),
    result: z.object({
      people: z.array(
        z.object({
          id,
          name: z.string(),
          email: z.string(),
          roles: z.array(role),
          since: instant,
          /** `invited` until they have opened this centre's letter; nothing is known of their account before that. */
          entry: z.enum(entryStates),
          twoFactor: z.boolean(),
        }),
      ),
      total: z.number(),
    }),
  },
  'GET /centres/:centreId/people.csv': {
    summary: 'The same list as a CSV file',
    query: z.object(finding),
    result: fileResult,
  },
  'POST /centres/:centreId/people': {
    summary: 'Add a person with their roles and invite them; an e-mail address that this centre knows gets the roles',
    body: z.object({ name: line(), email, roles: z.array(role).min(1, 'Choose at least one role').max(roles.length) }),
    result: z.object({ personId: id }),
  },
  'GET /centres/:centreId/people/:personId': {
    summary: 'One person: roles with their history, registrations and allocations, allotted qualifications, letters',
    result: z.object({
      id,
      name: z.string(),
      email: z.string(),
      entry: z.enum(entryStates),
      twoFactor: z.boolean(),
      roles: z.array(
        z.object({
          role,
          grantedAt: instant,
          grantedBy: z.string().nullable(),
          endedAt: instant.nullable(),
          endedBy: z.string().nullable(),
          /** What depends on the role now. */
          waiting: z.array(waiting),
        }),
      ),
      registrations: z.array(
        z.object({
          registrationId: id,
          learnerId: id,
          learnerName: z.string(),
          qualification: z.string(),
          place: z.enum([...allocationRoles, 'learner']),
          since: instant,
          endedAt: instant.nullable(),
        }),
      ),
      allotments: z.array(z.object({ qualificationId: id, title: z.string(), since: instant })),
      can: z.object({ correctName: z.boolean(), correctEmail: z.boolean(), invite: z.boolean() }),
    }),
  },
  'PUT /centres/:centreId/people/:personId/name': {
    summary: 'Correct the name under which this centre knows a person',
    body: z.object({ name: line() }),
    result: nothing,
  },
  'PUT /centres/:centreId/people/:personId/email': {
    summary: 'Correct the address of a person who has not joined yet, and invite them there instead',
    body: z.object({ email }),
    result: nothing,
  },
  'POST /centres/:centreId/people/:personId/roles': {
    summary: 'Grant a role; one that is held already changes nothing, and somebody who left is invited again',
    body: z.object({
      role,
      /** What entitles the person, said in the same step; left out, giving the role declares it for everything. */
      entitled: z
        .object({
          title: line(300),
          since: day,
          evidence: lines(2000).nullable().default(null),
          qualificationIds: z.array(id).min(1, 'Choose a qualification').max(200).nullable().default(null),
          levels: z.array(z.int().min(1).max(8)).min(1, 'Choose a level').max(8).nullable().default(null),
        })
        .nullable()
        .default(null),
    }),
    result: nothing,
  },
  'POST /centres/:centreId/people/:personId/role-endings': {
    summary:
      'End a role, saying how many registrations were shown to depend on it; with the last one the person leaves',
    body: z.object({ role, shown: whole(0).default(0) }),
    result: nothing,
  },
  'POST /centres/:centreId/people/:personId/invitations': {
    summary: 'Write the invitation again; without a mail server it waits in the outbox',
    result: z.object({
      /** True when it leaves by mail; false when it waits in the outbox. */
      sends: z.boolean(),
    }),
  },
  'PUT /centres/:centreId/people/:personId/allotments': {
    summary: 'The qualifications that an external quality assurer may see, all of them at once',
    body: z.object({ qualificationIds: z.array(id).max(1000) }),
    result: nothing,
  },
  'GET /centres/:centreId/allottable-qualifications': {
    summary: 'The qualifications of the centre that can be allotted',
    result: z.object({
      qualifications: z.array(z.object({ id, title: z.string(), number: z.string().nullable() })),
    }),
  },
  'GET /centres/:centreId/letters': {
    summary: 'The outbox: this centre’s own letters, and those about passwords of accounts that only this centre knows',
    query: z.object(paging),
    result: z.object({
      /** True when letters leave by mail. */
      sends: z.boolean(),
      letters: z.array(
        z.object({
          id,
          personId: id,
          recipient: z.string(),
          name: z.string(),
          kind: z.enum(['invitation', 'password-reset', 'notice', 'account-notice']),
          subject: z.string(),
          writtenAt: instant,
          sentAt: instant.nullable(),
          failure: z.string().nullable(),
        }),
      ),
      total: z.number(),
    }),
  },
  'POST /centres/:centreId/letters/:letterId/openings': {
    summary: 'Read a letter that has not been sent; that it was read is recorded',
    result: z.object({ subject: z.string(), body: z.string(), link: z.string().nullable() }),
  },
})
