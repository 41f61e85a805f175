/** What a piece of evidence needs before it can go to the assessor. */
import { Refusal } from '../refusal.ts'
import type { Day } from '../time.ts'
import type { Setting } from './evidence.ts'

export const missingForSubmission = [
  'title',
  'content',
  'day',
  'day-to-come',
  'setting',
  'claims',
  'authenticity',
] as const
export type Missing = (typeof missingForSubmission)[number]

export type Submittable = {
  title: string
  shownOn: Day | null
  setting: Setting | null
  statementText: string | null
  files: number
  claims: number
}

/** Everything that is still missing, in the order of the form; `authentic` is the declaration that the work is the learner's own. */
export function missingOf(evidence: Submittable, authentic: boolean, today: Day): Missing[] {
  const missing: Missing[] = []
  if (!evidence.title.trim()) missing.push('title')
  if (evidence.files === 0 && !evidence.statementText?.trim()) missing.push('content')
  if (!evidence.shownOn) missing.push('day')
  else if (evidence.shownOn > today) missing.push('day-to-come')
  if (!evidence.setting) missing.push('setting')
  if (evidence.claims === 0) missing.push('claims')
  if (!authentic) missing.push('authenticity')
  return missing
}

/** Refuses `evidence/not-ready` naming everything that is missing at once. Rule: state machine 2.1, submit. */
export function requireReady(evidence: Submittable, authentic: boolean, today: Day): void {
  const missing = missingOf(evidence, authentic, today)
  if (missing.length > 0) throw new Refusal('evidence/not-ready', { missing })
}
