import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { numbersText } from '../words/accreditations.ts'
import { Highlighted } from './Highlighted.tsx'
import style from './SearchPage.module.css'
import { UnitMatches } from './UnitMatches.tsx'
import { useTyped } from './useTyped.ts'

/** Everything that exists for the person, by what is written on it; the field in the frame leads here. */
export default function SearchPage() {
  const { typed, setTyped, said } = useTyped('q')
  const found = useResult('GET /centres/:centreId/search', { query: { q: said } }, { enabled: said !== '', keep: true })
  return (
    <Page title="Search">
      <div className={style.field}>
        <label htmlFor="search-page">What are you looking for?</label>
        <input
          id="search-page"
          type="search"
          value={typed}
          autoComplete="off"
          onChange={event => setTyped(event.currentTarget.value)}
        />
      </div>
      {said === '' ? (
        <p className={style.hint}>
          A learner, the title of a piece of evidence, a unit or its number, words from a criterion.
        </p>
      ) : (
        <Result of={found}>
          {({ learners, evidence, qualifications, units, nearest }) => {
            const total = learners.length + evidence.length + qualifications.length + units.length
            return (
              <>
                <p role="status" className={style.hint}>
                  {total === 0
                    ? `Nothing that you may see has “${said}” in it.`
                    : nearest && total === units.length
                      ? `Nothing has these very words. This is the nearest wording.`
                      : `${total} found, the best of each kind first.`}
                </p>
                {total === 0 && (
                  <Empty title="Try fewer words">
                    Each word has to occur. Numbers may be typed with or without “/”.
                  </Empty>
                )}
                <Found title="Learners" none={learners.length === 0}>
                  {learners.map(learner => (
                    <li key={learner.registrationId}>
                      <Link
                        to={'/c/$centreId/registrations/$registrationId' as '/'}
                        params={{ registrationId: learner.registrationId } as never}
                      >
                        <Highlighted text={learner.name} words={said} />
                      </Link>
                      <span className={style.about}>{learner.qualification}</span>
                    </li>
                  ))}
                </Found>
                <Found title="Evidence" none={evidence.length === 0}>
                  {evidence.map(one => (
                    <li key={one.id}>
                      <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: one.id } as never}>
                        {one.number} <Highlighted text={one.title || 'No title yet'} words={said} />
                      </Link>
                      <span className={style.about}>{one.learner}</span>
                    </li>
                  ))}
                </Found>
                <Found title="Qualifications" none={qualifications.length === 0}>
                  {qualifications.map(one => (
                    <li key={one.id}>
                      <Link
                        to="/c/$centreId/catalogue/versions/$versionId"
                        params={{ versionId: one.versionId } as never}
                      >
                        <Highlighted text={one.title} words={said} />
                      </Link>
                      <span className={style.about}>{numbersText(one)}</span>
                    </li>
                  ))}
                </Found>
                {units.length > 0 && (
                  <Section title="Units and criteria">
                    <UnitMatches units={units} words={said} />
                  </Section>
                )}
              </>
            )
          }}
        </Result>
      )}
    </Page>
  )
}

function Found({ title, none, children }: { title: string; none: boolean; children: ReactNode }) {
  if (none) return null
  return (
    <Section title={title}>
      <ul className={style.found}>{children}</ul>
    </Section>
  )
}
