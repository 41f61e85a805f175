/** What stands behind every figure of progress, in words that are the same for every role (R10). */

import type { Outcome, ReturnReason } from '#domain/decisions/layers.ts'
import { type PriorKind, priorKinds } from '#domain/evidence/record-fields.ts'
import type { AllocationRole } from '#domain/people/roles.ts'
import type { Mover, StandingState, ToldReason, Totals } from '#domain/progress/standing.ts'
import { count } from './codes.ts'
import { returnReasonNames } from './decisions.ts'
import { dayText } from './times.ts'

type Named = { id: string; name: string }
type Signed = { by: Named; at: string }
type Judged = Signed & { outcome: Outcome; reason: ReturnReason | null }

/** A criterion's standing as the house tells it. */
export type StandingShown = {
  state: StandingState
  reason: ToldReason | null
  since: string | null
  evidence: { id: string; number: number; version: number } | null
  claimed: Signed | null
  provisional: Judged | null
  decided: Judged | null
  mover: { role: Mover; person: Named | null } | null
}

export const standingNames: Record<StandingState, string> = {
  confirmed: 'Confirmed',
  provisional: 'Provisional',
  claimed: 'Claimed',
  returned: 'Came back',
  none: 'Nothing yet',
}

/** One line for the legend. */
export const standingMeanings: Record<StandingState, string> = {
  confirmed: 'a qualified assessor has confirmed it: it counts',
  provisional: 'a trainee assessor has judged it: it waits for the countersigner',
  claimed: 'the learner says it is met: it waits for an assessor, or for being submitted; or it is in question',
  returned: 'judged not yet met, or returned: it waits for the learner',
  none: 'no evidence yet',
}

const moverNames: Record<Mover, string> = {
  'centre-administrator': 'centre administrator',
  learner: 'learner',
  'trainee-assessor': 'trainee assessor',
  assessor: 'assessor',
  countersigner: 'countersigner',
}

/** The places on a registration, as labels. */
export const placeNames: Record<AllocationRole, string> = {
  'trainee-assessor': 'Trainee assessor',
  assessor: 'Assessor',
  countersigner: 'Countersigner',
  iqa: 'IQA',
  mentor: 'Mentor',
}

/**
 * Why a criterion does not count yet, whose move it is and since when; or that it counts, and by whose word.
 * `learner` is used where nobody has claimed it yet.
 */
export function whySentence(standing: StandingShown, learner: Named): string {
  const { claimed, provisional, decided, evidence } = standing
  const on = evidence ? ` on evidence ${evidence.number}` : ''
  const said: string[] = []
  if (claimed) said.push(`Claimed by ${claimed.by.name}${on} on ${dayText(claimed.at)}.`)
  else if (evidence) said.push(`Evidence ${evidence.number} was put to it; ${learner.name} did not claim it.`)
  if (provisional)
    said.push(
      `Judged provisionally ${outcomeOf(provisional)} by ${provisional.by.name} on ${dayText(provisional.at)}${because(provisional)}.`,
    )
  if (decided)
    said.push(
      decided.outcome === 'met'
        ? `${provisional ? 'Countersigned and confirmed' : 'Confirmed'} by ${decided.by.name} on ${dayText(decided.at)}.`
        : `Judged not yet met by ${decided.by.name} on ${dayText(decided.at)}${because(decided)}.`,
    )
  said.push(standing.reason === null ? 'It counts.' : `Does not count yet: ${waitOf(standing, learner)}.`)
  return said.join(' ')
}

const outcomeOf = ({ outcome }: Judged) => (outcome === 'met' ? 'as met' : 'as not yet met')
const because = ({ outcome, reason }: Judged) =>
  outcome === 'not-yet-met' && reason ? ` (${lowerFirst(returnReasonNames[reason])})` : ''
const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

function waitOf({ reason, since, evidence, mover }: StandingShown, learner: Named): string {
  const who = mover?.person?.name ?? learner.name
  const when = since ? ` since ${dayText(since)}` : ''
  const it = evidence ? `evidence ${evidence.number}` : 'the evidence'
  switch (reason) {
    case 'no-evidence':
      return `no evidence has been put to it; it is the move of the learner, ${who}`
    case 'not-submitted':
      return `${it} is still a draft; waiting${when} for the learner, ${who}, to submit it`
    case 'not-yet-met':
      return `waiting${when} for the learner, ${who}, to show it with other evidence`
    case 'returned':
      return `${it} went back; waiting${when} for the learner, ${who}, to improve it and submit it again`
    case 'in-question':
      return `it was confirmed and is in question${when}; waiting for ${personOf(mover)}, to confirm it again or revoke it`
    case 'needs-entitled-assessor':
      return `nobody named here is entitled to judge it today; waiting${when} for a centre administrator to name an entitled assessor`
    default:
      return `waiting for ${personOf(mover)}${when ? `,${when}` : ''}`
  }
}

