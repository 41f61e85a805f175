import { effectSentences } from '../words/qualification-dates.ts'
import style from './dates.module.css'
import type { DatesAnswer } from './QualificationDates.tsx'

/** What dates mean for those who are registered now. */
export function Effect({ effect }: { effect: DatesAnswer['effect'] }) {
  return (
    <p className={style.effect} data-beyond={effect.beyondCertification > 0 || undefined}>
      {effectSentences(effect).join(' ')}
    </p>
  )
}
