/** What entitles somebody to judge, and what is missing, in words (R111 to R117). */
import type { AuthorityGap, AuthorityUnder, AwardKind, CompetenceRole } from '#domain/competence/authority.ts'
import type { AuthorityNow } from '#domain/competence/ending.ts'
import type { Requirement } from '#domain/competence/requirements.ts'
import { type Codes, count, list, text } from './codes.ts'
import { dayText } from './times.ts'

/** "level 2", "levels 1, 2 and 3", "every level" */
export const levelsText = (levels: readonly number[] | null): string =>
  levels === null ? 'every level' : `${levels.length === 1 ? 'level' : 'levels'} ${list(levels.map(String))}`

export const competenceRoleNames: Record<CompetenceRole, string> = {
  assessor: 'Assessing',
  iqa: 'Internal quality assurance',
  eqa: 'External quality assurance',
}

export const awardKindNames: Record<AwardKind, string> = {
  held: 'Held',
  'working-towards': 'Worked towards',
  'employer-direct-model': 'Employer Direct Model instead',
}

/** "A1", "working towards TAQA", "Employer Direct Model" */
export function awardText({ kind, title }: { kind: AwardKind; title: string | null }): string {
  if (kind === 'employer-direct-model') return `Employer Direct Model${title ? `: ${title}` : ''}`
  const what = title ?? 'qualification not named yet'
  return kind === 'working-towards'
    ? `Working towards ${title ?? 'the qualification'}`
    : what.replace(/^[a-z]/, first => first.toUpperCase())
}

export const requirementNames: Record<Requirement, string> = {
  standards: 'Knows the occupational standards and can apply them where they work',
  'vq-practice': 'Keeps up with practice in vocational qualifications across the UK',
  'sector-practice': 'Keeps up with practice in the sector',
  'assessment-process': 'Has worked with the processes of assessment and verification',
  'credible-experience': 'Has enough relevant and credible experience of the work itself',
  'staff-award': 'Holds, or works towards, the qualification to assess or verify',
  communication: 'Communicates and works well with people',
  'eqa-standards': 'As an EQA: thorough knowledge of the standards across many workplaces',
  'eqa-process': 'As an EQA: experience of how the qualification is run and assessed',
  'eqa-experience': 'As an EQA: relevant experience of the sector over its whole breadth',
  'eqa-current-practice': 'As an EQA: knows current practice and what is changing',
  'eqa-communication': 'As an EQA: high levels of communication and dealing with people',
}

export const standingNames: Record<AuthorityNow['standing'], string> = {
  qualified: 'Entitled',
  'working-towards': 'Working towards it',
  none: 'Not entitled now',
}

/** The tone of the mark that goes with it. */
export const toneOf = ({ standing, warning }: AuthorityNow & { warning: unknown }) => {
  if (standing === 'none') return 'not'
  if (warning) return 'attention'
  return standing === 'qualified' ? 'done' : 'waiting'
}

/** "Level 2 Diploma, levels 2 and 3", "2 qualifications, level 2"; of several with different levels, each with its own. */
export function scopesText(scopes: { qualification: string | null; levels: number[] | null }[]): string {
  const byLevels = Map.groupBy(scopes, s => levelsText(s.levels))
  return [...byLevels]
    .map(([levels, of]) => {
      const whole = of.some(s => s.qualification === null)
      const what = whole ? 'Everything' : of.length === 1 ? of[0]?.qualification : `${of.length} qualifications`
      return `${what}, ${levels}`
    })
    .join('; ')
}

const endNames = {
  scope: 'the scope ends',
  limit: 'the time to gain the qualification ends',
  award: 'the qualification counts no longer',
}

/** "until 3 May 2027, when the scope ends", "open" */
export function untilText({ standing, until, ends }: AuthorityNow): string {
  if (standing === 'none') return ''
  return until && ends ? `Until ${dayText(until)}, when ${endNames[ends]}` : 'Open'
}

/** "Assessing: entitled, open" */
export const nowText = (role: CompetenceRole, now: AuthorityNow): string =>
  `${competenceRoleNames[role]}: ${standingNames[now.standing].toLowerCase()}${now.standing === 'none' || !now.until ? '' : `, ${untilText(now).replace(/^U/, 'u')}`}`

/** What the overview can be narrowed to. */
export const competenceStates = {
  all: 'Everybody',
  qualified: 'Entitled',
  'working-towards': 'Working towards it',
  none: 'Not entitled now',
  ending: 'Ends within 90 days',
  gaps: 'Something not shown',
  cpd: 'No CPD in 12 months',
} as const

