import type { EvidenceResult } from '#contract/evidence.ts'
import type { WitnessStatus } from '#domain/testimonies/testimony.ts'
import { Section } from '../ui/Section.tsx'
import { instantText } from '../words/index.ts'
import { witnessStatusNames } from '../words/testimonies.ts'
import style from './testimonies.module.css'

/** Who put their name to a testimony, and what a link can prove of it (R109, R110). */
export function SignedBy({ testimony: t }: { testimony: NonNullable<EvidenceResult['testimony']> }) {
  return (
    <Section title="Signed by a witness">
      <dl className={style.facts}>
        <div>
          <dt>Name</dt>
          <dd>
            {t.signedName}
            {t.signedName !== t.name && ` (asked as ${t.name})`}
          </dd>
        </div>
        <div>
          <dt>To the learner</dt>
          <dd>{[t.relationship, t.position].filter(Boolean).join(', ')}</dd>
        </div>
        <div>
          <dt>Status {t.status}</dt>
          <dd>{witnessStatusNames[t.status as WitnessStatus]}</dd>
        </div>
        <div>
          <dt>Signed</dt>
          <dd>
            {instantText(t.signedAt)}, by a link sent to the witness’s own address
            {t.unchanged ? '; nothing has changed since' : ''}
          </dd>
        </div>
        {t.contact && (
          <div>
            <dt>For quality staff only</dt>
            <dd>
              {t.contact.telephone}, {t.contact.email}, from {t.contact.from}
            </dd>
          </div>
        )}
      </dl>
      {!t.unchanged && (
        <p role="alert" className={style.expert}>
          What stands here now is not what was signed. Do not rely on it, and tell your IQA.
        </p>
      )}
    </Section>
  )
}
