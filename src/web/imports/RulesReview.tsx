import { Button } from '@mantine/core'
import { useState } from 'react'
import type { QualificationSpecification, Rule } from '#domain/qualifications/specification.ts'
import { structureOf } from '#domain/qualifications/structure.ts'
import { Problem } from '../api.ts'
import { say } from '../ui/announcements.tsx'
import { sentenceFor } from '../words/index.ts'
import { ruleSentence } from '../words/rules.ts'
import { CorrectedAt } from './CorrectedAt.tsx'
import style from './imports.module.css'
import { RuleForm } from './RuleForm.tsx'
import type { Change, Review } from './review.ts'

/** The rules of combination as printed and as understood, each a sentence that can be put right, taken out or added. */
export function RulesReview({
  review,
  qualification,
  path,
}: {
  review: Review
  qualification: QualificationSpecification
  path: string
}) {
  const [editing, setEditing] = useState<number | null>(null)
  const { rules, ruleTexts, rulesComplete } = qualification
  const structure = structureOf(qualification, review.specification.units)
  const make = (changes: Change[]) =>
    review.correct(changes).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      say(sentenceFor(error), 'refused')
    })
  const put = (next: Rule[]) => make([{ path: `${path}/rules`, value: next }])
  const done = (rule: Rule) =>
    put(rules.length === editing ? [...rules, rule] : rules.with(editing ?? 0, rule)).then(() => setEditing(null))
  const form = (rule: Rule | null) => (
    <RuleForm
      rule={rule}
      structure={structure}
      groups={qualification.groups}
      done={done}
      cancel={() => setEditing(null)}
    />
  )
  return (
    <section className={style.rules} data-rules aria-label={`Rules of ${qualification.title}`}>
      <h4>Rules for choosing units</h4>
      {ruleTexts.length > 0 && (
        <details>
          <summary>As the document prints them</summary>
          <ul>
            {ruleTexts.map(text => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      <ol>
        {rules.map((rule, at) => (
          <li key={at}>
            {editing === at ? (
              form(rule)
            ) : (
              <>
                {ruleSentence(rule, structure)}
                {review.mayCorrect && (
                  <span className={style.ruleButtons}>
                    <button type="button" data-small className={style.toSource} onClick={() => setEditing(at)}>
                      Change<span className="hidden-text"> rule {at + 1}</span>
                    </button>
                    <button
                      type="button"
                      data-small
                      className={style.toSource}
                      onClick={() => void put(rules.toSpliced(at, 1))}
                    >
                      Take out<span className="hidden-text"> rule {at + 1}</span>
                    </button>
                  </span>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
      {rules.length === 0 && <p>No rule was read.</p>}
      {editing === rules.length && form(null)}
      <CorrectedAt
        review={review}
        path={`${path}/rules`}
        was={from => `“${(from as Rule[]).map(rule => ruleSentence(rule, structure)).join(' ') || 'no rule'}”`}
      />
      <Differing qualification={qualification} review={review} follow={units => void put(following(rules, units))} />
      {review.mayCorrect && editing === null && (
        <Button size="compact-sm" variant="default" onClick={() => setEditing(rules.length)}>
          Add a rule
        </Button>
      )}
      <p>
        <label className={style.check}>
          <input
            type="checkbox"
            checked={rulesComplete}
            disabled={!review.mayCorrect}
            onChange={event => void make([{ path: `${path}/rulesComplete`, value: event.currentTarget.checked }])}
          />{' '}
          these are all the rules there are
        </label>
        <CorrectedAt review={review} path={`${path}/rulesComplete`} />
      </p>
    </section>
  )
}

/** The rules with the first that names units to be taken naming these; one more where there is none. */
function following(rules: Rule[], units: string[]): Rule[] {
  const at = rules.findIndex(rule => 'require' in rule)
  if (units.length === 0) return rules.filter(rule => !('require' in rule))
  return at < 0 ? [{ require: units }, ...rules] : rules.with(at, { require: units })
}

/** Says so where the units marked mandatory are not those that the rules name. */
function Differing({
  qualification: { units, rules },
  review,
  follow,
}: {
  qualification: QualificationSpecification
  review: Review
  follow: (units: string[]) => void
}) {
  const marked = units.filter(place => place.mandatory).map(place => place.unit)
  const named = new Set(rules.flatMap(rule => ('require' in rule ? rule.require : [])))
  if (marked.length === named.size && marked.every(unit => named.has(unit))) return null
  return (
    <p className={style.differing}>
      The units marked mandatory are not the units that the rules say must be taken.{' '}
      {review.mayCorrect && (
        <button type="button" data-small className={style.toSource} onClick={() => follow(marked)}>
          Let the rule follow the marks
        </button>
      )}
    </p>
  )
}
