import { useEffect, useMemo, useState } from 'react'
import { keyOf } from '#domain/decisions/layers.ts'
import { count } from '../words/codes.ts'
import style from './CriteriaTree.module.css'
import { CriterionRow, type TicksOn } from './CriterionRow.tsx'
import {
  type Assessment,
  type Choice,
  type JudgingLayer,
  judges,
  type Place,
  type Registration,
  type Unit,
} from './form.ts'

type DecidingHere = {
  layer: JudgingLayer
  choices: ReadonlyMap<string, Choice>
  judge: (key: string, choice: Choice | null) => void
}
const none: TicksOn = { learner: undefined, trainee: undefined, assessor: undefined }
const noJudging = () => {}

/** Units with ticks first and open; the others closed, since an assessor may confirm what was not claimed (R4). */
export function CriteriaTree({
  assessment,
  places,
  deciding,
  current,
  setCurrent,
  search = '',
}: {
  assessment: Assessment
  places: ReadonlyMap<string, Place>
  deciding: DecidingHere | null
  current: string | null
  setCurrent: (key: string) => void
  search?: string
}) {
  const { registrations, layers } = assessment
  const ticks = useMemo(() => ticksByKey(layers), [layers])
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set())
  const several = registrations.length > 1
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (p: Place) => {
    const said = `${p.criterion.number} ${p.criterion.text} ${p.unit.title}`.toLowerCase()
    return words.every(w => said.includes(w))
  }
  // J and K may walk into a unit that is closed: it is opened.
  useEffect(() => {
    if (current) document.getElementById(`row-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  return (
    <>
      {registrations.map(registration => {
        const layer = deciding && judges(registration.own, deciding.layer) ? deciding.layer : null
        const withTrainee =
          registration.trainee || layers.trainee.some(t => t.registrationId === registration.registrationId)
        return (
          <div key={registration.registrationId} className={style.registration}>
            {several && (
              <h3>
                {registration.title}
                {deciding && !layer && <span className={style.others}> – judged by somebody else</span>}
              </h3>
            )}
            <LayerNames assessment={assessment} registration={registration} withTrainee={withTrainee} layer={layer} />
            {inOrder(registration, ticks).map(({ unit, ticked }) => {
              const id = `${registration.registrationId}/${unit.id}`
              const shown = criteriaOf(registration, unit, places).filter(fits)
              if (shown.length === 0) return null
              const open = words.length > 0 || ticked > 0 !== toggled.has(id) || shown.some(p => p.key === current)
              return (
                <section key={unit.id} className={style.unit}>
                  <h4>
                    <button
                      type="button"
                      aria-expanded={open}
                      onClick={() => setToggled(was => (was.has(id) ? without(was, id) : new Set([...was, id])))}
                    >
                      <span aria-hidden="true">{open ? '▾' : '▸'}</span> {unit.number ?? unit.code} {unit.title}
                      <span className={style.small}>{ticked > 0 ? count(ticked, 'tick') : 'no ticks'}</span>
                    </button>
                  </h4>
                  {open && (
                    <ul className={style.rows}>
                      {shown.map(place => (
                        <CriterionRow
                          key={place.key}
                          place={place}
                          ticks={ticks.get(place.key) ?? none}
                          withTrainee={withTrainee}
                          layer={layer}
                          choice={deciding?.choices.get(place.key)}
                          current={current === place.key}
                          enter={setCurrent}
                          judge={deciding?.judge ?? noJudging}
                        />
                      ))}
                    </ul>
                  )}
                </section>
              )
            })}
          </div>
        )
      })}
    </>
  )
}

/** The heads of the columns: whose tick stands where. */
function LayerNames({
  assessment,
  registration,
  withTrainee,
  layer,
}: {
  assessment: Assessment
  registration: Registration
  withTrainee: boolean
  layer: JudgingLayer | null
}) {
  const trainee = assessment.layers.trainee.find(t => t.registrationId === registration.registrationId)
  const assessor = assessment.layers.assessor.find(t => t.registrationId === registration.registrationId)
  return (
    <div className={style.layers} data-names data-trainee={withTrainee || undefined}>
      <span>
        Learner<span className={style.small}>{assessment.evidence.learner.name}</span>
      </span>
      {withTrainee && layer !== 'trainee' && (
        <span>
          Trainee<span className={style.small}>{trainee?.byName ?? 'no ticks yet'}</span>
        </span>
      )}
      <span>
        {layer ? 'You' : 'Assessor'}
        <span className={style.small}>
          {layer === 'trainee' ? 'provisionally' : layer ? 'what counts' : (assessor?.byName ?? 'no decision yet')}
        </span>
      </span>
    </div>
  )
}

function ticksByKey(layers: Assessment['layers']): Map<string, TicksOn> {
  const ticks = new Map<string, TicksOn>()
  for (const layer of ['learner', 'trainee', 'assessor'] as const)
    for (const tick of layers[layer]) ticks.set(keyOf(tick), { ...(ticks.get(keyOf(tick)) ?? none), [layer]: tick })
  return ticks
}

function inOrder(registration: Registration, ticks: ReadonlyMap<string, TicksOn>) {
  const units = registration.units.map(unit => ({
    unit,
    ticked: unit.outcomes
      .flatMap(o => o.criteria)
      .filter(c => ticks.has(keyOf({ registrationId: registration.registrationId, criterionId: c.id }))).length,
  }))
  return [...units.filter(u => u.ticked > 0), ...units.filter(u => u.ticked === 0)]
}

const criteriaOf = (registration: Registration, unit: Unit, places: ReadonlyMap<string, Place>): Place[] =>
  unit.outcomes.flatMap(o =>
    o.criteria.flatMap(
      c => places.get(keyOf({ registrationId: registration.registrationId, criterionId: c.id })) ?? [],
    ),
  )

const without = (set: ReadonlySet<string>, member: string) => new Set([...set].filter(m => m !== member))
