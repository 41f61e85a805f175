/**
 * A decision on one version of one piece of evidence: what it must hold, what it may not do, and what follows from it.
 * Only a qualified assessor's decision counts; a trainee's is provisional and waits for the countersigner (R2, R7).
 */
import { isWaiting } from '../evidence/evidence.ts'
import type { EvidenceFacts } from '../progress/standing.ts'
import { Refusal } from '../refusal.ts'
import { type Mark, requireMarked } from '../worksheets/marks.ts'
import { acceptanceOf } from './accepting.ts'
import { differenceOf } from './difference.ts'
import {
  type Acceptance,
  type CriterionKey,
  type DecisionOutcome,
  type Judgement,
  keyOf,
  type Layers,
  type ReturnReason,
} from './layers.ts'
import {
  isAnswer,
  type JudgedCriterion,
  type JudgedPiece,
  type Justification,
  type Obstacle,
  obstaclesTo,
} from './obstacles.ts'

/** In which capacity somebody judges: never borrowed, always from their allocation to the registration. */
export type JudgingRole = 'trainee-assessor' | 'assessor' | 'countersigner'

/** What the decider saw and says. */
export type DecisionForm = {
  /** The version's revision and content as they were on the screen. */
  seenRevision: number
  seenContent: string
  /** The layers as they were on the screen, so that a change meanwhile can be shown and not only reported. */
  seen: { learner: CriterionKey[]; trainee: Judgement[] }
  judgements: Judgement[]
  outcome: DecisionOutcome
  returnReason: ReturnReason | null
  feedback: string
  acceptances: Acceptance[]
  /** Why criteria are confirmed although something stood in the way that an assessor may answer for (R30). */
  justifications: Justification[]
  /** Of the answers to a worksheet; absent where nothing is marked (R82). */
  marks?: Mark[]
  /** What was wrong with the decision that stands; null where this is the first word. */
  correction: string | null
}

/** What stands in the record when the decision arrives. */
export type DecisionSituation = {
  learnerId: string
  state: EvidenceFacts['state']
  revision: number
  contentHash: string
  /** Whether somebody has given their word that it is what it seems to be (R88). */
  authenticated: boolean
  layers: Layers
  /** How many answers of a worksheet are to be marked (R82); absent where it is none. */
  answers?: number
  piece: JudgedPiece
  /** Criteria, by key, for which other evidence that is enough by itself has been confirmed. */
  elsewhere: ReadonlySet<string>
  /** The criteria the decider may judge, by registration, with the capacity they have there. */
  places: {
    registrationId: string
    role: JudgingRole
    countersignerNamed: boolean
    criteria: ReadonlyMap<string, JudgedCriterion>
  }[]
  decider: { personId: string }
}

export type Decided = {
  judgements: Judgement[]
  evidenceState: 'under-review' | 'accepted' | 'returned'
  as: JudgingRole
  layer: 'trainee' | 'assessor'
  /** What was wrong with the word that stood; null where none is corrected. */
  correction: string | null
}

/** A feedback guard: shorter than this cannot say what was met, by what, and what is next. */
export const leastFeedback = 20

/**
 * Checks a decision and answers what it does. Refuses: one's own work; evidence that is not waiting for judgement, unless a
 * qualified assessor corrects what stands and says what was wrong, and so one that says otherwise than what stands; a criterion in question, which is answered and not judged anew;
 * what changed since it was on the screen (with the difference); criteria outside one's places; a claim left without a
 * word; a "not yet" without its reason; missing feedback; a trainee's tick confirmed by anybody but the named
 * countersigner, or by the trainee; an acceptance that is not exactly what was shown; a criterion confirmed in spite of an
 * obstacle, unless it is one that may be answered for and the words or the tick are there; an answer of a worksheet without its mark
 * (R2 to R9, R30, R80 to R82, R121).
 */
export function decide(situation: DecisionSituation, form: DecisionForm, layer: 'trainee' | 'assessor'): Decided {
  refuseOwnWork(situation)
  const correction = correctionIn(situation, form, layer)
  if (!situation.authenticated) throw new Refusal('decisions/not-authenticated')
  refuseWhatChanged(situation, form)
  const placeOf = placeIn(situation, layer)
  refuseFaultyJudgements(situation, form, placeOf)
  refuseObstacles(situation, form)
  requireMarked(situation.answers ?? 0, form.marks ?? [])
  if (layer === 'assessor') refuseWrongCountersigner(situation, form)
  for (const acceptance of form.acceptances) refuseFaultyAcceptance(situation, form, acceptance)
  const first = form.judgements[0] as Judgement
  const as = placeOf(first)?.role as JudgingRole
  return {
    judgements: form.judgements,
    evidenceState: layer === 'trainee' ? 'under-review' : stateAfter(situation, form),
    as,
    layer,
    correction,
  }
}

