import { useId, useState } from 'react'
import { asksWhich } from '#domain/coverage/quantifiers.ts'
import type { RequirementTick } from '#domain/coverage/ticking.ts'
import { occasionText, quantifierText } from '../words/coverage.ts'
import { dayText } from '../words/index.ts'
import style from './coverage.module.css'
import {
  type At,
  type Covering,
  type CoveringRequirement,
  type CoveringUnit,
  thingsIn,
  ticksAt,
  withTicks,
} from './covers.ts'

type Ticking = {
  ticks: readonly RequirementTick[]
  set: (ticks: RequirementTick[]) => void
  occasions: readonly { number: number; text: string }[]
  /** What the other layers ticked on this evidence, to be seen beside. */
  beside: { says: string; ticks: readonly RequirementTick[] }[]
}

export const occasionChoices = (occasions: Covering['occasions'], out: readonly number[] = []) =>
  occasions.filter(o => !out.includes(o.number)).map(o => ({ number: o.number, text: occasionText(o) }))

/** The requirements of these units that are met by ticks, item by item. */
export function CoverTicks({ units, ...ticking }: { units: CoveringUnit[] } & Ticking) {
  return units.map(unit => (
    <details key={`${unit.registrationId} ${unit.id}`} open className={style.unit}>
      <summary>
        Unit {unit.number ?? unit.code} {unit.title}
      </summary>
      <ul className={style.list}>
        {unit.requirements.map(asked => (
          <li key={asked.number} className={style.requirement}>
            <p>
              <span className={style.number}>{asked.number}</span>
              {asked.text} {quantifierText(asked) && <span className={style.where}>({quantifierText(asked)})</span>}
            </p>
            {(asked.items.length > 0 ? asked.items : [{ code: '', text: 'It covers this' }]).map(item => (
              <OneTick key={item.code} unit={unit} asked={asked} item={item} {...ticking} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  ))
}

function OneTick({
  unit,
  asked,
  item,
  ticks,
  set,
  occasions,
  beside,
}: {
  unit: CoveringUnit
  asked: CoveringRequirement
  item: { code: string; text: string }
} & Ticking) {
  const id = useId()
  const at: At = { registrationId: unit.registrationId, unitId: unit.id, requirement: asked.number, item: item.code }
  const mine = ticksAt(ticks, at)
  const on = mine.length > 0
  const which = asksWhich(asked, item.code)
  const [typed, setTyped] = useState(mine.map(t => t.thing).join(', '))
  const first = occasions[0]?.number ?? 1
  const occasion = mine[0]?.occasion ?? first
  const change = (things: string[] | null, on_: number) => set(withTicks(ticks, at, things, on_))
  const elsewhere = asked.covered.filter(c => c.item === item.code)
  const others = beside.filter(b => ticksAt(b.ticks, at).length > 0)
  return (
    <div className={style.tick}>
      <input
        id={id}
        type="checkbox"
        checked={on}
        onChange={e => change(e.currentTarget.checked ? thingsIn(typed) : null, occasion)}
      />
      <label htmlFor={id}>
        <span className="hidden-text">
          Unit {unit.number ?? unit.code}, requirement {asked.number}:{' '}
        </span>
        {item.code && `${item.code}) `}
        {item.text}
      </label>
      {on && (which || occasions.length > 1) && (
        <div className={style.more}>
          {which && (
            <label>
              Which ones, with commas between
              <br />
              <input
                type="text"
                value={typed}
                maxLength={300}
                autoComplete="off"
                onChange={e => {
                  setTyped(e.currentTarget.value)
                  change(thingsIn(e.currentTarget.value), occasion)
                }}
              />
            </label>
          )}
          {occasions.length > 1 && (
            <label>
              On which occasion
              <br />
              <select value={occasion} onChange={e => change(thingsIn(typed), Number(e.currentTarget.value))}>
                {occasions.map(o => (
                  <option key={o.number} value={o.number}>
                    {o.text}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      {(elsewhere.length > 0 || others.length > 0) && (
        <span className={style.where}>
          {[
            ...others.map(o => o.says),
            ...elsewhere.map(
              c =>
                `covered already by evidence ${c.evidence.number}${c.thing ? ` (${c.thing})` : ''}, ${dayText(c.day)}`,
            ),
          ].join(' · ')}
        </span>
      )}
    </div>
  )
}
