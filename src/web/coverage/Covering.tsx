import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { channels } from '#domain/coverage/occasions.ts'
import type { RequirementTick } from '#domain/coverage/ticking.ts'
import { count } from '../words/codes.ts'
import { channelNames, occasionText } from '../words/coverage.ts'
import { today } from '../words/times.ts'
import { CoverTicks, occasionChoices } from './CoverTicks.tsx'
import style from './coverage.module.css'
import type { AddedOccasion, Covering, CoveringUnit, Occasions } from './covers.ts'

/** Beside the criteria of a decision: on which occasions the evidence shows them, and which requirement items it covers. */
export function CoveringPart({
  covering,
  layer,
  units,
  covers,
  occasions,
  set,
}: {
  covering: Covering
  layer: 'trainee' | 'assessor'
  /** Units of which the decision says that something is met. */
  units: CoveringUnit[]
  covers: RequirementTick[]
  occasions: Occasions
  set: (change: { covers?: RequirementTick[]; occasions?: Occasions }) => void
}) {
  const shown = units.filter(u => u.requirements.length > 0)
  const own = (t: RequirementTick) => units.some(u => u.id === t.unitId && u.registrationId === t.registrationId)
  const offers = (['trainee', 'learner'] as const)
    .filter(from => from !== layer)
    .map(from => ({ from, ticks: covering.ticks[from].filter(own) }))
    .filter(o => o.ticks.length > 0)
  const take = (ticks: RequirementTick[]) => {
    const key = (t: RequirementTick) => `${t.registrationId} ${t.unitId} ${t.requirement} ${t.item} ${t.thing}`
    set({ covers: [...new Map([...ticks, ...covers].map(t => [key(t), t])).values()] })
  }
  return (
    <>
      <OccasionsJudged covering={covering} occasions={occasions} set={o => set({ occasions: o })} />
      {shown.length > 0 && (
        <section aria-labelledby="covers" className={style.part}>
          <h2 id="covers">Evidence requirements it covers</h2>
          {offers.map(({ from, ticks }) => (
            <Button key={from} variant="default" size="xs" onClick={() => take(ticks)}>
              Take over the {from}’s {count(ticks.length, 'tick')}
            </Button>
          ))}
          <CoverTicks
            // What is taken over fills the fields anew.
            key={covers.length === 0 ? 'none' : 'some'}
            units={shown}
            ticks={covers}
            set={next => set({ covers: next })}
            occasions={occasionChoices(covering.occasions, occasions.out)}
            beside={offers.map(o => ({ says: `ticked by the ${o.from}`, ticks: o.ticks }))}
          />
        </section>
      )}
    </>
  )
}

const empty: AddedOccasion = { day: '', customer: '', channel: null, seenBy: '' }

function OccasionsJudged({
  covering,
  occasions,
  set,
}: {
  covering: Covering
  occasions: Occasions
  set: (occasions: Occasions) => void
}) {
  const [adding, setAdding] = useState<AddedOccasion | null>(null)
  const left = covering.occasions.length + occasions.add.length - occasions.out.length
  return (
    <section aria-labelledby="occasions" className={style.part}>
      <h2 id="occasions">Occasions</h2>
      <ul className={style.list}>
        {covering.occasions.map(o => {
          const counts = !occasions.out.includes(o.number)
          return (
            <li key={o.number} className={style.tick}>
              <input
                id={`occasion-${o.number}`}
                type="checkbox"
                checked={counts}
                disabled={counts && left === 1}
                onChange={() =>
                  set({
                    ...occasions,
                    out: counts ? [...occasions.out, o.number] : occasions.out.filter(n => n !== o.number),
                  })
                }
              />
              <label htmlFor={`occasion-${o.number}`}>
                {occasionText(o)}
                {o.addedBy && `, added by ${o.addedBy}`}
                {!counts && ' (not counted)'}
              </label>
            </li>
          )
        })}
        {occasions.add.map((o, at) => (
          <li key={`${o.day} ${o.customer} ${at}`} className={style.tick}>
            <span aria-hidden="true">+</span>
            <span>
              {occasionText(o)}{' '}
              <button
                type="button"
                className={style.plain}
                onClick={() => set({ ...occasions, add: occasions.add.filter((_, i) => i !== at) })}
              >
                Take it out again
              </button>
            </span>
          </li>
        ))}
      </ul>
      {adding ? (
        <fieldset className={style.occasion}>
          <legend>Another occasion that you can vouch for</legend>
          <TextInput
            label="Day"
            type="date"
            max={today()}
            value={adding.day}
            onChange={e => setAdding({ ...adding, day: e.currentTarget.value })}
          />
          <TextInput
            label="Customer, by initials"
            value={adding.customer}
            maxLength={100}
            autoComplete="off"
            onChange={e => setAdding({ ...adding, customer: e.currentTarget.value })}
          />
          <NativeSelect
            label="How"
            value={adding.channel ?? ''}
            data={[{ value: '', label: 'Not said' }, ...channels.map(c => ({ value: c, label: channelNames[c] }))]}
            onChange={e =>
              setAdding({ ...adding, channel: (e.currentTarget.value || null) as AddedOccasion['channel'] })
            }
          />
          <TextInput
            label="Seen by"
            value={adding.seenBy}
            maxLength={200}
            autoComplete="off"
            onChange={e => setAdding({ ...adding, seenBy: e.currentTarget.value })}
          />
          <div className={style.buttons}>
            <Button
              size="xs"
              disabled={!adding.day}
              onClick={() => {
                set({ ...occasions, add: [...occasions.add, adding] })
                setAdding(null)
              }}
            >
              Add it
            </Button>
            <Button size="xs" variant="default" onClick={() => setAdding(null)}>
              Cancel
            </Button>
          </div>
        </fieldset>
      ) : (
        <Button variant="default" size="xs" onClick={() => setAdding(empty)}>
          Add an occasion
        </Button>
      )}
    </section>
  )
}
