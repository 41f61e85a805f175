import { type Codes, count, number, text } from './codes.ts'

const unreadable = (passed: string) =>
  passed === 'too-slow' || passed === 'too-much-memory' || passed === 'too-much-text'
    ? 'This file takes more time or memory to read than any specification seen, so reading it was stopped. Import it in parts, or as text.'
    : 'This file could not be read. Save it again as PDF, DOCX or text, and try that file.'

export const importsCodes = {
  'imports/unreadable': d => [text(d.why, unreadable(text(d.passed, ''))), ...faultsOf(d.faults)].join(' '),
  'imports/busy': () => 'Several documents are being read already. Please try again in a minute.',
  'imports/changed-meanwhile': () =>
    'Somebody else has changed this import meanwhile. What they changed is shown now; look at it and save yours again.',
  'imports/discarded': () => 'This import has been put aside. Import the document again to work on it.',
  'imports/published': () => 'This has been published, so it stays. Correct it and publish the next version instead.',
  'imports/warnings-not-read': d =>
    `Say that you have read what the report warns of (${count(number(d.errors) + number(d.warnings), 'line')}) before you publish.`,
} satisfies Codes

export const importStates = {
  open: 'Not published yet',
  published: 'Published',
  'changed-since': 'Corrected since it was published',
  discarded: 'Put aside',
} as const

export const tooLargeToImport =
  'This file is larger than 40 MB, which is more than any specification. Choose the specification itself.'

/** What is wrong at which place of a data file, the first few; the command line names them all. */
function faultsOf(value: unknown): string[] {
  const faults = Array.isArray(value) ? value.map(fault => `${text(fault)}.`) : []
  return faults.length > 8 ? [...faults.slice(0, 8), `And ${faults.length - 8} more.`] : faults
}
