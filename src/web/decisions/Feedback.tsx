import { type DecisionOutcome, type ReturnReason, returnReasons } from '#domain/decisions/layers.ts'
import { list } from '../words/codes.ts'
import { returnReasonNames, returnReasonSentences } from '../words/decisions.ts'
import style from './AssessmentPage.module.css'
import {
  type Assessment,
  type Choice,
  feedbackHolds,
  type JudgingLayer,
  outcomeOf,
  type Place,
  type Typed,
  ticksToJudge,
} from './form.ts'

/** What the learner reads: what was met, by what, what is next; and whether the evidence is accepted or goes back. */
export function Feedback({
  assessment,
  layer,
  typed,
  choices,
  places,
  type,
}: {
  assessment: Assessment
  layer: JudgingLayer
  typed: Typed
  choices: ReadonlyMap<string, Choice>
  places: ReadonlyMap<string, Place>
  type: (change: (was: Typed) => Typed) => void
}) {
  const outcome = outcomeOf(choices, typed)
  // Said only of the whole: while ticks are left to judge, it may come out otherwise.
  const judgedAll = ticksToJudge(assessment, layer, places).every(key => choices.has(key))
  const mixed = outcomeOf(choices, { ...typed, outcome: null }) === null
  const learner = assessment.evidence.learner.name.split(' ')[0] ?? ''
  const holds = feedbackHolds(typed.feedback)
  const named = (o: Choice['outcome']) =>
    [...choices].flatMap(([key, c]) => (c.outcome === o ? [places.get(key)?.criterion.number ?? ''] : []))
  const start = () => {
    const met = named('met')
    const not = named('not-yet-met')
    const lines = [
      met.length > 0 ? `Met: ${list(met)}, because ` : '',
      not.length > 0 ? `Not yet met: ${list(not)}, because ` : '',
      'Next, ',
    ]
    type(was => ({ ...was, feedback: [was.feedback.trim(), ...lines].filter(Boolean).join('\n') }))
  }
  return (
    <section aria-labelledby="feedback-head" className={style.feedback}>
      <h2 id="feedback-head">Feedback to {learner}</h2>
      <label htmlFor="feedback" className={style.label}>
        What was met, by what in the evidence, and what is next
      </label>
      <textarea
        id="feedback"
        rows={6}
        maxLength={20_000}
        value={typed.feedback}
        aria-describedby="feedback-holds"
        onKeyDown={e => {
          if (e.key === 'Escape') e.currentTarget.blur()
        }}
        onChange={e => {
          const feedback = e.currentTarget.value
          type(was => ({ ...was, feedback }))
        }}
      />
      <div className={style.under}>
        <ul id="feedback-holds" className={style.holds}>
          {(
            [
              ['met', 'what was met'],
              ['by', 'by what'],
              ['next', 'what is next'],
            ] as const
          ).map(([part, says]) => (
            <li key={part} data-there={holds[part] || undefined}>
              <span aria-hidden="true">{holds[part] ? '✓' : '○'}</span> {says}
              <span className="hidden-text">{holds[part] ? ': there' : ': not seen yet'}</span>
            </li>
          ))}
        </ul>
        {typed.feedback.trim() === '' && (
          <button type="button" className={style.quiet} data-small onClick={start}>
            Start with what I judged
          </button>
        )}
      </div>
      {mixed && choices.size > 0 ? (
        <fieldset className={style.outcome}>
          <legend>The evidence as a whole</legend>
          {(['accepted', 'returned'] as const).map((o: DecisionOutcome) => (
            <label key={o}>
              <input
                type="radio"
                name="outcome"
                checked={outcome === o}
                onChange={() => type(was => ({ ...was, outcome: o }))}
              />
              {o === 'accepted'
                ? 'Accept it: what is not yet met can be shown by other evidence'
                : `Return it: ${learner} improves it and submits it again`}
            </label>
          ))}
        </fieldset>
      ) : (
        outcome &&
        judgedAll && (
          <p className={style.follows}>
            {outcome === 'accepted'
              ? 'Everything is met: the evidence will be accepted.'
              : `Nothing is met: the evidence will go back to ${learner}.`}
          </p>
        )
      )}
      {outcome === 'returned' && (
        <label className={style.label}>
          Why it goes back
          <select
            value={typed.returnReason ?? ''}
            onChange={e => {
              const returnReason = (e.currentTarget.value || null) as ReturnReason | null
              type(was => ({ ...was, returnReason }))
            }}
          >
            <option value="">Choose a reason …</option>
            {returnReasons.map(r => (
              <option key={r} value={r}>
                {returnReasonNames[r]}
              </option>
            ))}
          </select>
          {typed.returnReason && (
            <span className={style.told}>
              {learner} reads: “{returnReasonSentences[typed.returnReason]}”
            </span>
          )}
        </label>
      )}
      {layer === 'trainee' && outcome && (
        <p className={style.follows}>Until it is countersigned, the evidence stays where it is.</p>
      )}
    </section>
  )
}
