/** Labels and their values in a unit's head: in one cell, in two, on one line or on two. */

import { amountIn } from './amounts.ts'
import { unitNumberIn } from './numbers.ts'
import { type Field, fieldNamed } from './vocabulary.ts'

type Labelled = { field: Field; value: string }

const label =
  /((?:unit |qcf |rqf |scqf )?(?:level|credits?(?: value| points?)?|glh|guided learning hours?(?: \(glh\))?)|(?:unit )?(?:accreditation|reference|ref\.?)(?: (?:number|no\.?|code))?|unit (?:number|no\.?|code)|urn|uan)\s*[:=–-]?\s*(?:level\s*)?(\d{1,3}(?!\d|\/)|[A-Z]\s?\/\s?\d{3}\s?\/\s?\d{4})(?:\s*(?:credits?|hours?|glh)\b(?!\s*(?:value|points?|:|\d)))?[\s,;:|.]*/giy
const colon = /^([\w .()/]{2,40}?)\s*[:=]\s*(\S.*)$/

/** "5 credits" among labels that stand before their values. */
const amountFirst =
  /(?<![\w:/]|\b(?:credits?|glh|level|value)\s*[:=]?\s*)(\d{1,3})\s+(credits?|glh)\b(?!\s*(?:value|points?|:|\d))/gi

/** Reads "Level: 2", "URN A/506/2130 Level 2 Credit 5" and "Title: …", or null where the text is not wholly that. */
export function labelsWithValues(text: string): Labelled[] | null {
  if (text.length > 300) return null
  const framed = framedLevel(text)
  if (framed) return framed
  const several = everyLabel(text) ?? everyLabel(text.replace(amountFirst, '$2 $1')) ?? []
  if (several.length > 0) return several
  const found = colon.exec(text)
  const field = found?.[1] ? fieldNamed(found[1]) : null
  return found?.[2] && field !== null && suits(field, found[2]) ? [{ field, value: found[2] }] : null
}

/** "QCF Level 3: National" and "1 credit at SCQF level 6 (8 SCQF credit points…)". */
function framedLevel(text: string): Labelled[] | null {
  const level = /^(?:QCF|RQF|NQF|EQF|CQFW) level (\d)\s*[:–-]\s*\p{L}/iu.exec(text)?.[1]
  if (level) return [{ field: 'level', value: level }]
  if (!/^(?:credit points and level|credit value|scqf credits?|credits?)\b/i.test(text)) return null
  const points = /\b(\d{1,3}) SCQF credit points? at SCQF level (\d{1,2})\b/i.exec(text)
  return points?.[1] && points[2]
    ? [
        { field: 'credit', value: points[1] },
        { field: 'level', value: points[2] },
      ]
    : null
}

function everyLabel(text: string): Labelled[] | null {
  const labelled: Labelled[] = []
  label.lastIndex = 0
  for (let found = label.exec(text); found !== null; found = label.exec(text)) {
    const [, name = '', value = ''] = found
    labelled.push({
      field: unitNumberIn(value) === null ? (fieldNamed(name) ?? 'other') : 'reference',
      value: unitNumberIn(value) ?? value,
    })
    if (label.lastIndex === text.length) return labelled
  }
  return null
}

// Below level 1 there are three levels that have no number of their own.
const entryLevel = /^entry(?: level)?(?: ?[1-3])?$/i

/** Whether a value has the form that the field asks for: a level is a number, a title is words. */
export function suits(field: Field, value: string): boolean {
  if (field === 'level' && entryLevel.test(value)) return true
  if (field === 'level' || field === 'credit' || field === 'glh') return amountIn(value) !== null
  if (field === 'reference') return unitNumberIn(value) !== null || /^[A-Z]{0,3}\d{3,6}$/.test(value)
  if (field === 'number')
    return unitNumberIn(value) !== null || /^(?=\S*\d)[A-Z0-9]{1,10}(?: \d{2})?[A-Za-z]?$/.test(value)
  if (field === 'title') return /\p{L}{2}/u.test(value) && value.length < 180 && fieldNamed(value) === null
  return value.length < 60
}
