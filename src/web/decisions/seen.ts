/** What was on the screen when somebody decided something, kept with the draft: so that a change is told after a reload too. */
import { type CriterionKey, type Judgement, keyOf } from '#domain/decisions/layers.ts'
import type { Assessment } from './form.ts'

export type Seen = {
  revision: number
  contentHash: string | null
  learner: CriterionKey[]
  trainee: Judgement[]
  /** The decisions of qualified assessors that stood. */
  decisionIds: string[]
}

export function seenOf({ evidence, layers }: Assessment): Seen {
  const key = ({ registrationId, criterionId }: CriterionKey) => ({ registrationId, criterionId })
  return {
    revision: evidence.revision,
    contentHash: evidence.contentHash,
    learner: layers.learner.map(key),
    trainee: layers.trainee.map(t => ({ ...key(t), outcome: t.outcome, reason: t.reason })),
    decisionIds: [...new Set(layers.assessor.map(t => t.decisionId))],
  }
}

/** The assessment as it was seen: what came since is taken out again, and what went since stands as it stood. */
export function asSeen(fresh: Assessment, seen: Seen | null): Assessment {
  if (!seen || (seen.revision === fresh.evidence.revision && seen.contentHash === fresh.evidence.contentHash))
    return fresh
  const { evidence, layers } = fresh
  const learner = new Map(layers.learner.map(t => [keyOf(t), t]))
  const trainee = new Map(layers.trainee.map(t => [keyOf(t), t]))
  const at = evidence.submittedAt ?? ''
  return {
    ...fresh,
    evidence: { ...evidence, revision: seen.revision, contentHash: seen.contentHash },
    layers: {
      learner: seen.learner.map(
        k => learner.get(keyOf(k)) ?? { ...k, by: evidence.learner.id, byName: evidence.learner.name, at },
      ),
      trainee: seen.trainee.map(j => {
        const now = trainee.get(keyOf(j)) ?? {
          ...j,
          by: '',
          byName: 'The trainee assessor',
          at,
          decisionId: '',
          inQuestion: false,
        }
        return { ...now, outcome: j.outcome, reason: j.reason }
      }),
      assessor: layers.assessor.filter(t => seen.decisionIds.includes(t.decisionId)),
    },
  }
}
