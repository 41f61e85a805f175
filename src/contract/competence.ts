/** The competence of those who judge and verify: what entitles them, what shows it, and their own CPD log (R111 to R116). */
import { z } from 'zod'
import { awardKinds, competenceRoles } from '#domain/competence/authority.ts'
import { type AuthorityNow, endingWarnings } from '#domain/competence/ending.ts'
import { allRequirements } from '#domain/competence/requirements.ts'
import { contract, day, fileResult, id, instant, line, lines, nothing, paging } from './endpoint.ts'

const role = z.enum(competenceRoles, 'Choose assessing, internal or external quality assurance')
const requirement = z.enum(allRequirements)
const level = z.int().min(1).max(8)
const kind = z.enum(awardKinds, 'Say whether it is held or worked towards')
const person = z.object({ id, name: z.string() })
const shown = z.object({ by: z.string(), at: instant }).nullable()
const ending = { until: day, reason: lines(1000) }

const award = z.object({
  id,
  role,
  kind,
  title: z.string().nullable(),
  since: day,
  until: day.nullable(),
  /** Nobody has seen the certificate yet. */
  declared: z.boolean(),
  evidence: z.string().nullable(),
  shown,
  recordedBy: z.string().nullable(),
  recordedAt: instant,
})

const scope = z.object({
  id,
  role,
  qualification: z.object({ id, title: z.string() }).nullable(),
  levels: z.array(z.int()).nullable(),
  from: day,
  until: day.nullable(),
  declared: z.boolean(),
  evidence: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: instant,
})

const now = z.object({
  standing: z.enum(['qualified', 'working-towards', 'none']),
  until: day.nullable(),
  ends: z.custom<AuthorityNow['ends']>(),
  /** Days that are left, where the end is near enough to warn of. */
  warning: z.object({ daysLeft: z.int(), warning: z.literal(endingWarnings) }).nullable(),
})

const finding = {
  search: z.string().trim().max(100).default(''),
  role: role.optional(),
  /** `gaps`: something is not shown yet; `ending`: it ends within 90 days; `cpd`: nothing in the log for twelve months. */
  state: z.enum(['all', 'qualified', 'working-towards', 'none', 'ending', 'gaps', 'cpd']).default('all'),
  sort: z.enum(['name', '-name', 'role', '-role', 'until', '-until', 'missing', '-missing']).default('name'),
}

const overviewRow = z.object({
  person,
  role,
  now,
  award: z.object({ title: z.string().nullable(), kind, declared: z.boolean() }).nullable(),
  scopes: z.array(z.object({ qualification: z.string().nullable(), levels: z.array(z.int()).nullable() })),
  /** Lines of the matrix that are not shown yet, over all levels. */
  missing: z.int(),
  lastCpd: day.nullable(),
  cpdGap: z.boolean(),
  /** Registrations that name the person in a place which this competence is for. */
  registrations: z.int(),
})

const confirmation = z
  .object({ applies: z.array(requirement), source: z.string(), by: z.string(), at: instant })
  .nullable()

const cpd = z.object({
  id,
  on: day,
  hours: z.number().nullable(),
  activity: z.string(),
  learned: z.string(),
  recordedAt: instant,
})

