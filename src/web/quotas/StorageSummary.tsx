import { Link } from '@tanstack/react-router'
import { nearlyFull, shareOf } from '#domain/quotas/quotas.ts'
import { useResult } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import style from './quotas.module.css'
import { UsageBar, usageText } from './UsageBar.tsx'

/** On an administrator’s home: how full the centre’s storage is, and the way to the rest. */
export function StorageSummary() {
  const { data } = useResult('GET /centres/:centreId/quotas', {})
  if (!data) return null
  const { used, limits } = data
  const full = shareOf(used.kept + used.promised, limits.centre) >= nearlyFull
  return (
    <Section title="Storage" aside={full && <StateMark tone="attention">Nearly full</StateMark>}>
      <UsageBar {...used} of={limits.centre} />
      <p className={style.text}>{usageText(used, limits.centre)}</p>
      <Link to={'/c/$centreId/quotas' as '/'} className={style.link}>
        View storage and limits
      </Link>
    </Section>
  )
}
