import { type LeftAlone, type ReasonToLeave, reasonsToLeave } from '#domain/decisions/accepting.ts'
import type { CriterionKey, DecisionOutcome, Outcome, ReturnReason } from '#domain/decisions/layers.ts'
import type { Obstacle, ObstacleCode } from '#domain/decisions/obstacles.ts'
import { type Codes, count, list, number, text } from './codes.ts'
import { justificationQuestion, obstacleSentence } from './obstacles.ts'
import { instantText } from './times.ts'

/** Why something is not yet met: as an assessor chooses it. */
export const returnReasonNames: Record<ReturnReason, string> = {
  insufficient: 'Not enough to show it',
  'not-current': 'Too old to show what you can do now',
  'not-own-work': 'Not clearly the learner’s own work',
  'policy-document': 'A policy, not what the learner did',
  'blank-document': 'A blank or empty document',
  sensitive: 'Holds private details that must come out',
  unclear: 'Cannot be read, seen or heard clearly',
  'wrong-level': 'Does not reach the level of the criterion',
  'wrong-setting': 'Simulated, or from a setting that is not accepted here',
}

/** The same reason as the learner reads it: what is wrong, and what to do. */
export const returnReasonSentences: Record<ReturnReason, string> = {
  insufficient: 'There is not enough here yet to show that it is met. Add more, or tell more about what you did.',
  'not-current': 'It is too old to show what you can do now. Add something more recent.',
  'not-own-work':
    'It is not clear that this is your own work. Say what you did yourself, or add something of your own.',
  'policy-document': 'This is a rule or policy of your workplace. Show how you follow it in your own work.',
  'blank-document': 'The document is blank. Add the one that is filled in.',
  sensitive: 'It shows private details of somebody. Take them out or cover them, and put it in again.',
  unclear: 'It cannot be read, seen or heard clearly. Add a clearer copy.',
  'wrong-level': 'It does not go as far as the criterion asks. Read its first word again: does it ask you to explain?',
  'wrong-setting': 'It was simulated, or done in a setting that is not accepted for this. Show it from your real work.',
}

export const outcomeNames: Record<Outcome, string> = { met: 'Met', 'not-yet-met': 'Not yet met' }
export const decisionOutcomeNames: Record<DecisionOutcome, string> = { accepted: 'Accepted', returned: 'Returned' }

export const decisionsCodes = {
  'decisions/own-work': () => 'This is your own evidence. Nobody judges their own work: your assessor does.',
  'decisions/not-waiting': d =>
    d.state === 'draft'
      ? 'This evidence is still a draft. It can be judged once it is submitted.'
      : `This evidence does not wait for a decision any more: it is ${stateIn(d.state)}. Nothing you typed is lost.`,
  'decisions/changed-meanwhile': () =>
    'Something changed while you were working, so nothing was saved. Nothing you typed is lost: look at what changed.',
  'decisions/correction-unexplained': d =>
    `Say in at least ${number(d.least) || 20} letters what was wrong with the decision that stands.`,
  'decisions/in-question': () =>
    'Some of these criteria are in question. Answer the question first: confirm them again or revoke them.',
  'decisions/newer-version': d =>
    `There is a newer version of this evidence${d.version ? ` (version ${text(d.version)})` : ''}. Open it and decide on that one.`,
  'decisions/not-authenticated': () =>
    'Nobody has said yet that this evidence is what it seems to be. The learner, or whoever wrote it, has to give their word first.',
  'decisions/nothing-judged': () => 'Judge at least one criterion: met, or not yet met.',
  'decisions/criterion-not-yours': d =>
    `${count(size(d.criteria), 'criterion', 'criteria')} of this decision ${size(d.criteria) === 1 ? 'is' : 'are'} not yours to judge. Somebody else is named for that qualification.`,
  'decisions/judged-twice': () => 'A criterion is judged twice in this decision. Reload the page; your draft is kept.',
  'decisions/claim-without-a-word': d =>
    `${count(size(d.criteria), 'tick is', 'ticks are')} left without a word. Say of each whether it is met or not yet met.`,
  'decisions/reason-missing': d =>
    `Choose a reason for ${count(size(d.criteria), 'criterion', 'criteria')} that you judged not yet met.`,
  'decisions/in-the-way': d => {
    const criteria = (d.criteria as { number?: string; obstacles?: Obstacle[] }[] | undefined) ?? []
    const numbers = criteria.flatMap(c => c.number ?? [])
    const named = numbers.length > 0 && numbers.length === criteria.length
    const [obstacle] = criteria[0]?.obstacles ?? []
    const mend = obstacle?.mend === 'say-why' ? ` ${justificationQuestion(obstacle.code)}.` : ''
    const why = obstacle ? ` ${obstacleSentence(obstacle)}${mend}` : ''
    return `${named ? list(numbers) : count(size(criteria), 'criterion', 'criteria')} cannot be confirmed like this.${why}`
  },
  'decisions/worksheet-unmarked': d =>
    `Mark every answer of the worksheet: ${list((d.questions as number[] | undefined)?.map(q => `question ${q}`) ?? [])}.`,
  'decisions/marks-do-not-fit': () =>
    'The marks do not fit the answers of this evidence. Reload the page; your draft is kept.',
  'decisions/feedback-missing': d =>
    `Write feedback of at least ${number(d.least) || 20} letters: what was met, by what, and what is next.`,
  'decisions/return-reason-missing': () => 'Choose the reason for which the evidence goes back.',
  'decisions/returned-though-all-met': () =>
    'Every criterion is met, so there is nothing to return. Accept the evidence, or judge a criterion not yet met.',
  'decisions/accepted-though-nothing-met': () =>
    'No criterion is met, so there is nothing to accept. Return the evidence, or judge a criterion met.',
  'decisions/own-provisional-decision': () =>
    'You judged some of this provisionally yourself. Nobody countersigns their own ticks: another assessor must.',
  'decisions/needs-countersigner': () =>
    'A trainee assessor’s ticks are on this evidence. They wait for the countersigner named for this learner.',
  'decisions/acceptance-without-rationale': d =>
    `Say why all of the ${layerWords(d.layer)} ticks can be accepted together.`,
  'decisions/acceptance-differs': d =>
    `The ${layerWords(d.layer)} ticks are not those that you were shown, so they were not accepted. Look at them and accept again.`,
  'decisions/trainee-decides-provisionally': () =>
    'As a trainee assessor you decide provisionally. The countersigner makes it count.',
  'decisions/not-allocated': () =>
    'Only the assessor or countersigner named for this learner can decide. A centre administrator can name one.',
  'decisions/conflict-of-interest': () =>
    'A conflict of interest between you and this learner is on record, so somebody else judges their evidence. A centre administrator can name them.',
  'decisions/not-the-trainee': () => 'Only the trainee assessor named for this learner decides provisionally.',
} satisfies Codes

