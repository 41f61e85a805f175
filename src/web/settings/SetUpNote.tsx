import { Link } from '@tanstack/react-router'
import { useResult } from '../results.ts'
import { dayText } from '../words/index.ts'
import { pointsText } from '../words/settings.ts'
import style from './settings.module.css'

/** For whoever judges: where it came about, and whether that has been looked into. */
export function SetUpNote({ setUpId }: { setUpId: string }) {
  const { data } = useResult('GET /centres/:centreId/set-ups', {})
  const setUp = data?.setUps.find(s => s.id === setUpId)
  if (!setUp) return null
  const [check] = setUp.checks
  return (
    <p className={setUp.complete ? style.known : style.told}>
      <Link to={'/c/$centreId/catalogue/set-ups' as '/'} className={style.link}>
        {setUp.name}
      </Link>
      {': '}
      {check
        ? `${pointsText(check.met.length, setUp.kind)}, as ${check.by} found on ${dayText(check.checkedOn)}.`
        : 'nobody has gone through its checklist yet.'}
    </p>
  )
}
