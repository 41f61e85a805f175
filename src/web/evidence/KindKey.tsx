import type { EvidenceType, Setting } from '#domain/evidence/evidence.ts'
import { abbreviations, abbreviationsOf } from '#domain/evidence/kinds.ts'
import { abbreviationNames, evidenceTypeNames } from '../words/evidence.ts'
import style from './record.module.css'

/** The letters of a kind, as an index prints them, with the kind's own name for those who hover or listen. */
export function Abbreviations({ type, setting }: { type: EvidenceType | null; setting: Setting | null }) {
  if (!type) return null
  return (
    <abbr title={evidenceTypeNames[type]} className={style.letters}>
      {abbreviationsOf(type, setting).join(', ')}
    </abbr>
  )
}

/** The key to the letters, on the screen and on paper (R67). */
export function KindKey() {
  return (
    <section aria-label="Key to the kinds of evidence" className={style.key}>
      <h2>Key</h2>
      <dl>
        {abbreviations.map(a => (
          <div key={a}>
            <dt>{a}</dt>
            <dd>{abbreviationNames[a]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
