/** "Accept all": which ticks it copies into a decision, and which criteria it leaves as they are (R5, R6, R8). */
import { type CriterionKey, keyOf, type Layers, type Outcome, type Tick } from './layers.ts'

/**
 * Why a ticked criterion is left alone, in the order in which it is asked: it is in question and has to be answered; the
 * assessor judged it in this form; an assessor's saved judgement stands; the trainee judged it not yet met.
 */
export const reasonsToLeave = ['in-question', 'judged-here', 'stands', 'trainee-not-yet'] as const
export type ReasonToLeave = (typeof reasonsToLeave)[number]

/** `by` made the judgement that stays; empty where it is the assessor's own in this form. */
export type LeftAlone = CriterionKey & { why: ReasonToLeave; outcome: Outcome; by: string }

/** What the assessor has judged in the form, by key; a choice that was taken away again is not there. */
export type JudgedHere = ReadonlyMap<string, Outcome>

/**
 * The ticks that accepting one layer copies, and those that it leaves alone. A judgement is never overwritten: not one made
 * in this form, whether met or not yet met, and not a saved one that stands. The prompt, the form, the server and the check
 * of the saved decision all ask this, so that what is shown is what happens (R5, R6).
 */
export function acceptanceOf(
  { learner, trainee, assessor }: Layers,
  layer: 'learner' | 'trainee',
  judgedHere: JudgedHere = new Map(),
): { accepts: Tick[]; leaves: LeftAlone[] } {
  const saved = new Map(assessor.map(t => [keyOf(t), t]))
  const accepts: Tick[] = []
  const leaves: LeftAlone[] = []
  for (const tick of layer === 'learner' ? learner : trainee) {
    const { registrationId, criterionId } = tick
    const stays = (why: ReasonToLeave, outcome: Outcome, by: string) =>
      leaves.push({ registrationId, criterionId, why, outcome, by })
    const standing = saved.get(keyOf(tick))
    const here = judgedHere.get(keyOf(tick))
    if (standing?.inQuestion) stays('in-question', standing.outcome, standing.byName)
    else if (here) stays('judged-here', here, '')
    else if (standing) stays('stands', standing.outcome, standing.byName)
    else if ('outcome' in tick && tick.outcome !== 'met') stays('trainee-not-yet', 'not-yet-met', tick.byName)
    else accepts.push(tick)
  }
  return { accepts, leaves }
}
