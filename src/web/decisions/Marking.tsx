import style from './AssessmentPage.module.css'
import type { Assessment, Typed } from './form.ts'
import marking from './Marking.module.css'

/** Each answer to a worksheet with its mark: enough, or not yet, with a word to the learner (R82). */
export function Marking({
  answers,
  marks,
  type,
}: {
  answers: Assessment['evidence']['answers']
  marks: Typed['marks']
  type: (change: (was: Typed) => Typed) => void
}) {
  if (!answers) return null
  return (
    <section aria-labelledby="marking" className={style.feedback}>
      <h2 id="marking">Mark the answers</h2>
      {answers.map(({ question, answer }, at) => {
        const number = at + 1
        const mark = marks[number] ?? { enough: null, comment: '' }
        const set = (change: Partial<typeof mark>) =>
          type(was => ({ ...was, marks: { ...was.marks, [number]: { ...mark, ...change } } }))
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
