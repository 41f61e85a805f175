import { lastMarked } from '#domain/worksheets/marks.ts'
import { dayText } from '../words/index.ts'
import style from './AssessmentPage.module.css'
import { type Assessment, marksOf, type Typed } from './form.ts'
import marking from './Marking.module.css'

/** Each answer to a worksheet with its mark: enough, or not yet, with a word to the learner (R82). */
export function Marking({
  assessment,
  typed,
  type,
}: {
  assessment: Assessment
  typed: Typed
  type: (change: (was: Typed) => Typed) => void
}) {
  const { answers, version } = assessment.evidence
  if (!answers) return null
  const before = lastMarked(assessment.decisions, version)
  const given = new Map(marksOf(assessment, typed).map(m => [m.question, m]))
  return (
    <section aria-labelledby="marking" className={style.feedback}>
      <h2 id="marking">Mark the answers</h2>
      {before && (
        <p className={style.told}>
          They begin with the marks of {before.by.name}, {dayText(before.at)}. Change what you judge otherwise.
        </p>
      )}
      {answers.map(({ question, answer }, at) => {
        const number = at + 1
        const mark = typed.marks[number] ?? given.get(number) ?? { enough: null, comment: '' }
        const set = (change: Partial<typeof mark>) =>
          type(was => ({
            ...was,
            marks: { ...was.marks, [number]: { enough: mark.enough, comment: mark.comment, ...change } },
          }))
        return (
          <fieldset key={number} className={marking.answer}>
            <legend>
              {number}. {question}
            </legend>
            <blockquote>{answer}</blockquote>
            <div className={marking.choices}>
              {[true, false].map(enough => (
                <label key={String(enough)}>
                  <input
                    type="radio"
                    name={`mark-${number}`}
                    checked={mark.enough === enough}
                    onChange={() => set({ enough })}
                  />{' '}
                  {enough ? 'Enough' : 'Not yet'}
                </label>
              ))}
            </div>
            <label className={style.label}>
              Comment on answer {number}
              <textarea
                rows={2}
                maxLength={2000}
                value={mark.comment}
                onChange={e => set({ comment: e.currentTarget.value })}
              />
            </label>
          </fieldset>
        )
      })}
    </section>
  )
}
