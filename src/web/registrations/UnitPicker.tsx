import { Checkbox } from '@mantine/core'
import { useMemo } from 'react'
import type { Count } from '#domain/qualifications/choices.ts'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import { PreconditionsNote } from '../preconditions/PreconditionsNote.tsx'
import forms from '../ui/forms.module.css'
import { StateMark } from '../ui/StateMark.tsx'
import { countText, countTone, obstacleText } from '../words/choices.ts'
import { count } from '../words/codes.ts'
import { choicesIn, nameOfUnit, type Version } from './combination.ts'
import style from './registrations.module.css'
import { UnitsVerdict } from './UnitsVerdict.tsx'

/**
 * The units of a version, group by group, each group with what it holds against its bounds. The mandatory units stand; a
 * choice that a rule forbids now says so in its place; what the rules say of the whole is said at once.
 */
export function UnitPicker({
  version,
  chosen,
  begun = [],
  onChange,
}: {
  version: Version
  /** Ids of the optional units chosen; mandatory ones count in any case. */
  chosen: string[]
  /** Units in which work has begun: they cannot be taken out. */
  begun?: string[]
  onChange: (unitIds: string[]) => void
}) {
  const { units } = version.tree
  const all = useMemo(() => units.filter(u => u.mandatory || chosen.includes(u.id)).map(u => u.id), [units, chosen])
  const choices = useMemo(() => choicesIn(version, all), [version, all])
  const mandatory = units.filter(u => u.mandatory)
  const optional = units.filter(u => !u.mandatory)
  const kind = optional.some(u => u.group) ? 'group' : 'theme'
  const groups = Map.groupBy(optional, u => u[kind] ?? '')
  const ownCount = (code: string) => (c: Count) => [c.of?.[kind]].flat().length === 1 && c.of?.[kind] === code
  const own = new Set([...groups.keys()].flatMap(code => choices.counts.filter(ownCount(code))))
  const toggle = (id: string, on: boolean) => onChange(on ? [...chosen, id] : chosen.filter(c => c !== id))
  return (
    <>
      <UnitsVerdict
        version={version}
        all={all}
        chosen={chosen}
        begun={begun}
        counts={choices.counts.filter(c => !own.has(c))}
        structure={choices.structure}
        onChange={onChange}
      />
      <PreconditionsNote versionId={version.tree.versionId} unitIds={units.map(u => u.id)} />
      {mandatory.length > 0 && (
        <div className={style.group}>
          <h3>Mandatory units, always part of it</h3>
          <p className={forms.quiet}>{sumText(mandatory)}</p>
          <ul className={style.mandatory}>
            {mandatory.map(u => (
              <li key={u.id}>
                {nameOfUnit(u)}
                <span className={forms.quiet}>{factsOf(u)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {[...groups].map(([code, of]) => (
        <fieldset key={code} className={style.group}>
          <legend>{headingOf(version, kind, code)}</legend>
          <p className={forms.quiet}>
            {sumText(of.filter(u => chosen.includes(u.id)))}
            {choices.counts.filter(ownCount(code)).map(c => (
              <span key={`${c.rule}${c.measure}`}>
                {' '}
                <StateMark tone={countTone(c)}>{countText(c)}</StateMark>
              </span>
            ))}
          </p>
          <div className={style.units}>
            {of.map(u => {
              const on = chosen.includes(u.id)
              const obstacle = on ? undefined : choices.obstacles.get(u.code)
              const stays = on && begun.includes(u.id)
              return (
                <Checkbox
                  key={u.id}
                  checked={on}
                  disabled={stays || obstacle?.certain}
                  onChange={e => toggle(u.id, e.currentTarget.checked)}
                  label={nameOfUnit(u)}
                  description={
                    <>
                      {factsOf(u)}
                      {obstacle && <span className={style.why}>{obstacleText(obstacle, choices.structure)}</span>}
                      {stays && <span className={style.why}>Work has begun in it, so it stays.</span>}
                    </>
                  }
                />
              )
            })}
          </div>
        </fieldset>
      ))}
    </>
  )
}

function headingOf(version: Version, kind: 'group' | 'theme', code: string): string {
  if (!code) return 'Optional units'
  if (kind === 'theme') return `Theme ${code}`
  const title = version.groups.find(g => g.code === code)?.title
  return `Group ${code}${title ? `: ${title}` : ''}`
}

/** What is chosen of a group: its units and the credits that are known. */
function sumText(units: TreeUnit[]): string {
  const credits = units.flatMap(u => (u.credit === null ? [] : [u.credit]))
  const sum =
    credits.length > 0
      ? `, ${count(
          credits.reduce((a, b) => a + b, 0),
          'credit',
        )}`
      : ''
  return `${count(units.length, 'unit')} taken${sum}.`
}

const factsOf = (u: TreeUnit) =>
  [
    u.level !== null && `level ${u.level}`,
    u.credit !== null && count(u.credit, 'credit'),
    count(u.criterionCount, 'criterion', 'criteria'),
  ]
    .filter(Boolean)
    .join(' · ')
