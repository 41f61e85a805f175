/**
 * Authority on a day: whether somebody may assess, or quality-assure, one qualification at one level on one day, and what
 * that rests on. It is computed from what is recorded of the person and never stored as a yes: the same records answer for
 * any other day (R112, R115, R116).
 */
import type { AllocationRole, Role } from '../people/roles.ts'
import { addMonths, type Day } from '../time.ts'

/** What one is competent as: assessor (A), internal quality assurer (IV) or external quality assurer (EV). */
export const competenceRoles = ['assessor', 'iqa', 'eqa'] as const
export type CompetenceRole = (typeof competenceRoles)[number]

/** The competence that a role of the centre calls for; a learner, a mentor and an administrator judge nothing. */
export const competenceOf: Record<Role, CompetenceRole | null> = {
  learner: null,
  'trainee-assessor': 'assessor',
  assessor: 'assessor',
  iqa: 'iqa',
  'lead-iqa': 'iqa',
  eqa: 'eqa',
  mentor: null,
  'centre-administrator': null,
}

/**
 * A staff award is what entitles to assess or verify as such: held; worked towards until a last day; or, in an employer's
 * own centre, replaced by the Employer Direct Model.
 */
export const awardKinds = ['held', 'working-towards', 'employer-direct-model'] as const
export type AwardKind = (typeof awardKinds)[number]

/** `until` is the last day, null while it is open. */
export type StaffAward = {
  id: string
  role: CompetenceRole
  kind: AwardKind
  title: string | null
  since: Day
  until: Day | null
}

/** What a person may assess or verify: one qualification or all that the centre offers (null), some levels or all (null). */
export type Scope = {
  id: string
  role: CompetenceRole
  qualificationId: string | null
  levels: number[] | null
  from: Day
  until: Day | null
}

/** An Employer Direct Model of the centre for a qualification; `completeSince` is null until all five conditions are met. */
export type DirectModel = { qualificationId: string; completeSince: Day | null }

/** Everything recorded of one person that authority is computed from. */
export type AuthorityFacts = { scopes: Scope[]; awards: StaffAward[]; models: DirectModel[] }

export const noFacts: AuthorityFacts = { scopes: [], awards: [], models: [] }

/** `qualified`: what one decides counts. `working-towards`: it waits for a countersigner. */
export type Standing = 'qualified' | 'working-towards'

export type AuthorityAsked = {
  role: CompetenceRole
  qualificationId: string
  /** Null where the qualification has no level: then scope by level says nothing. */
  level: number | null
  day: Day
  /** The least that is enough. */
  needs: Standing
}

/** What a decision was made under, as it is kept with the decision. */
export type AuthorityUnder = {
  role: CompetenceRole
  standing: Standing
  day: Day
  scope: { id: string; qualificationId: string | null; levels: number[] | null; from: Day; until: Day | null }
  award: { id: string; kind: AwardKind; title: string | null; since: Day; until: Day | null }
}

/** Why there is no authority: each a code, with the days and levels that its sentence names. */
export type AuthorityGap =
  | { gap: 'no-scope' }
  | { gap: 'outside-qualification' }
  | { gap: 'outside-level'; level: number; levels: number[] }
  | { gap: 'scope-not-begun'; from: Day }
  | { gap: 'scope-ended'; until: Day }
  | { gap: 'no-award' }
  | { gap: 'award-not-begun'; since: Day }
  | { gap: 'award-ended'; until: Day }
  | { gap: 'limit-passed'; since: Day; until: Day }
  | { gap: 'working-towards'; until: Day | null }
  | { gap: 'direct-model-incomplete' }

export type Authority = { entitled: true; under: AuthorityUnder } | { entitled: false; gaps: AuthorityGap[] }

/** Months from starting within which the award must be held: 18 for assessors and IQAs, 12 for EQAs (R112). */
export const monthsToQualify: Record<CompetenceRole, number> = { assessor: 18, iqa: 18, eqa: 12 }

/** The last day on which somebody who started then may work towards the award; on the day after they may no longer decide. */
export const limitOf = (role: CompetenceRole, since: Day): Day => addMonths(since, monthsToQualify[role])

/** The authority that a place on a registration calls for: a trainee and an IQA may be working towards theirs. */
export const authorityNeededFor: Record<AllocationRole, { role: CompetenceRole; needs: Standing } | null> = {
  'trainee-assessor': { role: 'assessor', needs: 'working-towards' },
  assessor: { role: 'assessor', needs: 'qualified' },
  countersigner: { role: 'assessor', needs: 'qualified' },
  iqa: { role: 'iqa', needs: 'working-towards' },
  mentor: null,
}

/**
 * Whether the records entitle on that day, and to what they point; or every reason why they do not. A scope and an award
 * must both hold on the day; of several, an award that is held comes before one that is worked towards.
 */
