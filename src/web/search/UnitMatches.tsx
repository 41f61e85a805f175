import { Link } from '@tanstack/react-router'
import { criteriaText } from '../words/qualifications.ts'
import { Highlighted } from './Highlighted.tsx'
import style from './UnitMatches.module.css'

type Match = {
  id: string
  code: string
  number: string | null
  title: string
  level?: number | null
  credit?: number | null
  versionId: string
  qualifications: string[]
  matches: { id: string; number: string; text: string }[]
  matching: number
}

/** Units that were found, each with the criteria whose wording matched. */
export function UnitMatches({ units, words }: { units: Match[]; words: string }) {
  return (
    <ul className={style.units}>
      {units.map(unit => (
        <li key={unit.id}>
          <Link
            className={style.title}
            to="/c/$centreId/catalogue/units/$unitId"
            params={{ unitId: unit.id } as never}
            search={{ version: unit.versionId, q: words }}
          >
            {unit.number && <span className={style.number}>{unit.number}</span>}
            <span>
              <Highlighted text={unit.title} words={words} />
            </span>
          </Link>
          <div className={style.about}>
            <span className="tabular">
              <Highlighted text={unit.code} words={words} />
            </span>
            {' · '}
            {unit.qualifications.join(' · ')}
          </div>
          {unit.matches.length > 0 && (
            <ul className={style.criteria}>
              {unit.matches.map(criterion => (
                <li key={criterion.id}>
                  <span className={style.number}>{criterion.number}</span>
                  <span>
                    <Highlighted text={criterion.text} words={words} />
                  </span>
                </li>
              ))}
              {unit.matching > unit.matches.length && (
                <li className={style.about}>and {criteriaText(unit.matching - unit.matches.length)} more</li>
              )}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
