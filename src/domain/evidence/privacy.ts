/**
 * What in a text looks like personal data of somebody: told to the learner before evidence is submitted, and never a
 * refusal, because an invented example looks just the same. Patterns are those of the United Kingdom.
 */

export const personalKinds = [
  'card-number',
  'bank-account',
  'national-insurance',
  'health-number',
  'birth-date',
  'address',
  'telephone',
  'email',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** `shown` tells which one is meant without repeating it: the first and the last of it. */
export type PersonalFinding = { kind: PersonalKind; shown: string }

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** The check that every card number passes (Luhn). */
export function isCardNumber(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** The check digit of a health service number: weights 10 to 2, modulo 11. */
export function isHealthNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  const sum = [...digits.slice(0, 9)].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  const check = 11 - (sum % 11)
  return check !== 10 && Number(digits[9]) === check % 11
}

const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const dayText = `(?:\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})\\s+(?:19|20)\\d{2})`
const street =
  'street|st|road|rd|avenue|ave|lane|ln|close|drive|way|court|crescent|terrace|place|gardens|grove|square|hill|row|mews'
const postcode = '(?:gir ?0aa|[a-z]{1,2}\\d[a-z\\d]?\\s?\\d[abd-hjlnp-uw-z]{2})'

type Pattern = { kind: PersonalKind; find: RegExp; is?: (found: string) => boolean }

const patterns: Pattern[] = [
  { kind: 'card-number', find: /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g, is: text => isCardNumber(digitsOf(text)) },
  {
    kind: 'bank-account',
    find: /\b(?:sort\s*code|account\s*(?:no|number)?|a\/c)\b[^\d\n]{0,12}(?:\d{2}[- ]\d{2}[- ]\d{2}|\d{8})\b/gi,
  },
  { kind: 'bank-account', find: /\bGB\d{2}\s?[A-Z]{4}(?:\s?\d{2,4}){3,4}\b/g },
  {
    kind: 'national-insurance',
    find: /\b(?!BG|GB|NK|KN|TN|NT|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/gi,
  },
  { kind: 'health-number', find: /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g, is: text => isHealthNumber(digitsOf(text)) },
  {
    kind: 'birth-date',
    find: new RegExp(`\\b(?:d\\.?o\\.?b\\.?|date of birth|born(?: on)?|birthday)\\b[^\\d\\n]{0,12}${dayText}`, 'gi'),
  },
  { kind: 'address', find: new RegExp(`\\b\\d{1,4}[a-z]?,?\\s+(?:[a-z'’-]+\\s+){1,3}(?:${street})\\b`, 'gi') },
  { kind: 'address', find: new RegExp(`\\b${postcode}\\b`, 'gi') },
  {
    kind: 'telephone',
    find: /(?<![\d+])(?:\+44\s?\(?0?\)?\s?|0)(?:\d[\s-]?){9,10}(?!\d)/g,
    is: text => /^(?:44|0)/.test(digitsOf(text)),
  },
  { kind: 'email', find: /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g },
]

/** More than this of one kind says nothing new. */
const most = 20

/** Everything in a text that looks like personal data, each passage once, under the first kind that it fits. */
export function personalDataIn(text: string): PersonalFinding[] {
  const taken: [number, number][] = []
  const found: PersonalFinding[] = []
  for (const { kind, find, is } of patterns) {
    let count = 0
    for (const match of text.matchAll(find)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (count >= most || (is && !is(match[0])) || taken.some(([start, end]) => from < end && to > start)) continue
      taken.push([from, to])
      found.push({ kind, shown: masked(match[0]) })
      count++
    }
  }
  return found
}

/** "49…12": enough to find it again in the text, too little to use it. */
function masked(text: string): string {
  const words = text.trim().replace(/\s+/g, ' ')
  return words.length <= 4 ? '…' : `${words.slice(0, 2)}…${words.slice(-2)}`
}