function refuseOwnWork({ learnerId, decider }: DecisionSituation): void {
  if (learnerId === decider.personId) throw new Refusal('decisions/own-work')
}

/**
 * What a qualified assessor has said is judged otherwise only as a correction, which supersedes and says why (product rule 4):
 * evidence that is accepted or returned, and a criterion of evidence that still waits for another registration's assessor.
 * Null where this corrects nothing.
 */
function correctionIn(
  { state, layers }: DecisionSituation,
  form: DecisionForm,
  layer: 'trainee' | 'assessor',
): string | null {
  const waits = isWaiting(state)
  const said = new Map(form.judgements.map(j => [keyOf(j), j]))
  if (waits && (layer === 'trainee' || !overrules(layers, said))) return null
  const decided = state === 'accepted' || state === 'returned'
  if (!waits && (!decided || layer === 'trainee' || form.correction === null))
    throw new Refusal('decisions/not-waiting', { state })
  if ((form.correction ?? '').trim().length < leastFeedback)
    throw new Refusal('decisions/correction-unexplained', { least: leastFeedback })
  return form.correction
}

/** Whether something said of a criterion, by its key, is otherwise than what a qualified assessor said of it, and stands. */
export const overrules = (
  { assessor }: { assessor: readonly (CriterionKey & Pick<Judgement, 'outcome'>)[] },
  said: ReadonlyMap<string, Pick<Judgement, 'outcome'>>,
): boolean => assessor.some(t => (said.get(keyOf(t))?.outcome ?? t.outcome) !== t.outcome)

function refuseWhatChanged(situation: DecisionSituation, form: DecisionForm): void {
  if (situation.revision === form.seenRevision && situation.contentHash === form.seenContent) return
  throw new Refusal('decisions/changed-meanwhile', {
    contentChanged: situation.contentHash !== form.seenContent,
    revision: situation.revision,
    difference: differenceOf(form.seen, situation.layers),
    assessor: situation.layers.assessor,
  })
}

type PlaceOf = (key: CriterionKey) => DecisionSituation['places'][number] | undefined

/** Where the decider may say something of a criterion in this layer. */
function placeIn(situation: DecisionSituation, layer: 'trainee' | 'assessor'): PlaceOf {
  const own = situation.places.filter(p => (p.role === 'trainee-assessor') === (layer === 'trainee'))
  return key => own.find(p => p.registrationId === key.registrationId && p.criteria.has(key.criterionId))
}

function refuseFaultyJudgements({ layers }: DecisionSituation, form: DecisionForm, placeOf: PlaceOf): void {
  if (form.judgements.length === 0) throw new Refusal('decisions/nothing-judged')
  const outside = form.judgements.filter(j => !placeOf(j))
  if (outside.length > 0) throw new Refusal('decisions/criterion-not-yours', { criteria: outside.map(pick) })
  const judged = new Set(form.judgements.map(keyOf))
  if (judged.size !== form.judgements.length) throw new Refusal('decisions/judged-twice')
  const inQuestion = new Set(layers.assessor.filter(t => t.inQuestion).map(keyOf))
  const doubted = form.judgements.filter(j => inQuestion.has(keyOf(j)))
  if (doubted.length > 0) throw new Refusal('decisions/in-question', { criteria: doubted.map(pick) })
  const silent = [...layers.learner, ...layers.trainee].filter(
    t => placeOf(t) && !judged.has(keyOf(t)) && !inQuestion.has(keyOf(t)),
  )
  if (silent.length > 0) throw new Refusal('decisions/claim-without-a-word', { criteria: unique(silent) })
  const unexplained = form.judgements.filter(j => j.outcome === 'not-yet-met' && !j.reason)
  if (unexplained.length > 0) throw new Refusal('decisions/reason-missing', { criteria: unexplained.map(pick) })
  if (form.feedback.trim().length < leastFeedback)
    throw new Refusal('decisions/feedback-missing', { least: leastFeedback })
  if (form.outcome === 'returned' && !form.returnReason) throw new Refusal('decisions/return-reason-missing')
  if (form.outcome === 'returned' && form.judgements.every(j => j.outcome === 'met'))
    throw new Refusal('decisions/returned-though-all-met')
  if (form.outcome === 'accepted' && !form.judgements.some(j => j.outcome === 'met'))
    throw new Refusal('decisions/accepted-though-nothing-met')
}

