/** What one version of one piece of evidence says about each criterion it was put to, read off its three layers of ticks. */
import { type CriterionKey, type Judgement, keyOf, type Layers } from '../decisions/layers.ts'
import type { EvidenceFacts, Signed } from './standing.ts'

/** `facts` are null where the layers do not tell all: a word in question also needs to know who doubts it, and since when. */
export type Said = CriterionKey & { facts: EvidenceFacts | null }

/** A judgement of these criteria in one layer, made just now: it takes the place of what the same layer said before. */
export type JustJudged = Signed & { layer: 'trainee' | 'assessor'; judgements: readonly Judgement[] }

type Version = Pick<EvidenceFacts, 'evidenceId' | 'version' | 'state' | 'submittedAt' | 'supporting'>

/** In: the version in its new state, its layers as they stood, and what was judged since. One entry a criterion. */
export function versionSays(version: Version, layers: Layers, judged?: JustJudged): Said[] {
  const said = new Map<string, CriterionKey & { facts: EvidenceFacts }>()
  const on = ({ registrationId, criterionId }: CriterionKey): EvidenceFacts => {
    const key = keyOf({ registrationId, criterionId })
    const known = said.get(key)
    if (known) return known.facts
    const facts: EvidenceFacts = { ...version, claim: null, trainee: null, assessor: null, question: null }
    said.set(key, { registrationId, criterionId, facts })
    return facts
  }
  for (const tick of layers.learner) on(tick).claim = { by: tick.by, at: tick.at }
  for (const layer of ['trainee', 'assessor'] as const)
    for (const { by, at, outcome, reason, ...key } of layers[layer]) on(key)[layer] = { by, at, outcome, reason }
  if (judged)
    for (const { outcome, reason, ...key } of judged.judgements)
      on(key)[judged.layer] = { by: judged.by, at: judged.at, outcome, reason }
  const inQuestion = new Set(layers.assessor.filter(t => t.inQuestion).map(keyOf))
  return [...said.values()].map(s => (inQuestion.has(keyOf(s)) ? { ...s, facts: null } : s))
}
