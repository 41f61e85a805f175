import type { EvidenceType } from '#domain/evidence/evidence.ts'
import said from '../ui/said.module.css'
import { kindExplanations, kindText } from '../words/evidence.ts'
import style from './methods.module.css'

/** Each kind with what it is and what it can show, to be read before one is chosen; and why one is not accepted (R69). */
export function KindsExplained({
  kinds,
  summary,
  why = () => '',
}: {
  kinds: readonly EvidenceType[]
  summary: string
  why?: (type: EvidenceType) => string | undefined
}) {
  return (
    <details>
      <summary className={style.summary}>{summary}</summary>
      <ul className={said.list}>
        {kinds.map(type => (
          <li key={type}>
            <p>
              <b>{kindText(type, null)}</b>
            </p>
            <p className={said.who}>{kindExplanations[type]}</p>
            {why(type) && <p className={style.why}>{why(type)}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
