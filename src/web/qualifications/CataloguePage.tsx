import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useResult } from '../results.ts'
import searchStyle from '../search/SearchPage.module.css'
import { UnitMatches } from '../search/UnitMatches.tsx'
import { useTyped } from '../search/useTyped.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { accreditedText, numbersText } from '../words/accreditations.ts'
import { criteriaText, unitsText } from '../words/qualifications.ts'
import style from './catalogue.module.css'

/** What the centre offers: its qualifications, and a search through their units and criteria. */
export default function CataloguePage() {
  const { typed, setTyped, said } = useTyped('search')
  const all = useResult('GET /centres/:centreId/qualifications', { query: { search: said } }, { keep: true })
  const canImport = all.data?.can.import ?? false
  return (
    <Page
      title="Catalogue"
      about="What awarding organisations ask for, in versions that never change."
      actions={
        <>
          <Button variant="default" component={Link} to={'/c/$centreId/catalogue/set-ups' as '/'}>
            Simulations
          </Button>
          <Button variant="default" component={Link} to={'/c/$centreId/catalogue/contradictions' as '/'}>
            Contradictions
          </Button>
          <Button variant="default" component={Link} to={'/c/$centreId/catalogue/standards' as '/'}>
            Occupational standards
          </Button>
          {canImport && (
            <Button component={Link} to={'/c/$centreId/catalogue/imports' as '/'}>
              Import a document
            </Button>
          )}
        </>
      }
    >
      <div className={searchStyle.field}>
        <label htmlFor="search-catalogue">Search units and criteria</label>
        <input
          id="search-catalogue"
          type="search"
          value={typed}
          autoComplete="off"
          placeholder="Number, title or words of a criterion"
          onChange={event => setTyped(event.currentTarget.value)}
        />
      </div>
      {said && <Found words={said} />}
      <Result of={all}>
        {({ qualifications }) =>
          qualifications.length === 0 && said ? (
            <p className={searchStyle.hint}>No qualification has “{said}” in its title or numbers.</p>
          ) : qualifications.length === 0 ? (
            <Empty
              title="No qualification yet"
              action={
                canImport && (
                  <Link to="/c/$centreId/catalogue/imports" params={{} as never}>
                    Import a document
                  </Link>
                )
              }
            >
              {canImport
                ? 'Import your awarding organisation’s specification: it is read, you look it over, and publish it.'
                : 'Your centre administrator or lead IQA adds qualifications by importing a specification.'}
            </Empty>
          ) : (
            <ul className={style.qualifications} aria-label="Qualifications">
              {qualifications.map(one => (
                <li key={one.id}>
                  <Link to="/c/$centreId/catalogue/versions/$versionId" params={{ versionId: one.versionId } as never}>
                    {one.title}
                  </Link>
                  <dl>
                    <div>
                      <dt>Number</dt>
                      <dd className="tabular">{numbersText(one) || 'none'}</dd>
                    </div>
                    <div>
                      <dt>Awarding organisation</dt>
                      <dd>{one.awardingOrganisation ?? 'not said'}</dd>
                    </div>
                    <div>
                      <dt>Level</dt>
                      <dd>{[one.level, one.framework].filter(part => part !== null).join(' · ') || 'not said'}</dd>
                    </div>
                    <div>
                      <dt>Holds</dt>
                      <dd>
                        {unitsText(one.units)}, {criteriaText(one.criteria)}
                      </dd>
                    </div>
                    <div>
                      <dt>Version</dt>
                      <dd>{one.version}</dd>
                    </div>
                    {(one.accreditedFrom || one.accreditedTo) && (
                      <div>
                        <dt>Accredited</dt>
                        <dd>{accreditedText(one.accreditedFrom, one.accreditedTo)}</dd>
                      </div>
                    )}
                  </dl>
                </li>
              ))}
            </ul>
          )
        }
      </Result>
    </Page>
  )
}

function Found({ words }: { words: string }) {
  const found = useResult('GET /centres/:centreId/units', { query: { search: words } }, { keep: true })
  return (
    <Section title="Units and criteria found">
      <Result of={found} lines={4}>
        {({ units, nearest }) => (
          <>
            <p role="status" className={searchStyle.hint}>
              {units.length === 0
                ? `No unit has “${words}” in its number, title or criteria.`
                : nearest
                  ? 'No unit has these very words. This is the nearest wording.'
                  : `${unitsText(units.length)}${units.length === 30 ? ', the best 30' : ''}`}
            </p>
            <UnitMatches units={units} words={words} />
          </>
        )}
      </Result>
    </Section>
  )
}
