import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Rule } from '#domain/qualifications/specification.ts'
import { nameOfUnit, type StructureUnit } from '#domain/qualifications/structure.ts'
import { type BoundFields, fieldsOf, placesOf, ruleFrom } from '../qualifications/rule-fields.ts'
import { ruleSentence } from '../words/rules.ts'
import style from './imports.module.css'

type Kind = 'credits' | 'count' | 'require' | 'barred' | 'unknown'

const kinds: Record<Kind, string> = {
  credits: 'how many credits',
  count: 'how many units',
  require: 'units that must be taken',
  barred: 'units not to be taken together',
  unknown: 'something not known yet',
}

/** The fields of one rule, with the sentence they make. */
export function RuleForm({
  rule,
  structure,
  groups,
  done,
  cancel,
}: {
  rule: Rule | null
  structure: StructureUnit[]
  groups: { code: string; title: string }[]
  done: (rule: Rule) => Promise<void>
  cancel: () => void
}) {
  const usual = placesOf(
    structure.map(({ level, place: { group, theme } }) => ({ level, group, theme })),
    groups,
  )
  const read = rule && fieldsOf(rule, usual, structure)
  const places = read?.places ?? usual
  const [kind, setKind] = useState<Kind>(rule ? kindOf(rule) : 'credits')
  const [bounds, setBounds] = useState<BoundFields>(
    read?.fields ?? { measure: 'credits', where: 'optional', min: '', max: '' },
  )
  const [units, setUnits] = useState<ReadonlySet<string>>(new Set(rule ? unitsOf(rule) : []))
  const [words, setWords] = useState(rule && 'unknown' in rule ? rule.unknown : '')
  const [refusal, setRefusal] = useState<string | null>(null)
  const listed = structure.map(unit => unit.id).filter(id => units.has(id))
  const made: Rule =
    kind === 'credits' || kind === 'count'
      ? ruleFrom({ ...bounds, measure: kind }, places)
      : kind === 'require'
        ? { require: listed }
        : kind === 'barred'
          ? { barred: listed }
          : { unknown: words.trim() }
  const fault = faultOf(made, bounds)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefusal(fault)
    if (fault === null) void done(made)
  }
  const amount = (end: 'min' | 'max', label: string) => (
    <label>
      {label}
      <input
        inputMode="numeric"
        size={4}
        value={bounds[end]}
        onChange={event => {
          const digits = event.currentTarget.value.replace(/\D/g, '').slice(0, 4)
          setBounds({ ...bounds, [end]: digits === '' ? '' : Number(digits) })
        }}
      />
    </label>
  )
  return (
    <form
      className={style.ruleForm}
      aria-label="Rule"
      noValidate
      onSubmit={submit}
      onKeyDown={event => event.key === 'Escape' && cancel()}
    >
      <label>
        It says
        <select autoFocus value={kind} onChange={event => setKind(event.currentTarget.value as Kind)}>
          {Object.entries(kinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {(kind === 'credits' || kind === 'count') && (
        <>
          <label>
            among
            <select value={bounds.where} onChange={event => setBounds({ ...bounds, where: event.currentTarget.value })}>
              {places.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {amount('min', 'at least')}
          {amount('max', 'at most')}
        </>
      )}
      {(kind === 'require' || kind === 'barred') && (
        <fieldset className={style.ruleUnits}>
          <legend>Units</legend>
          {structure.map(unit => (
            <label key={unit.id} className={style.check}>
              <input
                type="checkbox"
                checked={units.has(unit.id)}
                onChange={event =>
                  setUnits(
                    new Set(
                      event.currentTarget.checked ? [...units, unit.id] : [...units].filter(id => id !== unit.id),
                    ),
                  )
                }
              />{' '}
              {nameOfUnit(unit)}
            </label>
          ))}
        </fieldset>
      )}
      {kind === 'unknown' && (
        <label className={style.ruleWords}>
          What is not known
          <textarea rows={2} value={words} onChange={event => setWords(event.currentTarget.value)} />
        </label>
      )}
      <output className={style.ruleSentence} aria-live="polite">
        {fault === null ? ruleSentence(made, structure) : 'The rule as a sentence stands here once it is whole.'}
      </output>
      {refusal !== null && fault !== null && (
        <span role="alert" className={style.refusal}>
          {fault}
        </span>
      )}
      <span className={style.editingButtons}>
        <Button type="submit" size="compact-sm">
          Save the rule
        </Button>
        <Button size="compact-sm" variant="default" onClick={cancel}>
          Cancel
        </Button>
      </span>
    </form>
  )
}

function kindOf(rule: Rule): Kind {
  if ('credits' in rule) return 'credits'
  if ('count' in rule) return 'count'
  if ('require' in rule) return 'require'
  return 'barred' in rule ? 'barred' : 'unknown'
}

const unitsOf = (rule: Rule): string[] => ('require' in rule ? rule.require : 'barred' in rule ? rule.barred : [])

/** What keeps the fields from being a rule, in a sentence; null when they are one. */
function faultOf(rule: Rule, { min, max }: BoundFields): string | null {
  if ('require' in rule) return rule.require.length > 0 ? null : 'Choose the units that must be taken.'
  if ('barred' in rule) return rule.barred.length > 1 ? null : 'Choose two units or more.'
  if ('unknown' in rule) return rule.unknown === '' ? 'Say what is not known.' : null
  if (min === '' && max === '') return 'Say at least how many, or at most.'
  return min !== '' && max !== '' && min > max ? 'The least is more than the most.' : null
}
