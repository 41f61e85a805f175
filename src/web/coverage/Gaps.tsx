import type { Result as Answer } from '../api.ts'
import { useCentre } from '../results.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { gapCloser, gapMoverText, gapSentence } from '../words/coverage.ts'
import style from './coverage.module.css'

type Gap = Answer<'GET /centres/:centreId/registrations/:registrationId/coverage'>['units'][string]['gaps'][number]

/** What is missing of a unit, what would close it, and whose move it is: the gaps that hold it up first. */
export function Gaps({ gaps, learnerId }: { gaps: readonly Gap[]; learnerId: string }) {
  const { person } = useCentre()
  if (gaps.length === 0)
    return <p>Nothing is missing. Somebody entitled to sign the unit off still looks at all of it.</p>
  return (
    <ul className={style.list}>
      {gaps
        .toSorted((a, b) => Number(b.blocks) - Number(a.blocks))
        .map(gap => (
          <li key={`${gap.code} ${gap.details.requirement ?? ''} ${gap.details.id ?? ''}`} className={style.gap}>
            <StateMark tone={gap.blocks ? 'attention' : 'plain'}>{gap.blocks ? 'Gap' : 'Note'}</StateMark>
            <p>{gapSentence(gap)}</p>
            <p className={style.closer}>
              <span className={style.mover}>
                {gapMoverText(gap.mover, gap.mover === 'learner' && person.id === learnerId)}.
              </span>{' '}
              {gapCloser(gap)}
            </p>
          </li>
        ))}
    </ul>
  )
}
