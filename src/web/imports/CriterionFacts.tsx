import { moreThanOneAsked } from '#domain/qualifications/more-than-one.ts'
import type { Criterion } from '#domain/qualifications/specification.ts'
import { count } from '../words/codes.ts'
import { criterionKinds, moreThanOneText } from '../words/criteria.ts'
import { CorrectedAt } from './CorrectedAt.tsx'
import { Editable } from './Editable.tsx'
import style from './imports.module.css'
import type { Change, Review } from './review.ts'

/** What was made of a criterion's wording, each to be put right: kind, command verb, one or more, and its parts (R28 to R30, R19). */
export function CriterionFacts({
  review,
  criterion,
  path,
  make,
}: {
  review: Review
  criterion: Criterion
  path: string
  make: (changes: Change[]) => Promise<void>
}) {
  const { number, kind, verb, plural, parts } = criterion
  const said = [
    kind ? criterionKinds[kind].toLowerCase() : 'kind not known',
    verb ?? 'no verb known',
    plural ? moreThanOneText(moreThanOneAsked(criterion)).replace('A', 'a') : 'one is enough',
    parts.length > 0 && count(parts.length, 'part'),
  ]
  const lastCode = parts.at(-1)?.code ?? ''
  const nextCode = /^[a-y]$/i.test(lastCode) ? String.fromCharCode(lastCode.charCodeAt(0) + 1) : lastCode ? '' : 'a'
  return (
    <details>
      <summary className={style.facts}>
        {said.filter(Boolean).join(' · ')}
        <span className="hidden-text">, criterion {number}</span>
      </summary>
      <p>
        <label className={style.check}>
          Kind{' '}
          <select
            value={kind ?? ''}
            disabled={!review.mayCorrect}
            onChange={event => void make([{ path: `${path}/kind`, value: event.currentTarget.value || null }])}
          >
            <option value="">not known</option>
            {Object.entries(criterionKinds).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className={style.check}>
          <input
            type="checkbox"
            checked={plural}
            disabled={!review.mayCorrect}
            onChange={event => void make([{ path: `${path}/plural`, value: event.currentTarget.checked }])}
          />{' '}
          asks for more than one
        </label>
        Verb <Editable review={review} path={`${path}/verb`} value={verb} label={`verb of ${number}`} unsaid="none" />
      </p>
      <CorrectedAt review={review} path={`${path}/kind`} />
      <CorrectedAt review={review} path={`${path}/plural`} />
      {parts.map((part, at) => (
        <p key={at}>
          <Editable review={review} path={`${path}/parts/${at}/code`} value={part.code} label={`letter ${part.code}`} />{' '}
          <Editable review={review} path={`${path}/parts/${at}/text`} value={part.text} label={`part ${part.code}`} />{' '}
          {review.mayCorrect && (
            <button
              type="button"
              data-small
              className={style.toSource}
              onClick={() => void make([{ path: `${path}/parts`, value: parts.toSpliced(at, 1) }])}
            >
              Take out
              <span className="hidden-text">
                {' '}
                part {part.code} of {number}
              </span>
            </button>
          )}
        </p>
      ))}
      <CorrectedAt review={review} path={`${path}/parts`} />
      {review.mayCorrect && (
        <button
          type="button"
          data-small
          className={style.toSource}
          onClick={() =>
            void make([{ path: `${path}/parts`, value: [...parts, { code: nextCode || '?', text: 'New part' }] }])
          }
        >
          Add a part<span className="hidden-text"> to {number}</span>
        </button>
      )}
    </details>
  )
}
