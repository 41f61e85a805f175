/** What of a unit is covered, what is missing and what would close it: the same words for learner, assessor and quality assurer. */
import type { Enforcement, Gap, GapCode, GapMover } from '#domain/coverage/coverage.ts'
import type { Channel } from '#domain/coverage/occasions.ts'
import type { Demand, RecordKind, Relationship, RequirementRole } from '#domain/coverage/reading.ts'
import type { EvidenceRequirement } from '#domain/qualifications/specification.ts'
import { type Codes, count, type Details, list, number } from './codes.ts'
import { preconditionKindNames } from './preconditions.ts'
import { dayText } from './times.ts'

export const channelNames: Record<Channel, string> = {
  'face-to-face': 'Face to face',
  telephone: 'By telephone',
  'e-mail': 'By e-mail',
  chat: 'By chat or message',
  letter: 'By letter',
  other: 'Another way',
}

export const relationshipNames: Record<Relationship, string> = {
  'line-manager': 'line manager',
  supervisor: 'supervisor or team leader',
  colleague: 'colleague detailed to help',
  assessor: 'assessor',
  mentor: 'mentor',
  training: 'training or personnel department',
}

export const recordKindNames: Record<RecordKind, string> = {
  'appropriate-person': 'Who the appropriate person is',
  'manager-feedback': 'Feedback from a line manager or supervisor',
  'line-management': 'Proof of line management or supervision',
  'development-plan': 'Personal development plan, agreed',
  objectives: 'Objectives (SMART), agreed',
  precondition: 'Proof of a precondition',
}

export const roleMeanings: Record<RequirementRole, string> = {
  ticks: 'ticked by the assessor',
  occasions: 'counted from the days and customers of the evidence',
  observations: 'counted from observations',
  setting: 'asked of each piece of evidence: where it came about',
  person: 'answered by a record of who it was',
  plan: 'answered by a record of what was agreed',
  nothing: 'informs, and is not counted',
}

export const enforcementNames: Record<Enforcement, string> = {
  advisory: 'Advice: a gap is shown and does not hold a unit up',
  mandatory: 'The rule: a unit with a gap is not ready',
}
export const enforcementText = (said: Enforcement | null): string =>
  said ? enforcementNames[said] : 'Nobody has said whether they are advice or the rule; until then they are the rule'

const moverNames: Record<GapMover, string> = {
  learner: 'the learner',
  assessor: 'the assessor',
  'lead-iqa': 'the lead IQA',
}
export const gapMoverText = (mover: GapMover, own: boolean): string =>
  own ? 'Your move' : `Move of ${moverNames[mover]}`

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const criteriaIn = (d: Details) =>
  `${strings(d.criteria).length === 1 ? 'criterion' : 'criteria'} ${list(strings(d.criteria))}`
