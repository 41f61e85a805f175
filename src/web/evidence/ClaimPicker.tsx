import { Checkbox, TextInput } from '@mantine/core'
import { Fragment, useDeferredValue, useId, useState } from 'react'
import { keyOf } from '#domain/decisions/layers.ts'
import type { Result as Answer } from '../api.ts'
import { PinChips } from '../pins/PinChips.tsx'
import { useResult } from '../results.ts'
import { Empty, Result } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { asksText } from '../words/criteria.ts'
import { obstacleSentence } from '../words/obstacles.ts'
import { standingNames } from '../words/progress.ts'
import type { useClaiming } from './claiming.ts'
import style from './claims.module.css'

type Tree = Answer<'GET /centres/:centreId/evidence/:evidenceId/claimable'>
type Registration = Tree['registrations'][number]
type Unit = Registration['units'][number]
type Outcome = Unit['outcomes'][number]
type Claiming = ReturnType<typeof useClaiming>
type Shown = { words: string; only: boolean }

/** The learner's own units down to the criteria, to tick what this evidence shows. */
export function ClaimPicker({ evidenceId, claiming }: { evidenceId: string; claiming: Claiming }) {
  const tree = useResult('GET /centres/:centreId/evidence/:evidenceId/claimable', { params: { evidenceId } })
  const [typed, setTyped] = useState('')
  const [only, setOnly] = useState(false)
  const words = useDeferredValue(typed.trim().toLowerCase())
  return (
    <Result of={tree}>
      {({ registrations }) =>
        registrations.length === 0 ? (
          <Empty title="You are not registered on a qualification yet">
            Your centre registers you. Until then you can write and put in files, and tick criteria later.
          </Empty>
        ) : (
          <>
            <div className={style.tools}>
              <TextInput
                label="Find a criterion"
                description="A number, such as 2.3, or a word"
                type="search"
                value={typed}
                onChange={e => setTyped(e.currentTarget.value)}
                autoComplete="off"
              />
              <Checkbox
                label={`Only what is ticked (${claiming.ticked.size})`}
                checked={only}
                onChange={e => setOnly(e.currentTarget.checked)}
              />
            </div>
            {registrations.map(r => (
              <section key={r.registrationId} className={style.registration} aria-label={r.qualification}>
                <h3>{r.qualification}</h3>
                <Units registration={r} claiming={claiming} shown={{ words, only }} />
              </section>
            ))}
          </>
        )
      }
    </Result>
  )
}

function Units({ registration, claiming, shown }: { registration: Registration; claiming: Claiming; shown: Shown }) {
  const narrowed = registration.units
    .map(unit => ({ unit, outcomes: narrow(unit, registration.registrationId, claiming, shown) }))
    .filter(({ outcomes }) => outcomes.length > 0)
  if (narrowed.length === 0)
    return <p className={style.none}>{shown.only ? 'Nothing is ticked here.' : 'No criterion has these words.'}</p>
  return narrowed.map(({ unit, outcomes }) => (
    <UnitPart
      key={unit.id}
      unit={unit}
      outcomes={outcomes}
      registrationId={registration.registrationId}
      claiming={claiming}
      open={shown.words !== '' || shown.only || registration.units.length === 1}
    />
  ))
}

/** What is left of a unit under the search; a word in its title shows all of it. */
function narrow(unit: Unit, registrationId: string, claiming: Claiming, { words, only }: Shown): Outcome[] {
  if (!words && !only) return unit.outcomes
  const whole = words !== '' && `${unit.number ?? ''} ${unit.title}`.toLowerCase().includes(words)
  const fits = (c: Outcome['criteria'][number]) =>
    (!words || whole || c.number === words || (!/^[\d.]+$/.test(words) && c.text.toLowerCase().includes(words))) &&
    (!only || claiming.ticked.has(keyOf({ registrationId, criterionId: c.id })))
  return unit.outcomes.map(o => ({ ...o, criteria: o.criteria.filter(fits) })).filter(o => o.criteria.length > 0)
}

