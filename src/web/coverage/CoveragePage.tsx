import { Link, useParams } from '@tanstack/react-router'
import type { Result as Answer } from '../api.ts'
import { useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { demandText, enforcementText, occasionText, readyText } from '../words/coverage.ts'
import { evidenceTypeNames } from '../words/evidence.ts'
import { dayText } from '../words/index.ts'
import { CoveredByWorksheet } from '../worksheets/CoveredByWorksheet.tsx'
import style from './coverage.module.css'
import { Gaps } from './Gaps.tsx'
import { RequirementList } from './RequirementList.tsx'
import { Workplace } from './Workplace.tsx'

export type UnitCoverage = Answer<'GET /centres/:centreId/registrations/:registrationId/units/:unitId/coverage'>

/** One unit of one learner: what is covered, by which evidence and on which days, and what is missing. */
export default function CoveragePage() {
  const { registrationId, unitId } = useParams({ strict: false }) as { registrationId: string; unitId: string }
  const coverage = useResult('GET /centres/:centreId/registrations/:registrationId/units/:unitId/coverage', {
    params: { registrationId, unitId },
  })
  return (
    <Result of={coverage} lines={8}>
      {answer => <CoverageOf coverage={answer} />}
    </Result>
  )
}

function CoverageOf({ coverage }: { coverage: UnitCoverage }) {
  const { unit, learner, criteria, requirements, registrationId } = coverage
  return (
    <Page
      title={`Unit ${unit.number ?? unit.code}: ${unit.title}`}
      breadcrumb={[
        {
          label: `Progress of ${learner.name}`,
          to: '/c/$centreId/registrations/$registrationId',
          params: { registrationId },
        },
      ]}
      about={
        <>
          <b>{learner.name}</b> <StateMark tone={coverage.ready ? 'done' : 'waiting'}>{readyText(coverage)}</StateMark>
        </>
      }
    >
      <Section title="What is missing">
        <ul className={style.figures}>
          <li>
            <b>
              {criteria.confirmed} of {criteria.of}
            </b>{' '}
            criteria confirmed
          </li>
          {criteria.knowledge.of > 0 && criteria.knowledge.of < criteria.of && (
            <li>
              <b>
                {criteria.knowledge.confirmed} of {criteria.knowledge.of}
              </b>{' '}
              of them about knowledge
            </li>
          )}
          {requirements.of > 0 && (
            <li>
              <b>
                {requirements.satisfied} of {requirements.of}
              </b>{' '}
              evidence requirements covered
            </li>
          )}
        </ul>
        <Gaps gaps={coverage.gaps} learnerId={learner.id} />
      </Section>
      <CoveredByWorksheet unit={unit} />
      <Section title="Evidence requirements">
        <p className={style.quiet}>{enforcementText(coverage.enforcement)}.</p>
        {coverage.each.length === 0 ? (
          <p>This unit has no evidence requirements of its own: any suitable evidence will do.</p>
        ) : (
          <RequirementList each={coverage.each} />
        )}
        <p className={style.quiet}>
          {coverage.reviewed ? `Looked through by ${coverage.reviewed.by} on ${dayText(coverage.reviewed.at)}. ` : ''}
          <Link
            to={'/c/$centreId/catalogue/units/$unitId' as '/'}
            params={{ unitId: unit.id } as never}
            search={{ version: unit.versionId } as never}
            style={{ color: 'var(--accent)' }}
          >
            The unit in the catalogue
          </Link>
        </p>
      </Section>
      <Section title="Occasions">
        <p className={style.quiet}>{demandText(coverage.demand)}</p>
        <Occasions coverage={coverage} />
      </Section>
      <Workplace coverage={coverage} />
    </Page>
  )
}

function Occasions({ coverage: { occasions, spread } }: { coverage: UnitCoverage }) {
  if (occasions.length === 0) return <p>None yet. A confirmed criterion keeps every day on which it was shown.</p>
  return (
    <>
      <p>
        {spread.days.length === 1 ? '1 day' : `${spread.days.length} different days`}
        {spread.customers.length > 0 &&
          `, ${spread.customers.length === 1 ? '1 customer' : `${spread.customers.length} customers`} named`}
        {spread.period > 0 && `, ${spread.period} days from the first to the last`}. Days on which only knowledge was
        shown are not counted here.
      </p>
      <div className={style.scroll}>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">Occasion</th>
              <th scope="col">Criteria shown</th>
              <th scope="col">Evidence</th>
            </tr>
          </thead>
          <tbody>
            {occasions.map(o => (
              <tr key={`${o.evidence.id} ${o.evidence.version} ${o.number}`}>
                <th scope="row" style={{ fontWeight: 400 }}>
                  {occasionText(o)}
                </th>
                <td>{o.criteria.join(', ')}</td>
                <td>
                  <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: o.evidence.id } as never}>
                    Evidence {o.evidence.number}
                  </Link>
                  {o.type && `, ${evidenceTypeNames[o.type].toLowerCase()}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