type JudgedInForm = { judgements: readonly Judgement[]; justifications: readonly Justification[] }

/** What stands in the way of each criterion that the form judges met, by its number, but for what it answers for. */
export function obstaclesLeft(
  { places, piece, elsewhere }: Pick<DecisionSituation, 'places' | 'piece' | 'elsewhere'>,
  { judgements, justifications }: JudgedInForm,
): (CriterionKey & { number: string; obstacles: Obstacle[] })[] {
  const said = new Set(justifications.filter(isAnswer).map(j => `${keyOf(j)} ${j.code}`))
  const criteria = new Map(places.map(p => [p.registrationId, p.criteria]))
  return judgements.flatMap(judgement => {
    const criterion = criteria.get(judgement.registrationId)?.get(judgement.criterionId)
    if (!criterion || judgement.outcome !== 'met') return []
    const obstacles = obstaclesTo(criterion, piece, elsewhere.has(keyOf(judgement))).filter(
      o => o.mend !== 'say-why' || !said.has(`${keyOf(judgement)} ${o.code}`),
    )
    return obstacles.length > 0 ? [{ ...pick(judgement), number: criterion.number, obstacles }] : []
  })
}

function refuseObstacles(situation: DecisionSituation, form: DecisionForm): void {
  const left = obstaclesLeft(situation, form)
  if (left.length > 0) throw new Refusal('decisions/in-the-way', { criteria: left })
}

/** Where a countersigner is named, a trainee's tick waits for that person; and nobody countersigns their own. */
function refuseWrongCountersigner({ layers, places, decider }: DecisionSituation, form: DecisionForm): void {
  const judged = new Set(form.judgements.map(keyOf))
  for (const tick of layers.trainee) {
    if (!judged.has(keyOf(tick))) continue
    if (tick.by === decider.personId)
      throw new Refusal('decisions/own-provisional-decision', { criteria: [pick(tick)] })
    const mine = places.filter(p => p.registrationId === tick.registrationId)
    if (!mine.some(p => p.role === 'countersigner' || (p.role === 'assessor' && !p.countersignerNamed))) {
      throw new Refusal('decisions/needs-countersigner', { criteria: [pick(tick)] })
    }
  }
}

/**
 * "Accept all" is a judgement: exactly what was shown, the exceptions named, one rationale (R5, R6, R8). It claims no
 * criterion that the assessor judged otherwise, and none whose judgement stood before or is in question.
 */
function refuseFaultyAcceptance({ layers }: DecisionSituation, form: DecisionForm, acceptance: Acceptance): void {
  if (acceptance.rationale.trim().length === 0)
    throw new Refusal('decisions/acceptance-without-rationale', { layer: acceptance.layer })
  const shown = new Set(acceptance.shown.map(keyOf))
  const met = new Set(form.judgements.filter(j => j.outcome === 'met').map(keyOf))
  const excepted = new Set(acceptance.exceptions.map(keyOf))
  const standing = acceptanceOf(layers, acceptance.layer).accepts.map(pick)
  const offered = new Set(standing.map(keyOf))
  const known = [...shown].every(k => offered.has(k)) && [...excepted].every(k => shown.has(k))
  const consistent = [...shown].every(k => met.has(k) !== excepted.has(k))
  if (!known || !consistent)
    throw new Refusal('decisions/acceptance-differs', {
      layer: acceptance.layer,
      difference: { shown: acceptance.shown, standing },
    })
}

/** While a claim of another registration still waits for its own assessor, the evidence stays under review (R72). */
function stateAfter({ layers }: DecisionSituation, form: DecisionForm): Decided['evidenceState'] {
  const judged = new Set([...form.judgements, ...layers.assessor].map(keyOf))
  if (layers.learner.some(claim => !judged.has(keyOf(claim)))) return 'under-review'
  return form.outcome
}

const pick = ({ registrationId, criterionId }: CriterionKey): CriterionKey => ({ registrationId, criterionId })
const unique = (keys: readonly CriterionKey[]): CriterionKey[] => [
  ...new Map(keys.map(k => [keyOf(k), pick(k)])).values(),
]
