/** What an assessor or a trainee is about to decide: typed bit by bit, kept as a draft, sent as one decision. */

import type { RequirementTick } from '#domain/coverage/ticking.ts'
import { acceptanceOf, type LeftAlone } from '#domain/decisions/accepting.ts'
import { leastFeedback } from '#domain/decisions/decide.ts'
import {
  type CriterionKey,
  type DecisionOutcome,
  keyOf,
  type Outcome,
  type ReturnReason,
} from '#domain/decisions/layers.ts'
import { answeredByTick, isAnswer, type Obstacle, type ObstacleCode } from '#domain/decisions/obstacles.ts'
import type { Pin } from '#domain/pins/pins.ts'
import { lastMarked, type Mark, unmarkedIn } from '#domain/worksheets/marks.ts'
import type { Result } from '../api.ts'
import type { Occasions } from '../coverage/covers.ts'
import { list } from '../words/codes.ts'
import type { DecisionGaps } from '../words/decisions.ts'
import type { Seen } from './seen.ts'

export type Assessment = Result<'GET /centres/:centreId/evidence/:evidenceId/assessment'>
export type Registration = Assessment['registrations'][number]
export type Unit = Registration['units'][number]
export type Criterion = Unit['outcomes'][number]['criteria'][number]
export type Obstacles = Assessment['obstacles']
export type JudgingLayer = 'trainee' | 'assessor'

export type Choice = { outcome: Outcome; reason: ReturnReason | null }
export type Typed = {
  /** By `keyOf`; null where the choice that stood before was taken away. */
  judged: Record<string, Choice | null>
  feedback: string
  outcome: DecisionOutcome | null
  returnReason: ReturnReason | null
  acceptances: { layer: 'learner' | 'trainee'; shown: CriterionKey[]; rationale: string }[]
  /** Typed into the prompt of an acceptance and not yet answered with OK. */
  rationale: { learner: string; trainee: string }
  /** Criteria, by key, in which more than one is shown, as the assessor ticked (R30). */
  several: string[]
  /** Why criteria are confirmed in spite of an obstacle: one answer for all that meet the same one. */
  justifications: Partial<Record<ObstacleCode, string>>
  /** Where the judgements rest; null until one was set or taken out, and those of an earlier decision stand. */
  pins: Pin[] | null
  /** Of the answers to a worksheet, by number from 1; `enough` is null until it is said. */
  marks: Record<number, { enough: boolean | null; comment: string }>
  /** What was wrong with the decision that stands; null while nothing is being corrected. */
  correction: string | null
  /** Requirements ticked and occasions counted; null while what stands in this layer is left as it is. */
  covers: RequirementTick[] | null
  occasions: Occasions | null
  /** What was on the screen when it was typed; null while nothing was. */
  seen: Seen | null
  /** The save under way: made once, so that a retry after a dropped connection is the same decision. */
  requestId: string | null
}
export const nothingTyped: Typed = {
  judged: {},
  feedback: '',
  outcome: null,
  returnReason: null,
  acceptances: [],
  rationale: { learner: '', trainee: '' },
  several: [],
  justifications: {},
  marks: {},
  covers: null,
  occasions: null,
  pins: null,
  correction: null,
  seen: null,
  requestId: null,
}

/** Whether the reader judges this registration in this layer. */
export const judges = (own: readonly string[], layer: JudgingLayer): boolean =>
  layer === 'trainee' ? own.includes('trainee-assessor') : own.includes('assessor') || own.includes('countersigner')

export type Place = CriterionKey & { key: string; criterion: Criterion; unit: Unit; registration: Registration }

/** Every criterion that this evidence may meet, by key, in the order of the tree. */
export function placesOf(assessment: Assessment): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const registration of assessment.registrations)
    for (const unit of registration.units)
      for (const outcome of unit.outcomes)
        for (const criterion of outcome.criteria) {
          const criterionKey = { registrationId: registration.registrationId, criterionId: criterion.id }
          const key = keyOf(criterionKey)
          places.set(key, { ...criterionKey, key, criterion, unit, registration })
        }
  return places
}

/** "1.1, 1.2 and 2.1 in unit 6; 3.1 in unit 8": in the order of the tree. */
export function namesOf(keys: Iterable<string>, places: ReadonlyMap<string, Place>): string {
  const wanted = new Set(keys)
  const known = [...places.values()].filter(p => wanted.has(p.key))
  const byUnit = Map.groupBy(known, p => p.unit)
  const said = [...byUnit].map(([u, of]) => `${list(of.map(p => p.criterion.number))} in unit ${u.number ?? u.code}`)
  const unknown = wanted.size - known.length
  return [...said, ...(unknown > 0 ? [`${unknown} in a qualification that you do not see`] : [])].join('; ')
}

