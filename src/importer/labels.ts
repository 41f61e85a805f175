/** Labels and their values in a unit's head: in one cell, in two, on one line or on two. */

import { unitNumberIn } from './numbers.ts'
import { amountIn } from './unit-lists.ts'
import { type Field, fieldNamed } from './vocabulary.ts'

export type Labelled = { field: Field; value: string }

const amountLabel =
  /(?:unit |qcf |rqf |scqf )?(level|credits?(?: value| points?)?|glh|guided learning hours?(?: \(glh\))?)\s*[:=–-]?\s*(?:level\s*)?(\d{1,3})(?!\d|\/)(?:\s*(?:credits?|hours?|glh)\b(?!\s*(?:value|points?|:|\d)))?[\s,;|.]*/giy
const colon = /^([\w .()/]{2,40}?)\s*[:=]\s*(\S.*)$/

/** Reads "Level: 2", "Level 2  Credit value 5" and "Title: …", or null where the text is not wholly labels and values. */
export function labelsWithValues(text: string): Labelled[] | null {
  if (text.length > 300) return null
  const amounts = amountsWithLabels(text)
  if (amounts.length > 0) return amounts
  const found = colon.exec(text)
  const field = found?.[1] ? fieldNamed(found[1]) : null
  if (found?.[2] && field !== null && suits(field, found[2])) return [{ field, value: found[2] }]
  return referenceGlued(text)
}

function amountsWithLabels(text: string): Labelled[] {
  const labelled: Labelled[] = []
  amountLabel.lastIndex = 0
  for (let found = amountLabel.exec(text); found !== null; found = amountLabel.exec(text)) {
    labelled.push({ field: fieldNamed(found[1] ?? '') ?? 'other', value: found[2] ?? '' })
    if (amountLabel.lastIndex === text.length) return labelled
  }
  return []
}

/** "Unit accreditation no. A/506/2130" and "URNA/506/2130", where the colon is lost. */
function referenceGlued(text: string): Labelled[] | null {
  const reference = unitNumberIn(text) ?? unitNumberIn(text.replace(/(?<=[a-z.:N])(?=[A-Z]\s?\/\s?\d{3})/, ' '))
  if (reference === null || !/[A-Z]\s?\/\s?\d{3}\s?\/\s?\d{4}\s*$/.test(text)) return null
  const field = fieldNamed(text.replace(/[A-Z]\s?\/\s?\d{3}\s?\/\s?\d{4}\s*$/, ''))
  return field === 'reference' || field === 'number' ? [{ field: 'reference', value: reference }] : null
}

/** Whether a value has the form that the field asks for: a level is a number, a title is words. */
export function suits(field: Field, value: string): boolean {
  if (field === 'level' || field === 'credit' || field === 'glh') return amountIn(value) !== null
  if (field === 'reference') return unitNumberIn(value) !== null || /^[A-Z]{0,3}\d{3,6}$/.test(value)
  if (field === 'number')
    return unitNumberIn(value) !== null || /^(?=\S*\d)[A-Z0-9]{1,10}(?: \d{2})?[A-Za-z]?$/.test(value)
  if (field === 'title') return /\p{L}{2}/u.test(value) && value.length < 180 && fieldNamed(value) === null
  return value.length < 60
}
