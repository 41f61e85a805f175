/** Reads the table in which a centre typed its units in, and says for each faulty row what to mend in which column. */

import { moreThanOneAsked } from '#domain/qualifications/more-than-one.ts'
import {
  type Outcome,
  type QualificationSpecification,
  type Specification,
  specificationFormat,
  type UnitPlace,
  type UnitSpecification,
} from '#domain/qualifications/specification.ts'
import {
  bulletPart,
  columnOfHeading,
  kindNotSaid,
  outcomeKindWords,
  type TemplateColumn,
} from '#domain/qualifications/template.ts'
import { commandVerb, kindOf } from './criterion-words.ts'
import { type Note, openReport } from './draft.ts'
import type { Source, SpecificationReading } from './read-specification.ts'
import { ruleClauses } from './rule-sentences.ts'
import { rulesOf } from './rules.ts'
import { cellsOf, mend, type Row, type TableRow } from './template-cells.ts'
import { numberRead } from './template-numbers.ts'
import { openUnits, type UnitRows } from './template-units.ts'

/** Whether a row of a table is the template's headings: some column for the unit, and both columns for a criterion. */
export function isTemplateHeading(cells: string[]): boolean {
  const known = new Set(cells.map(columnOfHeading))
  const namesUnit = known.has('unitTitle') || known.has('unitReference')
  return namesUnit && known.has('criterionNumber') && known.has('criterionText')
}

/**
 * Takes the rows of a table, its headings first. Empty cells for the qualification and the unit mean those of the row
 * above. Every row that cannot be taken as it stands is in the report with its line, its column and what to write
 * there; what it does hold is kept. Refuses a table without any unit. Rules: R20, R21, R22.
 */
export function templateSpecification(headings: Row, rows: Row[], source: Source): SpecificationReading {
  const { report, note } = openReport()
  const table = cellsOf(headings, rows, note)
  const { units, qualifications } = sorted(table, note)
  if (units.length === 0)
    return { refusal: 'The template has been left empty: there is no unit in it. Fill it in and import it again.' }
  const settled = units.map(unit => settledUnit(unit, note))
  const specification: Specification = {
    format: specificationFormat,
    source: {
      ...source,
      awardingOrganisation: firstOf(table, 'awardingOrganisation'),
      documentTitle: null,
      documentVersion: null,
    },
    qualifications: qualifications.map(one => settledQualification(one, note)),
    units: settled,
    report,
  }
  const inOrder = report.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  return { specification: { ...specification, report: inOrder } }
}

type QualificationRows = { rows: TableRow[]; places: Map<UnitRows, TableRow[]> }

const firstOf = (rows: TableRow[], column: TemplateColumn) => rows.find(row => row.cells[column])?.cells[column] ?? null

/** Which rows belong to which qualification and which unit. */
function sorted(table: TableRow[], note: Note): { units: UnitRows[]; qualifications: QualificationRows[] } {
  const units = openUnits(note)
  const qualifications = new Map<string, QualificationRows>()
  let qualification: QualificationRows | null = null
  for (const row of table) {
    const { qualificationNumber, qualificationTitle } = row.cells
    const named = qualificationNumber || qualificationTitle
    if (named) {
      const found: QualificationRows =
        [...qualifications.values()].find(one => agrees(one, row)) ??
        ({ rows: [], places: new Map() } satisfies QualificationRows)
      if (found.rows.length === 0) qualifications.set(`${qualifications.size}`, found)
      found.rows.push(row)
      qualification = found
    }
    const unit = units.of(row)
    if (unit && qualification) {
      const place = qualification.places.get(unit)
      if (place) place.push(row)
      else qualification.places.set(unit, [row])
    }
  }
  return { units: units.all(), qualifications: [...qualifications.values()] }
}

/** One qualification where the numbers are the same; where one row has none, where the titles are. */
function agrees({ rows }: QualificationRows, { cells }: TableRow): boolean {
  const number = firstOf(rows, 'qualificationNumber')
  if (number && cells.qualificationNumber) return number === cells.qualificationNumber
  return cells.qualificationTitle
    ? firstOf(rows, 'qualificationTitle') === cells.qualificationTitle
    : number === (cells.qualificationNumber ?? null)
}

