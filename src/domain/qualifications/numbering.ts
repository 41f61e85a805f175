/** How the numbers of units, outcomes and criteria are put in order: as a person reads them, not letter by letter. */

const runs = /\d+|\D+/g

/**
 * Orders two printed numbers or codes for `sort`: 2.10 after 2.9, A10 after A9, f2b after f2a, upper and lower
 * case alike. Runs of digits are compared as numbers of any length, everything else as text; a number comes
 * before a letter, and the shorter of two that start alike comes first. Refuses nothing. Rule: R18.
 */
export function compareNumbers(a: string, b: string): number {
  const left = a.match(runs) ?? []
  const right = b.match(runs) ?? []
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = compareRuns(left[i] as string, right[i] as string)
    if (order !== 0) return order
  }
  return left.length - right.length || compareText(a, b)
}

function compareRuns(a: string, b: string): number {
  const bothDigits = isDigit(a) && isDigit(b)
  if (!bothDigits) return compareText(a.toLowerCase(), b.toLowerCase())
  const [left, right] = [a.replace(/^0+(?=\d)/, ''), b.replace(/^0+(?=\d)/, '')]
  return left.length - right.length || compareText(left, right)
}

function isDigit(run: string): boolean {
  return run >= '0' && run < ':'
}

// Not localeCompare: the order must be the same on every machine.
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
