import { Button, Checkbox } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { count, list } from '../words/codes.ts'
import { suggestionsFor, type Version, verdictOn } from './combination.ts'
import style from './registrations.module.css'

const nameOf = (u: TreeUnit) => [u.number ?? u.code, u.title].join(' ')

/** The units of a version, group by group. The mandatory ones stand; what the rules say of the choice is said at once. */
export function UnitPicker({
  version,
  chosen,
  onChange,
}: {
  version: Version
  /** Ids of the optional units chosen; mandatory ones count in any case. */
  chosen: string[]
  onChange: (unitIds: string[]) => void
}) {
  const { units } = version.tree
  const mandatory = units.filter(u => u.mandatory)
  const groups = Map.groupBy(
    units.filter(u => !u.mandatory),
    u => u.group ?? u.theme ?? '',
  )
  const titleOf = (code: string) => version.groups.find(g => g.code === code)?.title
  const heading = (code: string) =>
    code ? `Group ${code}${titleOf(code) ? `: ${titleOf(code)}` : ''}` : 'Optional units'
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter(c => c !== id))
  return (
    <>
      <Verdict version={version} chosen={chosen} onChange={onChange} />
      {mandatory.length > 0 && (
        <div className={style.group}>
          <h3>Mandatory units, always part of it</h3>
          <ul className={style.mandatory}>
            {mandatory.map(u => (
              <li key={u.id}>
                {nameOf(u)}
                <span className={style.quiet}>{factsOf(u)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {[...groups].map(([code, of]) => (
        <fieldset key={code} className={style.group}>
          <legend>{heading(code)}</legend>
          <div className={style.units}>
            {of.map(u => (
              <Checkbox
                key={u.id}
                checked={chosen.includes(u.id)}
                onChange={e => toggle(u.id, e.currentTarget.checked)}
                label={nameOf(u)}
                description={factsOf(u)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

const factsOf = (u: TreeUnit) =>
  [
    u.level !== null && `level ${u.level}`,
    u.credit !== null && count(u.credit, 'credit'),
    count(u.criterionCount, 'criterion', 'criteria'),
  ]
    .filter(Boolean)
    .join(' · ')

/** Never in the way: options are often agreed weeks after the registration. */
function Verdict({
  version,
  chosen,
  onChange,
}: {
  version: Version
  chosen: string[]
  onChange: (ids: string[]) => void
}) {
  const applied = useDeferredValue(chosen)
  const all = useMemo(
    () => version.tree.units.filter(u => u.mandatory || applied.includes(u.id)).map(u => u.id),
    [version, applied],
  )
  const verdict = useMemo(() => verdictOn(version, all), [version, all])
  const [asked, setAsked] = useState<string[] | null>(null)
  const names = (ids: string[]) => list(ids.map(id => nameOf(version.tree.units.find(u => u.id === id) as TreeUnit)))
  const suggestions = useMemo(() => (asked === all ? suggestionsFor(version, all) : []), [version, asked, all])
  return (
    <div className={style.verdict}>
      <div role="status">
        <p>
          {count(all.length, 'unit')} chosen{verdict.credits !== null && `, ${count(verdict.credits, 'credit')}`}.{' '}
          {verdict.valid ? (
            <StateMark tone="done">They make the qualification</StateMark>
          ) : (
            <>
              <StateMark tone="waiting">Not enough yet</StateMark> They do not make the qualification yet. You can
              register now and choose more later.
            </>
          )}
        </p>
        {verdict.problems.length > 0 && (
          <ul>
            {verdict.problems.map(p => (
              <li key={`${p.code}${p.rule}${p.message}`}>{p.message}</li>
            ))}
          </ul>
        )}
        {asked === all && suggestions.length === 0 && !verdict.valid && <p>No change of options mends this.</p>}
      </div>
      {!verdict.valid && asked !== all && (
        <Button variant="default" size="xs" onClick={() => setAsked(all)}>
          Suggest what would fit
        </Button>
      )}
      {suggestions.length > 0 && (
        <ul>
          {suggestions.map(s => (
            <li key={`${s.add}/${s.remove}`}>
              {s.add.length > 0 && <>Add {names(s.add)}. </>}
              {s.remove.length > 0 && <>Take out {names(s.remove)}. </>}
              <Button
                variant="default"
                size="xs"
                onClick={() => onChange([...chosen.filter(id => !s.remove.includes(id)), ...s.add])}
              >
                Choose this
                <span className="hidden-text">: {names([...s.add, ...s.remove])}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
