import { useEffect, useState } from 'react'
import { useDraft } from '../draft.ts'
import style from './AssessmentPage.module.css'
import { type Assessment, nothingTyped, type Typed } from './form.ts'

/** Feedback that was being typed when somebody else decided: still there to read and to copy, until it is thrown away. */
export function LeftDraft({ assessment: { evidence, decisions } }: { assessment: Assessment }) {
  const draft = useDraft<Typed>(`decision:${evidence.id}:${evidence.version}`, nothingTyped)
  const [thrown, setThrown] = useState(false)
  const words = draft.body.feedback?.trim() ?? ''
  const sent = words !== '' && decisions.some(d => d.feedback.trim() === words)
  const { forget, ready } = draft
  // Its own decision arrived, though the answer to it did not.
  useEffect(() => {
    if (ready && sent) void forget()
  }, [ready, sent, forget])
  if (!ready || words === '' || sent || thrown) return null
  return (
    <div className={style.changed}>
      <p>
        <b>It was decided while you were writing. Your feedback was:</b>
      </p>
      <blockquote className={style.left}>{words}</blockquote>
      <button
        type="button"
        className={style.quiet}
        onClick={() => {
          setThrown(true)
          void forget()
        }}
      >
        Throw it away
      </button>
    </div>
  )
}
