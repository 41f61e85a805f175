import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type CriterionKey, keyOf, type ReturnReason, returnReasons } from '#domain/decisions/layers.ts'
import type { Result } from '../api.ts'
import { type Assessment, type Place, placesOf } from '../decisions/form.ts'
import { FurtherDocuments } from '../further-documents/FurtherDocuments.tsx'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { count } from '../words/codes.ts'
import { returnReasonNames } from '../words/decisions.ts'
import { instantText, roleNames } from '../words/index.ts'
import { questionGroundNames } from '../words/questions.ts'
import { MarkAnswer, type MarkTyped } from '../worksheets/MarkAnswer.tsx'
import style from './Questions.module.css'

type Question = Result<'GET /centres/:centreId/evidence/:evidenceId/questions'>['questions'][number]

/** What has been doubted of the decisions on this evidence, the answers, and the deed itself for whoever may do it. */
export function Questions({ assessment }: { assessment: Assessment }) {
  const evidenceId = assessment.evidence.id
  const questions = useResult('GET /centres/:centreId/evidence/:evidenceId/questions', { params: { evidenceId } })
  const [raising, setRaising] = useState(false)
  if (!questions.data) return null
  const { questions: all, mayQuestion } = questions.data
  const confirmed = confirmedIn(assessment)
  return (
    <>
      {all.length > 0 && (
        <section aria-labelledby="in-question" className={style.questions}>
          <h2 id="in-question">In question</h2>
          {all.map(q => (
            <OneQuestion key={q.id} evidenceId={evidenceId} question={q} />
          ))}
        </section>
      )}
      {mayQuestion.allowed && confirmed.length > 0 && (
        <Button variant="default" onClick={() => setRaising(true)}>
          Question this decision
        </Button>
      )}
      {raising && <Raise assessment={assessment} confirmed={confirmed} close={() => setRaising(false)} />}
    </>
  )
}

/** In the order of the units, as they are read everywhere else. */
function confirmedIn(assessment: Assessment): Place[] {
  const met = new Set(assessment.layers.assessor.filter(t => t.outcome === 'met' && !t.inQuestion).map(keyOf))
  return [...placesOf(assessment).values()].filter(p => met.has(p.key))
}

function OneQuestion({ evidenceId, question: q }: { evidenceId: string; question: Question }) {
  return (
    <article className={style.question} data-open={q.answer === null || undefined}>
      <h3>
        {questionGroundNames[q.ground]}{' '}
        <StateMark tone={q.answer ? 'done' : 'attention'}>{q.answer ? 'Answered' : 'Waits for the assessor'}</StateMark>
      </h3>
      <p className={style.who}>
        {q.by}, {roleNames[q.as as keyof typeof roleNames] ?? q.as}, {instantText(q.at)}, on version {q.version}
      </p>
      <blockquote className={style.words}>{q.reason}</blockquote>
      <FurtherDocuments evidenceId={evidenceId} beside={{ questionId: q.id }} />
      <ul className={style.criteria}>
        {q.criteria.map(c => (
          <li key={keyOf(c)}>
            <b>
              {c.number} of unit {c.unit}
            </b>{' '}
            {c.text}
            {q.answer && (
              <span className={style.outcome}>
                {q.answer.met.includes(c.criterionId) ? 'Confirmed again' : 'Revoked: it does not count'}
              </span>
            )}
          </li>
        ))}
      </ul>
      {q.answer ? (
        <>
          <p className={style.who}>
            {q.answer.by}, {instantText(q.answer.at)}
          </p>
          <blockquote className={style.words}>{q.answer.words}</blockquote>
        </>
      ) : (
        q.mayAnswer.allowed && <Answer question={q} />
      )}
    </article>
  )
}

type Said = { outcome: 'met' | 'not-yet-met'; reason: ReturnReason | null }

