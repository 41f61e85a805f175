/** What a code needs to become a sentence: counts, names and dates that the refusal carried. */
export type Details = Record<string, unknown>
/** One noun's codes, each with its sentence: what is wrong, and what to do. */
export type Codes = Record<`${string}/${string}`, (details: Details) => string>

/** A detail as text or as a number, so that a sentence never says "undefined". */
export const text = (value: unknown, otherwise = ''): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise
export const number = (value: unknown): number => (typeof value === 'number' ? value : Number(value) || 0)
/** "1 tick", "4 ticks" */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`
/** "Ben Hughes", "Ben Hughes and Carol Price", "Ben, Carol and Dev" */
export const list = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
