import { Button, Checkbox, Textarea } from '@mantine/core'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { statementOfAuthenticity } from '#domain/evidence/authenticity.ts'
import { type DeclaredDocuments, noDocuments } from '#domain/evidence/documents.ts'
import type { Missing, MissingField } from '#domain/evidence/submission.ts'
import { Problem } from '../api.ts'
import { OccasionsForm } from '../coverage/OccasionsForm.tsx'
import { Proposing } from '../coverage/Proposing.tsx'
import { PinBoard } from '../pins/board.ts'
import { useDraftPins } from '../pins/useDraftPins.ts'
import { useCentre, useChange } from '../results.ts'
import { SignedTestimony } from '../testimonies/SignedTestimony.tsx'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Section } from '../ui/Section.tsx'
import { Loading, Refused } from '../ui/Waiting.tsx'
import { evidenceUploads } from '../waiting-files/waiting-files.ts'
import {
  authenticitySentences,
  evidenceTypeNames,
  isOfRecord,
  kindStays,
  missingSentence,
  onBehalfText,
} from '../words/evidence.ts'
import { BeforeYouPutIn } from './BeforeYouPutIn.tsx'
import { ClaimPicker, tickedText } from './ClaimPicker.tsx'
import { useEvidenceCache } from './cache.ts'
import style from './capture.module.css'
import { useClaiming } from './claiming.ts'
import { DescriptionForm } from './DescriptionForm.tsx'
import { DraftFiles } from './DraftFiles.tsx'
import { VersionViewer } from './EvidenceViewer.tsx'
import type { Start } from './FilesInput.tsx'
import { HandingOver } from './HandingOver.tsx'
import { allKept } from './kept.ts'
import { useNotUploaded } from './notUploaded.ts'
import { OldClaims } from './OldClaims.tsx'
import { PrivacyCheck, usePrivacyCheck } from './PrivacyCheck.tsx'
import { RecordForm } from './RecordForm.tsx'
import { RelationsForm } from './RelationsForm.tsx'
import { RelationsView } from './RelationsView.tsx'

const FilesInput = lazy(() => import('./FilesInput.tsx'))
const StatementEditor = lazy(() => import('./StatementEditor.tsx'))