const peopleIn = (people: unknown) => {
  const names = strings(people).map(p => relationshipNames[p as Relationship] ?? p)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
const recordIn = (d: Details) => recordKindNames[d.record as RecordKind] ?? 'A record'

type Item = { code: string; text: string }
const itemsIn = (d: Details): Item[] => (Array.isArray(d.items) ? (d.items as Item[]) : [])
const tidy = (text: string) => text.trim().replace(/[.;:]$/, '')
const quoted = (items: Item[]) => items.map(i => `${i.code}) ${tidy(i.text)}`).join('; ')

/** "b) a quiet time" of what is missing; with a number where some of several are enough. */
function missingItems(d: Details): string {
  const items = itemsIn(d)
  const short = number(d.short)
  if (d.quantifier === 'each') {
    const begun = Array.isArray(d.begun) ? (d.begun as { thing: string; lacks: string[] }[]) : []
    const lacking = begun.map(b => `${b.thing} still lacks ${list(b.lacks)}`).join('; ')
    return `${short} more with all of its parts${lacking ? ` (${lacking})` : ''}`
  }
  if (d.quantifier === 'at-least')
    return items.length > 0 ? `${short} more of: ${quoted(items)}` : `${short} more, different from those named`
  return items.length > 0 ? quoted(items) : tidy(String(d.text ?? ''))
}

const sentences: Record<GapCode, (d: Details) => string> = {
  'criteria-open': d => `No evidence yet, or it came back, for ${criteriaIn(d)}.`,
  'criteria-waiting': d => `Waiting to be confirmed: ${criteriaIn(d)}.`,
  'requirement-open': d => `Requirement ${d.requirement} is not covered yet: ${missingItems(d)}.`,
  'requirement-waiting': d =>
    `Requirement ${d.requirement} waits for an assessor: what is missing is ticked on evidence that is still to be judged.`,
  'days-short': d =>
    `Shown on ${number(d.have) === 0 ? 'no day' : count(number(d.have), 'day')} so far; this unit wants ${count(number(d.need), 'different day')} or more.`,
  'customers-short': d =>
    `${number(d.have) === 0 ? 'No customer is' : count(number(d.have), 'customer is', 'customers are')} named so far; this unit wants ${count(number(d.need), 'different customer')} or more.`,
  'period-short': d =>
    `From the first day to the last it is ${count(number(d.have), 'day')}; this unit wants ${count(number(d.need), 'day')} or more.`,
  'observations-short': d =>
    `Some of it was simulated, so the assessor must observe on ${count(number(d.need), 'different day')} or more; so far it is ${number(d.have)}.`,
  'demand-unknown': () =>
    'This unit speaks of how often or how long it must be shown, and does not say enough to count it.',
  'precondition-unproved': d => `Not proved yet: ${tidy(String(d.text ?? ''))}.`,
  'record-missing': d => `Requirement ${d.requirement} asks for a record: ${lower(recordIn(d))}.`,
  'record-of-other-person': d =>
    `Requirement ${d.requirement} wants ${peopleIn(d.people)}; the record names ${d.person ?? 'somebody else'}, who is none of these.`,
  'criteria-on-one-day': d => `Shown on one day only: ${criteriaIn(d)}.`,
  'reading-unreviewed': () =>
    'What these requirements ask for was read off their words, and nobody has looked it through.',
}

const closers: Record<GapCode, (d: Details) => string> = {
  'criteria-open': () => 'Put evidence to it and submit it.',
  'criteria-waiting': () => 'The assessor, or the countersigner, judges it.',
  'requirement-open': () => 'Show it in new evidence; the assessor ticks the item when judging.',
  'requirement-waiting': () => 'The assessor judges the evidence and ticks the item.',
  'days-short': () => 'Show it on another day, or name further occasions in new evidence.',
  'customers-short': () => 'Say in new evidence which customer it was; initials are enough.',
  'period-short': () => 'Show it again later.',
  'observations-short': () => 'Arrange another observation.',
  'demand-unknown': () => 'The lead IQA or a centre administrator says what it means, on the page of the unit.',
  'precondition-unproved': () => 'The assessor records the proof below.',
  'record-missing': d =>
    strings(d.people).length > 0
      ? `The assessor records it below, with ${peopleIn(d.people)}.`
      : 'The assessor records it below.',
  'record-of-other-person': () => 'Record it again with one of the people named.',
  'criteria-on-one-day': () => 'It does not hold the unit up. Another occasion would make it surer.',
  'reading-unreviewed': () => 'The lead IQA or a centre administrator looks it through, on the page of the unit.',
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export const gapSentence = ({ code, details }: Pick<Gap, 'code' | 'details'>): string => sentences[code](details)
/** What would close it. */
export const gapCloser = ({ code, details }: Pick<Gap, 'code' | 'details'>): string => closers[code](details)

/** "Not ready: 3 gaps", "Ready, with 1 piece of advice" */
export function readyText({ ready, gaps }: { ready: boolean; gaps: readonly Pick<Gap, 'blocks'>[] }): string {
  const blocking = gaps.filter(g => g.blocks).length
  const advice = gaps.length - blocking
  if (!ready) return `Not ready: ${count(blocking, 'gap')}`
  return advice > 0 ? `Ready, with ${count(advice, 'note')}` : 'Ready'
}

/** "all of these", "at least 2 of these", "at least 2 different ones, each with all of these" */
export function quantifierText({
  quantifier,
  atLeast,
  items,
}: Pick<EvidenceRequirement, 'quantifier' | 'atLeast' | 'items'>): string {
  if (quantifier === 'each') return `at least ${atLeast}, each with all of these`
  if (quantifier === 'at-least')
    return items.length > 0 ? `at least ${atLeast} of these` : `at least ${atLeast} different ones`
  return items.length > 1 ? 'all of these' : ''
}

/** "all of these; ticked by the assessor" */
export const requirementText = (
  asked: Pick<EvidenceRequirement, 'quantifier' | 'atLeast' | 'items'> & { role: RequirementRole },
): string => [quantifierText(asked), roleMeanings[asked.role]].filter(Boolean).join('; ')

/** "2 different days or more, 2 different customers or more" */
export function demandText({ known, days, customers, period, observations }: Demand): string {
  if (!known) return 'It is not settled yet on how many occasions this unit must be shown.'
  const parts = [
    days > 0 && `on ${days} different days or more`,
    customers > 0 && `with ${count(customers, 'different customer')} or more`,
    period > 0 && `over ${count(period, 'day')} or more`,
    observations > 0 && `observed on ${observations} days or more where anything is simulated`,
  ].filter(part => part !== false)
  return parts.length > 0
    ? `To be shown ${list(parts)}.`
    : 'This unit does not say on how many occasions it must be shown.'
}

/** "14 May 2026, customer B, by telephone" */
export function occasionText(o: {
  day: string | null
  customer: string
  channel: Channel | null
  seenBy: string
}): string {
  return [
    o.day ? dayText(o.day) : 'no day yet',
    o.customer,
    o.channel && lower(channelNames[o.channel]),
    o.seenBy && `seen by ${o.seenBy}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** "Helen Marsh, line manager, 3 February 2026: agreed three aims. Recorded by Ben Hughes" */
export function recordText(r: {
  person: string
  relationship: Relationship | null
  day: string
  note: string
  by: string
}): string {
  const who = [r.person, r.relationship && relationshipNames[r.relationship], dayText(r.day)].filter(Boolean).join(', ')
  return `${who}${r.note ? `: ${tidy(r.note)}` : ''}. Recorded by ${r.by}`
}

/** What stands behind a tick that does not count yet. */
export const tickLayerText = (layer: 'learner' | 'trainee' | 'assessor'): string =>
  ({ assessor: '', trainee: ', by the trainee: waits for the countersigner', learner: ', proposed by the learner' })[
    layer
  ]

export const preconditionText = (kind: string): string =>
  preconditionKindNames[kind as keyof typeof preconditionKindNames] ?? 'Precondition'

const ones = (d: Details) => (strings(d.requirements).length > 0 ? ` (${list(strings(d.requirements))})` : '')
export const coverageCodes = {
  'coverage/no-such-requirement': d =>
    `A requirement was ticked that the learner’s units do not have${ones(d)}. Reload the page.`,
  'coverage/which-one': d =>
    `Say which one is meant for each tick on a requirement that counts different things${ones(d)}: which change, method or medium.`,
  'coverage/no-such-occasion': () =>
    'A tick rests on an occasion that is not in this evidence, or that is not counted.',
  'coverage/no-occasion-left': () => 'At least one occasion must count. If none does, nothing of this evidence is met.',
  'coverage/occasion-to-come': () => 'An occasion cannot be in the future.',
  'coverage/nothing-met-in-unit': d =>
    `Evidence covers a requirement only in a unit of which it shows something${ones(d)}. Confirm a criterion of that unit, or take the tick out.`,
  'coverage/every-requirement': () => 'Say for every numbered requirement of the unit how it is met.',
  'coverage/day-to-come': () => 'The day cannot be in the future.',
  'coverage/no-such-precondition': () => 'This unit has no such precondition now. Reload the page.',
  'coverage/not-about-oneself': () => 'Somebody else records this: it is about you.',
  'coverage/not-their-assessor': () => 'The learner’s assessors and mentor record this, and a centre administrator.',
} satisfies Codes