export const competenceContract = contract({
  'GET /centres/:centreId/competence': {
    summary: 'Everybody who judges or verifies: entitled as what and until when, what is not shown, gaps in CPD',
    query: z.object({ ...finding, ...paging }),
    result: z.object({
      rows: z.array(overviewRow),
      total: z.int(),
      /** By role, null where it is still to be confirmed which requirements apply. */
      confirmations: z.record(role, confirmation),
      can: z.object({ confirm: z.boolean() }),
    }),
  },
  'GET /centres/:centreId/competence.csv': {
    summary: 'The same overview as a CSV file',
    query: z.object(finding),
    result: fileResult,
  },
  'GET /centres/:centreId/competence-endings': {
    summary: 'Authority that ends within 90 days: one’s own, and for lead IQA and administrators everybody’s',
    result: z.object({
      endings: z.array(
        z.object({
          person,
          role,
          own: z.boolean(),
          until: day,
          ends: z.custom<NonNullable<AuthorityNow['ends']>>(),
          daysLeft: z.int(),
        }),
      ),
      /** The reader's own roles in which nothing on record entitles them to anything today. */
      lapsed: z.array(role),
    }),
  },
  'POST /centres/:centreId/requirement-confirmations': {
    summary: 'Confirm by name which of the requirements apply to a role, and where that is said',
    body: z.object({ role, applies: z.array(requirement).max(allRequirements.length), source: lines(1000) }),
    result: nothing,
  },
  'GET /centres/:centreId/competence/:personId': {
    summary: 'One person’s competence record: authority, awards, scope, the matrix of requirements, CPD',
    result: z.object({
      person,
      roles: z.array(
        z.object({
          role,
          now,
          confirmation,
          levels: z.array(
            z.object({
              level: z.int(),
              rows: z.array(
                z.object({
                  requirement,
                  applies: z.enum(['yes', 'no', 'to-be-confirmed']),
                  shown: z.boolean(),
                  evidence: z.array(
                    z.object({
                      id,
                      text: z.string(),
                      reference: z.string().nullable(),
                      on: day,
                      by: z.string(),
                      at: instant,
                    }),
                  ),
                }),
              ),
            }),
          ),
        }),
      ),
      awards: z.array(award),
      scopes: z.array(scope),
      cpd: z.array(cpd),
      cpdGap: z.boolean(),
      qualifications: z.array(z.object({ id, title: z.string(), number: z.string().nullable() })),
      can: z.object({ record: z.boolean(), keepCpd: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/competence/:personId/awards': {
    summary: 'Record an award to assess or verify, held since a day or worked towards since a day',
    body: z.object({ role, kind, title: line(300), since: day, evidence: lines(2000).nullable().default(null) }),
    result: z.object({ awardId: id }),
  },
  'POST /centres/:centreId/competence/:personId/awards/:awardId/evidence': {
    summary: 'Say that the certificate, or proof of working towards it, has been seen, and where it is kept',
    body: z.object({ title: line(300), evidence: lines(2000) }),
    result: nothing,
  },
  'POST /centres/:centreId/competence/:personId/awards/:awardId/ending': {
    summary: 'An award counts until a day; what was decided before stays',
    body: z.object(ending),
    result: nothing,
  },
  'POST /centres/:centreId/competence/:personId/scopes': {
    summary: 'Record what somebody may assess or verify: qualifications and levels, from a day, until a day or open',
    body: z
      .object({
        role,
        /** Null: everything that the centre offers. */
        qualificationIds: z.array(id).min(1, 'Choose a qualification').max(200).nullable(),
        /** Null: every level. */
        levels: z.array(level).min(1, 'Choose a level').max(8).nullable(),
        from: day,
        until: day.nullable().default(null),
        evidence: lines(2000).nullable().default(null),
      })
      .refine(s => s.until === null || s.from <= s.until, {
        path: ['until'],
        message: 'The last day cannot come before the first',
      }),
    result: z.object({ scopeIds: z.array(id) }),
  },
  'POST /centres/:centreId/competence/:personId/scopes/:scopeId/ending': {
    summary: 'A scope ends on a day; what waits then becomes somebody else’s',
    body: z.object(ending),
    result: nothing,
  },
  'POST /centres/:centreId/competence/:personId/evidence': {
    summary: 'Record what shows a requirement, for one level or several',
    body: z.object({
      role,
      levels: z.array(z.int().min(1).max(4)).min(1, 'Choose a level').max(4),
      requirement,
      text: lines(2000),
      reference: line(500).nullable().default(null),
      on: day,
    }),
    result: z.object({ evidenceIds: z.array(id) }),
  },
  'POST /centres/:centreId/competence/:personId/evidence/:competenceEvidenceId/ending': {
    summary: 'What was recorded does not show it after all; it stays on record with the reason',
    body: z.object({ reason: lines(1000) }),
    result: nothing,
  },
  'POST /centres/:centreId/competence/:personId/cpd': {
    summary: 'Add to one’s own CPD log',
    body: z.object({
      on: day,
      hours: z.number().min(0.1).max(999).nullable().default(null),
      activity: line(500),
      learned: lines(4000),
    }),
    result: z.object({ cpdId: id }),
  },
  'POST /centres/:centreId/competence/:personId/cpd/:cpdId/ending': {
    summary: 'Take back an entry of one’s own CPD log, with the reason',
    body: z.object({ reason: lines(1000) }),
    result: nothing,
  },
})
