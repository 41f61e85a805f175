/**
 * What stands between a criterion and its confirmation on one piece of evidence. The same answer is shown to the learner
 * before they claim, to the assessor before they judge, and refused in the deed (product rule 6).
 */
import { type Occasion, shows } from '../coverage/occasions.ts'
import type { EvidenceType } from '../evidence/evidence.ts'
import { evidenceTypeKinds } from '../evidence/kinds.ts'
import type { Telling } from '../evidence/records.ts'
import { type PlannedFact, planFaultOf } from '../planning/plan-entry.ts'
import { type AskedInWords, moreThanOneAsked } from '../qualifications/more-than-one.ts'
import { obstaclesOfSetting, type PlacedCriterion, type PlacedPiece } from '../settings/obstacles.ts'
import type { Day } from '../time.ts'
import type { CriterionKey } from './layers.ts'

export const obstacleCodes = [
  /** The qualification does not accept this kind of evidence (R69). */
  'kind-not-allowed',
  /** It came about where evidence for the criterion may not come from (R99, R102, R103). */
  'setting-not-allowed',
  /** A simulation accepted only where nothing natural could be had, and nobody has said why (R100). */
  'simulation-reason-missing',
  /** It is kept elsewhere, and nobody has yet said that they saw it there (R71). */
  'not-seen-where-kept',
  /** A simulation or an environment of the centre that nobody can look up (R105). */
  'set-up-not-named',
  'set-up-for-other-units',
  /** Its checklist has points open (R105). */
  'checklist-incomplete',
  /** A discussion or questions that were not planned where the learner could see it (R78). */
  'not-planned',
  /** Knowledge evidence does not show that something was done (R81). */
  'performance-needs-performance',
  /** Supporting evidence is not enough by itself (R80). */
  'only-supporting',
  /** The criterion asks for more than one example, and this is the only piece for it (R30). */
  'more-than-one-example',
  /** Nobody has affirmed yet that it says what, when, where, how, why and with whom (R79). */
  'not-said-told',
  /** Knowledge is inferred from what was seen, and the record does not say which (R85). */
  'knowledge-not-said',
  /** It holds a recording, of which nobody has said yet that it can be heard and seen clearly (R77). */
  'not-said-clear',
] as const
export type ObstacleCode = (typeof obstacleCodes)[number]

/**
 * `say-why`: a qualified assessor may confirm all the same, saying why or ticking what answers it; that stays with the decision.
 * `other-evidence`: nothing that is said helps; other evidence, or something put right elsewhere, does.
 */
export type Obstacle = {
  code: ObstacleCode
  mend: 'say-why' | 'other-evidence'
  /** What the sentence names: a condition as printed, a checklist, a day. */
  details: Record<string, unknown>
}

/** A criterion as a decision needs to know it. */
export type JudgedCriterion = PlacedCriterion &
  AskedInWords & {
    criterionId: string
    plural: boolean
    /** The kinds of evidence that its qualification does not accept. */
    kindsOff: readonly EvidenceType[]
  }

/** The piece of evidence as a decision needs to know it. */
export type JudgedPiece = PlacedPiece & {
  type: EvidenceType | null
  shownOn: Day | null
  /** The plan that it names. */
  planned: PlannedFact | null
  /** Whether it holds a recording. */
  recorded: boolean
  /** What a testimony, an observation or a discussion leaves unsaid; null where nobody asks. */
  telling: Telling | null
  /** The occasions that it shows and that count. */
  occasions: readonly JudgedOccasion[]
  /** Where it is not here but kept elsewhere: whether somebody saw it there. */
  kept: { seen: boolean } | null
}

/** An occasion with the criteria it shows, and where it was if not where the evidence says. */
export type JudgedOccasion = Pick<Occasion, 'criteria' | 'setting'>

/**
 * What an assessor answers for, where a criterion is confirmed although something stood in the way: in words, or by a tick where one
 * says as much. Absent on decisions of before a tick could answer.
 */
export type Justification = CriterionKey & { code: ObstacleCode; text: string; ticked?: boolean }

/** Where a tick is answer enough, and words are optional: "more than one is shown in it" (R30). */
export const answeredByTick: ReadonlySet<ObstacleCode> = new Set(['more-than-one-example'])

