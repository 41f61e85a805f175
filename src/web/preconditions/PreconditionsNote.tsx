import { useResult } from '../results.ts'
import { preconditionKindNames } from '../words/preconditions.ts'
import style from './preconditions.module.css'

/** What must be proved before some of these units can be judged; nothing where no unit asks for anything (R31). */
export function PreconditionsNote({ versionId, unitIds }: { versionId: string; unitIds: string[] }) {
  const { data } = useResult('GET /centres/:centreId/preconditions', { query: { versionId } })
  const shown = data?.preconditions.filter(p => unitIds.includes(p.unit.id)) ?? []
  if (shown.length === 0) return null
  return (
    <aside className={style.note} aria-label="What must be proved first">
      <ul>
        {shown.map(p => (
          <li key={p.id}>
            <b>
              {p.unit.number && `Unit ${p.unit.number} `}
              {p.unit.title}
            </b>{' '}
            asks for something first. {preconditionKindNames[p.kind]}: {p.text}
          </li>
        ))}
      </ul>
    </aside>
  )
}
