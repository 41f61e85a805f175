/** What entitles somebody to judge, and what is missing, in words (R111 to R117). */
import type { AuthorityGap, AuthorityUnder } from '#domain/competence/authority.ts'
import { type Codes, list, text } from './codes.ts'
import { dayText } from './times.ts'

/** "level 2", "levels 1, 2 and 3", "every level" */
export const levelsText = (levels: readonly number[] | null): string =>
  levels === null ? 'every level' : `${levels.length === 1 ? 'level' : 'levels'} ${list(levels.map(String))}`

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
  'competence/unknown-qualification': () =>
    'One of the qualifications is not in this centre’s catalogue. Reload the page.',
} satisfies Codes
