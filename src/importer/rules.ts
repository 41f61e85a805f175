/** The rules of combination of one qualification, from the sentences its document prints. */

import type { Rule, UnitPlace } from '#domain/qualifications/specification.ts'
import type { Note } from './draft.ts'
import type { RuleClause } from './rule-sentences.ts'

export type RuleSentence = { line: number; text: string; clauses: RuleClause[]; qualification: string | null }
export type ReadRules = { rules: Rule[]; texts: string[]; complete: boolean; totalCredit: number | null }

const unknown = 'How many optional units, or credits of them, are needed is not in the source.'

/**
 * Every rule once, in the order of the document. Where two sentences contradict each other the first stands, which
 * is the structure's, and the report says so. What the document leaves open becomes an `unknown` rule, and the
 * rules are then not complete: nobody can be told that a choice of units is enough. `known` finds a unit by any
 * number that a sentence may give it. Rule: R32 to R41.
 */
export function rulesOf(
  sentences: RuleSentence[],
  places: UnitPlace[],
  note: Note,
  known: ReadonlyMap<string, string> = new Map(),
): ReadRules {
  const said = sentences.flatMap(({ clauses, line }) =>
    clauses.flatMap(clause => rulesIn(clause, places, known)).map(rule => ({ rule, line })),
  )
  const found = withoutContradictions(said, note)
  const rules = required(places, found)
  for (const { rule, line } of said) if ('unknown' in rule) noteUnread(rule.unknown, line, note)
  const isRead = !rules.some(rule => 'unknown' in rule)
  const complete = isRead && isComplete(rules, places)
  if (!isComplete(rules, places)) {
    rules.push({ unknown })
    note({
      severity: 'warning',
      code: 'rule-unknown',
      message: `${unknown} Completion cannot be declared until a named person has confirmed the missing part.`,
    })
  }
  return { rules, texts: [...new Set(sentences.map(({ text }) => text))], complete, totalCredit: totalIn(rules) }
}

function rulesIn(clause: RuleClause, places: UnitPlace[], known: ReadonlyMap<string, string>): Rule[] {
  if ('requireAll' in clause) {
    const { group } = clause.requireAll
    const units = places
      .filter(place => (group === null ? place.mandatory : place.group === group))
      .map(place => place.unit)
    return units.length > 0 ? [{ require: units }] : []
  }
  if ('barredUnits' in clause) {
    const barred = clause.barredUnits.map(name => known.get(name) ?? null)
    return barred.includes(null)
      ? [{ unknown: `Which units may not be combined: ${clause.barredUnits.join(', ')}.` }]
      : [{ barred: barred.filter(unit => unit !== null) }]
  }
  if ('everyUnit' in clause) return places.length > 0 ? [{ require: places.map(place => place.unit) }] : []
  if ('unread' in clause) return [{ unknown: clause.unread }]
  if (!('each' in clause)) return [clause]
  const { each, min } = clause
  const names = new Set(places.filter(place => !place.mandatory).flatMap(place => place[each] ?? []))
  return [...names].map(name => ({ count: { of: { [each]: name }, min } }))
}

type Said = { rule: Rule; line: number }

function withoutContradictions(said: Said[], note: Note): Rule[] {
  const kept: Said[] = []
  for (const { rule, line } of said) {
    const earlier = kept.find(other => subject(other.rule) === subject(rule))
    if (!earlier) kept.push({ rule, line })
    else if (contradict(earlier.rule, rule)) noteContradiction(earlier, { rule, line }, note)
  }
  return kept.map(({ rule }) => rule)
}

/** What a rule is about: the same for two rules that differ in their numbers only. */
function subject(rule: Rule): string {
  if ('credits' in rule) return `credits ${JSON.stringify(rule.credits.of ?? {})}`
  if ('count' in rule) return `units ${JSON.stringify(rule.count.of ?? {})}`
  return JSON.stringify(rule)
}

function contradict(a: Rule, b: Rule): boolean {
  const [first, second] = [boundsOf(a), boundsOf(b)]
  return (['min', 'max'] as const).some(
    end => first[end] !== undefined && second[end] !== undefined && first[end] !== second[end],
  )
}

function boundsOf(rule: Rule): { min?: number; max?: number } {
  return 'credits' in rule ? rule.credits : 'count' in rule ? rule.count : {}
}

function noteContradiction(first: Said, second: Said, note: Note): void {
  const [kept, other] = [boundsOf(first.rule), boundsOf(second.rule)]
  const what = 'credits' in first.rule ? 'credits' : 'units'
  note({
    severity: 'warning',
    code: 'rule-conflict',
    line: second.line,
    message: `This line asks for ${other.min ?? other.max} ${what}, the structure on line ${first.line} for ${kept.min ?? kept.max}. The structure was followed.`,
  })
}

function noteUnread(text: string, line: number, note: Note): void {
  note({
    severity: 'warning',
    code: 'rule-unread',
    line,
    message: `A rule about units that may not be combined could not be read: “${text}”. Completion cannot be declared until a named person has supplied it.`,
  })
}

/** Units flagged mandatory are required whether or not a sentence says so. */
function required(places: UnitPlace[], rules: Rule[]): Rule[] {
  const mandatory = places.filter(place => place.mandatory).map(place => place.unit)
  if (mandatory.length === 0 || rules.some(rule => 'require' in rule)) return [...rules]
  return [{ require: mandatory }, ...rules]
}

function isComplete(rules: Rule[], places: UnitPlace[]): boolean {
  const isAllMandatory = places.length > 0 && places.every(place => place.mandatory)
  return isAllMandatory || rules.some(rule => 'credits' in rule || 'count' in rule)
}

function totalIn(rules: Rule[]): number | null {
  const whole = rules.find(rule => 'credits' in rule && rule.credits.of === undefined)
  return whole && 'credits' in whole ? (whole.credits.min ?? null) : null
}
