import type { Obstacle, ObstacleCode } from '#domain/decisions/obstacles.ts'
import { type ChecklistPoint, checklists, type SetUpKind } from '#domain/settings/checklists.ts'
import type { PermissionKind, PermissionSource, PermissionSubject } from '#domain/settings/permission.ts'
import { type Codes, text } from './codes.ts'

const codesOfSetting: readonly ObstacleCode[] = [
  ...(['setting-not-allowed', 'simulation-reason-missing'] as const),
  ...(['set-up-not-named', 'set-up-for-other-units', 'checklist-incomplete'] as const),
]

/** What stands in the way because of where the evidence came about, and is told where that is described. */
export const isOfSetting = ({ code }: Pick<Obstacle, 'code'>): boolean => codesOfSetting.includes(code)

export const subjectNames: Record<PermissionSubject, string> = {
  simulation: 'Simulation',
  environment: 'Realistic working environment',
}

/** What is permitted, as somebody chooses it in a list. */
export const permissionKindNames: Record<PermissionKind, string> = {
  'not-allowed': 'Not accepted for any evidence',
  'not-for-performance': 'Not accepted for evidence of performance',
  exceptions: 'Accepted as an exception, on a condition',
  'rwe-only': 'Accepted only in a realistic working environment',
  allowed: 'Accepted',
}

/** What holds, in a sentence. */
export function permissionSentence({
  about,
  kind,
  placement,
}: Pick<PermissionSource, 'about' | 'kind' | 'placement'>): string {
  const it =
    about === 'simulation'
      ? 'a simulation'
      : placement
        ? 'a realistic working environment or a work placement'
        : 'a realistic working environment'
  switch (kind) {
    case 'not-allowed':
      return `No evidence may come from ${it}.`
    case 'not-for-performance':
      return `Evidence of performance may not come from ${it}; evidence of knowledge may.`
    case 'exceptions':
      return `Evidence may come from ${it} only as an exception, with the reason on record.`
    case 'rwe-only':
      return 'A simulation is accepted only within a realistic working environment.'
    case 'allowed':
      return `Evidence may come from ${it}.`
  }
}

/** Whose word it is. */
export function sourceText({ from, where }: Pick<PermissionSource, 'from' | 'where'>): string {
  switch (from) {
    case 'unit':
      return 'The unit itself'
    case 'document':
      return where ? `Elsewhere in the document, line ${where}` : 'Elsewhere in the document'
    case 'framework':
      return 'The rule for SVQs: at levels 1 and 2 and not above, unless the unit says otherwise'
    case 'person':
      return where ?? 'Recorded by the centre'
    case 'simulation':
      return 'Nothing is said of environments, so what is said of simulation holds'
  }
}

const subjectIn = (about: unknown) => subjectNames[about as PermissionSubject]?.toLowerCase() ?? 'this'

export const setUpKindNames: Record<SetUpKind, string> = {
  simulation: 'Simulation',
  'realistic-working-environment': 'Realistic working environment',
}

/** What is looked into, each point as something that holds. */
export const pointSentences: Record<ChecklistPoint, string> = {
  briefed:
    'Learner and players have notes from which each can tell what real case is meant and find their own words and actions.',
  ordinary: 'The case is one of a usual working day, not a rare or extreme one.',
  credible: 'Whoever plays the customer is believable in that part.',
  equipped: 'What one would have at hand at work is there, and it works.',
  'to-standard-and-time': 'The task is done whole, as the standard asks, and as quickly as at work.',
  lawful: 'The laws and rules that bind the real work are kept.',
  professional: 'The learner behaves as at work: dress, manner, hygiene, punctuality and reliability count.',
  encouraging: 'It is done to assess, and the feedback still leaves the learner surer than before.',
  'under-pressure': 'It serves real customers with a stated offer, under the pressures of a business.',
  'acceptable-service': 'Its service is of a quality and a speed that a business would be content with.',
  volume: 'Learners get through about as much work as people in such a job.',
  'up-to-date': 'Goods, services, tools and equipment are of today, at hand, and enough for all that is asked for.',
  'lawfully-run': 'The laws and rules for this kind of work are kept.',
  responsible: 'Learners answer for tasks of their own, as far as the standards ask for it.',
  productive: 'What a learner gets done in a given time is what such a workplace expects.',
  'seen-as-real': 'Its customers see no difference from another business of its kind.',
  managed: 'It is run as a workplace, by somebody who is in charge of it.',
}

/** "8 of 8 points hold" */
export const pointsText = (met: number, kind: SetUpKind): string => `${met} of ${checklists[kind].length} points hold`

export const settingsCodes = {
  'settings/no-such-set-up': () => 'This simulation or environment is no longer in use. Choose another one.',
  'settings/set-up-ended': d => `“${text(d.name)}” is no longer in use, so nothing about it can be changed.`,
  'settings/name-taken': d => `“${text(d.name)}” is there already. Give this one a name of its own.`,
  'settings/no-such-unit': () => 'One of the units is no longer there. Reload the page and choose again.',
  'settings/no-such-point': () => 'These points belong to the other checklist. Reload the page.',
  'settings/check-to-come': () => 'Give a day that is not in the future.',
  'settings/nothing-to-settle': d =>
    `The sources no longer contradict each other about ${subjectIn(d.about)}, so there is nothing to settle. Reload the page.`,
  'settings/no-such-source': d =>
    `No source says that: “${permissionKindNames[d.kind as PermissionKind] ?? text(d.kind)}”. Choose what one of them says, or record the source first.`,
} satisfies Codes
