import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useKeys } from '../ui/keys.tsx'
import { count } from '../words/codes.ts'
import style from './AssessmentPage.module.css'
import type { Saved } from './useDecision.ts'

/** What was saved, and the way to the next that waits: one key. */
export function SavedNote({ saved }: { saved: Saved }) {
  const way = useRef<HTMLAnchorElement>(null)
  useKeys({ x: { says: saved.next ? 'Next in your queue' : 'Back to your queue', does: () => way.current?.click() } })
  // The work goes on from here: Enter opens the next.
  useEffect(() => way.current?.focus(), [])
  const counts = saved.met === 1 ? '1 criterion now counts' : `${saved.met} criteria now count`
  const not = saved.judged - saved.met
  return (
    <div className={style.saved}>
      <p>
        <b>Saved.</b>{' '}
        {saved.layer === 'assessor'
          ? `${counts}${not > 0 ? `, ${not} not yet met` : ''}.`
          : `${count(saved.judged, 'provisional tick')} waiting for the countersigner; nothing counts until then.`}
      </p>
      <p className={style.beside}>
        An observation sheet or a marking grid goes beside it: <a href="#decisions-before">attach a document below</a>.
      </p>
      {saved.next ? (
        <Link
          ref={way}
          to={'/c/$centreId/evidence/$evidenceId/assessment' as '/'}
          params={{ evidenceId: saved.next } as never}
          className={style.next}
        >
          Next in your queue <kbd aria-hidden="true">X</kbd>
        </Link>
      ) : (
        <Link ref={way} to={'/c/$centreId' as '/'} className={style.next}>
          Nothing else waits: back to your queue <kbd aria-hidden="true">X</kbd>
        </Link>
      )}
    </div>
  )
}
