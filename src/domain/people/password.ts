/** What a password must not be: short, common, or made of what everybody knows about its owner. */

/** How many characters a password has. Ten fall in a day to a patient machine. */
export const passwordLength = { least: 12, most: 200 } as const

export type PasswordFault = `people/password-${'common' | 'repeats' | 'runs' | 'own'}`

export type AboutOwner = {
  /** Names of the person, of their centres and of the product. */
  names: readonly string[]
  email: string
}

/**
 * What is wrong with a password that somebody chooses, or null. Every way of setting one asks here: the first run, the
 * link of a letter, and a change. Its length is the contract's to check, with `passwordLength`.
 *
 * `common` holds the most used passwords in lower case. They are nearly all shorter than twelve characters, so a common
 * one is refused with what people add to reach the length: digits and signs around it, letters written as digits, or
 * the same again.
 *
 * - `people/password-repeats`: fewer than twelve characters, again and again
 * - `people/password-runs`: keys or letters in their order
 * - `people/password-own`: little besides the names or the address of its owner
 * - `people/password-common`: among the most used
 */
export function faultOfPassword(
  password: string,
  about: AboutOwner,
  common: ReadonlySet<string>,
): PasswordFault | null {
  const text = password.normalize('NFKC').toLowerCase()
  const joined = text.replace(/[^\p{L}\p{N}]/gu, '')
  const isCommon = (core: string) => coresOf(core).some(c => common.has(c))
  const units = [joined, joined.replace(/[^\p{L}]+$/u, ''), text].map(unitOf).filter(unit => unit !== null)
  // Common before repeated: of "passwordpassword" the word is what is wrong.
  if ([text, joined, ...units].some(isCommon)) return 'people/password-common'
  if (units.some(unit => unit.length < passwordLength.least)) return 'people/password-repeats'
  if (withoutRuns(text).length < leastBesides.runs) return 'people/password-runs'
  const others = withoutWords(joined, wordsOf(about))
  if (others !== joined && (lettersOf(others).length < leastBesides.own || isCommon(others)))
    return 'people/password-own'
  return null
}

// What must be left of a password when its runs, or the words of its owner, are taken away.
const leastBesides = { runs: 8, own: 6 }

/** What a list may have of it: the text without some of the digits and signs at its ends, also with letters for signs. */
function coresOf(text: string): string[] {
  const starts = [0, text.search(/[\p{L}\p{N}]/u), text.search(/\p{L}/u)].filter(at => at >= 0)
  const shortest = text.search(/\p{L}[^\p{L}]*$/u) + 1
  const ends = Array.from({ length: text.length - shortest + 1 }, (_, more) => shortest + more)
  const cores = [...new Set(starts)].flatMap(start => ends.map(end => text.slice(start, end)))
  return [...cores, ...cores.map(withLetters)].filter(core => core.length > 3)
}

const asLetter: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}
const withLetters = (text: string) => text.replace(/[@431!0$57]/g, sign => asLetter[sign] ?? sign)

/** What is repeated, where the whole is nothing but the same again; the last time may be cut short: "winter2026winter". */
function unitOf(text: string): string | null {
  for (let length = 1; length <= (text.length * 2) / 3; length++) {
    const unit = text.slice(0, length)
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit
  }
  return null
}

const lines = [
  'abcdefghijklmnopqrstuvwxyz',
  '12345678901234567890',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'qwertzuiop',
  'azertyuiop',
]
const ways = lines.flatMap(line => [line, [...line].reverse().join('')])

/** Each run of three or more characters in their order, or of one character, counts as one. */
function withoutRuns(text: string): string {
  let left = ''
  for (let at = 0; at < text.length; ) {
    let length = 1
    while (at + length < text.length && isRun(text.slice(at, at + length + 1))) length++
    left += text[at]
    at += length > 2 ? length : 1
  }
  return left
}
const isRun = (part: string) => ways.some(way => way.includes(part)) || new Set(part).size === 1

/** Words of three letters or more, in lower case, the longest first: "benedict" goes before "ben". */
function wordsOf({ names, email }: AboutOwner): string[] {
  const [local = '', domain = ''] = email.split('@')
  // "weir-street" of weir-street.example: the last label belongs to everybody.
  const labels = domain.split('.').slice(0, -1)
  const words = [...names, local, ...labels]
    .flatMap(name => [name, ...name.split(/[^\p{L}\p{N}]+/u)])
    .map(word =>
      word
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, ''),
    )
  return [...new Set(words)].filter(word => word.length > 2).sort((a, b) => b.length - a.length)
}

const withoutWords = (text: string, words: string[]) => words.reduce((left, word) => left.replaceAll(word, ''), text)
const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '')
