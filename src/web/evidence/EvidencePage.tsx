import { Button } from '@mantine/core'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { useNotAccepted } from '../methods/notAccepted.ts'
import { OfflineEvidence } from '../offline/OfflineEvidence.tsx'
import { Removals } from '../removals/Removals.tsx'
import { useCentre, useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Refused, Result } from '../ui/Waiting.tsx'
import { WaitingFiles } from '../waiting-files/WaitingFiles.tsx'
import { evidenceUploads, useWaiting } from '../waiting-files/waiting-files.ts'
import {
  evidenceStateNames,
  evidenceStateTones,
  evidenceTitle,
  inQuestionSentence,
  nextSentences,
  nextSentencesOwn,
} from '../words/evidence.ts'
import { dayText } from '../words/index.ts'
import { acceptedBefore } from '../words/methods.ts'
import { Capture } from './Capture.tsx'
import style from './capture.module.css'
import type { Start } from './FilesInput.tsx'
import { Sightings } from './Sightings.tsx'
import { Decisions, VersionPart } from './VersionPart.tsx'

/** One piece of evidence: a draft to be made, or what was put in and what became of it. */
export default function EvidencePage() {
  const { evidenceId = '' } = useParams({ strict: false })
  const { start } = useSearch({ strict: false }) as { start?: Start }
  const evidence = useResult('GET /centres/:centreId/evidence/:evidenceId', { params: { evidenceId } })
  const { centreId, person } = useCentre()
  const begun = useWaiting().begun.some(b => b.evidenceId === evidenceId)
  // A recording in progress is not taken away by the page that comes when there is a connection again.
  const [busy, setBusy] = useState(false)
  if (busy || (!evidence.data && (evidence.error?.unreachable || (begun && evidence.error))))
    return (
      <Page title={begun ? 'New evidence' : 'Evidence'}>
        <OfflineEvidence centreId={centreId} evidenceId={evidenceId} start={start} onBusy={setBusy} />
      </Page>
    )
  if (!evidence.data)
    return (
      <Page title="Evidence">
        <Result of={evidence}>{() => null}</Result>
      </Page>
    )
  const shown = evidence.data
  const [newest, ...older] = shown.versions as [EvidenceVersion, ...EvidenceVersion[]]
  const own = shown.learner.id === person.id
  const making =
    newest.state === 'draft' && (shown.can.write.allowed || shown.can.claim.allowed || shown.can.handOver.allowed)
  return (
    <Page
      title={evidenceTitle(newest.title)}
      breadcrumb={[
        {
          label: own ? 'My evidence' : `Evidence of ${shown.learner.name}`,
          to: '/c/$centreId/evidence',
          search: own ? {} : { learnerId: shown.learner.id },
        },
      ]}
      about={
        <>
          Evidence {shown.number}
          {newest.version > 1 && `, version ${newest.version}`}
          {!own && `, ${shown.learner.name}`}{' '}
          <StateMark tone={evidenceStateTones[newest.state]}>
            {evidenceStateNames[newest.state]} since {dayText(newest.stateSince)}
          </StateMark>
        </>
      }
      actions={
        shown.can.judge.allowed && (
          <Button component={Link} to={'/c/$centreId/evidence/$evidenceId/assessment' as '/'}>
            Judge it
          </Button>
        )
      }
    >
      {newest.state === 'draft' && older[0] && (
        <Decisions evidenceId={shown.id} version={older[0]} title="Why it came back" />
      )}
      {making ? (
        <Capture key={newest.version} evidence={shown} version={newest} start={start} />
      ) : (
        <>
          <WaitingFiles path={evidenceUploads(centreId, shown.id).path} />
          <Removals evidenceId={shown.id} version={newest} waiting />
          <Next evidence={shown} version={newest} />
          <Sightings evidence={shown} version={newest} />
          <VersionPart
            evidenceId={shown.id}
            version={newest}
            learner={shown.learner}
            testimony={shown.testimony}
            namedBy={shown.namedBy}
          />
        </>
      )}
      <Removals evidenceId={shown.id} version={newest} />
      {older.length > 0 && (
        <Section title="Earlier versions">
          {older.map(v => (
            <details key={v.version} className={style.history}>
              <summary>
                Version {v.version}, {evidenceStateNames[v.state].toLowerCase()} on {dayText(v.stateSince)}
              </summary>
              <VersionPart evidenceId={shown.id} version={v} learner={shown.learner} testimony={shown.testimony} />
            </details>
          ))}
        </Section>
      )}
      <Withdrawal evidence={shown} />
    </Page>
  )
}

/** What happens next, whose move it is, and the move itself where it is the reader's. */
function Next({ evidence, version }: { evidence: EvidenceResult; version: EvidenceVersion }) {
  const { person } = useCentre()
  const again = useChange('POST /centres/:centreId/evidence/:evidenceId/versions')
  const off = useSwitchedOff(evidence, version)
  // Nobody is told that they need do nothing where other evidence is needed.
  const sentences = evidence.learner.id === person.id && !off ? nextSentencesOwn : nextSentences
  const draft = () =>
    again.mutateAsync({ params: { evidenceId: evidence.id }, body: {} }).then(
      () => say('A new version is started. What you had is in it; tick the criteria again.'),
      () => {},
    )
  return (
    <Section title={version.state === 'returned' ? 'What to do now' : 'What happens next'}>
      <p>{sentences[version.state]}</p>
      {version.inQuestion > 0 && (
        <p>
          {inQuestionSentence(version.inQuestion)}{' '}
          <Link
            to={'/c/$centreId/evidence/$evidenceId/assessment' as '/'}
            params={{ evidenceId: evidence.id } as never}
          >
            Read the question
          </Link>
        </p>
      )}
      {off && (
        <p className={style.off}>
          {off} {acceptedBefore}
        </p>
      )}
      {evidence.can.draftNewVersion.allowed && (
        <Button onClick={() => void draft()} loading={again.isPending}>
          Make a new version
        </Button>
      )}
      {again.error && <Refused problem={again.error} />}
    </Section>
  )
}

/** Why a qualification for which it was claimed has stopped accepting its kind; empty where none has (R69). */
function useSwitchedOff({ learner }: EvidenceResult, { type, claims, state }: EvidenceVersion): string {
  const { inSome } = useNotAccepted(learner.id)
  if (state === 'withdrawn') return ''
  return inSome(
    type,
    claims.map(c => c.registrationId),
  )
}

function Withdrawal({ evidence }: { evidence: EvidenceResult }) {
  const withdraw = useChange('POST /centres/:centreId/evidence/:evidenceId/withdrawal')
  if (!evidence.can.withdraw.allowed) return null
  const ask = async () => {
    const sure = await confirm({
      title: `Withdraw evidence ${evidence.number}?`,
      words:
        'Nobody will judge it, and its ticks no longer count as claimed. Its number is not used again. This cannot be undone.',
      yes: 'Withdraw it',
      no: 'Keep it',
      grave: true,
    })
    if (!sure) return
    await withdraw.mutateAsync({ params: { evidenceId: evidence.id }, body: {} }).then(
      () => say(`Evidence ${evidence.number} was withdrawn.`),
      () => {},
    )
  }
  return (
    <p>
      <Button variant="default" className={style.withdraw} onClick={() => void ask()} loading={withdraw.isPending}>
        Withdraw this evidence
      </Button>
      {withdraw.error && <Refused problem={withdraw.error} />}
    </p>
  )
}