/** The choices as they stand: what was decided before in the same layer, and what was typed over it. */
export function choicesOf(
  assessment: Assessment,
  layer: JudgingLayer,
  typed: Typed,
  places: Map<string, Place>,
): Map<string, Choice> {
  const choices = new Map<string, Choice>()
  const mine = (key: string) => judges(places.get(key)?.registration.own ?? [], layer)
  // What is in question is answered, and not judged anew.
  for (const tick of assessment.layers[layer])
    if (mine(keyOf(tick)) && !tick.inQuestion) choices.set(keyOf(tick), { outcome: tick.outcome, reason: tick.reason })
  for (const [key, choice] of Object.entries(typed.judged)) {
    if (!mine(key)) continue
    if (choice) choices.set(key, choice)
    else choices.delete(key)
  }
  return new Map([...places.keys()].flatMap(key => (choices.has(key) ? [[key, choices.get(key) as Choice]] : [])))
}

/** Accepted where all are met, returned where none is; between the two somebody has to say. */
export function outcomeOf(choices: ReadonlyMap<string, Choice>, typed: Typed): DecisionOutcome | null {
  const met = metIn(choices)
  if (choices.size === 0) return typed.outcome
  return met === choices.size ? 'accepted' : met === 0 ? 'returned' : typed.outcome
}

export const metIn = (choices: ReadonlyMap<string, Choice>): number =>
  [...choices.values()].filter(c => c.outcome === 'met').length

/** The ticks that wait for a word in this layer. */
export function ticksToJudge(
  assessment: Assessment,
  layer: JudgingLayer,
  places: ReadonlyMap<string, Place>,
): string[] {
  const ticks = [...assessment.layers.learner, ...assessment.layers.trainee].map(keyOf)
  const inQuestion = new Set(assessment.layers.assessor.filter(t => t.inQuestion).map(keyOf))
  const waiting = new Set(
    ticks.filter(key => !inQuestion.has(key) && judges(places.get(key)?.registration.own ?? [], layer)),
  )
  return [...places.keys()].filter(key => waiting.has(key))
}

/** What the reader is asked to answer for: each obstacle to what they judged met, with the criteria it stands before. */
export function toAnswerFor(
  obstacles: Obstacles,
  choices: ReadonlyMap<string, Choice>,
): Map<ObstacleCode, { keys: string[]; obstacle: Obstacle }> {
  const asked = new Map<ObstacleCode, { keys: string[]; obstacle: Obstacle }>()
  for (const [key, choice] of choices)
    for (const obstacle of choice.outcome === 'met' ? (obstacles[key] ?? []) : []) {
      if (obstacle.mend !== 'say-why') continue
      const known = asked.get(obstacle.code) ?? { keys: [], obstacle }
      known.keys.push(key)
      asked.set(obstacle.code, known)
    }
  return asked
}

/**
 * What was typed or ticked for one criterion. Where some are ticked and others are not, the words are about the others, of which
 * one is enough; where all are ticked, they say where to look.
 */
function answerTo(code: ObstacleCode, key: string, keys: readonly string[], { several, justifications }: Typed) {
  const text = justifications[code]?.trim() ?? ''
  const ticked = answeredByTick.has(code) && several.includes(key)
  return { code, ticked, text: ticked && keys.some(k => !several.includes(k)) ? '' : text }
}

/** Whether the assessor is to tick that more than one is shown. */
export const asksSeveral = (obstacles: readonly Obstacle[] = []): boolean =>
  obstacles.some(o => answeredByTick.has(o.code))

/** Ticks or unticks that more than one is shown. */
export const withSeveral = (typed: Typed, keys: readonly string[], shown: boolean): Typed => ({
  ...typed,
  several: [...typed.several.filter(k => !keys.includes(k)), ...(shown ? keys : [])],
})

/** The first obstacle that no words help against. */
export const blockedBy = (obstacles: readonly Obstacle[] = []): Obstacle | undefined =>
  obstacles.find(o => o.mend === 'other-evidence')