const stateIn = (state: unknown): string =>
  ({ accepted: 'accepted', returned: 'returned', withdrawn: 'withdrawn' })[String(state)] ?? 'not waiting'
const size = (criteria: unknown): number => (Array.isArray(criteria) ? criteria.length : 0)
const layerWords = (layer: unknown) => (layer === 'trainee' ? 'trainee assessor’s' : 'learner’s')

export type AcceptanceAsked = { layer: 'learner' | 'trainee'; count: number; names: string[] }

/** The link: "Accept all learner ticks (5)". */
export const acceptAllText = ({ layer, count: n }: AcceptanceAsked): string => `Accept all ${layerTicks(layer)} (${n})`
export const layerTicks = (layer: 'learner' | 'trainee'): string =>
  `${layer === 'learner' ? 'learner' : 'trainee assessor'} ticks`
/** The question, in the words people know (R6). */
export const acceptAllQuestion = (layer: 'learner' | 'trainee'): string =>
  `Are you sure you wish to accept all of the ${layerTicks(layer)}?`
/** Whose ticks, how many, and what happens. */
export const acceptAllWords = ({ count: n, names }: AcceptanceAsked): string =>
  `${count(n, 'tick')} by ${list(names)} will be copied into your decision; you can still change ${n === 1 ? 'it' : 'them'} before you save.`

/** What accepting leaves alone, a line for each kind of judgement: "1.2 in unit 1. Your judgement: not yet met. It stays." */
export function leftAloneSentences(
  leaves: readonly LeftAlone[],
  names: (keys: readonly CriterionKey[]) => string,
): string[] {
  const alike = Map.groupBy(leaves, l => `${reasonsToLeave.indexOf(l.why)} ${l.outcome} ${l.by}`)
  return [...alike.entries()]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([, of]) => {
      const { why, outcome, by } = of[0] as LeftAlone
      const stays = of.length === 1 ? 'It stays.' : 'They stay.'
      return `${names(of)}. ${leftAloneWhy[why]({ said: outcomeNames[outcome].toLowerCase(), by, stays })}`
    })
}
const leftAloneWhy: Record<ReasonToLeave, (left: { said: string; by: string; stays: string }) => string> = {
  'judged-here': ({ said, stays }) => `Your judgement: ${said}. ${stays}`,
  stands: ({ said, by, stays }) => `Saved by ${by}: ${said}. ${stays}`,
  'in-question': () => 'In question: answer the question first.',
  'trainee-not-yet': ({ said, by }) => `${by} judged: ${said}. Judge it yourself.`,
}