/** Each criterion stands, or does not and why; one explanation for all. */
function Answer({ question }: { question: Question }) {
  const answer = useChange('POST /centres/:centreId/questions/:questionId/answer')
  const form = useForm({ words: '' })
  const [said, setSaid] = useState<Record<string, Said>>({})
  const [marks, setMarks] = useState<Record<number, MarkTyped>>({})
  const [silent, setSilent] = useState(false)
  const revoked = new Set(
    question.criteria.flatMap(c => (said[keyOf(c)]?.outcome === 'not-yet-met' ? [c.criterionId] : [])),
  )
  // What was asked for with a criterion that does not stand is marked again, beginning with the mark that it has.
  const answers = question.answers.filter(a => a.criterionIds.some(id => revoked.has(id)))
  const markOf = (a: Question['answers'][number]) => marks[a.question] ?? a.mark ?? { enough: null, comment: '' }
  const send = async ({ words }: { words: string }) => {
    const whole = question.criteria.every(c => {
      const s = said[keyOf(c)]
      return s && (s.outcome === 'met' || s.reason)
    })
    const given = answers.flatMap(a => {
      const { enough, comment } = markOf(a)
      return enough === null ? [] : [{ question: a.question, enough, comment }]
    })
    const silent = !whole || given.length < answers.length
    setSilent(silent)
    if (silent) return
    const judgements = question.criteria.map(({ registrationId, criterionId }) => ({
      registrationId,
      criterionId,
      ...(said[keyOf({ registrationId, criterionId })] as Said),
    }))
    await answer.mutateAsync({ params: { questionId: question.id }, body: { judgements, words, marks: given } })
    const stand = judgements.filter(j => j.outcome === 'met').length
    say(`Answered. ${count(stand, 'criterion counts', 'criteria count')} again.`)
  }
  return (
    <form className={style.answer} onSubmit={form.submit(send)} noValidate>
      {question.criteria.map(c => {
        const key = keyOf(c)
        const mine = said[key]
        return (
          <fieldset key={key} className={style.choice}>
            <legend>
              {c.number} of unit {c.unit}
            </legend>
            {(['met', 'not-yet-met'] as const).map(outcome => (
              <label key={outcome}>
                <input
                  type="radio"
                  name={key}
                  checked={mine?.outcome === outcome}
                  onChange={() => setSaid(was => ({ ...was, [key]: { outcome, reason: null } }))}
                />
                {outcome === 'met' ? 'Confirm it again' : 'Revoke it'}
              </label>
            ))}
            {mine?.outcome === 'not-yet-met' && (
              <select
                aria-label={`${c.number}, why it is revoked`}
                value={mine.reason ?? ''}
                onChange={e => {
                  const reason = (e.currentTarget.value || null) as ReturnReason | null
                  setSaid(was => ({ ...was, [key]: { outcome: 'not-yet-met', reason } }))
                }}
              >
                <option value="">Choose a reason …</option>
                {returnReasons.map(r => (
                  <option key={r} value={r}>
                    {returnReasonNames[r]}
                  </option>
                ))}
              </select>
            )}
          </fieldset>
        )
      })}
      {answers.length > 0 && (
        <section aria-labelledby={`remark-${question.id}`}>
          <h4 id={`remark-${question.id}`}>Mark again what was answered for it</h4>
          <p className={style.who}>The other marks stay as they are.</p>
          {answers.map(a => (
            <MarkAnswer
              key={a.question}
              number={a.question}
              question={a.text}
              answer={a.answer}
              mark={markOf(a)}
              set={mark => setMarks(was => ({ ...was, [a.question]: mark }))}
            />
          ))}
        </section>
      )}
      {silent && (
        <p role="alert">
          Say of each criterion whether it stands, and why where it does not
          {answers.length > 0 && ', and mark the answers that were given for it'}.
        </p>
      )}
      <Textarea
        label="What you looked at again, and why it stands or does not"
        description="The learner and the quality assurer read this."
        autosize
        minRows={3}
        {...form.field('words')}
      />
      <FormRefusal form={form} />
      <Button type="submit" loading={form.busy}>
        Answer
      </Button>
    </form>
  )
}

function Raise({ assessment, confirmed, close }: { assessment: Assessment; confirmed: Place[]; close: () => void }) {
  const raise = useChange('POST /centres/:centreId/evidence/:evidenceId/questions')
  const form = useForm({ criteria: [] as string[], reason: '' })
  const chosen = form.values.criteria
  const toggle = (key: string) =>
    form.set('criteria', chosen.includes(key) ? chosen.filter(k => k !== key) : [...chosen, key])
  const send = async ({ reason }: typeof form.values) => {
    const criteria: CriterionKey[] = confirmed
      .filter(p => chosen.includes(p.key))
      .map(({ registrationId, criterionId }) => ({ registrationId, criterionId }))
    await raise.mutateAsync({
      params: { evidenceId: assessment.evidence.id },
      body: { version: assessment.evidence.version, criteria, reason },
    })
    say(`${count(criteria.length, 'criterion is', 'criteria are')} in question and no longer counting.`)
  }
  return (
    <FormDialog title="Question this decision" form={form} does={send} yes="Put in question" close={close} size="lg">
      <p>
        What you choose stops counting at once. The assessor is asked to confirm it again or to revoke it; the decision
        that stands stays readable.
      </p>
      <fieldset className={style.chosen}>
        <legend>Which confirmed criteria do you doubt?</legend>
        {confirmed.map(p => (
          <label key={p.key}>
            <input type="checkbox" checked={chosen.includes(p.key)} onChange={() => toggle(p.key)} />
            <span>
              <b>
                {p.criterion.number} of unit {p.unit.number ?? p.unit.code}
              </b>{' '}
              {p.criterion.text}
            </span>
          </label>
        ))}
      </fieldset>
      <Textarea
        label="What is in doubt, and what would settle it"
        description="The assessor reads this, and so does the learner."
        autosize
        minRows={3}
        {...form.field('reason')}
      />
    </FormDialog>
  )
}