/** What the decision still lacks, by the rules of the house. */
export function gapsOf(
  assessment: Assessment,
  layer: JudgingLayer,
  typed: Typed,
  choices: ReadonlyMap<string, Choice>,
  places: Map<string, Place>,
): DecisionGaps {
  const outcome = outcomeOf(choices, typed)
  return {
    nothing: choices.size === 0,
    silent: namesOf(
      ticksToJudge(assessment, layer, places).filter(key => !choices.has(key)),
      places,
    ),
    unexplained: namesOf(
      [...choices.keys()].filter(key => choices.get(key)?.outcome === 'not-yet-met' && !choices.get(key)?.reason),
      places,
    ),
    outcome: choices.size > 0 && outcome === null,
    returnReason: outcome === 'returned' && typed.returnReason === null,
    feedback: Math.max(0, leastFeedback - typed.feedback.trim().length),
    correction: typed.correction !== null && typed.correction.trim().length < leastFeedback,
    unmarked: unmarkedIn(assessment.evidence.answers?.length ?? 0, marksOf(assessment, typed)),
    blocked: [...choices].flatMap(([key, choice]) => {
      const obstacle = choice.outcome === 'met' ? blockedBy(assessment.obstacles[key]) : undefined
      return obstacle ? [{ names: namesOf([key], places), obstacle }] : []
    }),
    unanswered: [...toAnswerFor(assessment.obstacles, choices)].flatMap(([code, { keys }]) => {
      const left = keys.filter(key => !isAnswer({ ...(places.get(key) as Place), ...answerTo(code, key, keys, typed) }))
      return left.length > 0 ? [{ names: namesOf(left, places), code }] : []
    }),
  }
}

/** The marks as they stand: those given before on this version, a trainee's too, and what was typed over them. */
export function marksOf({ evidence, decisions }: Pick<Assessment, 'evidence' | 'decisions'>, typed: Typed): Mark[] {
  const before = lastMarked(decisions, evidence.version)?.marks ?? []
  const marks: Typed['marks'] = { ...Object.fromEntries(before.map(m => [m.question, m])), ...typed.marks }
  return Object.entries(marks).flatMap(([question, { enough, comment }]) =>
    enough === null ? [] : [{ question: Number(question), enough, comment }],
  )
}

/** What stands in a layer of requirements and occasions, for a decision that leaves them as they are. */
export type StandingCoverage = { covers: RequirementTick[]; occasions: Occasions }

/** Ticks on requirements of the units of which something is met: only those rest on anything. */
export function coversOf(
  typed: Typed,
  standing: StandingCoverage,
  choices: ReadonlyMap<string, Choice>,
  places: ReadonlyMap<string, Place>,
): RequirementTick[] {
  const met = new Set(
    [...choices].flatMap(([key, choice]) => {
      const place = choice.outcome === 'met' ? places.get(key) : undefined
      return place ? [`${place.registrationId}/${place.unit.id}`] : []
    }),
  )
  return (typed.covers ?? standing.covers).filter(t => met.has(`${t.registrationId}/${t.unitId}`))
}

/** What is sent: the choices, exactly what was on the screen, and each acceptance with what was taken out of it again. */
export function bodyOf(
  assessment: Assessment,
  typed: Typed,
  choices: ReadonlyMap<string, Choice>,
  places: Map<string, Place>,
  requestId: string,
  standing: StandingCoverage,
  pinned: readonly Pin[],
) {
  const { evidence, layers } = assessment
  const keyed = ({ registrationId, criterionId }: CriterionKey) => ({ registrationId, criterionId })
  const outcome = outcomeOf(choices, typed)
  return {
    requestId,
    version: evidence.version,
    seenRevision: evidence.revision,
    seenContent: evidence.contentHash ?? '',
    seen: {
      learner: layers.learner.map(keyed),
      trainee: layers.trainee.map(t => ({ ...keyed(t), outcome: t.outcome, reason: t.reason })),
    },
    judgements: [...choices].flatMap(([key, choice]) => {
      const place = places.get(key)
      return place
        ? [{ ...keyed(place), outcome: choice.outcome, reason: choice.outcome === 'met' ? null : choice.reason }]
        : []
    }),
    outcome: outcome ?? 'returned',
    returnReason: outcome === 'returned' ? typed.returnReason : null,
    feedback: typed.feedback,
    correction: typed.correction,
    acceptances: typed.acceptances.map(a => ({
      layer: a.layer,
      confirmed: true as const,
      shown: a.shown,
      exceptions: a.shown.filter(k => choices.get(keyOf(k))?.outcome !== 'met'),
      rationale: a.rationale,
    })),
    marks: marksOf(assessment, typed),
    covers: coversOf(typed, standing, choices, places),
    occasions: typed.occasions ?? standing.occasions,
    pins: (typed.pins ?? pinned).filter(p => choices.has(keyOf(p))),
    justifications: [...toAnswerFor(assessment.obstacles, choices)].flatMap(([code, { keys }]) =>
      keys.flatMap(key => {
        const place = places.get(key)
        const answer = place && { ...keyed(place), ...answerTo(code, key, keys, typed) }
        return answer && isAnswer(answer) ? [answer] : []
      }),
    ),
  }
}

