/** The forms of the numbers by which regulators tell units and qualifications apart. */

const unitForm = /(?<![\w/])([A-Z])\s?\/\s?(\d{3})\s?\/\s?(\d{4})(?![\w/])/
const qualificationForm = /(?<![\w/])(\d{3})\s?[/_]\s?(\d{4})\s?[/_]\s?([\dX])(?![\w/])/g

/** The first unit number in the text, such as "A/506/2130", or null. The form tells it from a qualification's (R15). */
export function unitNumberIn(text: string): string | null {
  const found = unitForm.exec(text)
  return found ? `${found[1]}/${found[2]}/${found[3]}` : null
}

/** The text without its first unit number, and without the brackets or dashes that stood around it. */
export function withoutUnitNumber(text: string): string {
  return text
    .replace(unitForm, ' ')
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, '')
}

/** Every qualification number in the text, such as "601/3544/X", also where underscores stand for the bars (R13). */
export function qualificationNumbersIn(text: string): string[] {
  return [...text.matchAll(qualificationForm)].map(found => `${found[1]}/${found[2]}/${found[3]}`)
}

const letters = 'ADFHJKLMRTY'
const weights = [8, 7, 6, 5, 4, 3, 2]

/**
 * Whether a unit number's letter agrees with its digits. Worked out from printed numbers, since no published rule
 * was found, so it is good for a warning and never for a refusal. From 650 upwards another rule holds: true.
 */
export function unitLetterAgrees(number: string): boolean {
  const digits = number.replace(/\D/g, '')
  return Number(digits.slice(0, 3)) >= 650 || letters[weighted(digits)] === number[0]
}

/** Whether a qualification number's last sign agrees with its digits: the same sum, with ten written X. */
export function qualificationSignAgrees(number: string): boolean {
  const [digits, sign] = [number.slice(0, 8).replace(/\D/g, ''), number.at(-1)]
  const remainder = weighted(digits)
  return Number(digits.slice(0, 3)) >= 650 || sign === (remainder === 10 ? 'X' : String(remainder))
}

function weighted(digits: string): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11
}