/** A draft being made: put in, described, claimed, submitted; every part saves itself. */
export function Capture({
  evidence,
  version,
  start,
}: {
  evidence: EvidenceResult
  version: EvidenceVersion
  start?: Start
}) {
  const { centreId, person } = useCentre()
  const claiming = useClaiming(evidence.id, version.version, version.claims)
  const writes = evidence.can.write.allowed
  const board = useDraftPins(evidence, version)
  const files = (
    <Section key="files" title="Files, photos and recordings">
      <div id="evidence-files" tabIndex={-1} />
      <BeforeYouPutIn />
      <DraftFiles evidenceId={evidence.id} version={version} />
      <Suspense fallback={<Loading says="Opening the camera, the microphone and your files" lines={4} />}>
        <FilesInput to={evidenceUploads(centreId, evidence.id)} start={start} />
      </Suspense>
    </Section>
  )
  const statement = (
    <Section key="statement" title="Written statement">
      <Suspense fallback={<Loading says="Opening the editor" lines={4} />}>
        <StatementEditor evidence={evidence} version={version} focus={start === 'statement'} />
      </Suspense>
    </Section>
  )
  const about = (
    <Section key="about" title={evidence.testimony ? 'Where it was' : 'About it'}>
      {evidence.testimony && (
        <p className={style.behalf}>
          You say this, not the witness. Your assessor reads it under your name. To say more, add your own evidence and
          relate it to this testimony.
        </p>
      )}
      <DescriptionForm evidence={evidence} version={version} ticked={claiming.ticked} />
    </Section>
  )
  const occasions = (
    <Section key="occasions" title="Occasions">
      <OccasionsForm evidence={evidence} version={version} />
    </Section>
  )
  const relations = (
    <Section key="relations" title="Other evidence it belongs to">
      <RelationsForm evidence={evidence} version={version} />
    </Section>
  )
  const record = version.type && (
    <Section
      key="record"
      title={version.worksheetId === null ? `Record: ${evidenceTypeNames[version.type].toLowerCase()}` : 'Your answers'}
    >
      <RecordForm evidence={evidence} version={version} type={version.type} />
    </Section>
  )
  const { testimony } = evidence
  const signed = testimony && (
    <SignedTestimony key="signed" evidenceId={evidence.id} testimony={testimony} version={version} />
  )
  return (
    <PinBoard value={board}>
      {!testimony && evidence.createdBy.id !== evidence.learner.id && (
        <p className={style.behalf}>{onBehalfText(evidence.createdBy, evidence.learner)}.</p>
      )}
      {writes ? (
        signed ? (
          // What the witness signed is read; the learner adds to it what is shown as theirs.
          [signed, about, relations]
        ) : version.worksheetId !== null ? (
          // Its answers are the evidence: they come first, and nothing else is needed but when and where.
          [record, about, files]
        ) : evidence.kind === 'statement' ? (
          [about, record, occasions, relations, statement, files]
        ) : (
          [files, about, record, occasions, relations, statement]
        )
      ) : (
        <>
          {signed}
          <Section title={testimony ? `Added by ${evidence.learner.name}` : 'The evidence'}>
            <RelationsView relations={version.relations} namedBy={evidence.namedBy} />
            {testimony ? (
              version.relations.length + evidence.namedBy.length === 0 && <p>Nothing yet.</p>
            ) : (
              <VersionViewer evidenceId={evidence.id} version={version} />
            )}
          </Section>
        </>
      )}
      {evidence.can.handOver.allowed && <HandingOver evidence={evidence} version={version} />}
      {evidence.can.claim.allowed ? (
        <Section
          title="Criteria it shows"
          aside={
            <span role="status">
              {tickedText(claiming.ticked.size)}
              {claiming.here && ', kept on this device'}
            </span>
          }
        >
          <div id="evidence-claims" tabIndex={-1} />
          <OldClaims evidence={evidence} claiming={claiming} />
          <ClaimPicker evidenceId={evidence.id} claiming={claiming} />
        </Section>
      ) : (
        person.id !== evidence.learner.id && (
          <p className={style.behalf}>
            {evidence.learner.name} says which criteria it shows, and submits it. {tickedText(version.claims.length)}.
          </p>
        )
      )}
      {evidence.can.claim.allowed && <Proposing evidenceId={evidence.id} ticked={claiming.ticked} />}
      {evidence.can.submit.allowed && (evidence.can.claim.allowed || version.claims.length > 0) && (
        <Submission evidence={evidence} version={version} flush={claiming.flush} />
      )}
    </PinBoard>
  )
}

/** Where each missing thing is to be mended. */
const places: Record<Exclude<Missing, MissingField>, string> = {
  title: 'evidence-title',
  kind: 'evidence-kind',
  content: 'evidence-files',
  day: 'evidence-day',
  'day-to-come': 'evidence-day',
  setting: 'evidence-setting',
  sector: 'evidence-sector',
  customers: 'evidence-customers',
  'occasion-day': 'evidence-occasions',
  'occasion-to-come': 'evidence-occasions',
  parts: 'evidence-files',
  claims: 'evidence-claims',
  authenticity: 'evidence-authentic',
  'expert-status': 'record-currentExpertise',
  'handing-over': 'evidence-handing-over',
  answers: 'record-questions',
}
const placeOf = (missing: Missing): string => (isOfRecord(missing) ? missing.replace('/', '-') : places[missing])