/** What "accept all" of one layer would copy and what it would leave alone, in the reader's own registrations. */
export function acceptable(
  { layers }: Pick<Assessment, 'layers'>,
  from: 'learner' | 'trainee',
  places: ReadonlyMap<string, Place>,
  typed: Typed,
): Acceptable {
  const mine = (t: CriterionKey) => judges(places.get(keyOf(t))?.registration.own ?? [], 'assessor')
  const { accepts, leaves } = acceptanceOf(layers, from, judgedHereIn(typed))
  return {
    these: accepts
      .filter(mine)
      .map(({ registrationId, criterionId, byName }) => ({ registrationId, criterionId, byName })),
    leaves: leaves.filter(mine),
  }
}
export type Acceptable = { these: (CriterionKey & { byName: string })[]; leaves: LeftAlone[] }

/** What was judged in this form, by key. */
const judgedHereIn = ({ judged }: Typed): Map<string, Outcome> =>
  new Map(Object.entries(judged).flatMap(([key, choice]) => (choice ? [[key, choice.outcome] as const] : [])))

/** The same as it is sent. */
export const judgedHere = (typed: Typed, places: ReadonlyMap<string, Place>): (CriterionKey & { outcome: Outcome })[] =>
  [...judgedHereIn(typed)].flatMap(([key, outcome]) => {
    const place = places.get(key)
    return place ? [{ registrationId: place.registrationId, criterionId: place.criterionId, outcome }] : []
  })

/**
 * The ticks copied into the choices, still open to change; the act itself is remembered with its rationale. What was judged
 * in the meantime stays, and the act does not claim it.
 */
export function accepted(
  typed: Typed,
  layer: 'learner' | 'trainee',
  shown: readonly CriterionKey[],
  rationale: string,
): Typed {
  const met = { outcome: 'met' as const, reason: null }
  const keys = shown
    .filter(k => !typed.judged[keyOf(k)])
    .map(({ registrationId, criterionId }) => ({ registrationId, criterionId }))
  const before = typed.acceptances.find(a => a.layer === layer)?.shown ?? []
  const all = [...new Map([...before, ...keys].map(k => [keyOf(k), k])).values()]
  return {
    ...typed,
    judged: { ...typed.judged, ...Object.fromEntries(keys.map(k => [keyOf(k), met])) },
    acceptances: [
      ...typed.acceptances.filter(a => a.layer !== layer),
      ...(all.length > 0 ? [{ layer, shown: all, rationale }] : []),
    ],
    // Accepting what is left later asks for the reason again, and begins with this one.
    rationale: { ...typed.rationale, [layer]: rationale },
    requestId: null,
  }
}

/** An acceptance taken back: the ticks that it copied are open again; what was changed by hand since then stays. */
export function withoutAcceptance(typed: Typed, layer: 'learner' | 'trainee'): Typed {
  const copied = new Set(typed.acceptances.find(a => a.layer === layer)?.shown.map(keyOf))
  const stays = Object.entries(typed.judged).filter(
    ([key, choice]) => !copied.has(key) || choice?.outcome === 'not-yet-met',
  )
  return {
    ...typed,
    judged: Object.fromEntries(stays),
    acceptances: typed.acceptances.filter(a => a.layer !== layer),
    requestId: null,
  }
}

/**
 * After something changed meanwhile, an acceptance holds only the ticks that can still be accepted. Where somebody's saved
 * judgement stands now, the copied tick gives way to it.
 */
export function onWhatStands(typed: Typed, now: Pick<Assessment, 'layers'>): Typed {
  const saved = new Set(now.layers.assessor.map(keyOf))
  const acceptances = typed.acceptances.map(a => {
    const open = new Set(acceptanceOf(now.layers, a.layer).accepts.map(keyOf))
    return { ...a, shown: a.shown.filter(k => open.has(keyOf(k))) }
  })
  const copied = new Set(typed.acceptances.flatMap(a => a.shown.map(keyOf)))
  const gives = (key: string, choice: Choice | null) =>
    copied.has(key) && saved.has(key) && choice?.outcome !== 'not-yet-met'
  return {
    ...typed,
    requestId: null,
    judged: Object.fromEntries(Object.entries(typed.judged).filter(([key, choice]) => !gives(key, choice))),
    acceptances: acceptances.filter(a => a.shown.length > 0),
  }
}

/** What feedback ought to hold. Seen from its words only, so it advises and never refuses. */
export function feedbackHolds(feedback: string): { met: boolean; by: boolean; next: boolean } {
  return {
    met: /\d\.\d|\bmet\b|\bshow|\bexplain|\bdescri|\byou\b/i.test(feedback),
    by: /evidence|photo|picture|e-?mail|letter|document|record|statement|observ|log\b|form\b|file|note|report|thread|minute|paragraph|\bline\b|[“"]/i.test(
      feedback,
    ),
    next: /\bnext\b|\bnow\b|\badd\b|\bbring\b|\bplease\b|\btry\b|\bstill\b|\bagain\b|\bwould\b|\bcould\b|\btell me\b|\bdone\b|nothing (more|else)/i.test(
      feedback,
    ),
  }
}
