import type { Left } from '#domain/registrations/along.ts'
import { type Codes, list } from './codes.ts'
import { recordKindNames } from './coverage.ts'
import { planKindNames } from './planning.ts'
import { placeNames } from './progress.ts'
import { dayText } from './times.ts'

/** What stays behind with the registration before, one sentence each. */
export function leftText(left: Left): string {
  switch (left.what) {
    case 'plan': {
      const plan = `${planKindNames[left.kind]} planned for ${dayText(left.plannedFor)}`
      return left.whole
        ? `${plan}: nothing that it is for carries over. Plan it again.`
        : `${plan}: it goes along without ${list(left.criteria)}.`
    }
    case 'requirement':
      return `Ticks on requirement ${left.requirement} of ${left.unit.number ? `unit ${left.unit.number}` : `“${left.unit.title}”`}: it is not asked for in the same words.`
    case 'record':
      return `${recordKindNames[left.kind]} (${left.person}): “${left.text}” is no precondition of the newer version, or not in the same words.`
    case 'place':
      return `${left.name} in the place “${placeNames[left.role]}”: not entitled to this place there today. Name somebody else after the move.`
  }
}

type Unit = { number: string | null; title: string }
const unitsOf = (value: unknown) => (Array.isArray(value) ? (value as Unit[]) : [])
const numbersOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])

export const movesCodes = {
  'moves/changed-meanwhile': () =>
    'Something was claimed, decided or planned since you looked. Look at what it is now, then move the learner.',
  'moves/units-left-out': d =>
    `Work carries over to ${list(unitsOf(d.units).map(u => `“${[u.number, u.title].filter(Boolean).join(' ')}”`))}. Choose ${unitsOf(d.units).length === 1 ? 'this unit' : 'these units'} too, so that nothing is lost.`,
  'moves/evidence-waits': d =>
    `Evidence ${list(numbersOf(d.evidence))} waits for a decision on something that does not carry over, or is in question there. Have it decided, answered or withdrawn first: afterwards nobody could.`,
} satisfies Codes
