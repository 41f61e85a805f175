import { type Codes, list } from './codes.ts'

type Unit = { number: string | null; title: string }
const unitsOf = (value: unknown) => (Array.isArray(value) ? (value as Unit[]) : [])
const numbersOf = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])

export const movesCodes = {
  'moves/changed-meanwhile': () =>
    'Something was claimed or decided since you looked. Look at the figures as they are now, then move the learner.',
  'moves/units-left-out': d =>
    `Work carries over to ${list(unitsOf(d.units).map(u => `“${[u.number, u.title].filter(Boolean).join(' ')}”`))}. Choose ${unitsOf(d.units).length === 1 ? 'this unit' : 'these units'} too, so that nothing is lost.`,
  'moves/evidence-waits': d =>
    `Evidence ${list(numbersOf(d.evidence))} waits for a decision on something that does not carry over. Have it decided or withdrawn first: afterwards nobody could.`,
} satisfies Codes
