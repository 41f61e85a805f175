import { unknownOpenings } from '#domain/qualifications/command-verbs.ts'
import type { UnitSpecification } from '#domain/qualifications/specification.ts'
import { count } from '../words/codes.ts'
import { criteriaText } from '../words/qualifications.ts'
import style from './imports.module.css'

/** Criteria that open with no command verb we know, by their first word; each word leads to where it stands (R29). */
export function UnknownVerbs({
  units,
  lead,
}: {
  units: UnitSpecification[]
  lead: (unit: string, criterion: string) => void
}) {
  const words = unknownOpenings(units)
  if (words.length === 0) return null
  const all = words.reduce((sum, { criteria }) => sum + criteria.length, 0)
  return (
    <details>
      <summary style={{ padding: '0.5rem 0' }}>
        {criteriaText(all)} {all === 1 ? 'opens' : 'open'} with no command verb that Countersign knows (
        {count(words.length, 'word')})
      </summary>
      <ul>
        {words.map(({ word, criteria: [first, ...others] }) => (
          <li key={word}>
            “{word}”:{' '}
            {first && (
              <button type="button" className={style.toSource} onClick={() => lead(first.unit, first.number)}>
                {first.unit}, {first.number}
              </button>
            )}
            {others.length > 0 && ` and ${others.length} more`}
          </li>
        ))}
      </ul>
    </details>
  )
}
