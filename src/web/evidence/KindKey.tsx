import type { EvidenceListed } from '#contract/evidence-index.ts'
import { abbreviations, abbreviationsOf } from '#domain/evidence/kinds.ts'
import type { OwnMethod } from '#domain/methods/own-methods.ts'
import { abbreviationNames, kindName } from '../words/evidence.ts'
import style from './record.module.css'

/** The letters of a kind, as an index prints them, with the kind's own name for those who hover or listen. */
export function Abbreviations({ type, setting, ownMethod }: Pick<EvidenceListed, 'type' | 'setting' | 'ownMethod'>) {
  if (!type) return null
  return (
    <abbr title={kindName(type, ownMethod)} className={style.letters}>
      {abbreviationsOf(type, setting, ownMethod).join(', ')}
    </abbr>
  )
}

/** The key to the letters, on the screen and on paper (R67), with those that the centre has added (R68). */
export function KindKey({ own }: { own: readonly OwnMethod[] }) {
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
        {own.map(m => (
          <div key={m.id}>
            <dt>{m.abbreviation}</dt>
            <dd>{m.name}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
