import type { EvidenceResult } from '#contract/evidence.ts'
import { ringTheWitness, witnessFlagSentences } from '../words/testimonies.ts'
import style from './testimonies.module.css'

type Contact = NonNullable<NonNullable<EvidenceResult['testimony']>['contact']>

/** What is odd about a signature, for quality staff: a reason to ring, and no proof of anything. */
export function WitnessFlags({ flags }: { flags: Contact['flags'] }) {
  if (flags.length === 0) return null
  return (
    <div className={style.flags}>
      <b>Look at this signature</b>
      <ul>
        {flags.map(f => (
          <li key={`${f.code}${f.name}`}>{witnessFlagSentences[f.code](f.name)}</li>
        ))}
      </ul>
      <p>{ringTheWitness}</p>
    </div>
  )
}
