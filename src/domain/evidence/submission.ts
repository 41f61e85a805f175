/** What a piece of evidence needs before it can go to the assessor. */

import { acceptedNowhere, type KindsOff } from '../methods/methods.ts'
import { Refusal } from '../refusal.ts'
import type { Customers, Sector } from '../settings/settings.ts'
import type { Day } from '../time.ts'
import { allAnswered } from '../worksheets/worksheet.ts'
import type { EvidenceType, Setting } from './evidence.ts'
import { mayShowPerformance } from './kinds.ts'
import { type EvidenceRecord, type FieldName, fieldNames } from './record-fields.ts'
import { faultOfPart, type RecordingPart } from './recordings.ts'
import { isExpert, missingInRecord, recordIsContent } from './records.ts'

/** A field of the record that must not stay empty, as it stands in a list of what is missing. */
export type MissingField = `record/${FieldName}`
const inRecord = (name: FieldName): MissingField => `record/${name}`

export const missingForSubmission = [
  'title',
  'kind',
  'content',
  'day',
  'day-to-come',
  'setting',
  'sector',
  'customers',
  'occasion-day',
  'occasion-to-come',
  'claims',
  'parts',
  'authenticity',
  'handing-over',
  'expert-status',
  'answers',
  ...fieldNames.map(inRecord),
] as const
export type Missing = (typeof missingForSubmission)[number]

export type Submittable = {
  title: string
  shownOn: Day | null
  setting: Setting | null
  type: EvidenceType | null
  /** The kinds that are not accepted, for each qualification that the learner works towards (R69). */
  kindsOff: KindsOff
  record: EvidenceRecord
  sector: Sector | null
  customers: Customers | null
  /** The days of the occasions after the first. */
  occasionDays: readonly (Day | null)[]
  statementText: string | null
  /** The worksheet whose questions it answers, all of them before it is submitted (R82). */
  worksheetId: string | null
  files: number
  /** Whether whoever wrote it for the learner has given their word on it; true where the learner wrote it (R88). */
  handedOver: boolean
  claims: number
  /** The parts of its recordings, and the keys of the criteria claimed on it (R77). */
  parts: readonly RecordingPart[]
  claimed: readonly string[]
  /** How many of the claimed criteria ask for performance; they need to say in what sector and for whose customers (R98). */
  performanceClaims: number
}

/** Everything that is still missing, in the order of the form; `authentic` is the declaration that the work is the learner's own. */
export function missingOf(evidence: Submittable, authentic: boolean, today: Day): Missing[] {
  const { performanceClaims, handedOver, type } = evidence
  // The learner cannot add to what somebody else wrote: the writer says it beforehand, whatever will be claimed.
  const ofPerformance = performanceClaims > 0 || (!handedOver && mayShowPerformance(type))
  const missing = missingInWriting(evidence, ofPerformance, today)
  if (!handedOver) missing.push('handing-over')
  if (evidence.claims === 0) missing.push('claims')
  const claimed = new Set(evidence.claimed)
  if (evidence.parts.some(part => faultOfPart(part, claimed) !== null)) missing.push('parts')
  if (!authentic) missing.push('authenticity')
  return missing
}

type Written = Omit<Submittable, 'claims' | 'performanceClaims' | 'handedOver' | 'parts' | 'claimed'>

/** What is missing of the writing itself, whoever claims and submits it; of performance, in what sector and for whose customers (R98). */
function missingInWriting(evidence: Written, ofPerformance: boolean, today: Day): Missing[] {
  const missing: Missing[] = []
  if (!evidence.title.trim()) missing.push('title')
  const { type, record } = evidence
  if (!type || acceptedNowhere(type, evidence.kindsOff)) missing.push('kind')
  const told = evidence.files > 0 || Boolean(evidence.statementText?.trim())
  if (!told && !recordIsContent(type, record)) missing.push('content')
  if (!evidence.shownOn) missing.push('day')
  else if (evidence.shownOn > today) missing.push('day-to-come')
  if (!evidence.setting) missing.push('setting')
  missing.push(...missingInRecord(type, record, told).map(inRecord))
  if (evidence.worksheetId && !allAnswered(record.questions)) missing.push('answers')
  if (type === 'expert-witness' && !isExpert(record)) missing.push('expert-status')
  if (!evidence.sector && ofPerformance) missing.push('sector')
  if (!evidence.customers && ofPerformance) missing.push('customers')
  if (evidence.occasionDays.includes(null)) missing.push('occasion-day')
  if (evidence.occasionDays.some(day => day !== null && day > today)) missing.push('occasion-to-come')
  return missing
}

/** Before somebody gives their word on what they wrote for a learner: refuses `evidence/not-ready` like a submission (R88). */
export function requireWritten(evidence: Written, today: Day): void {
  const missing = missingInWriting(evidence, mayShowPerformance(evidence.type), today)
  if (missing.length > 0) throw new Refusal('evidence/not-ready', { missing })
}

/** Refuses `evidence/not-ready` naming everything that is missing at once. Rule: state machine 2.1, submit. */
export function requireReady(evidence: Submittable, authentic: boolean, today: Day): void {
  const missing = missingOf(evidence, authentic, today)
  if (missing.length > 0) throw new Refusal('evidence/not-ready', { missing })
}
