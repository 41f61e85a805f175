import { Link } from '@tanstack/react-router'
import type { Result } from '../api.ts'
import { useResult } from '../results.ts'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { endingText, lapsedText } from '../words/competence.ts'

/**
 * Authority of one's own that is at an end, so that an empty queue is no riddle; and what ends within ninety days, one's own
 * or, for those who answer for it, anybody's. Nothing where there is none.
 */
export function EndingWarnings() {
  const { data } = useResult('GET /centres/:centreId/competence-endings', {})
  if (!data) return null
  return (
    <>
      {data.lapsed.length > 0 && (
        <Section title="You are not entitled now">
          <p>{lapsedText(data.lapsed)}</p>
          <Link to={'/c/$centreId/my-record' as '/'}>Open my record</Link>
        </Section>
      )}
      {data.endings.length > 0 && <EndingSoon endings={data.endings} />}
    </>
  )
}

function EndingSoon({ endings }: Pick<Result<'GET /centres/:centreId/competence-endings'>, 'endings'>) {
  return (
    <Section title="Authority that ends soon">
      <ul className={style.list}>
        {endings.map(ending => (
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
