import type { Obstacle, ObstacleCode } from '#domain/decisions/obstacles.ts'
import type { EvidenceType, Setting } from '#domain/evidence/evidence.ts'
import type { FieldName } from '#domain/evidence/record-fields.ts'
import type { PlanFault } from '#domain/planning/plan-entry.ts'
import { type Details, list, number, text } from './codes.ts'
import { moreThanOneText } from './criteria.ts'
import { evidenceTypeNames, whoSetsMethods } from './evidence.ts'

const kindIn = (d: Details) => evidenceTypeNames[d.type as EvidenceType]?.toLowerCase() ?? 'this kind of evidence'

const settingsIn: Partial<Record<Setting, string>> = {
  simulation: 'A simulation',
  'realistic-working-environment': 'A realistic working environment',
  placement: 'A work placement',
}
const settingIn = (d: Details) => settingsIn[d.setting as Setting] ?? 'This setting'

const placesIn = (d: Details) => (d.setting === 'simulation' ? 'simulations' : 'realistic working environments')

function notAllowedSentence(d: Details): string {
  if (d.from === 'framework')
    return `${settingIn(d)} is accepted in SVQs at levels 1 and 2 only, unless the unit says otherwise. Evidence from real work is needed.`
  const counts = d.from === 'simulation'
  const said = d.text ? ` What is laid down${counts ? ' for simulation' : ''}: “${text(d.text)}”` : ''
  return `${settingIn(d)} is not accepted here, so it needs evidence from real work.${said}`
}

const promptNames: Partial<Record<FieldName, string>> = {
  what: 'what was done',
  where: 'where',
  how: 'how',
  why: 'why',
  withWhom: 'with whom',
}

/** What stands in the way of confirming a criterion on a piece of evidence, and what would help: the same for every role. */
const planSentences: Record<PlanFault, string> = {
  'no-plan': 'It does not name the plan that it followed.',
  'other-kind': 'The plan that it names is for something else.',
  withdrawn: 'The plan that it names was withdrawn.',
  'not-beforehand': 'The plan that it names was not there to read before the day.',
}

const sentences: Record<ObstacleCode, (details: Details) => string> = {
  'kind-not-allowed': d =>
    `This qualification does not accept this kind of evidence (${kindIn(d)}), so it needs another. ${whoSetsMethods}`,
  'setting-not-allowed': notAllowedSentence,
  'simulation-reason-missing': d =>
    `${settingIn(d)} is accepted only on a condition: “${text(d.condition)}”. The evidence does not say why nothing that happened naturally could be had.`,
  'not-seen-where-kept': () =>
    'The evidence itself is kept somewhere else, and nobody has yet said that they saw it there. An assessor, mentor or IQA goes to see it first.',
  'set-up-not-named': d =>
    `The evidence does not say which of the centre’s ${placesIn(d)} it came from, so nobody can look up its checklist.`,
  'set-up-for-other-units': d => `“${text(d.name)}” was not set up for this unit. Its units are kept with it.`,
  'checklist-incomplete': d =>
    `The checklist of “${text(d.name)}” is not complete: ${number(d.met)} of ${number(d.of)} points hold. The evidence can be used once all do.`,
  'not-planned': d =>
    `A ${kindIn(d)} counts only if it was planned beforehand, where the learner could read it. ${planSentences[d.fault as PlanFault] ?? planSentences['no-plan']} Plan it first, and hold it on a later day.`,
  'not-said-clear': () => 'It rests on a recording. Say first that it can be heard and seen clearly.',
  'not-said-told': d => {
    const unsaid = ((d.unsaid as FieldName[] | undefined) ?? []).map(name => promptNames[name] ?? name)
    const empty = unsaid.length > 0 ? `The record does not say ${list(unsaid)}; see whether the rest does. ` : ''
    const bare = d.bare
      ? 'It is very short: a verdict such as “exceeded expectations” tells nobody what was done. '
      : ''
    return `${empty}${bare}Say whether it tells enough.`
  },
  'knowledge-not-said': () =>
    'It asks for knowledge, and the record of what was seen does not say which knowledge could be seen in it.',
  'performance-needs-performance': d =>
    `It asks for something done at work. A ${kindIn(d)} shows what somebody knows, so it needs other evidence: an observation, a testimony or something made at work.`,
  'only-supporting': d =>
    `A ${kindIn(d)} bears out other evidence and is not enough by itself. It can be confirmed once other evidence for it is.`,
  'more-than-one-example': d =>
    `${moreThanOneText(typeof d.words === 'string' ? d.words : null)}. This is the only evidence for it so far.`,
}

/** For a criterion that may be confirmed all the same: what the assessor is asked to answer for. */
const questions: Partial<Record<ObstacleCode, string>> = {
  'simulation-reason-missing': 'Say why nothing that happened naturally could be had, and how you know',
  'not-said-clear': 'Say that it is clear',
  'not-said-told': 'Say that it tells enough',
  'knowledge-not-said': 'Say what showed that the learner knew it, or which questions closed the gap',
  'more-than-one-example': 'Tick that more than one is shown, or say why one is enough',
}

export const obstacleSentence = ({ code, details }: Pick<Obstacle, 'code' | 'details'>): string =>
  sentences[code](details)

export const justificationQuestion = (code: ObstacleCode): string =>
  questions[code] ?? 'Say why it can be confirmed all the same'

const names: Partial<Record<ObstacleCode, string>> = {
  'not-said-clear': 'The recording',
  'not-said-told': 'What it tells',
  'knowledge-not-said': 'Knowledge inferred from what was seen',
  'more-than-one-example': 'More than one example asked for',
  'simulation-reason-missing': 'Why it was simulated',
}

/** What an answer was about, in front of the answer. */
export const justificationName = (code: ObstacleCode | undefined): string =>
  (code && names[code]) ?? 'Confirmed all the same'

/** What an assessor affirms with one press, word for word as it is kept: where nothing needs to be explained. */
export const affirmations: Partial<Record<ObstacleCode, string>> = {
  'not-said-clear': 'It can be heard and seen clearly enough for somebody who was not there.',
  'not-said-told':
    'It says what was done, when, where, how, why and with whom, well enough for somebody who was not there.',
}

/** What an assessor ticks where a criterion asks for more than one and this is its only evidence so far (R30). */
export const severalWords = {
  /** At the criterion itself, and the name of its key. */
  tickOne: 'More than one is shown in it',
  tick: (n: number) =>
    n === 1 ? 'More than one is shown in it' : `More than one is shown in it, for each of the ${n}`,
  why: (n: number) =>
    `${n === 1 ? 'It asks' : 'Each asks'} for more than one, and this is the only evidence for it so far.`,
  where: 'Where they are (optional)',
  whyOne: (names: string) => `Not ticked: ${names}. Tick, or say here why one is enough`,
  confirmed: (by: string, names: string) => `${by} confirmed that more than one is shown: ${names}`,
}
