/** The rules of combination of one qualification, from the sentences its document prints. */

import type { Rule, UnitPlace } from '#domain/qualifications/specification.ts'
import type { Catalogued } from './cataloguing.ts'
import type { Note } from './draft.ts'
import type { RuleClause, RuleSentence } from './rule-sentences.ts'

export type ReadRules = { rules: Rule[]; texts: string[]; complete: boolean; totalCredit: number | null }

/**
 * Every rule once, in the order of the document. What the document leaves open becomes an `unknown` rule, and
 * the rules are then not complete: nobody can be told that a choice of units is enough. Rule: R32 to R41.
 */
export function rulesOf(sentences: RuleSentence[], places: UnitPlace[], _units: Catalogued[], note: Note): ReadRules {
  const found = distinct(sentences.flatMap(sentence => sentence.rules.flatMap(clause => ruleOf(clause, places) ?? [])))
  const rules = withRequired(found, places)
  const complete = isComplete(rules, places)
  if (!complete) {
    const unknown = 'How many optional units, or credits of them, are needed is not in the source.'
    rules.push({ unknown })
    note({
      severity: 'warning',
      code: 'rule-unknown',
      message: `${unknown} Completion cannot be declared until a named person has confirmed the missing part.`,
    })
  }
  return { rules, texts: distinct(sentences.map(({ text }) => text)), complete, totalCredit: null }
}

function ruleOf(clause: RuleClause, places: UnitPlace[]): Rule | null {
  if (!('requireAll' in clause)) return clause
  const { group } = clause.requireAll
  const required = places
    .filter(place => (group === null ? place.mandatory : place.group === group))
    .map(place => place.unit)
  return required.length > 0 ? { require: required } : null
}

/** Units flagged mandatory are required whether or not a sentence says so. */
function withRequired(rules: Rule[], places: UnitPlace[]): Rule[] {
  const mandatory = places.filter(place => place.mandatory).map(place => place.unit)
  if (mandatory.length === 0 || rules.some(rule => 'require' in rule)) return rules
  return [{ require: mandatory }, ...rules]
}

function isComplete(rules: Rule[], places: UnitPlace[]): boolean {
  const isAllMandatory = places.length > 0 && places.every(place => place.mandatory)
  return isAllMandatory || rules.some(rule => 'credits' in rule || 'count' in rule)
}

function distinct<T>(values: T[]): T[] {
  const seen = new Set<string>()
  return values.filter(value => {
    const key = JSON.stringify(value)
    return seen.has(key) ? false : (seen.add(key), true)
  })
}
