import { useId } from 'react'
import style from './MarkAnswer.module.css'

/** What is said so far of one answer; `enough` is null while nothing is. */
export type MarkTyped = { enough: boolean | null; comment: string }

/** One answer to a worksheet and its mark: enough, or not yet, with a word to the learner (R82). */
export function MarkAnswer({
  number,
  question,
  answer,
  mark,
  set,
}: {
  number: number
  question: string
  answer: string
  mark: MarkTyped
  set: (mark: MarkTyped) => void
}) {
  const name = useId()
  return (
    <fieldset className={style.answer}>
      <legend>
        {number}. {question}
      </legend>
      <blockquote>{answer}</blockquote>
      <div className={style.choices}>
        {[true, false].map(enough => (
          <label key={String(enough)}>
            <input
              type="radio"
              name={name}
              checked={mark.enough === enough}
              onChange={() => set({ ...mark, enough })}
            />
            {enough ? 'Enough' : 'Not yet'}
          </label>
        ))}
      </div>
      <label className={style.comment}>
        Comment on answer {number}
        <textarea
          rows={2}
          maxLength={2000}
          value={mark.comment}
          onChange={e => set({ ...mark, comment: e.currentTarget.value })}
        />
      </label>
    </fieldset>
  )
}
