import type { Result as Answer } from '../api.ts'
import { nameOfUnit } from '../registrations/combination.ts'
import style from '../registrations/registrations.module.css'
import forms from '../ui/forms.module.css'
import { StateMark } from '../ui/StateMark.tsx'
import { count, list } from '../words/codes.ts'
import { leftText } from '../words/moves.ts'
import { lostStates } from '../words/registrations.ts'

export type Preview = Answer<'GET /centres/:centreId/registrations/:registrationId/moves/:newerId'>

/** What a move would carry over and what not, unit by unit, before anybody decides on it. */
export function MovePreview({ preview }: { preview: Preview }) {
  const { version, title, units, newCriteria, newMandatory, confirmed, begun, waiting, left, verdict } = preview
  return (
    <>
      <p>
        {confirmed.carried + confirmed.lost === 0
          ? 'Nothing is confirmed yet. '
          : `Of what is confirmed, ${count(confirmed.carried, 'criterion', 'criteria')} would count in version ${version} of ${title}, by the decisions that stand, and ${confirmed.lost} would not. `}
        {begun.carried + begun.lost > 0 &&
          `Of everything begun, ${count(begun.carried, 'criterion', 'criteria')} would carry over and ${begun.lost} would not. `}
        {newCriteria === 0
          ? 'No criterion would be asked for on top.'
          : `${count(newCriteria, 'criterion', 'criteria')} would be asked for on top.`}
      </p>
      {waiting.length > 0 && (
        <p>
          <StateMark tone="attention">Decide first</StateMark> Evidence {list(waiting.map(String))} waits for a decision
          on something that does not carry over, or is in question there. Have it decided, answered or withdrawn before
          the move: afterwards nobody could.
        </p>
      )}
      <ul className={forms.rows}>
        {units.map(({ unit, becomes, identical, carried, lost }) => (
          <li key={unit.unitId}>
            <div>
              {nameOfUnit(unit)}
              <span className={forms.quiet}>
                {identical
                  ? 'The same, word for word'
                  : becomes
                    ? `Becomes ${nameOfUnit(becomes)}: ${count(carried, 'criterion', 'criteria')} in the same words`
                    : 'Not in the newer version'}
              </span>
              {lost.length > 0 && (
                <details className={forms.more}>
                  <summary>{count(lost.length, 'criterion', 'criteria')} would not carry over</summary>
                  <ul>
                    {lost.map(c => (
                      <li key={c.criterionId}>
                        {c.number} {c.text}{' '}
                        {c.state !== 'none' && <StateMark tone="attention">{lostStates[c.state]}</StateMark>}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <>
          <p>
            Plans, ticks on requirements, workplace records and the people named go along where the newer version has
            the same. These would stay behind:
          </p>
          <ul>
            {left.map(one => (
              <li key={JSON.stringify(one)}>{leftText(one)}</li>
            ))}
          </ul>
        </>
      )}
      {newMandatory.length > 0 && <p>New and mandatory: {newMandatory.map(nameOfUnit).join('; ')}.</p>}
      <p>
        {verdict.valid
          ? 'With these units the rules of the newer version are satisfied.'
          : 'The rules of the newer version would ask for more:'}
      </p>
      {verdict.problems.length > 0 && (
        <ul className={style.problems}>
          {verdict.problems.map(p => (
            <li key={`${p.code}${p.rule}${p.message}`}>{p.message}</li>
          ))}
        </ul>
      )}
    </>
  )
}