function settledQualification({ rows, places }: QualificationRows, note: Note): QualificationSpecification {
  const units = [...places].map(([unit, own]) => placeOf(unit, own, note))
  const ruleTexts = (one(rows, 'rules', note) ?? '').split('\n').filter(text => text.trim())
  const line = rows[0]?.line ?? null
  const sentences = ruleTexts.map(text => ({
    ...{ text, line: line ?? 0, qualification: null },
    clauses: ruleClauses(text, { group: null, mandatory: null }),
  }))
  const { rules, complete, totalCredit } = rulesOf(sentences, units, note)
  const framework = one(rows, 'framework', note)?.toUpperCase() ?? null
  if (framework !== null && !isFramework(framework))
    mend(
      note,
      rows[0] as TableRow,
      'framework',
      `“${framework}” is none of RQF, QCF, NVQ, SCQF and CQFW. Write one of them.`,
    )
  return {
    title: one(rows, 'qualificationTitle', note) ?? titleMissing(rows, note),
    number: one(rows, 'qualificationNumber', note),
    otherNumbers: [],
    framework: framework !== null && isFramework(framework) ? framework : null,
    level: amount(rows, 'qualificationLevel', note),
    totalCredit: amount(rows, 'totalCredit', note) ?? totalCredit,
    registration: { opens: null, lastRegistration: null, lastCertification: null },
    units,
    groups: groupsOf([...places.values()].flat()),
    rules,
    ruleTexts,
    rulesComplete: complete,
  }
}

const isFramework = (text: string): text is NonNullable<QualificationSpecification['framework']> =>
  ['RQF', 'QCF', 'NVQ', 'SCQF', 'CQFW'].includes(text)

function titleMissing(rows: TableRow[], note: Note): string {
  const [row] = rows as [TableRow]
  mend(note, row, 'qualificationTitle', 'The qualification has no title. Write its title in one of its rows.')
  return 'Untitled qualification'
}

function placeOf(unit: UnitRows, rows: TableRow[], note: Note): UnitPlace {
  const mandatory = one(rows, 'mandatory', note)?.toLowerCase() ?? 'no'
  const [isYes, isNo] = [
    /^(?:y|yes|x|true|1|m|mandatory)$/.test(mandatory),
    /^(?:n|no|false|0|o|optional)$/.test(mandatory),
  ]
  if (!isYes && !isNo)
    mend(
      note,
      rows[0] as TableRow,
      'mandatory',
      `“${mandatory}” is neither yes nor no, and was taken as no. Write yes or no.`,
      unit.id,
    )
  return { unit: unit.id, group: one(rows, 'group', note), theme: one(rows, 'theme', note), mandatory: isYes }
}

function groupsOf(rows: TableRow[]): QualificationSpecification['groups'] {
  const titles = new Map<string, string>()
  for (const { cells } of rows) {
    if (cells.group && !titles.get(cells.group)) titles.set(cells.group, cells.groupTitle ?? '')
  }
  return [...titles].filter(([, title]) => title !== '').map(([code, title]) => ({ code, title }))
}

function settledUnit({ id, rows }: UnitRows, note: Note): UnitSpecification {
  const title = one(rows, 'unitTitle', note, id)
  if (title === null)
    mend(note, rows[0] as TableRow, 'unitTitle', 'The unit has no title. Write it in its first row.', id)
  const outcomes = outcomesOf(rows, id, note)
  const criteria = outcomes.flatMap(outcome => outcome.criteria)
  if (criteria.length === 0)
    note({
      severity: 'warning',
      code: 'template-unit-empty',
      unit: id,
      line: rows[0]?.line ?? null,
      message: 'This unit has no criteria yet. Add a row for each criterion.',
    })
  return {
    id,
    reference: one(rows, 'unitReference', note, id),
    number: one(rows, 'unitNumber', note, id),
    title: title ?? '',
    level: amount(rows, 'unitLevel', note, id),
    credit: amount(rows, 'credit', note, id),
    glh: amount(rows, 'glh', note, id),
    simulation: { permission: null, text: null, exceptions: [] },
    evidenceRequirements: [],
    knowledgeOnly: criteria.length > 0 && criteria.every(criterion => criterion.kind === 'knowledge'),
    worksheet: false,
    outcomes,
  }
}

function outcomesOf(rows: TableRow[], unit: string, note: Note): Outcome[] {
  const outcomes: Outcome[] = []
  const lines = new Map<string, number>()
  for (const row of rows) {
    const { cells } = row
    if (!cells.outcomeNumber && !cells.outcomeTitle && !cells.criterionNumber && !cells.criterionText) continue
    const outcome = outcomeOf(row, outcomes, unit, note)
    if (cells.criterionNumber || cells.criterionText) addCriterion(row, outcome, unit, lines, outcomes, note)
  }
  return outcomes
}

function outcomeOf(row: TableRow, outcomes: Outcome[], unit: string, note: Note): Outcome {
  const { outcomeNumber, outcomeTitle, outcomeKind, criterionNumber } = row.cells
  const kind = kindOfOutcome(row, unit, note)
  const first = /^(\d+)[.,]\d/.exec(criterionNumber ?? '')?.[1]
  const last = outcomes.at(-1)
  const number = outcomeNumber ?? (outcomeTitle && outcomeTitle !== last?.title ? undefined : (first ?? last?.number))
  const known = outcomes.find(one => one.number === number && (outcomeKind === undefined || one.kind === kind))
  if (known) {
    if (outcomeTitle && known.title && outcomeTitle !== known.title)
      mend(
        note,
        row,
        'outcomeTitle',
        `Outcome ${known.number} is “${known.title}” in a row above, and that was kept. Write the same in both.`,
        unit,
      )
    known.title ??= outcomeTitle ?? null
    return known
  }
  if (number === undefined && first === undefined)
    mend(note, row, 'outcomeNumber', 'The outcome has no number. Write it, for example 1.', unit)
  const outcome: Outcome = { number: number ?? first ?? '', kind, title: outcomeTitle ?? null, criteria: [] }
  outcomes.push(outcome)
  return outcome
}

