import { Button } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import type { Choices, Count } from '#domain/qualifications/choices.ts'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { countPlace, countText, countTone } from '../words/choices.ts'
import { count, list } from '../words/codes.ts'
import { nameOfUnit, suggestionsFor, type Version, verdictOn } from './combination.ts'
import style from './registrations.module.css'

/** What the rules say of a choice, in words. Never in the way: options are often agreed weeks after the registration. */
export function UnitsVerdict({
  version,
  all,
  chosen,
  begun,
  counts,
  structure,
  onChange,
}: {
  version: Version
  /** The mandatory units and those chosen. */
  all: string[]
  chosen: string[]
  begun: string[]
  /** The bounds that belong to no single group. */
  counts: Count[]
  structure: Choices['structure']
  onChange: (ids: string[]) => void
}) {
  const applied = useDeferredValue(all)
  const verdict = useMemo(() => verdictOn(version, applied), [version, applied])
  const [asked, setAsked] = useState<string[] | null>(null)
  const suggestions = useMemo(
    () => (asked === applied ? suggestionsFor(version, applied, begun) : []),
    [version, asked, applied, begun],
  )
  const unknown = verdict.problems.filter(p => p.code === 'rule-unknown')
  const others = verdict.problems.filter(p => p.code !== 'rule-unknown')
  return (
    <div className={style.verdict}>
      <div role="status">
        <p>
          {count(applied.length, 'unit')} chosen{verdict.credits !== null && `, ${count(verdict.credits, 'credit')}`}.{' '}
          {verdict.valid ? (
            <StateMark tone="done">They make the qualification</StateMark>
          ) : others.length === 0 ? (
            <>
              <StateMark tone="waiting">A rule is not known</StateMark> They satisfy every rule that the source gives.
            </>
          ) : (
            <>
              <StateMark tone="waiting">Not enough yet</StateMark> They do not make the qualification yet. You can save
              this now and choose more later.
            </>
          )}
        </p>
        {others.length > 0 && (
          <ul>
            {others.map(p => (
              <li key={`${p.code}${p.rule}${p.message}`}>{p.message}</li>
            ))}
          </ul>
        )}
        {unknown.map(p => (
          <p key={p.message}>{p.message}</p>
        ))}
        {asked === applied && suggestions.length === 0 && others.length > 0 && <p>No change of options mends this.</p>}
      </div>
      {counts.length > 0 && (
        <ul className={style.counts}>
          {counts.map(c => (
            <li key={`${c.rule}${c.measure}${JSON.stringify(c.of)}`}>
              {countPlace(c, structure)}: <StateMark tone={countTone(c)}>{countText(c)}</StateMark>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && asked !== applied && (
        <Button variant="default" size="xs" onClick={() => setAsked(applied)}>
          Suggest what would fit
        </Button>
      )}
      <Suggestions
        units={version.tree.units}
        suggestions={suggestions}
        take={s => onChange([...chosen.filter(id => !s.remove.includes(id)), ...s.add])}
      />
    </div>
  )
}

type Suggestion = { add: string[]; remove: string[]; provisional: boolean }

/** Ways to put a choice right, each in words; with `take`, each can be taken with one click. */
export function Suggestions({
  units,
  suggestions,
  take,
}: {
  units: TreeUnit[]
  suggestions: Suggestion[]
  take?: (suggestion: Suggestion) => void
}) {
  if (suggestions.length === 0) return null
  const names = (ids: string[]) => list(units.filter(u => ids.includes(u.id)).map(nameOfUnit))
  return (
    <ul>
      {suggestions.map(s => (
        <li key={`${s.add}/${s.remove}`}>
          {s.add.length > 0 && <>Add {names(s.add)}. </>}
          {s.remove.length > 0 && <>Take out {names(s.remove)}. </>}
          {s.provisional && <>This satisfies the rules that are known. </>}
          {take && (
            <Button variant="default" size="xs" onClick={() => take(s)}>
              Choose this
              <span className="hidden-text">: {names([...s.add, ...s.remove])}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
