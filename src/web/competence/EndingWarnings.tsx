import { Link } from '@tanstack/react-router'
import { useResult } from '../results.ts'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { endingText } from '../words/competence.ts'

/** Authority that ends within ninety days, one's own or, for those who answer for it, anybody's; nothing where there is none. */
export function EndingWarnings() {
  const { data } = useResult('GET /centres/:centreId/competence-endings', {})
  if (!data || data.endings.length === 0) return null
  return (
    <Section title="Authority that ends soon">
      <ul className={style.list}>
        {data.endings.map(ending => (
          <li key={`${ending.person.id}${ending.role}`}>
            <div>{endingText(ending)}</div>
            <Link to={'/c/$centreId/competence/$personId' as '/'} params={{ personId: ending.person.id } as never}>
              {ending.own ? 'Open my record' : 'Open the record'}
              <span className="hidden-text"> of {ending.person.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
