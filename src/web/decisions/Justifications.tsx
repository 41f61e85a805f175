import { answeredByTick, type ObstacleCode } from '#domain/decisions/obstacles.ts'
import { affirmations, justificationQuestion, obstacleSentence } from '../words/obstacles.ts'
import style from './AssessmentPage.module.css'
import { type Choice, namesOf, type Obstacles, type Place, type Typed, toAnswerFor } from './form.ts'
import { ShownSeveral } from './ShownSeveral.tsx'

/** What an assessor may answer for: each obstacle once, with the criteria it stands before, and room for the words. */
export function Justifications({
  obstacles,
  typed,
  choices,
  places,
  type,
}: {
  obstacles: Obstacles
  typed: Typed
  choices: ReadonlyMap<string, Choice>
  places: ReadonlyMap<string, Place>
  type: (change: (was: Typed) => Typed) => void
}) {
  const asked = toAnswerFor(obstacles, choices)
  if (asked.size === 0) return null
  return (
    <section aria-labelledby="answer-for" className={style.feedback}>
      <h2 id="answer-for">What you answer for</h2>
      {[...asked].map(([code, { keys, obstacle }]) =>
        answeredByTick.has(code) ? (
          <ShownSeveral key={code} keys={keys} typed={typed} places={places} type={type} />
        ) : affirmations[code] ? (
          <div key={code} className={style.affirm}>
            {code === 'not-said-told' && saysLittle(obstacle) && <p>{obstacleSentence(obstacle)}</p>}
            <label>
              <input
                id={`answer-${code}`}
                type="checkbox"
                checked={Boolean(typed.justifications[code])}
                onChange={e => {
                  const words = e.currentTarget.checked ? (affirmations[code] ?? '') : ''
                  type(was => ({ ...was, justifications: { ...was.justifications, [code]: words } }))
                }}
              />
              <span>{affirmations[code]}</span>
            </label>
            {code === 'not-said-clear' && !typed.justifications[code] && (
              <button type="button" className={style.quiet} onClick={() => type(was => asUnclear(was, keys))}>
                It is not clear enough: send it back
              </button>
            )}
          </div>
        ) : (
          <label key={code} className={style.label}>
            <span>
              <b>{namesOf(keys, places)}</b>. {obstacleSentence(obstacle)}
            </span>
            <span>{justificationQuestion(code)}:</span>
            <textarea
              id={`answer-${code}`}
              rows={2}
              maxLength={2000}
              value={typed.justifications[code] ?? ''}
              onChange={e => {
                const words = e.currentTarget.value
                type(was => ({ ...was, justifications: { ...was.justifications, [code as ObstacleCode]: words } }))
              }}
            />
          </label>
        ),
      )}
    </section>
  )
}

/** Whether something about what it tells is to be pointed out before it is affirmed (R79). */
const saysLittle = ({ details }: { details: Record<string, unknown> }): boolean =>
  details.bare === true || (Array.isArray(details.unsaid) && details.unsaid.length > 0)

/** Whatever would rest on a recording that cannot be heard is not yet met, and the evidence goes back for it (R77). */
const asUnclear = (was: Typed, keys: string[]): Typed => ({
  ...was,
  returnReason: 'unclear',
  judged: {
    ...was.judged,
    ...Object.fromEntries(keys.map(k => [k, { outcome: 'not-yet-met' as const, reason: 'unclear' as const }])),
  },
})
