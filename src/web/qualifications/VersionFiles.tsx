import { Link } from '@tanstack/react-router'
import { hrefOf, type Result } from '../api.ts'
import { useCentre } from '../results.ts'
import { Section } from '../ui/Section.tsx'
import style from './catalogue.module.css'

type Version = Result<'GET /centres/:centreId/versions/:versionId'>

/** What can be done with a version besides reading it: hold it against another, and take it away in each form. */
export function VersionFiles({ version: { tree, versions } }: { version: Version }) {
  const { centreId } = useCentre()
  const params = { centreId, versionId: tree.versionId }
  const others = versions.filter(other => other.id !== tree.versionId)
  const files = [
    [
      'A workbook, a row for each criterion',
      hrefOf('GET /centres/:centreId/versions/:versionId/template.xlsx', { params }),
    ],
    ['The same as CSV', hrefOf('GET /centres/:centreId/versions/:versionId/template.csv', { params })],
    [
      'Countersign’s own JSON, whole',
      hrefOf('GET /centres/:centreId/versions/:versionId/specification.json', { params }),
    ],
    [
      'A CASE 1.1 package, for other systems',
      hrefOf('GET /centres/:centreId/ims/case/v1p1/CFPackages/:versionId', { params }),
    ],
  ] as const
  return (
    <Section title="Compare and take away">
      <ul className={style.rules}>
        {others.slice(0, 3).map(other => (
          <li key={other.id}>
            <Comparison version={tree} other={other} />
          </li>
        ))}
        {others.length > 3 && (
          <li>
            <details>
              <summary>Compare with an earlier version</summary>
              <ul className={style.rules}>
                {others.slice(3).map(other => (
                  <li key={other.id}>
                    <Comparison version={tree} other={other} />
                  </li>
                ))}
              </ul>
            </details>
          </li>
        )}
        {files.map(([label, href]) => (
          <li key={href}>
            <a href={href} download={href.includes('CFPackages') ? `CASE-${tree.versionId}.json` : true}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Comparison({ version, other }: { version: Version['tree']; other: Version['versions'][number] }) {
  const [first, second] = [version.version, other.version].sort((a, b) => a - b)
  return (
    <Link
      to={'/c/$centreId/catalogue/versions/$versionId/differences/$otherId' as '/'}
      params={{ versionId: version.versionId, otherId: other.id } as never}
    >
      What has changed between version {first} and version {second}
    </Link>
  )
}
