/** The regulator's accreditation number of a qualification: three digits, four digits, and a digit or X (R13). */

export type NumberFault = 'empty' | 'wrong-sign' | 'too-short' | 'too-long' | 'wrong-grouping'

/**
 * `number` is written nnn/nnnn/c. `looksMistyped` says that its last sign does not agree with the digits before it; no
 * published rule says that it must, so that is a reason to ask and never to refuse.
 */
export type QualificationNumberReading =
  | { ok: true; number: string; looksMistyped: boolean }
  | { ok: false; reason: NumberFault; message: string }

const form = /^(\d{3})[/_.\s-]?(\d{4})[/_.\s-]?([\dX])$/

/**
 * Reads an accreditation number however it is written: 601/3544/X, 601_3544_X, 601-3544-x, 6013544X. Refuses anything
 * else with the reason; a scheme code such as 10379 is no accreditation number.
 */
export function readQualificationNumber(text: string): QualificationNumberReading {
  // "601\_3562\_1" is how Markdown writes the underscore.
  const written = text.trim().toUpperCase().replaceAll('\\', '')
  const found = form.exec(written)
  if (found) {
    const [, scheme = '', serial = '', check = ''] = found
    return {
      ok: true,
      number: `${scheme}/${serial}/${check}`,
      looksMistyped: checkSignOf(scheme + serial) !== check,
    }
  }
  return { ok: false, ...faultOf(text.trim(), written.replace(/[/_.\s-]/g, '')) }
}

/** The last sign that the first seven digits lead to: weights 8 to 2, modulo 11, with X for ten. */
export function checkSignOf(digits: string): string {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0)
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

function faultOf(text: string, signs: string): { reason: NumberFault; message: string } {
  const example = 'An accreditation number is written like 601/3544/X.'
  const because = (reason: NumberFault, what: string) => ({ reason, message: `${what} ${example}` })
  if (signs === '') return because('empty', 'There is no number.')
  if (!/^\d*X?$/.test(signs)) return because('wrong-sign', `“${text}” has signs other than digits and a last X.`)
  if (signs.length < 8) return because('too-short', `“${text}” has ${signs.length} of the 8 signs.`)
  if (signs.length > 8) return because('too-long', `“${text}” has ${signs.length} signs where 8 belong.`)
  return because('wrong-grouping', `“${text}” is not grouped as three, four and one.`)
}
