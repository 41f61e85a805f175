/** Levels, credits and hours as documents print them. */

/** Whether a text is only an amount: "5", "Level 2", "27 hours". */
export function isAmount(value: string): boolean {
  return /^(?:level\s*)?\d{1,3}(?:\s*(?:credits?|hours?|glh))?$/i.test(value)
}

/** The number in "5", "Level 2" or "27 hours", or null. */
export function amountIn(value: string | undefined): number | null {
  return value !== undefined && isAmount(value) ? Number(/\d+/.exec(value)?.[0]) : null
}
