import type { LetteredPart } from '#domain/qualifications/specification.ts'
import type { TreeOutcome } from '#domain/qualifications/tree.ts'
import { Highlighted } from '../search/Highlighted.tsx'
import { asksText } from '../words/criteria.ts'
import { outcomeKinds } from '../words/qualifications.ts'
import style from './catalogue.module.css'

/** The outcomes of a unit with their criteria, as the document prints them. */
export function Outcomes({
  outcomes,
  words = '',
  asks = false,
}: {
  outcomes: TreeOutcome[]
  words?: string
  /** Whether what each criterion asks for is said too. */
  asks?: boolean
}) {
  if (outcomes.length === 0) return <p>The document prints no outcomes or criteria for this unit.</p>
  return outcomes.map(outcome => (
    <section key={outcome.id} className={style.outcome}>
      <h3>
        <span className={style.number}>{outcome.number}</span>
        <span>
          <Highlighted text={outcome.title ?? outcomeKinds[outcome.kind]} words={words} />
        </span>
      </h3>
      <ol>
        {outcome.criteria.map(criterion => (
          <li key={criterion.id} id={`criterion-${criterion.number}`}>
            <span className={style.number}>{criterion.number}</span>
            <span>
              <Highlighted text={criterion.text} words={words} />
              <Parts parts={criterion.parts} />
            </span>
            {asks && <span className={style.asks}>{asksText(criterion)}</span>}
          </li>
        ))}
      </ol>
    </section>
  ))
}

export function Parts({ parts }: { parts: LetteredPart[] }) {
  if (parts.length === 0) return null
  return (
    <ol className={style.parts}>
      {parts.map(part => (
        <li key={part.code}>
          <span className={style.number}>{part.code}</span>
          <span>{part.text}</span>
        </li>
      ))}
    </ol>
  )
}
