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
  several: readonly string[]
  tickSeveral: (key: string, shown: boolean) => void
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
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set())
  const fold = (id: string, close: boolean, all: boolean) => {
    setClosed(was => (close ? new Set([...was, id]) : without(was, id)))
    setWhole(was => (all && !close ? new Set([...was, id]) : without(was, id)))
  }
  const several = registrations.length > 1
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (p: Place) => {
    const said = `${p.criterion.number} ${p.criterion.text} ${p.unit.title}`.toLowerCase()
    return words.every(w => said.includes(w))
  }
  // The row in hand is never hidden behind the bars at the edges.
  useEffect(() => {
    if (current) document.getElementById(`row-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [current])

  return (
    <>
      {registrations.map(registration => {
        const layer = deciding && judges(registration.own, deciding.layer) ? deciding.layer : null
        const withTrainee =
          registration.trainee || layers.trainee.some(t => t.registrationId === registration.registrationId)
        const { withTicks, withoutTicks } = byTicks(registration, ticks)
        const Head = several ? 'h4' : 'h3'
        const unitSection = (unit: Unit) => {
          const id = `${registration.registrationId}/${unit.id}`
          const all = criteriaOf(registration, unit, places).filter(fits)
          if (all.length === 0) return null
          const inHand = all.filter(p => ticks.has(p.key) || deciding?.choices.has(p.key) || p.key === current)
          const every = words.length > 0 || whole.has(id)
          const open = every || (inHand.length > 0 && !closed.has(id))
          const shown = every ? all : inHand
          const ticked = all.filter(p => ticks.has(p.key)).length
          return (
            <section key={unit.id}>
              <Head className={style.unitHead}>
                <button type="button" aria-expanded={open} onClick={() => fold(id, open, inHand.length === 0)}>
                  <span aria-hidden="true">{open ? '▾' : '▸'}</span> {unit.number ?? unit.code} {unit.title}
                  <span className={style.small}>{ticked > 0 ? count(ticked, 'tick') : 'no ticks'}</span>
                </button>
              </Head>
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
                      obstacles={assessment.obstacles[place.key]}
                      current={current === place.key}
                      enter={setCurrent}
                      judge={deciding?.judge ?? noJudging}
                      several={deciding?.several.includes(place.key) ?? false}
                      tickSeveral={deciding?.tickSeveral ?? noJudging}
                    />
                  ))}
                </ul>
              )}
              {open && shown.length < all.length && (
                <button type="button" className={style.others} onClick={() => fold(id, false, true)}>
                  Show {count(all.length - shown.length, 'criterion', 'criteria')} of this unit without ticks
                </button>
              )}
            </section>
          )
        }
        return (
          <div key={registration.registrationId} className={style.registration}>
            {several && (
              <h3>
                {registration.title}
                {deciding && !layer && <span className={style.by}> – judged by somebody else</span>}
              </h3>
            )}
            <LayerNames assessment={assessment} registration={registration} withTrainee={withTrainee} layer={layer} />
            {withTicks.map(unit => unitSection(unit))}
            {withoutTicks.length > 0 &&
              (words.length > 0 ? (
                withoutTicks.map(unit => unitSection(unit))
              ) : (
                <details className={style.more} open={withTicks.length === 0}>
                  <summary>
                    {count(withoutTicks.length, 'unit')} without ticks
                    {layer && ': you may also confirm what was not claimed'}
                  </summary>
                  {withoutTicks.map(unit => unitSection(unit))}
                </details>
              ))}
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

function byTicks(registration: Registration, ticks: ReadonlyMap<string, TicksOn>) {
  const ticked = (unit: Unit) =>
    unit.outcomes.some(o =>
      o.criteria.some(c => ticks.has(keyOf({ registrationId: registration.registrationId, criterionId: c.id }))),
    )
  return { withTicks: registration.units.filter(ticked), withoutTicks: registration.units.filter(u => !ticked(u)) }
}

const criteriaOf = (registration: Registration, unit: Unit, places: ReadonlyMap<string, Place>): Place[] =>
  unit.outcomes.flatMap(o =>
    o.criteria.flatMap(
      c => places.get(keyOf({ registrationId: registration.registrationId, criterionId: c.id })) ?? [],
    ),
  )

const without = (set: ReadonlySet<string>, member: string) => new Set([...set].filter(m => m !== member))
