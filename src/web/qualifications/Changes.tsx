import type { DetailChange, Difference, UnitChange, UnitHeading } from '#domain/qualifications/difference.ts'
import type { CriterionChange } from '#domain/qualifications/difference-criteria.ts'
import type { StructureUnit } from '#domain/qualifications/structure.ts'
import { criterionChangeWords, fieldText, unitChangeText, valueText } from '../words/differences.ts'
import { ruleSentence } from '../words/rules.ts'
import style from './changes.module.css'
import { type Run, wordDifference } from './word-difference.ts'

type Structures = { from: StructureUnit[]; to: StructureUnit[] }

/** Everything that is otherwise now: the qualification, its rules, its units and their criteria. */
export function Changes({ difference, structures }: { difference: Difference; structures: Structures }) {
  const { details, units } = difference
  return (
    <>
      {details.length > 0 && (
        <section className={style.block}>
          <h3>The qualification</h3>
          <Details details={details} />
        </section>
      )}
      <Rules difference={difference} structures={structures} />
      <UnitList title="New units" units={units.added} />
      <UnitList title="Units that are gone" units={units.removed} />
      {units.changed.length > 0 && (
        <section className={style.block}>
          <h3>Units that have changed</h3>
          <ul className={style.units}>
            {units.changed.map(change => (
              <li key={change.unit.id}>
                <details open={units.changed.length < 4}>
                  <summary>
                    <Heading unit={change.unit} />
                    <span className={style.said}>{unitChangeText(change)}</span>
                  </summary>
                  <Unit change={change} />
                </details>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Details({ details }: { details: DetailChange[] }) {
  return (
    <dl className={style.details}>
      {details.map(({ field, from, to }) => (
        <div key={field}>
          <dt>{fieldText(field)}</dt>
          <dd>
            <del>{valueText(from)}</del> <ins>{valueText(to)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Rules({ difference: { rules, ruleTexts }, structures }: { difference: Difference; structures: Structures }) {
  const gone = [...ruleTexts.removed, ...rules.removed.map(rule => ruleSentence(rule, structures.from))]
  const come = [...ruleTexts.added, ...rules.added.map(rule => ruleSentence(rule, structures.to))]
  if (gone.length + come.length === 0) return null
  return (
    <section className={style.block}>
      <h3>Rules for choosing units</h3>
      <ul className={style.rules}>
        {gone.map(text => (
          <li key={text}>
            <del>{text}</del>
          </li>
        ))}
        {come.map(text => (
          <li key={text}>
            <ins>{text}</ins>
          </li>
        ))}
      </ul>
    </section>
  )
}

function UnitList({ title, units }: { title: string; units: UnitHeading[] }) {
  if (units.length === 0) return null
  return (
    <section className={style.block}>
      <h3>{title}</h3>
      <ul className={style.units}>
        {units.map(unit => (
          <li key={unit.id}>
            <Heading unit={unit} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Heading({ unit: { id, number, title } }: { unit: UnitHeading }) {
  return (
    <span className={style.heading}>
      {number && number !== id && <span className={style.number}>{number}</span>}
      <span className={style.title}>{title}</span> <span className={style.number}>{id}</span>
    </span>
  )
}

function Unit({ change: { details, outcomes, criteria, evidenceChanged } }: { change: UnitChange }) {
  return (
    <div className={style.inside}>
      {details.length > 0 && <Details details={details} />}
      {outcomes.added.length > 0 && <p>New outcomes: {outcomes.added.join(', ')}.</p>}
      {outcomes.removed.length > 0 && <p>Outcomes that are gone: {outcomes.removed.join(', ')}.</p>}
      {outcomes.retitled.map(({ number, from, to }) => (
        <p key={number}>
          Outcome {number}: <del>{valueText(from)}</del> <ins>{valueText(to)}</ins>
        </p>
      ))}
      {evidenceChanged && <p>What is asked of the evidence has changed. Read it on the unit’s page.</p>}
      {criteria.length > 0 && (
        <ul className={style.criteria}>
          {criteria.map(change => (
            <Criterion key={`${change.kind} ${said(change)}`} change={change} />
          ))}
        </ul>
      )}
    </div>
  )
}

const said = (change: CriterionChange) =>
  JSON.stringify(['from' in change ? change.from : null, 'to' in change ? change.to : null])

function Criterion({ change }: { change: CriterionChange }) {
  const from = 'from' in change ? change.from : null
  const to = 'to' in change ? change.to : null
  const numbers = [...new Set([from?.number, to?.number].filter(Boolean))].join(' → ')
  const reworded = change.kind === 'reworded' || change.kind === 'moved-and-reworded'
  const words = reworded && from && to ? wordDifference(from.text, to.text) : null
  return (
    <li>
      <span className={style.number}>{numbers}</span>
      <div>
        <span className={style.kind}>
          {criterionChangeWords[change.kind]}
          {change.kind === 'of-another-kind' && `: ${valueText(change.from.kind)} → ${valueText(change.to.kind)}`}
        </span>
        {words ? (
          <>
            <p>
              <span className="hidden-text">Before: </span>
              <Words runs={words.from} as="del" />
            </p>
            <p>
              <span className="hidden-text">Now: </span>
              <Words runs={words.to} as="ins" />
            </p>
          </>
        ) : (
          <p>{to ? to.text : <del>{from?.text}</del>}</p>
        )}
      </div>
    </li>
  )
}

function Words({ runs, as: As }: { runs: Run[]; as: 'ins' | 'del' }) {
  return runs.map((run, at) => <span key={at}>{run.changed ? <As>{run.text}</As> : run.text} </span>)
}
