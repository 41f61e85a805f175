/** The numbers and letters that stand before outcomes, criteria and their parts. */

export type Mark =
  | { type: 'criterion'; number: string; rest: string }
  | { type: 'outcome'; number: string; rest: string; named: 'outcome' | 'element' | null }
  | { type: 'letter'; code: string; rest: string }

const criterion =
  /^(?:AC\s?|PC\s?|(?:[Aa]ssessment |[Pp]erformance )?[Cc]riterion\s+)?((?:[A-Z]{1,2}\d{1,3}\.)?(?!0)\d{1,2}(?:\.(?!0)\d{1,2}){1,2})(?![\d/%])\s*[.:)\]–-]*\s*(\S.*)?$/
const grade = /^((?:[A-Z]{1,3}\.)?[PMD]\d{1,2})\*?(?![\w/])\s*[.:)–-]*\s*(\S.*)?$/
const knowledge = /^([a-z]{1,2}\d{1,3}[a-z]|K\d{1,2})(?![\w/])\s*[.:)–-]*\s*(\S.*)?$/
const namedOutcome =
  /^(?:learning\s+outcome|outcome|LO|learning\s+aim|topic\s+area)\s*((?!0)\d{1,2}|[A-H](?=[\s:.–-]))(?![\d./])\s*[:.)–-]*\s*(\S.*)?$/i
const namedElement = /^element(?:\(s\))?\s*:?\s*([A-Z]{0,2}\d{1,3}(?:\.\d{1,2})?)(?![\d./])\s*[:.)–-]*\s*(\S.*)?$/i
const wholeNumber = /^((?!0)\d{1,2})(?![\d/%]|\.\d)\s*[.:)–-]*\s*(\S.*)$/
// Not the first letter of "e.g." and "i.e.".
const letter = /^\(?([a-z]|[ivx]{2,4})[).](?![a-z]\.)\s*(\S.*)$/

/** Reads the mark at the start of a text, or null. Whether it may count is for the reader of the page to say. */
export function markOf(text: string): Mark | null {
  const found = criterion.exec(text)
  if (found?.[1] && isCriterionRest(found[2] ?? '', text, found[1]))
    return { type: 'criterion', number: found[1], rest: found[2] ?? '' }
  return gradeOf(text) ?? outcomeOf(text) ?? letterOf(text)
}

function gradeOf(text: string): Mark | null {
  const found = grade.exec(text) ?? knowledge.exec(text)
  return found?.[1] && isOpening(found[2] ?? '') ? { type: 'criterion', number: found[1], rest: found[2] ?? '' } : null
}

function outcomeOf(text: string): Mark | null {
  const outcome = namedOutcome.exec(text)
  if (outcome?.[1]) return { type: 'outcome', number: outcome[1], rest: outcome[2] ?? '', named: 'outcome' }
  const element = namedElement.exec(text)
  if (element?.[1]) return { type: 'outcome', number: element[1], rest: element[2] ?? '', named: 'element' }
  const whole = wholeNumber.exec(text)
  return whole?.[1] && isOpening(whole[2] ?? '')
    ? { type: 'outcome', number: whole[1], rest: whole[2] ?? '', named: null }
    : null
}

function letterOf(text: string): Mark | null {
  const found = letter.exec(text)
  return found?.[1] ? { type: 'letter', code: found[1], rest: found[2] ?? '' } : null
}

// A number glued to its words is told from "2.30pm" and "1.5kg" by the length of the word.
function isCriterionRest(rest: string, text: string, number: string): boolean {
  if (!isOpening(rest)) return false
  const glued = text.indexOf(rest) === text.indexOf(number) + number.length
  return rest === '' || !glued || /^(?:\p{Lu}|\p{Ll}{3})/u.test(rest)
}

/** Whether words could open a criterion: not the middle of "1.1 and 1.2 may be assessed by…" */
export function isOpening(words: string): boolean {
  return !/^(?:(?:and|or|to|&|,|;|%|-|–|\/|=)(?:\s|\d|$)|\d+(?:\s*$|\s+\d|[./]))/.test(words)
}
