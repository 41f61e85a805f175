import type { Obstacle, ObstacleCode } from '#domain/decisions/obstacles.ts'
import type { PermissionKind, PermissionSource, PermissionSubject } from '#domain/settings/permission.ts'
import { type Codes, text } from './codes.ts'

const codesOfSetting: readonly ObstacleCode[] = ['setting-not-allowed', 'simulation-reason-missing']

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

export const settingsCodes = {
  'settings/nothing-to-settle': d =>
    `The sources no longer contradict each other about ${subjectIn(d.about)}, so there is nothing to settle. Reload the page.`,
  'settings/no-such-source': d =>
    `No source says that: “${permissionKindNames[d.kind as PermissionKind] ?? text(d.kind)}”. Choose what one of them says, or record the source first.`,
} satisfies Codes
