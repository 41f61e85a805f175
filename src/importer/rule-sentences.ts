/** Rules of combination as qualifications print them in prose, and as constraints over the chosen units. */

import type { Bounds, Rule, Selector } from '#domain/qualifications/specification.ts'

export type RuleSentence = { line: number; text: string; rules: RuleClause[] }
/** A rule whose required units are still to be looked up in the group, or among the mandatory ones. */
export type RuleClause = Rule | { requireAll: { group: string | null } }

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const amount = `(\\d{1,3}|${numberWords.slice(1).join('|')})`
const about = /\b(?:credits?|units?|options?)\b/i
const demands =
  /\b(?:must|minimum|at least|maximum|no more than|need to|required to|may take|should be taken|can be|may be|are required|successful(?:ly)?)\b/i

/** Whether a sentence lays down how units combine. */
export function isRuleSentence(text: string): boolean {
  return text.length < 700 && about.test(text) && demands.test(text) && ruleClauses(text).length > 0
}

/** The clauses of a rule sentence, in order. Words that lay down nothing give none. */
export function ruleClauses(text: string): RuleClause[] {
  return clausesOf(text).flatMap(clause => ruleOf(clause) ?? [])
}

function clausesOf(text: string): string[] {
  return text
    .split(
      /[.;](?:\s+|$)|,\s*(?:and\s+)?(?=(?:a |at |the |\d|all|plus|with|of which|including)\b)|\s+(?:and|plus)\s+(?=(?:a |at |\d|one|two|three|four|five|six|seven|eight)\b)/i,
    )
    .filter(clause => clause.trim() !== '')
}

function ruleOf(clause: string): RuleClause | null {
  return requiredUnits(clause) ?? amountRule(clause)
}

const all = new RegExp(
  `\\b(?:all|both|each)\\b(?: of)?(?: the)?\\s*(?:${amount}\\s*)?(?:(?:of the\\s+)?(?:mandatory|core)\\s+)?units\\b`,
  'i',
)
const ofMandatory = new RegExp(
  `\\b${amount}\\s+(?:mandatory|core)\\s+units?\\b|\\ball\\b[^.]{0,40}\\b(?:mandatory|core)\\b`,
  'i',
)

function requiredUnits(clause: string): RuleClause | null {
  if (!all.test(clause) && !ofMandatory.test(clause)) return null
  if (/\boption/i.test(clause) && !/\bmandatory|core\b/i.test(clause)) return null
  return { requireAll: { group: groupIn(clause) } }
}

const least = new RegExp(
  `(?:minimum(?: of)?|at least|no (?:fewer|less) than)\\s+(?:a (?:total|further) of )?${amount}\\s*(?:further\\s+|additional\\s+)?(credits?|[\\w ]{0,20}?units?)?`,
  'i',
)
const most = new RegExp(
  `(?:maximum(?: of)?|no more than|not more than|up to|only)\\s+${amount}\\s*(credits?|[\\w ]{0,20}?units?)?`,
  'i',
)
const exact = new RegExp(`\\b${amount}\\s+(credits?|(?:optional|option|further|additional)\\s+units?)\\b`, 'i')

function amountRule(clause: string): RuleClause | null {
  const floor = least.exec(clause)
  if (floor) return bounded(clause, floor, 'min')
  const ceiling = most.exec(clause)
  if (ceiling) return bounded(clause, ceiling, 'max')
  const plain = exact.exec(clause)
  return plain ? bounded(clause, plain, 'min') : null
}

function bounded(clause: string, found: RegExpExecArray, end: 'min' | 'max'): Rule | null {
  const value = numberIn(found[1])
  const of = selectorIn(clause)
  const bounds: Bounds = { ...(of ? { of } : {}), [end]: value }
  if (/credit/i.test(found[2] ?? '') || (found[2] === undefined && /credit/i.test(clause))) return { credits: bounds }
  return /unit|option/i.test(found[2] ?? clause) ? { count: bounds } : null
}

function selectorIn(clause: string): Selector | null {
  const group = groupIn(clause)
  if (group) return { group: group.includes(',') ? group.split(',') : group }
  if (/\boption/i.test(clause)) return { optional: true }
  return /\b(?:mandatory|core)\b/i.test(clause) ? { mandatory: true } : null
}

function groupIn(clause: string): string | null {
  const found = /\b(?:groups?|sections?|pathways?)\s+([A-Z]\d?(?:(?:\s*,\s*|\s+(?:and|or)\s+)[A-Z]\d?)*)(?![a-z])/.exec(
    clause.replace(/\b(?:group|section|pathway)s?\b/gi, word => word.toLowerCase()),
  )
  return found?.[1] ? found[1].split(/\s*,\s*|\s+(?:and|or)\s+/).join(',') : null
}

export function numberIn(text: string | undefined): number {
  return /^\d+$/.test(text ?? '') ? Number(text) : numberWords.indexOf((text ?? '').toLowerCase())
}

/** The rule sentences of a document that stand outside its units' pages, each with its line. */
export function ruleSentences(lines: { number: number; pieces: { text: string }[] }[]): RuleSentence[] {
  return lines.flatMap(line =>
    line.pieces.flatMap(({ text }) =>
      isRuleSentence(text) ? [{ line: line.number, text, rules: ruleClauses(text) }] : [],
    ),
  )
}
