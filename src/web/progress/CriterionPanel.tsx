import { CloseButton, Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import type { Result as Answer } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { list } from '../words/codes.ts'
import { gapSentence } from '../words/coverage.ts'
import { asksText } from '../words/criteria.ts'
import { outcomeNames, returnReasonNames } from '../words/decisions.ts'
import { kindText, relationText } from '../words/evidence.ts'
import { dayText } from '../words/index.ts'
import { type StandingShown, standingNames, whySentence } from '../words/progress.ts'
import style from './CriterionPanel.module.css'
import type { Coverages, Matrix, MatrixUnitShown } from './filter.ts'
import { moveOf } from './move.ts'
import { StandingMark } from './StandingMark.tsx'

type Criterion = MatrixUnitShown['outcomes'][number]['criteria'][number]
const nothing: Omit<StandingShown, 'mover'> = {
  state: 'none',
  reason: 'no-evidence',
  since: null,
  evidence: null,
  claimed: null,
  provisional: null,
  decided: null,
}

/** Every cell answers: who claimed, who judged, why it does not count, whose move it is, and the way there. */
export default function CriterionPanel({
  matrix,
  coverage,
  unit,
  criterion,
  close,
}: {
  matrix: Matrix
  coverage: Coverages[string] | undefined
  unit: MatrixUnitShown
  criterion: Criterion
  close: () => void
}) {
  const phone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768)
  const { person } = useCentre()
  const standing: StandingShown = matrix.standings[criterion.id] ?? {
    ...nothing,
    mover: { role: 'learner', person: matrix.learner },
  }
  const { registrationId } = matrix
  const all = useResult('GET /centres/:centreId/registrations/:registrationId/criteria/:criterionId', {
    params: { registrationId, criterionId: criterion.id },
  })
  const move = moveOf(standing, person.id, matrix.learner.id)
  return (
    <Drawer.Root
      opened
      onClose={close}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 'md'}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      lockScroll={false} // locking it lays the whole matrix out again
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={style.head}>
          <Drawer.Title className={style.title}>
            <StandingMark state={standing.state} /> {criterion.number} {standingNames[standing.state]}
          </Drawer.Title>
          <CloseButton aria-label="Close" onClick={close} data-autofocus />
        </div>
        <div className={style.body}>
          <p className={style.unit}>
            Unit {unit.number ?? unit.code} {unit.title}
          </p>
          <p className={style.wording}>{criterion.text}</p>
          {criterion.parts.length > 0 && (
            <ul className={style.parts}>
              {criterion.parts.map(p => (
                <li key={p.code}>
                  {p.code}) {p.text}
                </li>
              ))}
            </ul>
          )}
          <p className={style.asks}>{asksText(criterion)}</p>
          <p className={style.why}>{whySentence(standing, matrix.learner)}</p>
          {standing.state === 'confirmed' && coverage && !coverage.ready && (
            <UnitNotReady coverage={coverage} registrationId={registrationId} unitId={unit.id} />
          )}
          {move && (
            <Link {...move.link} className={style.move} data-mine={move.mine || undefined}>
              {move.label} <span aria-hidden="true">→</span>
            </Link>
          )}
          {standing.state !== 'confirmed' && (
            <p>
              <Link
                to={'/c/$centreId/registrations/$registrationId/plan' as '/'}
                params={{ registrationId } as never}
                search={{ criterion: criterion.id } as never}
              >
                Plan a discussion, questions or an observation for it
              </Link>
            </p>
          )}
          <h3>Evidence put to it</h3>
          <Result of={all} lines={3}>
            {({ evidence }) =>
              evidence.length === 0 ? (
                <p>None yet.</p>
              ) : (
                <ol className={style.evidence}>
                  {evidence.map(e => (
                    <li key={`${e.id}/${e.version}`}>
                      <OneEvidence evidence={e} learner={matrix.learner.name} />
                    </li>
                  ))}
                </ol>
              )
            }
          </Result>
        </div>
      </Drawer.Content>
    </Drawer.Root>
  )
}

/** The criterion counts, and the unit is not ready all the same: why, and the way to all of it. */
function UnitNotReady({
  coverage,
  registrationId,
  unitId,
}: {
  coverage: Coverages[string]
  registrationId: string
  unitId: string
}) {
  const gaps = coverage.gaps.filter(g => g.blocks)
  return (
    <div className={style.unready}>
      <p>The unit is not ready yet:</p>
      <ul>
        {gaps.slice(0, 3).map(g => (
          <li key={`${g.code} ${g.details.requirement ?? ''} ${g.details.id ?? ''}`}>{gapSentence(g)}</li>
        ))}
      </ul>
      <Link
        to={'/c/$centreId/registrations/$registrationId/units/$unitId' as '/'}
        params={{ registrationId, unitId } as never}
        className={style.move}
      >
        {gaps.length > 3 ? `All ${gaps.length} gaps of the unit` : 'What would close it'}{' '}
        <span aria-hidden="true">→</span>
      </Link>
    </div>
  )
}

type Evidence = Answer<'GET /centres/:centreId/registrations/:registrationId/criteria/:criterionId'>['evidence'][number]

function OneEvidence({ evidence, learner }: { evidence: Evidence; learner: string }) {
  return (
    <>
      <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: evidence.id } as never}>
        Evidence {evidence.number}
        {evidence.version > 1 && `, version ${evidence.version}`}: {evidence.title || 'without a title'}
      </Link>
      <ul className={style.said}>
        {evidence.type && <li>{kindText(evidence.type, null, evidence.ownMethod)}</li>}
        {evidence.names.length > 0 && (
          <li>
            {relationText[evidence.relation]} evidence {list(evidence.names.map(String))}
          </li>
        )}
        <li>
          {evidence.claimed
            ? `Claimed by ${evidence.claimed.by} on ${dayText(evidence.claimed.at)}`
            : `Not claimed by ${learner}`}
        </li>
        {evidence.judged.map(j => (
          <li key={`${j.layer}${j.at}`} data-past={!j.standing || undefined}>
            <StateMark tone={j.outcome === 'met' ? (j.layer === 'assessor' ? 'done' : 'waiting') : 'not'}>
              {outcomeNames[j.outcome]}
              {j.layer === 'trainee' && ', provisionally'}
            </StateMark>{' '}
            {j.by}, {dayText(j.at)}
            {j.reason && `: ${returnReasonNames[j.reason].toLowerCase()}`}
            {!j.standing && ' (a later decision took its place)'}
            {j.carried &&
              `. Carried over by ${j.carried.by}, who moved the learner to this version on ${dayText(j.carried.at)}`}
            {j.feedback && <blockquote className={style.feedback}>{j.feedback}</blockquote>}
          </li>
        ))}
      </ul>
    </>
  )
}
