import { useMemo } from 'react'
import { keyOf } from '#domain/decisions/layers.ts'
import type { Role } from '#domain/people/roles.ts'
import { FurtherDocuments } from '../further-documents/FurtherDocuments.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { count } from '../words/codes.ts'
import { underText } from '../words/competence.ts'
import { decisionOutcomeNames, returnReasonNames, returnReasonSentences } from '../words/decisions.ts'
import { instantText } from '../words/index.ts'
import { justificationName, severalWords } from '../words/obstacles.ts'
import { placeNames } from '../words/progress.ts'
import { Marks } from '../worksheets/Marks.tsx'
import style from './DecisionThread.module.css'
import { type Assessment, namesOf, placesOf } from './form.ts'

/** What was decided before, with its feedback, newest first; of every version, the learner's way is seen in them. */
export function DecisionThread({ assessment }: { assessment: Assessment }) {
  const { decisions, evidence } = assessment
  const places = useMemo(() => placesOf(assessment), [assessment])
  if (decisions.length === 0) return null
  return (
    <section aria-labelledby="decisions-before">
      <h2 id="decisions-before" tabIndex={-1}>
        Decisions and feedback
      </h2>
      <ol className={style.thread}>
        {[...decisions].reverse().map(d => (
          <li key={d.id}>
            <div className={style.head}>
              <b>{d.by.name}</b>, {placeNames[d.as as keyof typeof placeNames]?.toLowerCase() ?? (d.as as Role)},{' '}
              {instantText(d.at)}
              {evidence.latestVersion > 1 && `, on version ${d.version}`}
            </div>
            <div>
              <StateMark tone={d.layer === 'trainee' ? 'waiting' : d.outcome === 'accepted' ? 'done' : 'attention'}>
                {decisionOutcomeNames[d.outcome]}
                {d.layer === 'trainee' && ', provisionally'}
              </StateMark>{' '}
              {d.met} met{d.notYet > 0 && `, ${d.notYet} not yet met`}
            </div>
            {d.returnReason && (
              <p className={style.reason}>
                <b>{returnReasonNames[d.returnReason]}.</b> {returnReasonSentences[d.returnReason]}
              </p>
            )}
            {d.correction && (
              <p className={style.reason}>
                <b>Corrects the decision before it.</b> {d.correction}
              </p>
            )}
            <blockquote className={style.feedback}>{d.feedback}</blockquote>
            <Marks marks={d.marks} />
            {d.authority && <p className={style.small}>Made under: {underText(d.authority)}.</p>}
            {d.acceptances.map(a => (
              <p key={a.layer} className={style.small}>
                Accepted all {a.layer === 'learner' ? 'learner' : 'trainee assessor'} ticks ({a.shown}
                {a.exceptions > 0 && `, ${count(a.exceptions, 'exception')}`}): “{a.rationale}”
              </p>
            ))}
            {[...Map.groupBy(d.justifications, j => `${j.code} ${j.ticked} ${j.text}`)].map(([key, same]) => (
              <p key={key} className={style.small}>
                {same[0]?.ticked
                  ? severalWords.confirmed(d.by.name, namesOf(same.map(keyOf), places))
                  : `${justificationName(same[0]?.code)} (${count(same.length, 'criterion', 'criteria')})`}
                {same[0]?.text ? `: “${same[0].text}”` : '.'}
              </p>
            ))}
            <FurtherDocuments evidenceId={evidence.id} beside={{ decisionId: d.id }} />
          </li>
        ))}
      </ol>
    </section>
  )
}
