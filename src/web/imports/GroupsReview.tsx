import { Button } from '@mantine/core'
import { useState } from 'react'
import type { QualificationSpecification } from '#domain/qualifications/specification.ts'
import { nameOfUnit, structureOf } from '#domain/qualifications/structure.ts'
import { Problem } from '../api.ts'
import { say } from '../ui/announcements.tsx'
import { sentenceFor } from '../words/index.ts'
import { CorrectedAt } from './CorrectedAt.tsx'
import { Editable } from './Editable.tsx'
import style from './imports.module.css'
import type { Change, Review } from './review.ts'

/** The groups of a qualification, and which unit stands in which, mandatory or not: each can be put right. */
export function GroupsReview({
  review,
  qualification,
  path,
}: {
  review: Review
  qualification: QualificationSpecification
  path: string
}) {
  const { groups, units } = qualification
  const names = new Map(structureOf(qualification, review.specification.units).map(unit => [unit.id, nameOfUnit(unit)]))
  const make = (changes: Change[]) =>
    review.correct(changes).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      say(sentenceFor(error), 'refused')
    })
  const taken = new Set(units.map(place => place.group))
  return (
    <details className={style.rules}>
      <summary>Groups, and which unit stands where</summary>
      <ul className={style.groups}>
        {groups.map(({ code, title }, at) => (
          <li key={at}>
            Group {code}:{' '}
            <Editable
              review={review}
              path={`${path}/groups/${at}/title`}
              value={title}
              label={`title of group ${code}`}
            />
            {review.mayCorrect && !taken.has(code) && (
              <button
                type="button"
                data-small
                className={style.toSource}
                onClick={() => void make([{ path: `${path}/groups`, value: groups.toSpliced(at, 1) }])}
              >
                Take out<span className="hidden-text"> group {code}</span>
              </button>
            )}
          </li>
        ))}
        {groups.length === 0 && <li>This qualification has no groups.</li>}
      </ul>
      <CorrectedAt review={review} path={`${path}/groups`} />
      {review.mayCorrect && (
        <AddGroup
          taken={groups.map(group => group.code)}
          add={(code, title) => make([{ path: `${path}/groups`, value: [...groups, { code, title: title || code }] }])}
        />
      )}
      <ul className={style.places} aria-label="Units and their groups">
        {units.map((place, at) => (
          <li key={place.unit}>
            <span>{names.get(place.unit) ?? place.unit}</span>
            <label>
              <span className="hidden-text">Group of {names.get(place.unit) ?? place.unit}</span>
              <select
                value={place.group ?? ''}
                disabled={!review.mayCorrect || groups.length === 0}
                onChange={event =>
                  void make([{ path: `${path}/units/${at}/group`, value: event.currentTarget.value || null }])
                }
              >
                <option value="">no group</option>
                {groups.map(({ code }) => (
                  <option key={code} value={code}>
                    group {code}
                  </option>
                ))}
              </select>
            </label>
            <label className={style.check}>
              <input
                type="checkbox"
                checked={place.mandatory}
                disabled={!review.mayCorrect}
                onChange={event =>
                  void make([{ path: `${path}/units/${at}/mandatory`, value: event.currentTarget.checked }])
                }
              />{' '}
              mandatory
            </label>
            <CorrectedAt review={review} path={`${path}/units/${at}/group`} />
            <CorrectedAt review={review} path={`${path}/units/${at}/mandatory`} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function AddGroup({ taken, add }: { taken: string[]; add: (code: string, title: string) => Promise<void> }) {
  const [typed, setTyped] = useState({ code: '', title: '' })
  const code = typed.code.trim()
  const isNew = code !== '' && !taken.includes(code)
  return (
    <form
      className={style.add}
      aria-label="Add a group"
      onSubmit={event => {
        event.preventDefault()
        if (isNew) void add(code, typed.title.trim()).then(() => setTyped({ code: '', title: '' }))
      }}
    >
      <label>
        Group
        <input
          size={4}
          maxLength={20}
          value={typed.code}
          onChange={event => setTyped({ ...typed, code: event.currentTarget.value })}
        />
      </label>
      <label>
        Its title
        <input value={typed.title} onChange={event => setTyped({ ...typed, title: event.currentTarget.value })} />
      </label>
      <Button type="submit" size="compact-sm" variant="default" disabled={!isNew}>
        Add this group
      </Button>
    </form>
  )
}
