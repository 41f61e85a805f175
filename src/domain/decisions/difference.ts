/** What changed between the ticks on somebody's screen and the ticks that stand now. */
import { type CriterionKey, type Judgement, keyOf, type Layers } from './layers.ts'

export type Difference = {
  learner: { added: CriterionKey[]; removed: CriterionKey[] }
  trainee: { added: Judgement[]; removed: CriterionKey[] }
}

/** A trainee's judgement that says something else than before counts as added. */
export function differenceOf(
  seen: { learner: readonly CriterionKey[]; trainee: readonly Judgement[] },
  now: Pick<Layers, 'learner' | 'trainee'>,
): Difference {
  const seenClaims = new Set(seen.learner.map(keyOf))
  const claims = new Set(now.learner.map(keyOf))
  const seenJudgements = new Map(seen.trainee.map(j => [keyOf(j), j.outcome]))
  const judgements = new Set(now.trainee.map(keyOf))
  const key = ({ registrationId, criterionId }: CriterionKey) => ({ registrationId, criterionId })
  return {
    learner: {
      added: now.learner.filter(t => !seenClaims.has(keyOf(t))).map(key),
      removed: seen.learner.filter(t => !claims.has(keyOf(t))).map(key),
    },
    trainee: {
      added: now.trainee
        .filter(t => seenJudgements.get(keyOf(t)) !== t.outcome)
        .map(t => ({ ...key(t), outcome: t.outcome, reason: t.reason })),
      removed: seen.trainee.filter(t => !judgements.has(keyOf(t))).map(key),
    },
  }
}
