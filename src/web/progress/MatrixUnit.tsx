import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { TwoBars } from '../ui/TwoBars.tsx'
import { readyText } from '../words/coverage.ts'
import { standingNames, totalsText } from '../words/progress.ts'
import type { Coverages, Matrix, MatrixUnitShown } from './filter.ts'
import style from './Matrix.module.css'
import { StandingMark } from './StandingMark.tsx'

/** One unit: its row of figures, and below it a row of cells for each learning outcome. */
export const MatrixUnit = memo(function MatrixUnit({
  unit,
  registrationId,
  coverage,
  standings,
  shown,
  open,
  toggle,
}: {
  unit: MatrixUnitShown
  registrationId: string
  coverage: Coverages[string] | undefined
  standings: Matrix['standings']
  shown: ReadonlySet<string> | null
  open: boolean
  toggle: (unitId: string) => void
}) {
  const { confirmed, claimed, provisional, criteria } = unit.totals
  return (
    <div role="rowgroup" className={style.unit}>
      <div role="row" className={style.unitRow}>
        <div role="rowheader" className={style.unitName}>
          <button type="button" data-cell tabIndex={-1} aria-expanded={open} onClick={() => toggle(unit.id)}>
            <span aria-hidden="true" className={style.arrow}>
              {open ? '▾' : '▸'}
            </span>
            <span>
              <span className="hidden-text">Unit </span>
              {unit.number ?? unit.code} {unit.title}
              {unit.alwaysSampled && (
                <span className={style.sampled}>Always sampled: realistic working environment</span>
              )}
              <span className="hidden-text">: {totalsText(unit.totals)}</span>
            </span>
          </button>
        </div>
        <div role="gridcell" className={style.unitBars}>
          <TwoBars confirmed={confirmed} claimed={claimed} provisional={provisional} of={criteria} />
        </div>
        <div role="gridcell" className={style.unitCoverage}>
          <Link
            to={'/c/$centreId/registrations/$registrationId/units/$unitId' as '/'}
            params={{ registrationId, unitId: unit.id } as never}
            data-cell
            data-small
            tabIndex={-1}
          >
            {coverage ? readyText(coverage) : 'Coverage'}
            <span className="hidden-text">, unit {unit.number ?? unit.code}: what is covered and what is missing</span>
          </Link>
        </div>
      </div>
      {open &&
        unit.outcomes.map(outcome => {
          const cells = shown ? outcome.criteria.filter(c => shown.has(c.id)) : outcome.criteria
          if (cells.length === 0) return null
          return (
            <div role="row" key={outcome.id} className={style.outcome}>
              <div role="rowheader" className={style.outcomeName}>
                {outcome.number} {outcome.title}
              </div>
              {cells.map(c => {
                const state = standings[c.id]?.state ?? 'none'
                return (
                  <div role="gridcell" key={c.id} className={style.cell}>
                    <button
                      type="button"
                      data-cell
                      data-criterion={c.id}
                      data-state={state}
                      data-small
                      tabIndex={-1}
                      title={c.text}
                    >
                      <StandingMark state={state} />
                      <span>{c.number}</span>
                      <span className={style.wording}>{c.text}</span>
                      <span className={style.state}>{standingNames[state]}</span>
                    </button>
                  </div>
                )
              })}
            </div>
          )
        })}
    </div>
  )
})
