import type { Column } from '#domain/people-files/columns.ts'
import { type Codes, number, text } from './codes.ts'

/** A column as it stands in the file, and what goes into it. */
export const columnWork: Record<Column, string> = {
  name: 'Needed for whoever is not here yet.',
  'e-mail': 'Needed on every line. It is how a person is told from another.',
  roles: 'One or several, separated by semicolons. On a line with a qualification, empty means learner.',
  qualification: 'Its number or title, to register the person on it.',
  units: 'Numbers or codes of the optional units, separated by spaces. Mandatory units are added.',
  'registered on': 'The day: 2026-05-14 or 14/05/2026.',
  assessor: 'E-mail address of somebody who is here or in the file.',
  'trainee assessor': 'E-mail address.',
  countersigner: 'E-mail address. Empty means the assessor, where there is a trainee.',
  iqa: 'E-mail address.',
  mentor: 'E-mail address.',
  'level reason': 'Why this level and route suit the learner. Needed on a line with a qualification.',
  funding: 'Apprenticeship, employer, self-funded or other public funding. Needed on a line with a qualification.',
  'options reason': 'Why these optional units, as learner and assessor agreed. Needed where units are given.',
}

export const encodingWords = {
  'utf-8': '',
  'utf-16': '',
  'windows-1252':
    'This file is not in UTF-8. It was read as Windows text (1252). Look at names with accents before you go on.',
}

/** Each says the mend. */
export const peopleFilesCodes = {
  'people-files/busy': () => 'Several files of your centre are being read. Please try again in a minute.',
  'people-files/unreadable': () =>
    'This file could not be read. Save it again as CSV from your spreadsheet, and choose the new file.',
  'people-files/too-many-lines': d => `The file has more than ${text(d.most)} lines. Divide it into several files.`,
  'people-files/no-lines': () => 'The file has no lines below its headings.',
  'people-files/column-missing': d => `There is no column “${text(d.heading)}”. Put the headings in the first line.`,
  'people-files/unknown-column': d =>
    `The heading “${text(d.heading)}” is not known. Rename the column or take it out.`,
  'people-files/column-twice': d => `The column “${text(d.heading)}” stands twice. Take one out.`,
  'people-files/quote-open': () => 'A quotation mark is opened and never closed. Nothing after it could be read.',
  'people-files/too-many-cells': d =>
    `The line has ${text(d.cells)} cells under ${text(d.columns)} headings. Put a name with a comma in quotation marks.`,
  'people-files/e-mail-missing': () => 'Give an e-mail address.',
  'people-files/malformed-e-mail': d => `“${text(d.email)}” is not a whole e-mail address.`,
  'people-files/name-missing': () => 'Give a name: nobody with this address is here yet.',
  'people-files/name-too-long': () => 'Use at most 200 characters.',
  'people-files/name-differs': d =>
    d.here
      ? `Here this address belongs to ${text(d.name)}. Mend the address, or correct the name on the person’s page first.`
      : `Another line gives this address to ${text(d.name)}. Mend one of them.`,
  'people-files/roles-missing': () => 'Give at least one role.',
  'people-files/unknown-role': d =>
    `“${text(d.role)}” is not a role. Use learner, trainee assessor, assessor, IQA, lead IQA, EQA, mentor or centre administrator.`,
  'people-files/not-a-learner': () => 'Only a learner is registered. Add the role learner.',
  'people-files/twice-in-file': d => `The same stands in line ${number(d.other)}. Take one of them out.`,
  'people-files/already-here': () => 'This person is here already with these roles. Take the line out.',
  'people-files/without-qualification': () =>
    'This needs a qualification on the same line. Add it, or empty this cell.',
  'people-files/unknown-qualification': d =>
    `“${text(d.qualification)}” is not in the catalogue. Use its number as the catalogue shows it, or import it first.`,
  'people-files/unknown-unit': d =>
    `“${text(d.unit)}” is not a unit of ${text(d.qualification, 'this qualification')}.`,
  'people-files/already-registered': d =>
    `The learner is registered on ${text(d.qualification)} already. Take the line out.`,
  'people-files/day-missing': () => 'Give the day of the registration.',
  'people-files/malformed-day': d => `“${text(d.day)}” is not a day. Write 2026-05-14 or 14/05/2026.`,
  'people-files/level-reason-missing': () => 'Give the reason for the level and route.',
  'people-files/funding-missing': () =>
    'Say how this is funded: apprenticeship, employer, self-funded or other public funding.',
  'people-files/unknown-funding': d =>
    `“${text(d.funding)}” is not a way of funding. Write apprenticeship, employer, self-funded or other public funding.`,
  'people-files/reason-too-long': () => 'Use at most 2,000 characters.',
  'people-files/options-reason-missing': () => 'Give the reason why learner and assessor agreed these units.',
  'people-files/assessor-to-agree': () =>
    'Optional units are agreed by the learner and an assessor. Name the assessor, or leave the units for later.',
  'people-files/person-not-found': d =>
    `Nobody with the address ${text(d.email)} is here or in the file. Mend it, or add the person.`,
  'people-files/changed-since': () =>
    'The file or the centre has changed since you looked. Nothing was written. Look at the file again.',
} satisfies Codes