function Submission({
  evidence,
  version,
  flush,
}: {
  evidence: EvidenceResult
  version: EvidenceVersion
  flush: () => Promise<void>
}) {
  const { person } = useCentre()
  const cache = useEvidenceCache(evidence.id)
  const [authentic, setAuthentic] = useState(false)
  const submit = useChange('POST /centres/:centreId/evidence/:evidenceId/submission')
  const [documents, setDocuments] = useState(noDocuments)
  const privacy = usePrivacyCheck(evidence.id, authentic)
  const found = privacy.data?.findings ?? []
  const missing = [...evidence.missing, ...(authentic ? [] : (['authenticity'] as const))]
  // Parts saved side by side may be answered in another order than they were saved: what still seems missing is asked for again.
  const doubtful = authentic ? evidence.missing.join() : ''
  const ask = useRef(cache.ask)
  ask.current = cache.ask
  useEffect(() => {
    if (!doubtful) return
    const timer = setTimeout(() => void ask.current(), 1500)
    return () => clearTimeout(timer)
  }, [doubtful])
  const own = person.id === evidence.learner.id
  const stays = kindStays(evidence, version)
  /** Whether the reader can mend it here; what somebody else wrote, only they can. */
  const reachable = (m: Missing) =>
    m === 'authenticity' || (m === 'claims' ? evidence.can.claim.allowed : evidence.can.write.allowed)
  const send = async () => {
    const [, kept] = await Promise.all([flush(), allKept()])
    if (!kept) return
    if (waiting) return document.getElementById('evidence-files')?.focus()
    const first = (missing.length > 0 ? await cache.missingNow() : [])[0] ?? (authentic ? undefined : 'authenticity')
    if (first) return document.getElementById(placeOf(first))?.focus()
    const { data: checked } = await privacy.refetch()
    const knowingly = [...new Set((checked?.findings ?? []).map(f => f.kind))]
    if (knowingly.length > 0 && !(await askKnowingly())) return
    try {
      await submit.mutateAsync({ params: { evidenceId: evidence.id }, body: { authentic, documents, knowingly } })
      say('Submitted. It waits for your assessor now.')
      window.scrollTo({ top: 0 })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
  const { waiting, sentence: notUploaded } = useNotUploaded(evidence.id)
  return (
    <Section title="Submit it">
      <Checkbox
        id="evidence-authentic"
        label={authenticitySentences[
          statementOfAuthenticity(evidence.versions[0]?.type ?? null, own ? 'learner' : 'assessor')
        ](evidence.learner.name)}
        checked={authentic}
        onChange={e => {
          setAuthentic(e.currentTarget.checked)
          void cache.ask()
        }}
      />
      {version.files.length > 0 && own && <Documents documents={documents} set={setDocuments} />}
      {authentic && (
        <PrivacyCheck found={found} unread={privacy.data?.unread ?? []} waiting={privacy.data?.waiting ?? []} />
      )}
      <div role="status" className={style.missing}>
        {notUploaded && <p>{notUploaded}</p>}
        {missing.length === 0 ? (
          !waiting && <p>Everything is there.</p>
        ) : (
          <>
            <p>Before you can submit it:</p>
            <ul>
              {missing.map(m => (
                <li key={m}>
                  {m === 'kind' && stays ? (
                    missingSentence(m, version.type, stays)
                  ) : reachable(m) ? (
                    <a href={`#${placeOf(m)}`} onClick={e => focusInstead(e, placeOf(m))}>
                      {missingSentence(m, version.type)}
                    </a>
                  ) : m === 'claims' ? (
                    `${evidence.learner.name} ticks what it shows.`
                  ) : m === 'handing-over' ? (
                    missingSentence(m)
                  ) : (
                    `For ${evidence.createdBy.name} to mend: ${missingSentence(m, version.type)}`
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {submit.error && <Refused problem={submit.error} />}
      <Button
        onClick={() => void send()}
        loading={submit.isPending}
        aria-disabled={missing.length > 0 || waiting}
        size="md"
      >
        Submit to the assessor
      </Button>
      <p className={style.after}>After that nothing in it can be changed, so that what is judged is what you put in.</p>
    </Section>
  )
}

const askKnowingly = () =>
  confirm({
    title: 'Submit it with what looks like private details?',
    words: 'If they are made up, or your own, that is fine. If they are somebody’s, take them out first.',
    yes: 'Submit it all the same',
    no: 'Look at it again',
  })

/** Asked of the learner where files go in: two kinds of document that show nothing by themselves (R74, R75). */
function Documents({ documents, set }: { documents: DeclaredDocuments; set: (documents: DeclaredDocuments) => void }) {
  const { policy, ownBlankForm } = documents
  return (
    <fieldset className={style.documents}>
      <legend>Is one of these among the files?</legend>
      <Checkbox
        label="A policy or procedure of my workplace"
        description="It goes in beside your own words on how you follow it"
        checked={policy}
        onChange={e => set({ ...documents, policy: e.currentTarget.checked })}
      />
      <Checkbox
        label="A blank form that I made myself"
        description="Somebody else’s blank form does not count"
        checked={ownBlankForm !== null}
        onChange={e => set({ ...documents, ownBlankForm: e.currentTarget.checked ? '' : null })}
      />
      {ownBlankForm !== null && (
        <Textarea
          label="What you made it for, and what you started with it"
          autosize
          minRows={2}
          maxLength={2000}
          value={ownBlankForm}
          onChange={e => set({ ...documents, ownBlankForm: e.currentTarget.value })}
        />
      )}
    </fieldset>
  )
}

function focusInstead(event: { preventDefault: () => void }, id: string): void {
  event.preventDefault()
  const place = document.getElementById(id)
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}