/** Whether it answers: with words, or with a tick where that is enough. */
export const isAnswer = ({ code, text, ticked }: Justification): boolean =>
  text.trim() !== '' || (ticked === true && answeredByTick.has(code))

/**
 * Every obstacle, in the order in which one would mend them; none where the criterion may be confirmed.
 * `elsewhere`: other evidence, sufficient by itself, has been confirmed for this criterion.
 */
export function obstaclesTo(criterion: JudgedCriterion, piece: JudgedPiece, elsewhere: boolean): Obstacle[] {
  const { type } = piece
  // Nothing else is worth mending where the kind itself is not accepted.
  if (type && criterion.kindsOff.includes(type))
    return [{ code: 'kind-not-allowed', mend: 'other-evidence', details: { type } }]
  return obstaclesOfSettings(criterion, piece).concat(
    obstaclesOfKeeping(piece),
    obstaclesOfPlan(piece),
    obstaclesOfKind(criterion, piece, elsewhere),
    obstaclesOfNumber(criterion, piece, elsewhere),
    obstaclesOfTelling(criterion, piece),
    obstaclesOfClarity(piece),
  )
}

function obstaclesOfKeeping({ kept }: JudgedPiece): Obstacle[] {
  return kept && !kept.seen ? [{ code: 'not-seen-where-kept', mend: 'other-evidence', details: {} }] : []
}

/** Where the evidence comes from, and each of its occasions that was elsewhere: one that may not be used is enough. */
function obstaclesOfSettings(criterion: JudgedCriterion, piece: JudgedPiece): Obstacle[] {
  if (piece.occasions.every(o => !o.setting)) return obstaclesOfSetting(criterion, piece)
  const own = piece.occasions.flatMap(o => (shows(o, criterion.criterionId) && o.setting ? [o.setting] : []))
  const found = [...new Set([piece.setting, ...own])].flatMap(setting =>
    obstaclesOfSetting(criterion, { ...piece, setting }),
  )
  return [...new Map(found.map(o => [o.code, o])).values()]
}

function obstaclesOfPlan({ type, shownOn, planned }: JudgedPiece): Obstacle[] {
  const fault = planFaultOf(type, shownOn, planned)
  return fault ? [{ code: 'not-planned', mend: 'other-evidence', details: { type, fault } }] : []
}

function obstaclesOfKind({ kind }: JudgedCriterion, { type }: JudgedPiece, elsewhere: boolean): Obstacle[] {
  const shows = type ? evidenceTypeKinds[type].shows : 'both'
  if (shows === 'knowledge' && kind === 'performance')
    return [{ code: 'performance-needs-performance', mend: 'other-evidence', details: { type } }]
  if (shows === 'supporting' && !elsewhere)
    return [{ code: 'only-supporting', mend: 'other-evidence', details: { type } }]
  return []
}

/** Two occasions are two examples, in one piece or in two (R30). The words that ask for them are named, where they are known. */
function obstaclesOfNumber(criterion: JudgedCriterion, piece: JudgedPiece, elsewhere: boolean): Obstacle[] {
  if (!criterion.plural || elsewhere) return []
  const examples = piece.occasions.filter(o => shows(o, criterion.criterionId)).length
  if (examples > 1) return []
  return [{ code: 'more-than-one-example', mend: 'say-why', details: { words: moreThanOneAsked(criterion) } }]
}

/** Somebody affirms that it tells enough; and where knowledge is inferred from what was seen, the record says which. */
function obstaclesOfTelling({ kind }: JudgedCriterion, { telling }: JudgedPiece): Obstacle[] {
  if (!telling) return []
  const { unsaid, bare } = telling
  const told: Obstacle = { code: 'not-said-told', mend: 'say-why', details: { unsaid, bare } }
  const inferred = kind === 'knowledge' && !telling.knowledge
  return inferred ? [told, { code: 'knowledge-not-said', mend: 'say-why', details: {} }] : [told]
}

/** Said with every decision on a recording, because the external quality assurer has only the recording (R77). */
function obstaclesOfClarity({ recorded }: JudgedPiece): Obstacle[] {
  return recorded ? [{ code: 'not-said-clear', mend: 'say-why', details: {} }] : []
}
