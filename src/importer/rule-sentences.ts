/** Sentences that lay down how units combine, taken apart into constraints over the chosen units. */

import type { Bounds, Rule, Selector } from '#domain/qualifications/specification.ts'
import { amountWord, numberIn } from './number-words.ts'

/** What a clause asks for. Units "of the group", "of each theme" and "listed below" are looked up once all is read. */
export type RuleClause =
  | Rule
  | { requireAll: { group: string | null } }
  | { each: 'theme' | 'group'; min: number }
  | { barredUnits: string[] }
  | { everyUnit: true }
  | { unread: string }

/** Where the sentence stands: under the heading of which group, and of mandatory or of optional units. */
type RuleContext = { group: string | null; mandatory: boolean | null }

const about = /\b(?:credits?|units?|options?)\b/i
const demands =
  /\b(?:must|are mandatory|are compulsory|minimum|at least|maximum|no more than|not more than|need(?:s)? to|required|may take|should be taken|can be|consists? of|made up of|comprises?)\b/i
/** A qualification's own title, whose level is no condition on units. */
const titled =
  /\b(?:the |this )?(?:\p{Lu}\S* ){0,4}Level \d (?:\p{Lu}\S* ){0,3}(?:Award|Certificate|Diploma|NVQ)\b(?: (?:in|for)(?: (?:\p{Lu}\S*|and|of|the|for|in))+)?/gu
// "Therefore…" draws a conclusion from rules already laid down.
const conclusion = /^(?:therefore|this means|so|hence|for example|note)\b/i

/** The clauses of a text, in order; none where it lays down nothing about units or credits. Rule: R32 to R41. */
export function ruleClauses(text: string, context: RuleContext): RuleClause[] {
  if (text.length > 900 || !about.test(text) || !(demands.test(text) || barring.test(text))) return []
  return sentencesOf(text.replace(titled, 'the qualification'))
    .filter(sentence => !conclusion.test(sentence))
    .flatMap(
      sentence =>
        barredIn(sentence) ?? clausesOf(sentence).flatMap(clause => clauseOf(clause, sentence, context) ?? []),
    )
}

const barring =
  /\bbarred\b|\b(?:may|can|must)(?:\s?not)\b[^.]{0,30}\b(?:both|together|combin\w+|as well as)\b|\b(?:only one|either)\b[^.]{0,40}\bnot both\b|\bexcluded combinations?\b/i
const unitName = /(?<![\w/])(?:[A-Z]\/\d{3}\/\d{4}|[A-Z]{0,4}\d{1,4})(?![\w/])/g

/** Units that may not be taken together, by the numbers that the sentence gives them; null for any other sentence. */
function barredIn(sentence: string): RuleClause[] | null {
  if (!barring.test(sentence)) return null
  const named = [...new Set(sentence.replace(/\blevels? \d/gi, '').match(unitName) ?? [])]
  return named.length > 1 ? [{ barredUnits: named }] : [{ unread: sentence.trim() }]
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.;])\s+/)
}

const openings =
  '(?:a |an |at |the |all|plus|with|of which|including|up to|no |\\d|one|two|three|four|five|six|seven|eight|nine|ten)'
const joints = new RegExp(
  `:\\s+(?=${openings})|,\\s*(?:and\\s+|plus\\s+)?(?=${openings})|\\s+(?:and|plus)\\s+(?=${openings})`,
  'i',
)

function clausesOf(sentence: string): string[] {
  return sentence.split(joints).filter(clause => clause.trim() !== '')
}

function clauseOf(clause: string, sentence: string, context: RuleContext): RuleClause | null {
  return everyUnit(clause) ?? eachOne(clause) ?? requiredUnits(clause, sentence, context) ?? amountRule(clause, context)
}

/** "All units are mandatory." */
function everyUnit(clause: string): RuleClause | null {
  return /\ball (?:of )?(?:the |these |\w+ )?units (?:in this qualification |below |listed )?are (?:mandatory|compulsory)\b/i.test(
    clause,
  )
    ? { everyUnit: true }
    : null
}

const fromEach = new RegExp(
  `\\b${amountWord}\\b[^.]{0,60}\\b(?:from|in|of) each (?:optional )?(theme|group|section)\\b`,
  'i',
)

function eachOne(clause: string): RuleClause | null {
  const found = fromEach.exec(clause)
  if (!found) return null
  return { each: found[2]?.toLowerCase() === 'theme' ? 'theme' : 'group', min: numberIn(found[1]) }
}

