import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { statementOfAuthenticity } from '#domain/evidence/authenticity.ts'
import type { Missing } from '#domain/evidence/submission.ts'
import { Problem } from '../api.ts'
import { useCentre, useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Section } from '../ui/Section.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { authenticitySentences, kindStays, missingSentence } from '../words/evidence.ts'
import { instantText } from '../words/index.ts'
import style from './capture.module.css'
import { allKept } from './kept.ts'
import { useNotUploaded } from './notUploaded.ts'

const notTheWriters: readonly Missing[] = ['claims', 'authenticity', 'handing-over']

/** Whoever wrote evidence for a learner gives their word on it; the learner then says what it shows, and submits it. */
export function HandingOver({ evidence, version }: { evidence: EvidenceResult; version: EvidenceVersion }) {
  const { person } = useCentre()
  const [sure, setSure] = useState(false)
  const params = { evidenceId: evidence.id }
  const give = useChange('POST /centres/:centreId/evidence/:evidenceId/authentication')
  const take = useChange('DELETE /centres/:centreId/evidence/:evidenceId/authentication')
  const given = version.authentications.find(a => a.by.id === person.id)
  const learner = evidence.learner.name
  const missing = evidence.missing.filter(m => !notTheWriters.includes(m))
  const { waiting, sentence: notUploaded } = useNotUploaded(evidence.id)
  const carry = (deed: Promise<unknown>, says: string) =>
    deed.then(
      () => say(says),
      error => {
        if (!(error instanceof Problem)) throw error
      },
    )
  const handOver = async () => {
    if (await allKept())
      await carry(give.mutateAsync({ params, body: { authentic: true } }), `Handed over to ${learner}.`)
  }
  return (
    <Section title={`Hand it over to ${learner}`}>
      {given ? (
        <>
          <p>
            You gave your word on {instantText(given.at)}: “{authenticitySentences[given.statement](learner)}.”{' '}
            {learner} now says which criteria it shows, and submits it.
          </p>
          <Button
            variant="default"
            loading={take.isPending}
            onClick={() => void carry(take.mutateAsync({ params }), 'It is yours to change again.')}
          >
            Take it back to change it
          </Button>
          {take.error && <Refused problem={take.error} />}
        </>
      ) : (
        <>
          <Checkbox
            id="evidence-handing-over"
            label={authenticitySentences[statementOfAuthenticity(version.type, 'assessor')](learner)}
            checked={sure}
            onChange={e => setSure(e.currentTarget.checked)}
          />
          <div role="status" className={style.missing}>
            {notUploaded && <p>{notUploaded}</p>}
            {missing.length > 0 && (
              <>
                <p>Before you can hand it over:</p>
                <ul>
                  {missing.map(m => (
                    <li key={m}>{missingSentence(m, version.type, kindStays(evidence, version))}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
          {give.error && <Refused problem={give.error} />}
          <Button
            loading={give.isPending}
            disabled={!sure || missing.length > 0 || waiting}
            onClick={() => void handOver()}
          >
            Hand it over
          </Button>
          <p className={style.after}>After that you change nothing in it, unless you take it back.</p>
        </>
      )}
    </Section>
  )
}
