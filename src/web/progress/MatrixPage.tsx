import { Link, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { standingStates } from '#domain/progress/standing.ts'
import { MovedNoteOf } from '../moves/MovedNote.tsx'
import { PlanNote } from '../planning/ComingPlans.tsx'
import { PreconditionsNote } from '../preconditions/PreconditionsNote.tsx'
import { useCentre, useResult } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { TwoBars } from '../ui/TwoBars.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { dayText } from '../words/index.ts'
import { placeNames, standingMeanings, standingNames, unitsReadyText } from '../words/progress.ts'
import { type Coverages, isFiltering, type Matrix, type MatrixFilter, noFilter, shownCriteria } from './filter.ts'
import style from './Matrix.module.css'
import { MatrixFilters } from './MatrixFilters.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import { progressByWeek } from './over-time.ts'
import { ProgressPicture } from './ProgressPicture.tsx'
import { StandingMark } from './StandingMark.tsx'

const loadPanel = () => import('./CriterionPanel.tsx')
const CriterionPanel = lazy(loadPanel)

/** One learner on one qualification: the whole tree, what counts, and for every criterion why it does not yet. */
export default function MatrixPage() {
  const { registrationId } = useParams({ strict: false }) as { registrationId: string }
  const matrix = useResult('GET /centres/:centreId/registrations/:registrationId/matrix', {
    params: { registrationId },
  })
  const coverage = useResult('GET /centres/:centreId/registrations/:registrationId/coverage', {
    params: { registrationId },
  })
  return <Result of={matrix}>{answer => <MatrixOf matrix={answer} coverage={coverage.data?.units} />}</Result>
}

function MatrixOf({ matrix, coverage }: { matrix: Matrix; coverage: Coverages | undefined }) {
  const { person } = useCentre()
  const asked = useSearch({ strict: false }) as { criterion?: string; unit?: string }
  const phone = window.matchMedia('(max-width: 48em)').matches
  const [filter, setFilter] = useState<MatrixFilter>({ ...noFilter, unitId: asked.unit ?? '' })
  const [wording, setWording] = useState(phone)
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set(phone ? matrix.units.map(u => u.id) : []))
  const [opened, setOpened] = useState<string | null>(asked.criterion ?? null)
  // Typing in the search stays quick: the grid follows when the browser has time for it.
  const applied = useDeferredValue(filter)
  const shown = useMemo(() => shownCriteria(matrix, applied, person.id), [matrix, applied, person.id])
  const weeks = useMemo(
    () => progressByWeek(Object.values(matrix.standings), matrix.registeredOn, new Date()),
    [matrix],
  )
  const toggle = useCallback((unitId: string) => setClosed(was => toggled(was, unitId)), [])
  // The answer to a cell is fetched before anybody asks, so that it is there at the first touch.
  useEffect(() => void loadPanel(), [])

  const close = () => {
    const cell = document.querySelector<HTMLElement>(`[data-criterion="${opened}"]`)
    setOpened(null)
    // One goes on where one was, once the panel has let go of the focus.
    setTimeout(() => cell?.focus({ preventScroll: true }))
  }
  const found = shown ? [...shown.values()].reduce((sum, s) => sum + s.size, 0) : null
  const { totals } = matrix
  const place = opened === null ? null : placeOf(matrix, opened)
  return (
    <Page
      wide
      title={matrix.heading}
      actions={
        <>
          <Link
            to={'/c/$centreId/registrations/$registrationId/plan' as '/'}
            params={{ registrationId: matrix.registrationId } as never}
            className={style.action}
          >
            {matrix.learner.id === person.id ? 'My plan' : 'Plan'}
          </Link>
          {matrix.learner.id !== person.id && (
            <Link
              to={'/c/$centreId/registrations/$registrationId/people' as '/'}
              params={{ registrationId: matrix.registrationId } as never}
              className={style.action}
            >
              People and units
            </Link>
          )}
        </>
      }
      about={
        <>
          <b>{matrix.learner.name}</b>, registered on {dayText(matrix.registeredOn)}
          {matrix.lastActivity && <>, last activity on {dayText(matrix.lastActivity)}</>}
        </>
      }
    >
      <div className={style.head}>
        <div>
          <h2 className="hidden-text">Progress as a whole</h2>
          <TwoBars
            size="page"
            confirmed={totals.confirmed}
            claimed={totals.claimed}
            provisional={totals.provisional}
            of={totals.criteria}
          />
          <span>
            {[
              ...(coverage ? [unitsReadyText(coverage)] : []),
              ...(totals.returned > 0 ? [`${count(totals.returned, 'criterion', 'criteria')} came back`] : []),
            ].join(' · ')}
          </span>
          <ul className={style.people}>
            {matrix.allocations.map(a => (
              <li key={`${a.role}${a.person.id}`}>
                {placeNames[a.role]}: {a.person.name}
              </li>
            ))}
          </ul>
        </div>
        <ProgressPicture weeks={weeks} of={totals.criteria} />
      </div>
      {matrix.endedAt && <MovedNoteOf registrationId={matrix.registrationId} />}
      <PlanNote registrationId={matrix.registrationId} />
      <PreconditionsNote versionId={matrix.qualification.versionId} unitIds={matrix.units.map(u => u.id)} />
      <h2>Criteria</h2>
      <MatrixFilters
        matrix={matrix}
        filter={filter}
        set={change => setFilter(was => ({ ...was, ...change }))}
        wording={wording}
        setWording={setWording}
      />
      <ul className={style.legend} aria-label="What the squares mean">
        {[...standingStates].reverse().map(s => (
          <li key={s} title={standingMeanings[s]}>
            <StandingMark state={s} /> {standingNames[s]}
            <span className="hidden-text">: {standingMeanings[s]}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={style.found}>
        {found !== null && `${found} of ${count(totals.criteria, 'criterion', 'criteria')}`}
      </p>
      {found === 0 ? (
        <Empty
          title="No criterion fits."
          action={
            <button type="button" onClick={() => setFilter(noFilter)}>
              Show all
            </button>
          }
        />
      ) : (
        <MatrixGrid
          matrix={matrix}
          coverage={coverage}
          shown={shown}
          wording={wording || (isFiltering(applied) && applied.search.trim() !== '')}
          closed={closed}
          toggle={toggle}
          open={setOpened}
        />
      )}
      <Suspense>
        {place && <CriterionPanel matrix={matrix} coverage={coverage?.[place.unit.id]} {...place} close={close} />}
      </Suspense>
    </Page>
  )
}

function placeOf(matrix: Matrix, criterionId: string) {
  for (const unit of matrix.units)
    for (const outcome of unit.outcomes)
      for (const criterion of outcome.criteria) if (criterion.id === criterionId) return { unit, criterion }
  return null
}

function toggled(set: ReadonlySet<string>, member: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(member)) next.add(member)
  return next
}