export function authorityOn(facts: AuthorityFacts, asked: AuthorityAsked): Authority {
  const scopes = facts.scopes.filter(s => s.role === asked.role)
  const awards = facts.awards.filter(a => a.role === asked.role)
  const scope = scopes.filter(s => coversSubject(s, asked) && holdsOn(s.from, s.until, asked.day)).sort(narrowFirst)[0]
  const award = awards
    .filter(a => holdsOn(a.since, a.until, asked.day) && standingOf(a, facts, asked) !== null)
    .filter(a => asked.needs === 'working-towards' || standingOf(a, facts, asked) === 'qualified')
    .sort((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since) || a.id.localeCompare(b.id))[0]
  if (!scope || !award)
    return {
      entitled: false,
      gaps: [...(scope ? [] : scopeGaps(scopes, asked)), ...(award ? [] : awardGaps(awards, facts, asked))],
    }
  const { id, qualificationId, levels, from, until } = scope
  return {
    entitled: true,
    under: {
      role: asked.role,
      standing: standingOf(award, facts, asked) as Standing,
      day: asked.day,
      scope: { id, qualificationId, levels, from, until },
      award: { id: award.id, kind: award.kind, title: award.title, since: award.since, until: award.until },
    },
  }
}

/** Whether something with a first and a last day, or none yet, holds on a day. */
export const holdsOn = (from: Day, until: Day | null, day: Day) => from <= day && (until === null || day <= until)

const coversQualification = (s: Scope, { qualificationId }: AuthorityAsked) =>
  s.qualificationId === null || s.qualificationId === qualificationId
const coversLevel = (s: Scope, { level }: AuthorityAsked) =>
  s.levels === null || level === null || s.levels.includes(level)
const coversSubject = (s: Scope, asked: AuthorityAsked) => coversQualification(s, asked) && coversLevel(s, asked)

/** The model stands in for an award only in its own qualification, and only from the day its last condition was met. */
function standingOf(award: StaffAward, { models }: AuthorityFacts, asked: AuthorityAsked): Standing | null {
  if (award.kind === 'held') return 'qualified'
  if (award.kind === 'working-towards') return 'working-towards'
  return models.some(
    m => m.qualificationId === asked.qualificationId && m.completeSince !== null && m.completeSince <= asked.day,
  )
    ? 'qualified'
    : null
}

const rank = (a: StaffAward) => ({ held: 0, 'employer-direct-model': 1, 'working-towards': 2 })[a.kind]

const narrowFirst = (a: Scope, b: Scope) =>
  Number(a.qualificationId === null) - Number(b.qualificationId === null) ||
  b.from.localeCompare(a.from) ||
  a.id.localeCompare(b.id)

function scopeGaps(scopes: Scope[], asked: AuthorityAsked): AuthorityGap[] {
  if (scopes.length === 0) return [{ gap: 'no-scope' }]
  const here = scopes.filter(s => coversQualification(s, asked))
  if (here.length === 0) return [{ gap: 'outside-qualification' }]
  const subject = here.filter(s => coversLevel(s, asked))
  if (subject.length === 0) {
    const now = here.filter(s => holdsOn(s.from, s.until, asked.day))
    const levels = [...new Set((now.length > 0 ? now : here).flatMap(s => s.levels ?? []))].sort((a, b) => a - b)
    return [{ gap: 'outside-level', level: asked.level as number, levels }]
  }
  return periodGaps(
    subject.map(s => ({ from: s.from, until: s.until })),
    asked.day,
    from => ({ gap: 'scope-not-begun', from }),
    until => ({ gap: 'scope-ended', until }),
  )
}

function awardGaps(awards: StaffAward[], facts: AuthorityFacts, asked: AuthorityAsked): AuthorityGap[] {
  if (awards.length === 0) return [{ gap: 'no-award' }]
  const now = awards.filter(a => holdsOn(a.since, a.until, asked.day))
  // What holds on the day and is still not enough.
  const short = now.flatMap((a): AuthorityGap[] => {
    const standing = standingOf(a, facts, asked)
    if (standing === null) return [{ gap: 'direct-model-incomplete' }]
    return standing === 'working-towards' && asked.needs === 'qualified'
      ? [{ gap: 'working-towards', until: a.until }]
      : []
  })
  if (short.length > 0) return short
  const passed = awards.filter(a => a.kind === 'working-towards' && a.until !== null && a.until < asked.day)
  const last = passed.sort(
    (a, b) => (b.until as Day).localeCompare(a.until as Day) || a.since.localeCompare(b.since),
  )[0]
  if (last && awards.every(a => a.until !== null && a.until < asked.day))
    return [{ gap: 'limit-passed', since: last.since, until: last.until as Day }]
  return periodGaps(
    awards.map(a => ({ from: a.since, until: a.until })),
    asked.day,
    since => ({ gap: 'award-not-begun', since }),
    until => ({ gap: 'award-ended', until }),
  )
}

/** The period that is nearest: the next to begin, otherwise the last that ended. */
function periodGaps(
  periods: { from: Day; until: Day | null }[],
  day: Day,
  begins: (from: Day) => AuthorityGap,
  ended: (until: Day) => AuthorityGap,
): AuthorityGap[] {
  const next = periods
    .map(p => p.from)
    .filter(from => from > day)
    .sort()[0]
  if (next) return [begins(next)]
  const last = periods
    .flatMap(p => p.until ?? [])
    .sort()
    .at(-1)
  return last ? [ended(last)] : []
}

/** Why somebody may not stand in a place on a registration today; empty where they may, and for a mentor. */
export function gapsInPlace(
  facts: AuthorityFacts,
  place: AllocationRole,
  subject: { qualificationId: string; level: number | null; day: Day },
): AuthorityGap[] {
  const needed = authorityNeededFor[place]
  const answer = needed && authorityOn(facts, { ...subject, ...needed })
  return answer === null || answer.entitled ? [] : answer.gaps
}
