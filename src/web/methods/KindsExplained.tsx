import type { EvidenceType } from '#domain/evidence/evidence.ts'
import said from '../ui/said.module.css'
import { kindExplanations, kindText } from '../words/evidence.ts'
import style from './methods.module.css'
import type { OwnOffered } from './notAccepted.ts'

/** Each kind with what it is and what it can show, to be read before one is chosen; and why one is not accepted (R69). */
export function KindsExplained({
  kinds,
  summary,
  own = [],
  why = () => '',
}: {
  kinds: readonly EvidenceType[]
  summary: string
  own?: readonly OwnOffered[]
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
        {own.map(m => (
          <li key={m.id}>
            <p>
              <b>{kindText(m.type, null, m)}</b>
            </p>
            <p className={style.who}>{m.explanation}</p>
            {why(m.type) && <p className={style.why}>{why(m.type)}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
