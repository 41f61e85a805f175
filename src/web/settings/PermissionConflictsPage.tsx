import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Result as ResultOf } from '../api.ts'
import { useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { count, list } from '../words/codes.ts'
import { subjectNames } from '../words/settings.ts'
import { SettlePermission } from './SettlePermission.tsx'
import { SubjectPart } from './SubjectPart.tsx'
import style from './settings.module.css'

type Report = ResultOf<'GET /centres/:centreId/permission-conflicts'>
type Conflict = Report['conflicts'][number]

/** Every contradiction of the catalogue about where evidence may come from, version by version (R104). */
export default function PermissionConflictsPage() {
  const asked = useResult('GET /centres/:centreId/permission-conflicts', {})
  const [settling, setSettling] = useState<Conflict | null>(null)
  return (
    <Page
      title="Contradictions about simulation"
      about="Where documents disagree about simulation and realistic working environments. The strictest holds until a named person settles which one to follow."
      breadcrumb={[{ label: 'Catalogue', to: '/c/$centreId/catalogue' }]}
    >
      <Result of={asked}>
        {report =>
          report.conflicts.length + report.unplaced.length === 0 ? (
            <Empty title="No contradictions">
              What the units of the catalogue say about simulation and realistic working environments agrees with what
              their documents, and the centre, say elsewhere.
            </Empty>
          ) : (
            byVersion(report).map(({ version, conflicts, unplaced }) => (
              <Section
                key={version.id}
                title={version.title}
                aside={
                  <span className={style.who}>
                    Version {version.version}, {openText(conflicts)}
                  </span>
                }
              >
                {unplaced.map(one => (
                  <div key={`${one.line}`} className={style.subject}>
                    <h3>
                      {subjectNames[one.about]}: {list(one.unknownUnits.map(unit => `unit ${unit}`))}
                    </h3>
                    <p>
                      The document accepts it for {one.unknownUnits.length === 1 ? 'a unit' : 'units'} that it does not
                      have, so this holds for none. Where you know which unit is meant, record it on that unit.
                    </p>
                    <ul className={style.sources} aria-label="What the document says">
                      {[one, ...one.against].map(said => (
                        <li key={`${said.line}`}>
                          <span className={style.who}>{said.line === null ? 'The document' : `Line ${said.line}`}</span>
                          <q>{said.text}</q>
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
                {conflicts.map(conflict => (
                  <div key={`${conflict.unit.id} ${conflict.subject.about}`} className={style.subject}>
                    <h3>
                      <Link
                        to="/c/$centreId/catalogue/units/$unitId"
                        params={{ unitId: conflict.unit.id } as never}
                        search={{ version: version.id }}
                      >
                        {conflict.unit.number} {conflict.unit.title}
                      </Link>
                      : {subjectNames[conflict.subject.about].toLowerCase()}
                    </h3>
                    <SubjectPart
                      subject={conflict.subject}
                      settle={report.can.settle ? () => setSettling(conflict) : null}
                    />
                  </div>
                ))}
              </Section>
            ))
          )
        }
      </Result>
      {settling && (
        <SettlePermission
          versionId={settling.version.id}
          unitId={settling.unit.id}
          subject={settling.subject}
          close={() => setSettling(null)}
        />
      )}
    </Page>
  )
}

function byVersion({ conflicts, unplaced }: Report) {
  const versions = new Map([...conflicts, ...unplaced].map(({ version }) => [version.id, version]))
  return [...versions.values()].map(version => ({
    version,
    conflicts: conflicts.filter(one => one.version.id === version.id),
    unplaced: unplaced.filter(one => one.version.id === version.id),
  }))
}

function openText(conflicts: Conflict[]): string {
  const open = conflicts.filter(one => !one.subject.settled).length
  return open === 0 ? 'all settled' : `${count(open, 'contradiction')} open`
}
