import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import {
  type UnitReading as Reading,
  type RecordKind,
  type RequirementReading,
  type RequirementRole,
  recordKinds,
  requirementRoles,
} from '#domain/coverage/reading.ts'
import type { Result as Answer } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Section } from '../ui/Section.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { demandText, quantifierText, recordKindNames, roleMeanings } from '../words/coverage.ts'
import { dayText } from '../words/index.ts'
import style from './coverage.module.css'

type Requirements = Answer<'GET /centres/:centreId/units/:unitId/requirements'>

/** What a unit's numbered requirements come to, and who has put their name to it (R91, R94). */
export function UnitReading({ unitId }: { unitId: string }) {
  const asked = useResult('GET /centres/:centreId/units/:unitId/requirements', { params: { unitId } })
  const [editing, setEditing] = useState(false)
  if (!asked.data || asked.data.requirements.length === 0) return null
  const { requirements, read, review, can } = asked.data
  const reading = review?.reading ?? read
  return (
    <Section title="How the requirements are met">
      <p className={style.quiet}>
        {review
          ? `Looked through by ${review.by} on ${dayText(review.at)}.`
          : 'Read off their words. Nobody has looked it through yet.'}
      </p>
      {editing ? (
        <Review unitId={unitId} requirements={requirements} reading={reading} close={() => setEditing(false)} />
      ) : (
        <>
          <p>{demandText(reading.demand)}</p>
          <ul className={style.list}>
            {reading.requirements.map((one, at) => (
              <li key={one.number} className={style.requirement}>
                <span className={style.number}>{one.number}</span>
                {[
                  roleMeanings[one.role],
                  one.record && recordKindNames[one.record].toLowerCase(),
                  requirements[at] && quantifierText(requirements[at]),
                ]
                  .filter(Boolean)
                  .join('; ')}
              </li>
            ))}
          </ul>
          {can.review && (
            <div className={style.buttons}>
              <Button variant="default" onClick={() => setEditing(true)}>
                Look it through
              </Button>
            </div>
          )}
        </>
      )}
    </Section>
  )
}

function Review({
  unitId,
  requirements,
  reading,
  close,
}: {
  unitId: string
  requirements: Requirements['requirements']
  reading: Reading
  close: () => void
}) {
  const [given, setGiven] = useState(reading)
  const change = useChange('POST /centres/:centreId/units/:unitId/requirement-reviews')
  const set = (at: number, part: Partial<RequirementReading>) =>
    setGiven({ ...given, requirements: given.requirements.map((r, i) => (i === at ? { ...r, ...part } : r)) })
  const amount = (name: 'days' | 'customers' | 'period' | 'observations', label: string) => (
    <NumberInput
      label={label}
      min={0}
      max={name === 'period' ? 2000 : 100}
      allowDecimal={false}
      value={given.demand[name]}
      onChange={value => setGiven({ ...given, demand: { ...given.demand, known: true, [name]: Number(value) || 0 } })}
    />
  )
  const save = () =>
    change
      .mutateAsync({ params: { unitId }, body: { reading: { ...given, demand: { ...given.demand, known: true } } } })
      .then(
        () => {
          say('Your name stands under it, and it counts from now on.')
          close()
        },
        () => {},
      )
  return (
    <>
      <ol className={style.list}>
        {given.requirements.map((one, at) => (
          <li key={one.number} className={style.requirement}>
            <p>
              <span className={style.number}>{one.number}</span>
              {requirements[at]?.text}
            </p>
            <div className={style.occasion}>
              <NativeSelect
                label={`How ${one.number} is met`}
                value={one.role}
                data={requirementRoles.map(value => ({ value, label: roleMeanings[value] }))}
                onChange={e => {
                  const role = e.currentTarget.value as RequirementRole
                  const named = role === 'person' || role === 'plan'
                  set(at, {
                    role,
                    record: named ? (one.record ?? 'appropriate-person') : null,
                    people: named ? one.people : [],
                  })
                }}
              />
              {one.record && (
                <NativeSelect
                  label="By which record"
                  value={one.record}
                  data={recordKinds
                    .filter(kind => kind !== 'precondition')
                    .map(value => ({ value, label: recordKindNames[value] }))}
                  onChange={e => set(at, { record: e.currentTarget.value as RecordKind })}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
      <fieldset className={style.occasion}>
        <legend>How often it must be shown (0: the unit does not say)</legend>
        {amount('days', 'Different days')}
        {amount('customers', 'Different customers')}
        {amount('period', 'Days from first to last')}
        {amount('observations', 'Days observed, if simulated')}
      </fieldset>
      {change.error && <Refused problem={change.error} />}
      <div className={style.buttons}>
        <Button onClick={() => void save()} loading={change.isPending}>
          Put my name to it
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </>
  )
}