function personOf(mover: StandingShown['mover']): string {
  if (!mover) return 'somebody to be named'
  const role = moverNames[mover.role]
  return mover.person
    ? `the ${role}, ${mover.person.name}`
    : `${role === 'assessor' ? 'an' : 'a'} ${role}, whom a centre administrator has to name`
}

/** "5 confirmed, 2 more claimed, 1 provisional, of 8" */
export function totalsText({ confirmed, claimed, provisional, returned, criteria }: Totals): string {
  return [
    `${confirmed} confirmed`,
    `${claimed} more claimed`,
    ...(provisional > 0 ? [`${provisional} provisional`] : []),
    ...(returned > 0 ? [`${returned} came back`] : []),
    `of ${criteria}`,
  ].join(', ')
}

const priorNames: Record<PriorKind, string> = { apel: 'APEL', apl: 'APL', 'credit-transfer': 'credit transfer' }

/** How many confirmed criteria nothing but prior learning shows: "3 of them on prior learning alone: 2 APEL, 1 credit transfer"; empty where there are none (R86). */
export function priorText(prior: Record<PriorKind, number>): string {
  const kinds = priorKinds.filter(kind => prior[kind] > 0)
  if (kinds.length === 0) return ''
  const all = kinds.reduce((sum, kind) => sum + prior[kind], 0)
  return `${all} of them on prior learning alone: ${kinds.map(kind => `${prior[kind]} ${priorNames[kind]}`).join(', ')}`
}

/** How many of the learner's units have nothing missing, by their coverage. */
export function unitsReadyText(units: Record<string, { ready: boolean }>): string {
  const all = Object.values(units)
  return `${all.filter(u => u.ready).length} of ${count(all.length, 'unit')} ready`
}

export type QueueKind =
  | 'judge'
  | 'judge-provisionally'
  | 'countersign'
  | 'answer-question'
  | 'remove-content'
  | 'improve'
  | 'finish'
  | 'allocate'
  | 'entitle'
type QueueItem = { kind: QueueKind; ticks: number; evidence: { number: number; title: string } | null }

/** The one action that moves it. */
export function queueAction({ kind, ticks, evidence }: QueueItem): string {
  const what = evidence ? `evidence ${evidence.number}` : ''
  switch (kind) {
    case 'judge':
      return `Judge ${what}, ${count(ticks, 'tick')}`
    case 'judge-provisionally':
      return `Judge ${what} provisionally, ${count(ticks, 'tick')}`
    case 'countersign':
      return `Countersign ${count(ticks, 'tick')} on ${what}`
    case 'answer-question':
      return `Answer what is in question on ${what}, ${count(ticks, 'criterion', 'criteria')}`
    case 'remove-content':
      return `Take sensitive content out of ${what}, or say why it stays`
    case 'improve':
      return `Improve ${what}: it came back`
    case 'finish':
      return `Finish ${what} and submit it`
    case 'allocate':
      return 'Name an assessor'
    case 'entitle':
      return 'Name an entitled assessor'
  }
}

/** What would come here, for each role; said where nothing waits. */
export const queueComes = {
  learner: 'Evidence that comes back to you, and drafts that you have not submitted, will wait here.',
  'trainee-assessor': 'Evidence that your learners submit will wait here for your provisional judgement.',
  assessor: 'Evidence that your learners submit, and ticks to countersign, will wait here, oldest first.',
  'centre-administrator':
    'Registrations without an assessor, or with one who is not entitled any more, will wait here.',
} as const

/** "unit 1", "units 1, 3 and 6" */
export function unitsText(units: string | null): string {
  if (!units) return ''
  const all = units.split(', ').sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  if (all.length === 1) return `unit ${all[0]}`
  if (all.length > 5) return `${all.length} units`
  return `units ${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

export const reportStateNames = {
  all: 'All',
  'not-started': 'Not started',
  'under-way': 'Under way',
  complete: 'Everything confirmed',
  waiting: 'Waiting to be judged',
} as const