function UnitPart({
  unit,
  outcomes,
  registrationId,
  claiming,
  open: forced,
}: {
  unit: Unit
  outcomes: Outcome[]
  registrationId: string
  claiming: Claiming
  open: boolean
}) {
  const keys = unit.outcomes.flatMap(o => o.criteria.map(c => ({ registrationId, criterionId: c.id })))
  const ticked = keys.filter(k => claiming.ticked.has(keyOf(k))).length
  const [opened, setOpened] = useState(ticked > 0)
  const id = useId()
  const open = forced || opened
  return (
    <div className={style.unit}>
      <h4 className={style.unitHead}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpened(!open)}
          className={style.unitButton}
        >
          <span aria-hidden="true" className={style.arrow}>
            {open ? '▾' : '▸'}
          </span>
          <span className={style.unitTitle}>
            {unit.number && <b>{unit.number}</b>} {unit.title}
          </span>
          <span className={style.count} data-some={ticked > 0 || undefined}>
            {ticked} of {keys.length} <span className="hidden-text">criteria ticked</span>
          </span>
        </button>
      </h4>
      <div id={id} hidden={!open}>
        {open &&
          outcomes.map(outcome => (
            <OutcomePart
              key={outcome.number}
              outcome={outcome}
              registrationId={registrationId}
              claiming={claiming}
              name={`${unit.number ?? ''} ${unit.title}`.trim()}
            />
          ))}
      </div>
    </div>
  )
}

function OutcomePart({
  outcome,
  registrationId,
  claiming,
  name,
}: {
  outcome: Outcome
  registrationId: string
  claiming: Claiming
  name: string
}) {
  const keys = outcome.criteria.map(c => ({ registrationId, criterionId: c.id }))
  const all = keys.every(k => claiming.ticked.has(keyOf(k)))
  const title = `${outcome.number} ${outcome.title ?? ''}`.trim()
  return (
    <fieldset className={style.outcome}>
      <legend>
        <span className="hidden-text">{name}, </span>
        {title}
      </legend>
      {keys.length > 1 && (
        <button type="button" className={style.all} onClick={() => claiming.set(keys, !all)}>
          {all ? `Untick all ${keys.length}` : `Tick all ${keys.length}`}
          <span className="hidden-text"> of {title}</span>
        </button>
      )}
      {outcome.criteria.map(c => {
        const key = { registrationId, criterionId: c.id }
        return (
          <Fragment key={c.id}>
            <label className={style.criterion}>
              <input
                type="checkbox"
                checked={claiming.ticked.has(keyOf(key))}
                onChange={e => claiming.set([key], e.currentTarget.checked)}
              />
              <span className={style.number}>{c.number}</span>
              <span>
                {c.text}
                {c.parts.length > 0 && (
                  <span className={style.parts}>
                    {c.parts.map(p => (
                      <span key={p.code}>
                        {p.code}) {p.text}
                      </span>
                    ))}
                  </span>
                )}
                {asksText(c) && <span className={style.asks}>{asksText(c)}</span>}
                {claiming.ticked.has(keyOf(key)) &&
                  c.obstacles.map(o => (
                    <span key={o.code} className={style.obstacle}>
                      {obstacleSentence(o)}
                    </span>
                  ))}
                {c.state !== 'none' && c.state !== 'claimed' && (
                  <span className={style.state}>{standingNames[c.state]}</span>
                )}
              </span>
            </label>
            {claiming.ticked.has(keyOf(key)) && <PinChips criterionKey={keyOf(key)} />}
          </Fragment>
        )
      })}
    </fieldset>
  )
}

/** "6 criteria ticked" */
export const tickedText = (n: number): string =>
  n === 0 ? 'None ticked yet' : `${count(n, 'criterion', 'criteria')} ticked`
