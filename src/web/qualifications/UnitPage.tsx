import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { Result as ResultOf } from '../api.ts'
import { UnitReading } from '../coverage/UnitReading.tsx'
import { UnitStandard } from '../occupational-standards/UnitStandard.tsx'
import { UnitPreconditions } from '../preconditions/UnitPreconditions.tsx'
import { useResult } from '../results.ts'
import { UnitPermissions } from '../settings/UnitPermissions.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Loading, Refused } from '../ui/Waiting.tsx'
import { criteriaText } from '../words/qualifications.ts'
import { UnitWorksheets } from '../worksheets/UnitWorksheets.tsx'
import style from './catalogue.module.css'
import { Outcomes, Parts } from './Outcomes.tsx'

type Answer = ResultOf<'GET /centres/:centreId/units/:unitId'>
type Place = Answer['places'][number]

/** One unit as a version prints it, what each criterion asks for, and where else the unit stands. */
export default function UnitPage() {
  const { unitId } = useParams({ strict: false }) as { unitId: string }
  const { version, q = '' } = useSearch({ strict: false }) as { version?: string; q?: string }
  const query = version ? { versionId: version } : {}
  const asked = useResult('GET /centres/:centreId/units/:unitId', { params: { unitId }, query })
  const catalogue = { label: 'Catalogue', to: '/c/$centreId/catalogue' }
  if (!asked.data)
    return (
      <Page title="Unit" breadcrumb={[catalogue]}>
        {asked.error ? <Refused problem={asked.error} again={() => void asked.refetch()} /> : <Loading />}
      </Page>
    )
  const { unit, shown, places } = asked.data
  const breadcrumb = [
    catalogue,
    { label: shown.title, to: '/c/$centreId/catalogue/versions/$versionId', params: { versionId: shown.versionId } },
  ]
  return (
    <Page title={unit.title} breadcrumb={breadcrumb} about={aboutUnit(asked.data)}>
      <Section title="What has to be shown">
        <Outcomes outcomes={unit.outcomes} words={q} asks />
      </Section>
      <Requirements unit={unit} />
      <UnitPermissions versionId={shown.versionId} unitId={unit.id} />
      <UnitReading unitId={unit.id} />
      <UnitWorksheets unit={unit} />
      <UnitPreconditions unitId={unit.id} />
      <UnitStandard unitId={unit.id} />
      <Section title="Where this unit stands">
        <ul className={style.rules}>
          {latestFirst(places).map(place => (
            <li key={place.versionId}>
              <Link
                to="/c/$centreId/catalogue/versions/$versionId"
                params={{ versionId: place.versionId } as never}
                style={{ color: 'var(--accent)' }}
              >
                {place.title}
              </Link>{' '}
              {[
                place.number,
                place.group && `group ${place.group}`,
                place.mandatory ? 'mandatory' : 'optional',
                `version ${place.version}${place.current ? '' : ', not the newest'}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

const latestFirst = (places: Place[]) => places.toSorted((a, b) => Number(b.current) - Number(a.current))

function aboutUnit({ unit, shown }: Answer): string {
  return [
    unit.number && `Unit ${unit.number}`,
    unit.code !== unit.number && unit.code,
    unit.level !== null && `level ${unit.level}`,
    unit.credit !== null && `${unit.credit} credits`,
    unit.glh !== null && `${unit.glh} guided learning hours`,
    shown.mandatory ? 'mandatory' : 'optional',
    unit.knowledgeOnly && 'knowledge only',
    criteriaText(unit.criterionCount),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Requirements({ unit }: { unit: Answer['unit'] }) {
  const { evidenceRequirements } = unit
  if (evidenceRequirements.length === 0) return null
  return (
    <Section title="Evidence">
      {evidenceRequirements.length > 0 && (
        <div className={style.outcome}>
          <ol>
            {evidenceRequirements.map(one => (
              <li key={one.number}>
                <span className={style.number}>{one.number}</span>
                <span>
                  {one.text}
                  <Parts parts={one.items} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </Section>
  )
}