/** What was accepted and can be taken back before the decision is saved. */
export const acceptedText = (layer: 'learner' | 'trainee', names: string): string =>
  `You accepted the ${layerTicks(layer)}: ${names}.`

type Judged = CriterionKey & { by: string; byName: string; at: string; outcome: Outcome }
export type ChangeSeen = {
  learnerName: string
  traineeName: string | null
  difference: {
    learner: { added: CriterionKey[]; removed: CriterionKey[] }
    trainee: { added: (CriterionKey & { outcome: Outcome })[]; removed: CriterionKey[] }
  }
  /** Decisions of a qualified assessor that were not on the screen. */
  decided: Judged[]
  contentChanged: boolean
  /** "1.1 and 1.3 in unit 1" */
  names: (keys: readonly CriterionKey[]) => string
}

/** What changed between what was on the screen and what stands now: criterion numbers, and by whom. */
export function changeSentences({
  learnerName,
  traineeName,
  difference,
  decided,
  contentChanged,
  names,
}: ChangeSeen): string[] {
  const trainee = traineeName ?? 'The trainee assessor'
  const { learner, trainee: judged } = difference
  const said: string[] = []
  if (contentChanged) said.push(`${learnerName} changed the evidence itself.`)
  if (learner.added.length > 0)
    said.push(`${learnerName} added ${count(learner.added.length, 'tick')}: ${names(learner.added)}.`)
  if (learner.removed.length > 0)
    said.push(`${learnerName} took away ${count(learner.removed.length, 'tick')}: ${names(learner.removed)}.`)
  for (const outcome of ['met', 'not-yet-met'] as const) {
    const added = judged.added.filter(j => j.outcome === outcome)
    if (added.length > 0)
      said.push(`${trainee} judged provisionally ${outcomeNames[outcome].toLowerCase()}: ${names(added)}.`)
  }
  if (judged.removed.length > 0) said.push(`${trainee} took away: ${names(judged.removed)}.`)
  for (const [by, of] of Map.groupBy(decided, d => d.by)) {
    const first = of[0] as Judged
    const met = of.filter(d => d.outcome === 'met')
    const not = of.filter(d => d.outcome !== 'met')
    const parts = [
      ...(met.length > 0 ? [`met: ${names(met)}`] : []),
      ...(not.length > 0 ? [`not yet met: ${names(not)}`] : []),
    ]
    if (by) said.push(`${first.byName} decided on ${instantText(first.at)}; ${parts.join('; ')}.`)
  }
  return said
}

export type DecisionGaps = {
  /** Answers of a worksheet that have no mark, by number. */
  unmarked: number[]
  /** Ticks of the learner or the trainee without a word. */
  silent: string
  unexplained: string
  nothing: boolean
  outcome: boolean
  returnReason: boolean
  feedback: number
  /** A decision that stands is being corrected, and nobody has said yet what was wrong. */
  correction: boolean
  /** Judged met in spite of something that no words help against. */
  blocked: { names: string; obstacle: Obstacle }[]
  /** Judged met, and the reader has not yet said why. */
  unanswered: { names: string; code: ObstacleCode }[]
}

/** What a decision still lacks, each as a sentence; none when it can be saved. */
export function gapSentences(gaps: DecisionGaps): string[] {
  return [
    ...(gaps.correction ? [decisionsCodes['decisions/correction-unexplained']({})] : []),
    ...(gaps.nothing ? [decisionsCodes['decisions/nothing-judged']()] : []),
    ...(gaps.silent ? [`Say whether it is met or not yet met: ${gaps.silent}.`] : []),
    ...(gaps.unexplained ? [`Choose a reason for not yet met: ${gaps.unexplained}.`] : []),
    ...gaps.blocked.map(b => `${b.names} cannot be confirmed on this evidence. ${obstacleSentence(b.obstacle)}`),
    ...gaps.unanswered.map(u => `${justificationQuestion(u.code)}: ${u.names}.`),
    ...(gaps.unmarked.length > 0 ? [decisionsCodes['decisions/worksheet-unmarked']({ questions: gaps.unmarked })] : []),
    ...(gaps.outcome ? ['Choose whether the evidence is accepted or goes back.'] : []),
    ...(gaps.returnReason ? [decisionsCodes['decisions/return-reason-missing']()] : []),
    ...(gaps.feedback > 0
      ? [`Feedback: ${count(gaps.feedback, 'letter')} more at least, to say what was met, by what, and what is next.`]
      : []),
  ]
}
