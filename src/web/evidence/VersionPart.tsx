import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { EvidenceRelation, EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { keyOf, type ReturnReason } from '#domain/decisions/layers.ts'
import { FurtherDocuments } from '../further-documents/FurtherDocuments.tsx'
import { labelsOf, PinBoard, pinsOf, useBoardFilled, useNewBoard } from '../pins/board.ts'
import { PinChips } from '../pins/PinChips.tsx'
import { SignedTestimony } from '../testimonies/SignedTestimony.tsx'
import { Section } from '../ui/Section.tsx'
import { count, list } from '../words/codes.ts'
import { occasionText } from '../words/coverage.ts'
import { decisionOutcomeNames, returnReasonSentences } from '../words/decisions.ts'
import {
  authenticitySentences,
  kindText,
  onBehalfText,
  placeText,
  settingNames,
  shownOnText,
} from '../words/evidence.ts'
import { dayText, instantText } from '../words/index.ts'
import { planText } from '../words/planning.ts'
import { notTheWitnesses } from '../words/testimonies.ts'
import { Marks } from '../worksheets/Marks.tsx'
import style from './capture.module.css'
import { VersionViewer } from './EvidenceViewer.tsx'
import { RelationsView } from './RelationsView.tsx'

/** A version as it stands, to be read: decisions first, because that is what people come for. */
export function VersionPart({
  evidenceId,
  version,
  learner,
  testimony,
  namedBy = [],
}: {
  evidenceId: string
  version: EvidenceVersion
  /** Who signed it, where a witness did: then what the learner adds stands apart, under the learner's name. */
  testimony: EvidenceResult['testimony']
  /** Other evidence that names this one, for its newest version. */
  namedBy?: EvidenceRelation[]
  learner: { id: string; name: string }
}) {
  const behalf = version.createdBy.id === learner.id || testimony ? '' : onBehalfText(version.createdBy, learner)
  const board = useNewBoard()
  const labels = useMemo(() => labelsOf(version.claims), [version.claims])
  const pins = useMemo(() => pinsOf(version, labels), [version, labels])
  useBoardFilled(board, { pins, labels, options: noOptions, set: () => {}, remove: () => {} })
  return (
    <PinBoard value={board}>
      <Decisions
        evidenceId={evidenceId}
        version={version}
        title={version.decisions.length === 1 ? 'Decision' : 'Decisions'}
      />
      {testimony && <SignedTestimony evidenceId={evidenceId} testimony={testimony} version={version} />}
      <Section title={testimony ? `Added by ${learner.name}` : 'The evidence'}>
        {testimony && <p className={style.behalf}>{notTheWitnesses(learner.name)}</p>}
        {behalf && <p className={style.behalf}>{behalf}.</p>}
        <dl className={style.facts}>
          {!testimony && (
            <div>
              <dt>Day it happened</dt>
              <dd>{shownOnText(version.shownOn)}</dd>
            </div>
          )}
          <div>
            <dt>Where</dt>
            <dd>{version.setting ? settingNames[version.setting] : 'Not said yet'}</dd>
          </div>
          {(version.sector || version.customers) && (
            <div>
              <dt>For whom</dt>
              <dd>{placeText(version)}</dd>
            </div>
          )}
          {version.setUp && (
            <div>
              <dt>{version.setting === 'simulation' ? 'Which simulation' : 'Which environment'}</dt>
              <dd>{version.setUp.name}</dd>
            </div>
          )}
          {version.simulationReason && (
            <div>
              <dt>Why it was simulated</dt>
              <dd>{version.simulationReason}</dd>
            </div>
          )}
          {!testimony && (
            <div>
              <dt>Kind</dt>
              <dd>{version.type ? kindText(version.type, version.setting, version.ownMethod) : 'Not said yet'}</dd>
            </div>
          )}
          {version.planned && (
            <div>
              <dt>The plan that it followed</dt>
              <dd>
                <Link
                  to={'/c/$centreId/registrations/$registrationId/plan' as '/'}
                  params={{ registrationId: version.planned.registrationId } as never}
                >
                  {planText(version.planned)}
                </Link>
                , made by {version.planned.by}, to be read since {dayText(version.planned.saidAt)}
              </dd>
            </div>
          )}
          {version.authentications.map(a => (
            <div key={a.by.id}>
              <dt>Word given by {a.by.name}</dt>
              <dd>
                “{authenticitySentences[a.statement](learner.name)}”, {instantText(a.at)}
              </dd>
            </div>
          ))}
          {version.submittedAt && version.submittedBy && (
            <div>
              <dt>Submitted</dt>
              <dd>
                {version.submittedBy.name}, {instantText(version.submittedAt)}
              </dd>
            </div>
          )}
        </dl>
        <RelationsView relations={version.relations} namedBy={namedBy} />
        {!testimony && <VersionViewer evidenceId={evidenceId} version={version} />}
      </Section>
      {version.occasions.length > 1 || version.occasions.some(o => o.customer || o.channel || o.seenBy) ? (
        <Section title={count(version.occasions.length, 'occasion')}>
          <ul>
            {version.occasions.map(o => (
              <li key={o.number}>
                {occasionText(o)}
                {o.addedBy && `; added by ${o.addedBy} with the decision`}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={`Claimed: ${count(version.claims.length, 'criterion', 'criteria')}`}>
        <Claims claims={version.claims} />
      </Section>
    </PinBoard>
  )
}

const noOptions: [] = []

function Claims({ claims }: { claims: EvidenceVersion['claims'] }) {
  if (claims.length === 0) return <p>No criterion is ticked.</p>
  const units = Map.groupBy(claims, c => `${c.registrationId}/${c.unitId}`)
  const several = new Set(claims.map(c => c.registrationId)).size > 1
  return (
    <ul className={style.units}>
      {[...units].map(([key, of]) => (
        <li key={key}>
          <b>
            {of[0]?.unitNumber} {of[0]?.unitTitle}
          </b>
          {several && <span className={style.who}> {of[0]?.qualification}</span>}
          <ul>
            {of.map(c => (
              <li key={keyOf(c)}>
                <span className={style.number}>{c.number}</span>
                <span>
                  {c.text}
                  <PinChips criterionKey={keyOf(c)} />
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** Each act of judgement with its feedback; a trainee's is marked as what it is. */
export function Decisions({
  evidenceId,
  version,
  title,
}: {
  evidenceId: string
  version: EvidenceVersion
  title: string
}) {
  if (version.decisions.length === 0) return null
  return (
    <Section title={title}>
      {version.decisions.map(d => (
        <article key={d.id} className={style.decision} data-outcome={d.outcome} data-layer={d.layer}>
          <h3>
            {decisionOutcomeNames[d.outcome]}
            {d.layer === 'trainee' && ' provisionally, waiting for the countersigner'}
          </h3>
          {d.returnReason && <p>{returnReasonSentences[d.returnReason as ReturnReason] ?? d.returnReason}</p>}
          <p className={style.feedback}>{d.feedback}</p>
          <Marks marks={d.marks} />
          <Judged criteria={d.criteria} />
          <p className={style.who}>
            {d.decidedBy.name}, {instantText(d.decidedAt)}
          </p>
          <FurtherDocuments evidenceId={evidenceId} beside={{ decisionId: d.id }} />
        </article>
      ))}
    </Section>
  )
}

function Judged({ criteria }: { criteria: EvidenceVersion['decisions'][number]['criteria'] }) {
  const said = (outcome: 'met' | 'not-yet-met') =>
    [
      ...Map.groupBy(
        criteria.filter(c => c.outcome === outcome),
        c => c.unitTitle,
      ),
    ].map(([unit, of]) => `${list(of.map(c => c.number))} of ${unit}`)
  const met = said('met')
  const not = said('not-yet-met')
  return (
    <>
      {met.length > 0 && <p>Met: {met.join('; ')}.</p>}
      {not.length > 0 && <p>Not yet met: {not.join('; ')}.</p>}
    </>
  )
}