function kindOfOutcome(row: TableRow, unit: string, note: Note): Outcome['kind'] {
  const said = row.cells.outcomeKind?.toLowerCase().replace(/[-_]/g, ' ')
  if (!said) return 'learning-outcome'
  const [kind] = Object.entries(outcomeKindWords).find(([, word]) => word === said) ?? []
  if (kind) return kind as Outcome['kind']
  mend(
    note,
    row,
    'outcomeKind',
    `“${said}” is none of learning outcome, element and knowledge. Write one of them or leave it empty.`,
    unit,
  )
  return 'learning-outcome'
}

function addCriterion(
  row: TableRow,
  outcome: Outcome,
  unit: string,
  lines: Map<string, number>,
  outcomes: Outcome[],
  note: Note,
): void {
  const { part, criterionText: text = '', kind: kindSaid } = row.cells
  if (part) return addPart(row, outcome, part, unit, note)
  const number = numberRead(row, outcome, lines, unit, note)
  if (text === '') mend(note, row, 'criterionText', 'The criterion has no text. Write its exact wording.', unit, number)
  if (number !== '') {
    const before = lines.get(number)
    if (before !== undefined)
      mend(
        note,
        row,
        'criterionNumber',
        `${number} stands in row ${before} already. Give one of the two its own number.`,
        unit,
        number,
      )
    else lines.set(number, row.line)
    const whole = /^(\d+)\.\d+$/.exec(number)?.[1]
    if (
      whole !== undefined &&
      /^\d+$/.test(outcome.number) &&
      whole !== outcome.number &&
      outcomes.some(o => o.number === whole)
    )
      mend(
        note,
        row,
        'criterionNumber',
        `${number} stands under outcome ${outcome.number}. Check the outcome number of this row.`,
        unit,
        number,
      )
  }
  outcome.criteria.push({
    number,
    kind: criterionKind(row, kindSaid, outcome.title, text, unit, note),
    verb: commandVerb(text),
    plural: moreThanOneAsked({ text, verb: commandVerb(text) }) !== null,
    text,
    parts: [],
  })
}

function addPart(row: TableRow, outcome: Outcome, code: string, unit: string, note: Note): void {
  const { criterionNumber, criterionText: text = '' } = row.cells
  const criterion = outcome.criteria.at(-1)
  if (!criterion || (criterionNumber && criterion.number !== '' && !samePlace(criterion.number, criterionNumber))) {
    mend(
      note,
      row,
      'part',
      `Part ${code} (“${text.slice(0, 100)}”) stands below no criterion with its number, so it was left out. Put it right below its criterion.`,
      unit,
    )
    return
  }
  criterion.parts.push({ code: code === bulletPart ? '' : code, text })
}

// A part's row says 1.1 where the spreadsheet made that of 1.10, as its criterion's row does.
const samePlace = (number: string, written: string) =>
  number === written || number.replace(/0$/, '') === written.replace(',', '.')

function criterionKind(
  row: TableRow,
  said: string | undefined,
  title: string | null,
  text: string,
  unit: string,
  note: Note,
) {
  const kind = said?.toLowerCase()
  if (kind === 'knowledge' || kind === 'performance') return kind
  if (kind === kindNotSaid) return null
  if (kind)
    mend(
      note,
      row,
      'kind',
      `“${said}” is neither knowledge nor performance. Write one of them or leave it empty.`,
      unit,
    )
  return kindOf(title, text)
}

/** The one value of a column in several rows: the first that is not empty; where another differs, that is reported. */
function one(rows: TableRow[], column: TemplateColumn, note: Note, unit: string | null = null): string | null {
  const value = firstOf(rows, column)
  const other = rows.find(row => row.cells[column] && row.cells[column] !== value)
  if (other)
    mend(
      note,
      other,
      column,
      `“${other.cells[column]}” differs from “${value}” in a row above, and that was kept. Write the same in both.`,
      unit,
    )
  return value
}

function amount(rows: TableRow[], column: TemplateColumn, note: Note, unit: string | null = null): number | null {
  const said = one(rows, column, note, unit)
  if (said === null) return null
  const number = /^(?:level\s*)?(\d{1,5})(?:[.,]0+)?(?:\s*(?:credits?|hours?|glh))?$/i.exec(said)?.[1]
  if (number !== undefined) return Number(number)
  const row = rows.find(row => row.cells[column] === said) as TableRow
  mend(note, row, column, `“${said}” is no whole number. Write the number alone, for example 5.`, unit)
  return null
}
