import { standingCorrection } from '#domain/qualifications/corrections.ts'
import {
  frameworks,
  type QualificationSpecification,
  type Specification,
  type UnitSpecification,
} from '#domain/qualifications/specification.ts'
import { Problem } from '../api.ts'
import { say } from '../ui/announcements.tsx'
import { sentenceFor } from '../words/index.ts'
import { criteriaText, unitsText } from '../words/qualifications.ts'
import { Corrected, Editable } from './Editable.tsx'
import { GroupsReview } from './GroupsReview.tsx'
import style from './imports.module.css'
import { RulesReview } from './RulesReview.tsx'
import type { Focus, Review } from './review.ts'
import { UnitReview } from './UnitReview.tsx'

/** What was read, with the corrections on top: qualifications, and each unit to be opened and put right. */
export function ResultTree({
  review,
  focus,
  open,
  toggle,
}: {
  review: Review
  focus: Focus
  open: ReadonlySet<number>
  toggle: (unit: number) => void
}) {
  const { qualifications, units } = review.specification
  return (
    <>
      {qualifications.map((qualification, at) => (
        <QualificationHead key={at} review={review} qualification={qualification} path={`qualifications/${at}`} />
      ))}
      <ul className={style.units} aria-label="Units">
        {units.map((unit, index) => (
          <li key={index} data-unit={index} data-here={(focus.unit === index && focus.criterion === null) || undefined}>
            <button
              type="button"
              className={style.unit}
              aria-expanded={open.has(index)}
              aria-controls={open.has(index) ? `review-unit-${index}` : undefined}
              onClick={() => toggle(index)}
            >
              <span className={style.number}>{unit.number ?? ''}</span>
              <span>
                <b>{unit.title || 'No title'}</b>
                <span className={style.unitFacts}>{factsOf(review.specification, unit)}</span>
              </span>
              <Marks review={review} index={index} unit={unit} />
            </button>
            {open.has(index) && (
              <div className={style.inside} id={`review-unit-${index}`}>
                <UnitReview
                  review={review}
                  unit={unit}
                  index={index}
                  focus={focus.unit === index ? focus.criterion : null}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function QualificationHead({
  review,
  qualification,
  path,
}: {
  review: Review
  qualification: QualificationSpecification
  path: string
}) {
  const { units, groups } = qualification
  const grouped = groups.map(({ code }) => `${code}: ${units.filter(place => place.group === code).length}`).join(', ')
  return (
    <div className={style.qualification}>
      <h3>
        <Editable
          review={review}
          path={`${path}/title`}
          value={qualification.title}
          label="title of the qualification"
        />
      </h3>
      <dl className={style.fields}>
        <div>
          <dt>Number</dt>
          <dd>
            <Editable
              review={review}
              path={`${path}/number`}
              value={qualification.number}
              label="qualification number"
            />
          </dd>
        </div>
        <div>
          <dt>Awarding organisation</dt>
          <dd>
            <Editable
              review={review}
              path="source/awardingOrganisation"
              value={review.specification.source.awardingOrganisation}
              label="awarding organisation"
            />
          </dd>
        </div>
        <div>
          <dt>Level</dt>
          <dd>
            <Editable review={review} path={`${path}/level`} value={qualification.level} label="level" kind="number" />
          </dd>
        </div>
        <div>
          <dt>Framework</dt>
          <dd>
            <Framework review={review} path={`${path}/framework`} value={qualification.framework} />
          </dd>
        </div>
        <div>
          <dt>Total credit</dt>
          <dd>
            <Editable
              review={review}
              path={`${path}/totalCredit`}
              value={qualification.totalCredit}
              label="total credit"
              kind="number"
            />
          </dd>
        </div>
        <div>
          <dt>Units</dt>
          <dd>
            {unitsText(units.length)}, {units.filter(place => place.mandatory).length} mandatory
            {grouped && ` (groups ${grouped})`}
          </dd>
        </div>
      </dl>
      <RulesReview review={review} qualification={qualification} path={path} />
      <GroupsReview review={review} qualification={qualification} path={path} />
    </div>
  )
}

function Framework({ review, path, value }: { review: Review; path: string; value: string | null }) {
  const correction = standingCorrection(review.corrections, path)
  const change = (next: string) =>
    review.correct([{ path, value: next || null }]).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      say(sentenceFor(error), 'refused')
    })
  return (
    <>
      <select
        aria-label="framework"
        value={value ?? ''}
        disabled={!review.mayCorrect}
        onChange={event => void change(event.currentTarget.value)}
      >
        <option value="">not said</option>
        {frameworks.map(name => (
          <option key={name}>{name}</option>
        ))}
      </select>
      {correction && <Corrected review={review} correction={correction} />}
    </>
  )
}

const criteriaOf = (unit: UnitSpecification) => unit.outcomes.reduce((sum, outcome) => sum + outcome.criteria.length, 0)

function factsOf({ qualifications }: Specification, unit: UnitSpecification): string {
  const place = qualifications.flatMap(q => q.units).find(one => one.unit === unit.id)
  return [
    unit.id !== unit.number && unit.id,
    unit.level !== null && `level ${unit.level}`,
    unit.credit !== null && `${unit.credit} credits`,
    place?.group && `group ${place.group}`,
    place?.mandatory && 'mandatory',
    criteriaText(criteriaOf(unit)),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** How much there is to look at in a unit, before it is opened. */
function Marks({ review, index, unit }: { review: Review; index: number; unit: UnitSpecification }) {
  const lines = review.specification.report.filter(line => line.unit === unit.id)
  const errors = lines.filter(line => line.severity === 'error').length
  const warnings = lines.filter(line => line.severity === 'warning').length
  const corrections = review.corrections.filter(one => one.path.startsWith(`units/${index}/`)).length
  return (
    <span className={style.marks}>
      {errors > 0 && (
        <span data-tone="error">
          ✕ {errors}
          <span className="hidden-text"> errors</span>
        </span>
      )}
      {warnings > 0 && (
        <span data-tone="warning">
          ▲ {warnings}
          <span className="hidden-text"> warnings</span>
        </span>
      )}
      {corrections > 0 && (
        <span data-tone="corrected">
          ✎ {corrections}
          <span className="hidden-text"> corrections</span>
        </span>
      )}
    </span>
  )
}
