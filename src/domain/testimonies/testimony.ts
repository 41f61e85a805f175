/**
 * A witness confirms what they saw by one link, without an account: who they are, what they are to the learner, what they
 * saw, and that it is true. A testimony is evidence and never a decision (R55, R56, R109, R110).
 */
import type { EvidenceRecord } from '../evidence/record-fields.ts'
import { isExpert, prompts } from '../evidence/records.ts'
import { sameMailbox } from '../people/mailbox.ts'
import { Refusal } from '../refusal.ts'
import type { Day, Instant } from '../time.ts'

export const testimonyTypes = ['witness-testimony', 'expert-witness'] as const
export type TestimonyType = (typeof testimonyTypes)[number]

/** How long a link works: long enough for a holiday, short enough that it is not found years later. */
export const linkDays = 21

/** 1 qualified assessor, competent and familiar with the standards · 2 qualified assessor, not so · 3 competent, no assessor · 4 neither (R109). */
export const witnessStatuses = [1, 2, 3, 4] as const
export type WitnessStatus = (typeof witnessStatuses)[number]

/** The status that follows from what the witness says of themselves (R109). */
export function statusOf(r: EvidenceRecord): WitnessStatus {
  if (r.qualifiedAssessor) return r.currentExpertise && r.knowsStandards ? 1 : 2
  return r.currentExpertise ? 3 : 4
}

/** Fewer letters than this say that somebody did well, and not what they did (R79). */
export const leastSeen = 40

export const testimonyGaps = [
  ...prompts,
  'relationship',
  'telephone',
  'day',
  'day-to-come',
  'too-little',
  'accurate',
  'signedName',
] as const
export type TestimonyGap = (typeof testimonyGaps)[number]

export type Testimony = {
  record: EvidenceRecord
  day: Day | null
  telephone: string
  signedName: string
}

/** Everything that is still missing before it can be signed, in the order of the form (R55, R79, R146). */
export function missingInTestimony({ record, day, telephone, signedName }: Testimony, today: Day): TestimonyGap[] {
  const missing: TestimonyGap[] = []
  if (!record.relationship?.trim()) missing.push('relationship')
  if (!telephone.trim()) missing.push('telephone')
  if (!day) missing.push('day')
  else if (day > today) missing.push('day-to-come')
  for (const prompt of prompts) if (!record[prompt]?.trim()) missing.push(prompt)
  if (record.what?.trim() && record.what.trim().length < leastSeen) missing.push('too-little')
  if (!record.accurate) missing.push('accurate')
  if (!signedName.trim()) missing.push('signedName')
  return missing
}

/** Refuses a testimony that is not whole, naming all that is missing, and expert status without its conditions (R56). */
export function requireTestimony(type: TestimonyType, testimony: Testimony, today: Day): void {
  const missing = missingInTestimony(testimony, today)
  if (missing.length > 0) throw new Refusal('testimonies/not-ready', { missing })
  if (type === 'expert-witness' && !isExpert(testimony.record)) throw new Refusal('testimonies/not-an-expert')
}

export type Link = { expiresAt: Instant; cancelledAt: Instant | null; signedAt: Instant | null }

/** Refuses a link that has been used, was taken back, or has expired (R110). */
export function requireOpenLink({ expiresAt, cancelledAt, signedAt }: Link, now: Instant): void {
  if (signedAt) throw new Refusal('testimonies/signed-already', { at: signedAt })
  if (cancelledAt) throw new Refusal('testimonies/taken-back')
  if (expiresAt <= now) throw new Refusal('testimonies/expired', { at: expiresAt })
}

/**
 * Nobody testifies for their own work: refuses `testimonies/own-address` for the address of the learner, or of whoever asks,
 * in any spelling that reaches the same mailbox (product rule 3).
 */
export function requireAnotherPerson(email: string, own: readonly string[]): void {
  if (own.some(address => sameMailbox(address, email))) throw new Refusal('testimonies/own-address')
}
