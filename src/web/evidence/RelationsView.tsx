import { Link } from '@tanstack/react-router'
import type { EvidenceRelation } from '#contract/evidence.ts'
import { evidenceTitle, evidenceTypeNames, relationText, relationTextBack } from '../words/evidence.ts'
import style from './record.module.css'

/** What this evidence follows up or relates to, and what names it: both ends, each a way to the other (R73, R118). */
export function RelationsView({ relations, namedBy }: { relations: EvidenceRelation[]; namedBy: EvidenceRelation[] }) {
  if (relations.length + namedBy.length === 0) return null
  return (
    <ul className={style.relations}>
      {relations.map(r => (
        <li key={r.id}>
          {relationText[r.relation]} <OtherEvidence other={r} />
        </li>
      ))}
      {namedBy.map(r => (
        <li key={`by ${r.id}`}>
          {relationTextBack[r.relation]} <OtherEvidence other={r} />
        </li>
      ))}
    </ul>
  )
}

export const otherText = ({ number, title, type }: Pick<EvidenceRelation, 'number' | 'title' | 'type'>): string =>
  `evidence ${number}${type ? `, ${evidenceTypeNames[type].toLowerCase()}` : ''}: ${evidenceTitle(title)}`

function OtherEvidence({ other }: { other: EvidenceRelation }) {
  return (
    <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: other.id } as never}>
      {otherText(other)}
    </Link>
  )
}
