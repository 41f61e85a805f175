import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { isWaiting } from '#domain/evidence/evidence.ts'
import { EvidenceViewer } from '../evidence/EvidenceViewer.tsx'
import { RelationsView } from '../evidence/RelationsView.tsx'
import { Sightings } from '../evidence/Sightings.tsx'
import { PinBoard, useNewBoard, useOpenedPin } from '../pins/board.ts'
import { Questions } from '../questions/Questions.tsx'
import { useChange, useResult } from '../results.ts'
import { SetUpNote } from '../settings/SetUpNote.tsx'
import { SignedTestimony } from '../testimonies/SignedTestimony.tsx'
import { Page } from '../ui/Page.tsx'
import { Result } from '../ui/Waiting.tsx'
import { evidenceTypeNames, placeText, settingNames } from '../words/evidence.ts'
import { dayText } from '../words/index.ts'
import { notTheWitnesses } from '../words/testimonies.ts'
import style from './AssessmentPage.module.css'
import { Deciding } from './Deciding.tsx'
import { EvidenceState } from './EvidenceState.tsx'
import type { Assessment, JudgingLayer } from './form.ts'
import { Looking } from './Looking.tsx'

/** One screen to assess on: the evidence beside the criteria it may meet, with three layers of ticks side by side. */
export default function AssessmentPage() {
  const { evidenceId } = useParams({ strict: false }) as { evidenceId: string }
  const { version } = useSearch({ strict: false }) as { version?: string }
  const assessment = useResult('GET /centres/:centreId/evidence/:evidenceId/assessment', {
    params: { evidenceId },
    query: version ? { version } : {},
  })
  return (
    <Result of={assessment} lines={10}>
      {answer => <OneAssessment key={evidenceId} assessment={answer} refetch={assessment.refetch} />}
    </Result>
  )
}

function OneAssessment({ assessment, refetch }: { assessment: Assessment; refetch: () => Promise<unknown> }) {
  const { evidence, can } = assessment
  const [side, setSide] = useState<'evidence' | 'criteria'>('evidence')
  const newest = evidence.version === evidence.latestVersion
  const waiting = isWaiting(evidence.state)
  const layer: JudgingLayer | null = can.decide.allowed
    ? 'assessor'
    : can.decideProvisionally.allowed
      ? 'trainee'
      : null
  // What one began to decide stays on the screen after somebody else was quicker, so that nothing typed is lost.
  const began = useRef(false)
  const board = useNewBoard()
  const [correcting, setCorrecting] = useState(false)
  const decided = evidence.state === 'accepted' || evidence.state === 'returned'
  if (layer && newest && waiting) began.current = true
  useStartOfReview(evidence.id, evidence.version, layer !== null && newest && evidence.state === 'submitted')
  const whole = useResult('GET /centres/:centreId/evidence/:evidenceId', { params: { evidenceId: evidence.id } })
  const described = whole.data?.versions.find(v => v.version === evidence.version)
  return (
    <Page
      wide
      title={`Evidence ${evidence.number}: ${evidence.title || 'without a title'}`}
      about={
        <span className={style.about}>
          <b>{evidence.learner.name}</b>
          <span>version {evidence.version}</span>
          {described?.type && (
            <span>{described.ownMethod?.name ?? evidenceTypeNames[described.type].toLowerCase()}</span>
          )}
          {described?.setting && <span>{settingNames[described.setting].toLowerCase()}</span>}
          {(described?.sector || described?.customers) && <span>{placeText(described).toLowerCase()}</span>}
          {described?.shownOn && <span>shows {dayText(described.shownOn)}</span>}
          {described?.planned && <span>planned on {dayText(described.planned.saidAt)}</span>}
          {evidence.submittedAt && <span>submitted on {dayText(evidence.submittedAt)}</span>}
          <EvidenceState state={evidence.state} />
        </span>
      }
      breadcrumb={[
        { label: 'Home', to: '/c/$centreId' },
        ...assessment.registrations.slice(0, 2).map(r => ({
          label: assessment.registrations.length > 1 ? r.title : `Progress of ${evidence.learner.name}`,
          to: '/c/$centreId/registrations/$registrationId',
          params: { registrationId: r.registrationId },
        })),
      ]}
    >
      {described?.setUp && <SetUpNote setUpId={described.setUp.id} />}
      {described?.simulationReason && (
        <p className={style.note}>
          <b>Why it was simulated:</b> {described.simulationReason}
        </p>
      )}
      {!newest && (
        <p className={style.note}>
          This is version {evidence.version}, kept as it was.{' '}
          <Link to={'.' as '/'} search={{} as never}>
            Open version {evidence.latestVersion}
          </Link>
        </p>
      )}
      <div className={style.sides} role="group" aria-label="Show">
        {(['evidence', 'criteria'] as const).map(s => (
          <button key={s} type="button" aria-pressed={side === s} onClick={() => setSide(s)}>
            {s === 'evidence' ? 'Evidence' : 'Criteria'}
          </button>
        ))}
      </div>
      <PinBoard value={board}>
        <ShowEvidenceOnOpening show={() => setSide('evidence')} />
        <div className={style.columns} data-side={side}>
          <section aria-label="The evidence" className={style.evidence} tabIndex={0}>
            {whole.data && described && <Sightings evidence={whole.data} version={described} />}
            {whole.data?.testimony && described && (
              <>
                <SignedTestimony evidenceId={evidence.id} testimony={whole.data.testimony} version={described} />
                <p className={style.note}>
                  Where it was, what it relates to and which criteria it shows: {notTheWitnesses(evidence.learner.name)}
                </p>
              </>
            )}
            {described && (
              <RelationsView relations={described.relations} namedBy={newest ? (whole.data?.namedBy ?? []) : []} />
            )}
            {!whole.data?.testimony && <EvidenceViewer evidenceId={evidence.id} version={evidence.version} />}
          </section>
          <section aria-label="The criteria it may meet" className={style.criteria}>
            <Questions assessment={assessment} />
            {layer && (began.current || correcting) ? (
              <Deciding
                assessment={assessment}
                refetch={refetch}
                layer={layer}
                correcting={correcting}
                letStand={() => setCorrecting(false)}
                version={described}
              />
            ) : (
              <Looking
                assessment={assessment}
                newest={newest}
                version={described}
                correct={layer === 'assessor' && newest && decided ? () => setCorrecting(true) : null}
              />
            )}
          </section>
        </div>
      </PinBoard>
    </Page>
  )
}

/** On a phone a pin that is opened among the criteria turns to the evidence. */
function ShowEvidenceOnOpening({ show }: { show: () => void }) {
  const opened = useOpenedPin()
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    if (opened) latest.current()
  }, [opened])
  return null
}

/** The learner sees that somebody has begun to look: said once, by whoever may judge it. */
function useStartOfReview(evidenceId: string, version: number, due: boolean): void {
  const start = useChange('POST /centres/:centreId/evidence/:evidenceId/review', {
    invalidates: [
      'GET /centres/:centreId/evidence/:evidenceId/assessment',
      'GET /centres/:centreId/evidence/:evidenceId',
    ],
  })
  const asked = useRef(false)
  useEffect(() => {
    if (!due || asked.current) return
    asked.current = true
    start.mutate({ params: { evidenceId }, body: { version } } as never)
  }, [due, evidenceId, version, start])
}
