import { memo } from 'react'
import { type ReturnReason, returnReasons } from '#domain/decisions/layers.ts'
import type { Obstacle } from '#domain/decisions/obstacles.ts'
import { PinChips } from '../pins/PinChips.tsx'
import { asksText } from '../words/criteria.ts'
import { outcomeNames, returnReasonNames } from '../words/decisions.ts'
import { instantText } from '../words/index.ts'
import { affirmations, obstacleSentence, severalWords } from '../words/obstacles.ts'
import style from './CriteriaTree.module.css'
import { type Assessment, asksSeveral, blockedBy, type Choice, type JudgingLayer, type Place } from './form.ts'

type Layers = Assessment['layers']
export type TicksOn = {
  learner: Layers['learner'][number] | undefined
  trainee: Layers['trainee'][number] | undefined
  assessor: Layers['assessor'][number] | undefined
}

/** One criterion: its wording, and side by side whose tick is on it. The row in hand also says who and when. */
export const CriterionRow = memo(function CriterionRow({
  place,
  ticks,
  withTrainee,
  layer,
  choice,
  obstacles,
  current,
  several,
  enter,
  judge,
  tickSeveral,
}: {
  place: Place
  ticks: TicksOn
  withTrainee: boolean
  /** The layer in which the reader judges this criterion; null where they may only look. */
  layer: JudgingLayer | null
  choice: Choice | undefined
  /** What stands in the way of confirming it on this evidence. */
  obstacles: Obstacle[] | undefined
  current: boolean
  /** Whether it is ticked that more than one is shown. */
  several: boolean
  enter: (key: string) => void
  judge: (key: string, choice: Choice | null) => void
  tickSeveral: (key: string, shown: boolean) => void
}) {
  const { criterion, key } = place
  const who = [
    ticks.learner && `Ticked by ${ticks.learner.byName}, ${instantText(ticks.learner.at)}`,
    ticks.trainee && `${judgedText(ticks.trainee)} provisionally by ${signed(ticks.trainee)}`,
    ticks.assessor && `${judgedText(ticks.assessor)} by ${signed(ticks.assessor)}`,
  ].filter(Boolean)
  const blocked = blockedBy(obstacles)
  // Told before the deed: always where nothing helps here, and for the rest once it concerns the row in hand.
  // What is affirmed once for the whole piece is asked for below, and not in every row.
  const told = layer
    ? (obstacles ?? []).filter(o => !affirmations[o.code] && (o === blocked || current || choice?.outcome === 'met'))
    : []
  // Said once: not above and again below.
  const toldSeveral = asksSeveral(told)
  const counts = criterion.standing.state === 'confirmed' && ticks.assessor?.outcome !== 'met'
  return (
    <li
      id={`row-${key}`}
      className={style.row}
      data-current={current || undefined}
      tabIndex={-1}
      // A pressed mouse button brings focus too: entering the row then would move the page under the pointer, and the click would be lost.
      onFocus={event => event.target.matches(':focus-visible') && enter(key)}
      onClick={() => enter(key)}
    >
      <p className={style.wording}>
        <b>{criterion.number}</b> {criterion.text}
        {counts && <span className={style.counts}> (already confirmed by other evidence)</span>}
      </p>
      {criterion.parts.length > 0 && (
        <ul className={style.parts}>
          {criterion.parts.map(p => (
            <li key={p.code}>
              {p.code}) {p.text}
            </li>
          ))}
        </ul>
      )}
      <div className={style.layers} data-trainee={withTrainee || undefined}>
        <Mark whose="Learner" shape="✓" on={ticks.learner !== undefined} who={ticks.learner && signed(ticks.learner)}>
          {ticks.learner ? 'Ticked' : 'No tick'}
        </Mark>
        {withTrainee && layer !== 'trainee' && (
          <Mark whose="Trainee" shape="◐" on={ticks.trainee?.outcome} who={ticks.trainee && signed(ticks.trainee)}>
            {ticks.trainee ? outcomeNames[ticks.trainee.outcome] : 'No tick'}
          </Mark>
        )}
        {layer ? (
          <span role="group" aria-label={`${criterion.number}, your judgement`} className={style.choices}>
            <button
              type="button"
              data-small
              data-met
              aria-pressed={choice?.outcome === 'met'}
              aria-describedby={told.length > 0 ? `obstacles-${key}` : undefined}
              onClick={() => judge(key, choice?.outcome === 'met' ? null : { outcome: 'met', reason: null })}
            >
              <span aria-hidden="true">✓ </span>Met
            </button>
            <button
              type="button"
              data-small
              aria-pressed={choice?.outcome === 'not-yet-met'}
              onClick={() =>
                judge(key, choice?.outcome === 'not-yet-met' ? null : { outcome: 'not-yet-met', reason: null })
              }
            >
              <span aria-hidden="true">✕ </span>Not yet
            </button>
          </span>
        ) : (
          <Mark whose="Assessor" shape="●" on={ticks.assessor?.outcome} who={ticks.assessor && signed(ticks.assessor)}>
            {ticks.assessor ? outcomeNames[ticks.assessor.outcome] : 'No decision'}
          </Mark>
        )}
      </div>
      <PinChips criterionKey={key} />
      {layer && choice?.outcome === 'not-yet-met' && (
        <select
          className={style.reason}
          aria-label={`${criterion.number}, why it is not yet met`}
          data-reason={key}
          value={choice.reason ?? ''}
          onChange={e =>
            judge(key, { outcome: 'not-yet-met', reason: (e.currentTarget.value || null) as ReturnReason | null })
          }
          onKeyDown={e => {
            if (e.key === 'Enter' || e.key === 'Escape') e.currentTarget.closest('li')?.focus()
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
      {told.length > 0 && (
        <ul id={`obstacles-${key}`} className={style.obstacles}>
          {told.map(o => (
            <li key={o.code} data-mend={o.mend}>
              {obstacleSentence(o)}
            </li>
          ))}
        </ul>
      )}
      {layer && choice?.outcome === 'met' && asksSeveral(obstacles) && (
        <label className={style.several}>
          <input
            type="checkbox"
            checked={several}
            aria-describedby={`obstacles-${key}`}
            onChange={e => tickSeveral(key, e.currentTarget.checked)}
          />
          <span>
            {severalWords.tickOne}
            <span className="hidden-text">, {criterion.number}</span>
          </span>
        </label>
      )}
      {!layer && ticks.assessor?.reason && <p className={style.who}>{returnReasonNames[ticks.assessor.reason]}</p>}
      {current && <p className={style.who}>{asksText(toldSeveral ? { ...criterion, plural: false } : criterion)}</p>}
      {current && who.length > 0 && <p className={style.who}>{who.join(' · ')}</p>}
    </li>
  )
})

const judgedText = ({ outcome, reason }: { outcome: 'met' | 'not-yet-met'; reason: ReturnReason | null }) =>
  outcome === 'met' ? 'Met' : `Not yet met${reason ? ` (${returnReasonNames[reason].toLowerCase()})` : ''}`
const signed = ({ byName, at }: { byName: string; at: string }) => `${byName}, ${instantText(at)}`

/** A shape and a word, never a colour alone. */
function Mark({
  whose,
  shape,
  on,
  who,
  children,
}: {
  whose: string
  shape: string
  on: boolean | 'met' | 'not-yet-met' | undefined
  who: string | undefined
  children: string
}) {
  return (
    <span className={style.mark} data-on={on || undefined} title={who}>
      <span aria-hidden="true">{on === 'not-yet-met' ? '✕' : on ? shape : '–'}</span>{' '}
      <span className={style.whose}>{whose}: </span>
      {children}
    </span>
  )
}
