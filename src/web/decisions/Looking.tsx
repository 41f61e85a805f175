import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { EvidenceVersion } from '#contract/evidence.ts'
import { isWaiting } from '#domain/evidence/evidence.ts'
import { useCentre } from '../results.ts'
import { inQuestionSentence, nextSentences } from '../words/evidence.ts'
import { sentenceForCode } from '../words/index.ts'
import style from './AssessmentPage.module.css'
import { CriteriaTree } from './CriteriaTree.tsx'
import { DecisionThread } from './DecisionThread.tsx'
import { type Assessment, placesOf } from './form.ts'
import { LeftDraft } from './LeftDraft.tsx'
import { usePinsShown } from './useJudgedPins.ts'

/** All layers and all decisions, for those who may look: learner, IQA, EQA, and an assessor once it is decided. */
export function Looking({
  assessment,
  newest,
  correct,
  version,
}: {
  assessment: Assessment
  newest: boolean
  /** Opens the decision that stands for correction; null for those who may not. */
  correct: (() => void) | null
  version: EvidenceVersion | undefined
}) {
  const { evidence, can, layers } = assessment
  const { person } = useCentre()
  const places = useMemo(() => placesOf(assessment), [assessment])
  usePinsShown(version, places)
  const [current, setCurrent] = useState<string | null>(null)
  const inQuestion = layers.assessor.filter(t => t.inQuestion).length
  const waiting = isWaiting(evidence.state)
  // While it waits: why one may not judge it, and who may. Afterwards: what became of it.
  const verdict = can.decide.reason === 'decisions/trainee-decides-provisionally' ? can.decideProvisionally : can.decide
  const why = !newest
    ? null
    : waiting && verdict.reason
      ? sentenceForCode(verdict.reason, verdict.details)
      : `${nextSentences[evidence.state]} ${inQuestion > 0 ? inQuestionSentence(inQuestion) : ''}`.trim()
  return (
    <>
      {evidence.learner.id === person.id ? (
        <p className={style.note}>
          This is how your evidence is judged.{' '}
          <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: evidence.id } as never}>
            {evidence.state === 'returned' ? 'Improve it in your portfolio' : 'Open it in your portfolio'}
          </Link>
        </p>
      ) : (
        why && <p className={style.note}>{why}</p>
      )}
      {newest && !waiting && (can.decide.allowed || can.decideProvisionally.allowed) && (
        <LeftDraft assessment={assessment} />
      )}
      <h2>Criteria</h2>
      {layers.learner.length + layers.trainee.length + layers.assessor.length === 0 ? (
        <p>Nobody has put a tick on this version.</p>
      ) : (
        <CriteriaTree
          assessment={assessment}
          places={places}
          deciding={null}
          current={current}
          setCurrent={setCurrent}
        />
      )}
      <DecisionThread assessment={assessment} />
      {correct && (
        <Button variant="default" onClick={correct}>
          Correct this decision
        </Button>
      )}
    </>
  )
}
