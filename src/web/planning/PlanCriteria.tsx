import { count } from '../words/codes.ts'
import type { Matrix } from './PlanPage.tsx'
import style from './plan.module.css'

/** The criteria of the learner's units, to choose what one plan is to show: any number, across outcomes and units (R126). */
export function PlanCriteria({
  matrix,
  chosen,
  setChosen,
  fault,
}: {
  matrix: Matrix
  chosen: ReadonlySet<string>
  setChosen: (chosen: ReadonlySet<string>) => void
  fault: string | undefined
}) {
  const choose = (ids: string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    setChosen(next)
  }
  return (
    <fieldset className={style.field} aria-describedby={fault ? 'plan-criteria-fault' : undefined}>
      <legend>What it is to show ({count(chosen.size, 'criterion', 'criteria')} chosen)</legend>
      {fault && (
        <p id="plan-criteria-fault" className={style.fault} role="alert">
          {fault}
        </p>
      )}
      <div className={style.units}>
        {matrix.units.map(unit => {
          const ids = unit.outcomes.flatMap(o => o.criteria.map(c => c.id))
          const some = ids.filter(id => chosen.has(id)).length
          return (
            <details key={unit.id} className={style.unit} open={some > 0 || matrix.units.length === 1 || undefined}>
              <summary>
                <span>
                  <b>{unit.number ?? unit.code}</b> {unit.title}
                </span>
                <span className={style.quiet}>
                  {some} of {ids.length}
                  <span className="hidden-text"> criteria chosen</span>
                </span>
              </summary>
              <ul>
                {unit.outcomes.map(outcome => {
                  const these = outcome.criteria.map(c => c.id)
                  const all = these.every(id => chosen.has(id))
                  return (
                    <li key={outcome.id}>
                      <p className={style.outcome}>
                        <label className={style.criterion}>
                          <input type="checkbox" checked={all} onChange={() => choose(these, !all)} />
                          <span>
                            {outcome.number} {outcome.title}
                            <span className="hidden-text">, all of it</span>
                          </span>
                        </label>
                      </p>
                      {outcome.criteria.map(c => (
                        <label key={c.id} className={style.criterion}>
                          <input
                            type="checkbox"
                            checked={chosen.has(c.id)}
                            onChange={e => choose([c.id], e.currentTarget.checked)}
                          />
                          <span>
                            <b>{c.number}</b> {c.text}
                          </span>
                        </label>
                      ))}
                    </li>
                  )
                })}
              </ul>
            </details>
          )
        })}
      </div>
    </fieldset>
  )
}
