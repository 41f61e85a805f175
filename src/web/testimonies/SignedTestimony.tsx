import { Link } from '@tanstack/react-router'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import type { WitnessStatus } from '#domain/testimonies/testimony.ts'
import { VersionViewer } from '../evidence/EvidenceViewer.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { evidenceTitle, kindText, shownOnText } from '../words/evidence.ts'
import { instantText } from '../words/index.ts'
import { witnessStatusNames } from '../words/testimonies.ts'
import style from './testimonies.module.css'
import { WitnessFlags } from './WitnessFlags.tsx'

type Testimony = NonNullable<EvidenceResult['testimony']>

/**
 * What a witness signed, as one block: all in it is the witness's own word and stays as it was signed (R55, R109, R110).
 * What the learner adds to it stands outside.
 */
export function SignedTestimony({
  evidenceId,
  testimony: t,
  version,
}: {
  evidenceId: string
  testimony: Testimony
  version: EvidenceVersion
}) {
  return (
    <Section
      title="What the witness signed"
      aside={
        <StateMark tone={t.unchanged ? 'done' : 'attention'}>
          {t.unchanged ? 'Signed, unchanged' : t.writingRemoved ? 'Signed, writing removed' : 'Changed since signing'}
        </StateMark>
      }
    >
      <div className={style.signed} data-unchanged={t.unchanged}>
        {!t.unchanged && (
          <p role="alert" className={style.expert}>
            {t.writingRemoved
              ? 'Its writing was taken out for good. What is left cannot be compared with what was signed.'
              : 'What stands here now is not what was signed. Do not rely on it. Tell your IQA.'}
          </p>
        )}
        <h3>{evidenceTitle(version.title)}</h3>
        <dl className={style.facts}>
          <div>
            <dt>Day it happened</dt>
            <dd>{shownOnText(version.shownOn)}</dd>
          </div>
          <div>
            <dt>Kind</dt>
            <dd>{version.type ? kindText(version.type, null, version.ownMethod) : 'Not said'}</dd>
          </div>
          <div className={style.whole}>
            <dt>{t.askedBy.name} asked</dt>
            <dd>
              {t.asks}
              {t.about && (
                <>
                  {' '}
                  About{' '}
                  <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: t.about.id } as never}>
                    evidence {t.about.number}: {evidenceTitle(t.about.title)}
                  </Link>
                </>
              )}
            </dd>
          </div>
        </dl>
        <VersionViewer evidenceId={evidenceId} version={version} />
        <Signature testimony={t} />
      </div>
      {t.contact && (
        <dl className={style.facts}>
          <div>
            <dt>For quality staff only: how to reach the witness</dt>
            <dd>
              {t.contact.telephone}, {t.contact.email}. Signed from network address {t.contact.from}
            </dd>
          </div>
        </dl>
      )}
      {t.contact && <WitnessFlags flags={t.contact.flags} />}
    </Section>
  )
}

/** Who put their name to it, and what a link can prove of it. */
const Signature = ({ testimony: t }: { testimony: Testimony }) => (
  <dl className={style.signature}>
    <div>
      <dt>Signed</dt>
      <dd>
        <b className={style.name}>{t.signedName}</b>
        {t.signedName !== t.name && ` (asked as ${t.name})`}
        <br />
        {[t.relationship, t.position].filter(Boolean).join(', ')}
      </dd>
    </div>
    <div>
      <dt>When and how</dt>
      <dd>{instantText(t.signedAt)}, by a link sent to the witness’s own address</dd>
    </div>
    <div>
      <dt>Status {t.status}</dt>
      <dd>{witnessStatusNames[t.status as WitnessStatus]}</dd>
    </div>
  </dl>
)