/** "Sunita Desai: the scope for assessing ends on 3 May 2027, in 12 days." */
export function endingText(ending: {
  person: { name: string }
  role: CompetenceRole
  own: boolean
  until: string
  ends: NonNullable<AuthorityNow['ends']>
  daysLeft: number
}): string {
  const who = ending.own ? 'Yours' : ending.person.name
  const when = ending.daysLeft === 0 ? 'today' : `in ${count(ending.daysLeft, 'day')}`
  const after = ending.ends === 'limit' ? 'From the day after nothing may be judged any more.' : ''
  return `${who}: ${endNames[ending.ends]} for ${competenceRoleNames[ending.role].toLowerCase()} on ${dayText(ending.until)}, ${when}. ${after}`.trim()
}

/** Told on one's own home: what that means for what was waiting, and who mends it. */
export const lapsedText = (roles: readonly CompetenceRole[]): string =>
  `Nothing on record entitles you to ${list(roles.map(r => lapsedDeeds[r]))} today. What waited for you waits until somebody entitled is named, which a centre administrator does; the lead IQA can bring your record up to date.`
const lapsedDeeds: Record<CompetenceRole, string> = {
  assessor: 'assess',
  iqa: 'assure quality',
  eqa: 'verify',
}

/** Why there is no authority, as a whole sentence about whoever it is. */
export function gapText(gap: AuthorityGap): string {
  switch (gap.gap) {
    case 'no-scope':
      return 'No record says what may be judged'
    case 'outside-qualification':
      return 'This qualification is outside the scope on record'
    case 'outside-level':
      return `The scope on record is ${levelsText(gap.levels)}, and this qualification is at level ${gap.level}`
    case 'scope-not-begun':
      return `The scope on record begins on ${dayText(gap.from)}`
    case 'scope-ended':
      return `The scope on record ended on ${dayText(gap.until)}`
    case 'no-award':
      return 'No qualification to assess or quality assure is on record'
    case 'award-not-begun':
      return `The qualification to do so counts from ${dayText(gap.since)}`
    case 'award-ended':
      return `The qualification to do so counted until ${dayText(gap.until)}`
    case 'limit-passed':
      return `The time to gain the qualification to do so ran out on ${dayText(gap.until)}`
    case 'working-towards':
      return `The qualification to do so is still being worked towards${gap.until ? `, until ${dayText(gap.until)} at the latest` : ''}, so what is decided has to be countersigned`
    case 'direct-model-incomplete':
      return 'The Employer Direct Model for this qualification does not meet all five conditions'
  }
}

export const gapsOf = (value: unknown): AuthorityGap[] => (Array.isArray(value) ? (value as AuthorityGap[]) : [])
export const gapsText = (value: unknown): string =>
  gapsOf(value)
    .map(gap => `${gapText(gap)}. `)
    .join('')

/** "qualified: A1, held since 3 May 2019; every level" */
export function underText({ standing, award, scope }: AuthorityUnder): string {
  const what = award.title ?? 'qualification declared, certificate not shown yet'
  const how =
    standing === 'qualified'
      ? `${what}, since ${dayText(award.since)}`
      : `working towards ${award.title ?? 'the award'}`
  const of = scope.qualificationId === null ? 'everything the centre offers' : 'this qualification'
  return `${how}; ${of}, ${levelsText(scope.levels)}`
}

export const competenceCodes = {
  'competence/not-entitled': d =>
    `You are named here, but your competence record does not entitle you to decide on this qualification today. ${gapsText(d.gaps)}Nothing you typed is lost. A centre administrator can name somebody who is entitled, or bring your record up to date.`,
  'competence/own-record': () =>
    'Nobody records what entitles themselves. Another administrator, or the lead IQA, records it for you.',
  'competence/not-your-log': () => 'A CPD log is its owner’s own word. Only they write in it.',
  'competence/day-to-come': () => 'This day has not come yet. Give the day on which it was so.',
  'competence/months-counted-once': d =>
    `The months for working towards it are counted once, and they began on ${dayText(text(d.since)) || 'an earlier day'}. They end on ${dayText(text(d.until)) || 'the day on record'}.`,
  'competence/ends-before': d =>
    `It ends on ${dayText(text(d.until)) || 'an earlier day'} already. What is over is not made to last longer: record it anew.`,
  'competence/model-exists': () =>
    'This qualification has an Employer Direct Model already, or is not in this centre’s catalogue. Reload the page.',
  'competence/unknown-qualification': () =>
    'One of the qualifications is not in this centre’s catalogue. Reload the page.',
} satisfies Codes