const achieving = /\b(?:achiev|complet|pass|prove|proving|tak(?:e|ing)|gain|undertak|attain|mandatory|core)\w*/i
const wholeGroup = new RegExp(
  `\\b(?:all|both|each)\\b(?: of)?(?: the)?\\s*(?:${amountWord}\\s*)?(?:of the\\s+)?(?:mandatory\\s+|core\\s+)?units\\b`,
  'i',
)
const mandatoryUnits = new RegExp(
  `\\b${amountWord}\\s+(?:mandatory|core)\\s+units?\\b|\\ball\\b[^.]{0,40}\\b(?:mandatory|core)\\b`,
  'i',
)

function requiredUnits(clause: string, sentence: string, context: RuleContext): RuleClause | null {
  if (!wholeGroup.test(clause) && !mandatoryUnits.test(clause)) return null
  if (!achieving.test(sentence) || (/\boption/i.test(clause) && !/\b(?:mandatory|core)\b/i.test(clause))) return null
  return { requireAll: { group: groupIn(clause) ?? (/\b(?:mandatory|core)\b/i.test(clause) ? null : context.group) } }
}

const kind = '(credits?|(?:\\w+\\s){0,3}?(?:units?|options?)\\b)'
const least = new RegExp(
  `(?:minimum(?: of)?|at least|no fewer than|no less than)\\s+(?:a (?:total|further) of\\s+)?${amountWord}\\s*(?:further\\s+|additional\\s+)?${kind}?`,
  'i',
)
const most = new RegExp(
  `(?:maximum(?: of)?|no more than|not more than|up to|\\bonly)\\s+${amountWord}\\s*${kind}?`,
  'i',
)
const exact = new RegExp(
  `\\b${amountWord}\\s+(credits?|(?:optional|option|further|additional|other)\\s+units?|units? in total|of the (?:optional |option )?units)\\b`,
  'i',
)

function amountRule(clause: string, context: RuleContext): RuleClause | null {
  const floor = least.exec(clause)
  if (floor) return bounded(clause, floor, { min: numberIn(floor[1]) }, context)
  const ceiling = most.exec(clause)
  if (ceiling) return bounded(clause, ceiling, { max: numberIn(ceiling[1]) }, context)
  const plain = exact.exec(clause)
  if (!plain) return null
  const value = numberIn(plain[1])
  return bounded(clause, plain, /credit/i.test(plain[2] ?? '') ? { min: value } : { min: value, max: value }, context)
}

function bounded(clause: string, found: RegExpExecArray, bounds: Bounds, context: RuleContext): Rule | null {
  const counted = found[2] ?? (/credit/i.test(clause) ? 'credits' : clause)
  const of = selectorIn(clause, context)
  const whole = of ? { of, ...bounds } : bounds
  if (/^credit/i.test(counted)) return { credits: whole }
  // "Seven units in total" counts them all.
  if (!of && /\bin total\b|\btotal of\b|\boverall\b/i.test(clause) && /\bunits?\b/i.test(counted))
    return { count: bounds }
  return /\b(?:units?|options?)\b/i.test(counted) && of ? { count: whole } : null
}

function selectorIn(clause: string, context: RuleContext): Selector | null {
  const level = levelsIn(clause)
  const group = groupIn(clause)
  if (group) return { group: group.includes(',') ? group.split(',') : group, ...level }
  if (level && /\bunits?\b/i.test(clause)) return { optional: true, ...level }
  if (level) return level
  if (/\boption/i.test(clause)) return { optional: true }
  if (/\b(?:mandatory|core)\b/i.test(clause)) return { mandatory: true }
  return /listed below|following units|of the units/i.test(clause) ? selectorOf(context) : null
}

function selectorOf({ group, mandatory }: RuleContext): Selector | null {
  if (group !== null) return { group }
  return mandatory === null ? null : mandatory ? { mandatory: true } : { optional: true }
}

/** "level 7 or 8" and "Level 3 or above". */
function levelsIn(clause: string): { level: number[] } | null {
  const found = /\blevels?\s+(\d{1,2})(?:\s*(?:or|and|,)\s*(?:level\s+)?(\d{1,2})\b|\s+(or (?:above|higher)))?/i.exec(
    clause,
  )
  if (!found?.[1]) return null
  const first = Number(found[1])
  if (found[3]) return { level: Array.from({ length: 9 - first }, (_, at) => first + at) }
  return { level: found[2] ? [first, Number(found[2])] : [first] }
}

const groupNames = /\b(?:groups?|sections?|pathways?)\s+([A-Z]\d?(?:(?:\s*,\s*|\s+(?:and|or)\s+)[A-Z]\d?)*)(?![A-Za-z])/

function groupIn(clause: string): string | null {
  const lower = clause.replace(/\b(?:group|section|pathway)s?\b/gi, word => word.toLowerCase())
  return (
    groupNames
      .exec(lower)?.[1]
      ?.split(/\s*,\s*|\s+(?:and|or)\s+/)
      .join(',') ?? null
  )
}
