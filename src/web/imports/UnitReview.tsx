import { Button } from '@mantine/core'
import { useState } from 'react'
import { openingVerb } from '#domain/qualifications/command-verbs.ts'
import type { Outcome, UnitSpecification } from '#domain/qualifications/specification.ts'
import { Problem } from '../api.ts'
import { say } from '../ui/announcements.tsx'
import { sentenceFor } from '../words/index.ts'
import { outcomeKinds } from '../words/qualifications.ts'
import { CorrectedAt } from './CorrectedAt.tsx'
import { CriterionFacts } from './CriterionFacts.tsx'
import { Editable } from './Editable.tsx'
import { FromCatalogue } from './FromCatalogue.tsx'
import style from './imports.module.css'
import type { Change, Review } from './review.ts'

/** One unit opened: every value can be put right, criteria and outcomes added and taken out. */
export function UnitReview({
  review,
  unit,
  index,
  focus,
}: {
  review: Review
  unit: UnitSpecification
  index: number
  focus: string | null
}) {
  const path = `units/${index}`
  const places = review.specification.qualifications.flatMap((qualification, q) =>
    qualification.units.flatMap((place, p) =>
      place.unit === unit.id ? [{ place, qualification, path: `qualifications/${q}/units/${p}` }] : [],
    ),
  )
  const damaged = review.specification.report.some(line => line.unit === unit.id && line.severity === 'error')
  const make = (changes: Change[]) =>
    review.correct(changes).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      say(sentenceFor(error), 'refused')
    })
  return (
    <>
      <dl className={style.fields}>
        <div>
          <dt>Title</dt>
          <dd>
            <Editable review={review} path={`${path}/title`} value={unit.title} label="title" />
          </dd>
        </div>
        <div>
          <dt>Number in the document</dt>
          <dd>
            <Editable review={review} path={`${path}/number`} value={unit.number} label="number in the document" />
          </dd>
        </div>
        <div>
          <dt>Unit number or code</dt>
          <dd>
            <Editable review={review} path={`${path}/id`} value={unit.id} label="unit number or code" />
          </dd>
        </div>
        <div>
          <dt>Level</dt>
          <dd>
            <Editable review={review} path={`${path}/level`} value={unit.level} label="level" kind="number" />
          </dd>
        </div>
        <div>
          <dt>Credit</dt>
          <dd>
            <Editable review={review} path={`${path}/credit`} value={unit.credit} label="credit" kind="number" />
          </dd>
        </div>
        {places.map(({ place, qualification, path: at }) => (
          <div key={at}>
            <dt>{places.length > 1 ? qualification.title : 'In the qualification'}</dt>
            <dd>
              <label className={style.check}>
                <input
                  type="checkbox"
                  checked={place.mandatory}
                  disabled={!review.mayCorrect}
                  onChange={event => void make([{ path: `${at}/mandatory`, value: event.currentTarget.checked }])}
                />{' '}
                mandatory
              </label>{' '}
              group <Editable review={review} path={`${at}/group`} value={place.group} label="group" unsaid="none" />
              <CorrectedAt review={review} path={`${at}/mandatory`} />
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <button type="button" data-small className={style.toSource} onClick={() => review.showSource(index)}>
          Show the unit in the source
        </button>
      </p>
      {review.mayCorrect && damaged && (
        <FromCatalogue unit={unit} take={outcomes => void make([{ path: `${path}/outcomes`, value: outcomes }])} />
      )}
      {unit.outcomes.map((outcome, at) => (
        <OutcomeReview
          key={at}
          review={review}
          outcome={outcome}
          path={`${path}/outcomes/${at}`}
          focus={focus}
          make={make}
          showSource={criterion => review.showSource(index, criterion)}
        />
      ))}
      <CorrectedAt review={review} path={`${path}/outcomes`} />
      {review.mayCorrect && (
        <AddOutcome
          add={(number, title) =>
            make([
              {
                path: `${path}/outcomes`,
                value: [...unit.outcomes, { number, kind: 'learning-outcome', title: title || null, criteria: [] }],
              },
            ])
          }
        />
      )}
    </>
  )
}

function OutcomeReview({
  review,
  outcome,
  path,
  focus,
  make,
  showSource,
}: {
  review: Review
  outcome: Outcome
  path: string
  focus: string | null
  make: (changes: Change[]) => Promise<void>
  showSource: (criterion: string) => void
}) {
  const criteria = `${path}/criteria`
  return (
    <section className={style.outcome}>
      <h4>
        <Editable review={review} path={`${path}/number`} value={outcome.number} label="number of the outcome" />{' '}
        <Editable
          review={review}
          path={`${path}/title`}
          value={outcome.title}
          label={`title of outcome ${outcome.number}`}
          kind="long"
          unsaid={`${outcomeKinds[outcome.kind]}, no title`}
        />
      </h4>
      <ol>
        {outcome.criteria.map((criterion, at) => (
          <li key={at} data-criterion={criterion.number} data-here={focus === criterion.number || undefined}>
            <Editable
              review={review}
              path={`${criteria}/${at}/number`}
              value={criterion.number}
              label={`number ${criterion.number}`}
            />
            <div>
              <Editable
                review={review}
                path={`${criteria}/${at}/text`}
                value={criterion.text}
                label={`criterion ${criterion.number}`}
                kind="long"
                unsaid="no text"
              />
              <CriterionFacts review={review} criterion={criterion} path={`${criteria}/${at}`} make={make} />
            </div>
            <span className={style.criterionTools}>
              <button type="button" data-small className={style.toSource} onClick={() => showSource(criterion.number)}>
                Source<span className="hidden-text"> of {criterion.number}</span>
              </button>
              {review.mayCorrect && (
                <button
                  type="button"
                  data-small
                  className={style.toSource}
                  onClick={() => void make([{ path: criteria, value: outcome.criteria.toSpliced(at, 1) }])}
                >
                  Take out<span className="hidden-text"> {criterion.number}</span>
                </button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <CorrectedAt review={review} path={criteria} />
      {review.mayCorrect && (
        <AddCriterion
          outcome={outcome}
          add={(number, text) => {
            const verb = openingVerb(text)?.verb ?? null
            const kind = outcome.criteria[0]?.kind ?? null
            return make([
              { path: criteria, value: [...outcome.criteria, { number, kind, verb, plural: false, text, parts: [] }] },
            ])
          }}
        />
      )}
    </section>
  )
}

function AddCriterion({ outcome, add }: { outcome: Outcome; add: (number: string, text: string) => Promise<void> }) {
  const last = /^(.*?)(\d+)$/.exec(outcome.criteria.at(-1)?.number ?? `${outcome.number}.0`)
  const next = last ? `${last[1]}${Number(last[2]) + 1}` : ''
  return (
    <Add
      button={`Add a criterion to outcome ${outcome.number}`}
      first={{ label: 'Number', value: next }}
      second="What is asked for"
      add={add}
    />
  )
}

function AddOutcome({ add }: { add: (number: string, title: string) => Promise<void> }) {
  return <Add button="Add an outcome" first={{ label: 'Number', value: '' }} second="Title" optional add={add} />
}

function Add({
  button,
  first,
  second,
  optional = false,
  add,
}: {
  button: string
  first: { label: string; value: string }
  second: string
  optional?: boolean
  add: (first: string, second: string) => Promise<void>
}) {
  const [typed, setTyped] = useState<{ first: string; second: string } | null>(null)
  if (!typed)
    return (
      <button
        type="button"
        data-small
        className={style.toSource}
        onClick={() => setTyped({ first: first.value, second: '' })}
      >
        {button}
      </button>
    )
  const ready = typed.first.trim() !== '' && (optional || typed.second.trim() !== '')
  return (
    <form
      className={style.add}
      aria-label={button}
      onSubmit={event => {
        event.preventDefault()
        if (ready) void add(typed.first.trim(), typed.second.trim()).then(() => setTyped(null))
      }}
      onKeyDown={event => event.key === 'Escape' && setTyped(null)}
    >
      <label>
        {first.label}
        <input
          size={5}
          value={typed.first}
          onChange={event => setTyped({ ...typed, first: event.currentTarget.value })}
        />
      </label>
      <label>
        {second}
        <input
          autoFocus
          value={typed.second}
          onChange={event => setTyped({ ...typed, second: event.currentTarget.value })}
        />
      </label>
      <Button type="submit" size="compact-sm" disabled={!ready}>
        Add
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setTyped(null)}>
        Cancel
      </Button>
    </form>
  )
}
