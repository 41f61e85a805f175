/** The plain table in which a centre types units in: its columns, and any specification as its rows. */
import type {
  Criterion,
  Outcome,
  QualificationSpecification,
  Specification,
  UnitPlace,
  UnitSpecification,
} from './specification.ts'

/** Every column: its heading, what else people call it, and what to write there. */
export const templateColumns = {
  awardingOrganisation: ['awarding organisation', ['awarding body'], 'Once is enough.'],
  qualificationNumber: [
    'qualification number',
    ['qan', 'qualification accreditation number'],
    'As issued, for example 610/9917/X. Empty means as in the row above.',
  ],
  qualificationTitle: ['qualification title', ['qualification'], 'Empty means as in the row above.'],
  framework: ['framework', [], 'RQF, QCF, NVQ, SCQF or CQFW.'],
  qualificationLevel: ['qualification level', [], 'A number.'],
  totalCredit: ['total credit', ['total credits', 'qualification credit'], 'A whole number.'],
  rules: ['rules of combination', ['rules', 'rule of combination'], 'The sentences as printed.'],
  group: ['group', ['unit group'], 'The group of units, for example A.'],
  groupTitle: ['group title', ['group name'], 'What the group is called.'],
  theme: ['theme', [], 'Where units are sorted by theme as well.'],
  mandatory: ['mandatory', ['mandatory unit'], 'yes or no; empty means no.'],
  unitReference: [
    'unit reference',
    ['unit accreditation number', 'unit reference number', 'reference'],
    'The accreditation number of the unit, for example T/299/1055.',
  ],
  unitNumber: ['unit number', ['unit no', 'unit'], 'The number or code as printed, for example 1 or A10.'],
  unitCode: ['unit code', [], 'Only where neither reference nor number tells the unit from others.'],
  unitTitle: ['unit title', ['unit name'], 'Empty unit columns mean the unit of the row above.'],
  unitLevel: ['unit level', ['level'], 'A number.'],
  credit: ['credit', ['credits', 'credit value', 'unit credit'], 'A whole number.'],
  glh: ['glh', ['guided learning hours'], 'Guided learning hours, a number.'],
  outcomeNumber: ['outcome number', ['learning outcome number', 'outcome no'], 'For example 1.'],
  outcomeKind: ['outcome kind', [], 'learning outcome, element or knowledge; empty means learning outcome.'],
  outcomeTitle: ['outcome title', ['outcome', 'learning outcome'], 'What stands above the criteria.'],
  criterionNumber: [
    'criterion number',
    ['criterion', 'criterion no', 'assessment criterion number'],
    'For example 1.10. Keep the column as text, or a spreadsheet makes 1.1 of it.',
  ],
  part: ['part', [], 'The letter of a part, in a row of its own below its criterion.'],
  criterionText: [
    'criterion text',
    ['assessment criterion', 'assessment criteria', 'criterion wording'],
    'The exact wording.',
  ],
  kind: ['kind', ['criterion kind'], 'knowledge, performance, or not said; empty lets the wording tell.'],
} as const satisfies Record<string, readonly [heading: string, others: readonly string[], hint: string]>

export type TemplateColumn = keyof typeof templateColumns
export type TemplateRow = Partial<Record<TemplateColumn, string>>

export const templateColumnNames = Object.keys(templateColumns) as TemplateColumn[]
export const headingOfColumn = (column: TemplateColumn): string => templateColumns[column][0]

/** The column a heading means, however it is spaced or written in capitals; null for one we do not know. */
export function columnOfHeading(heading: string): TemplateColumn | null {
  const said = plain(heading)
  return (
    templateColumnNames.find(column => {
      const [name, others] = templateColumns[column]
      return said === name || (others as readonly string[]).includes(said)
    }) ?? null
  )
}

const plain = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()

export const outcomeKindWords: Record<Outcome['kind'], string> = {
  'learning-outcome': 'learning outcome',
  element: 'element',
  knowledge: 'knowledge',
}

/** A part without a letter of its own, which is a bullet where it is printed. */
export const bulletPart = '•'
export const kindNotSaid = 'not said'

/**
 * A row for each criterion and each of its parts; a unit that stands in several qualifications is written out under the
 * first and named under the others. Units in no qualification come first. Nothing the columns hold is lost. Rule: R21.
 */
export function templateRows({ source, qualifications, units }: Specification): TemplateRow[] {
  const known = new Map(units.map(unit => [unit.id, unit]))
  const placed = new Set(qualifications.flatMap(q => q.units.map(place => place.unit)))
  const written = new Set<string>()
  const organisation = { awardingOrganisation: source.awardingOrganisation ?? '' }
  const loose = units
    .filter(unit => !placed.has(unit.id))
    .flatMap(unit => unitRows(unit).map(row => ({ ...organisation, ...row })))
  const rows = qualifications.flatMap(qualification =>
    qualification.units.flatMap(place => {
      const unit = known.get(place.unit)
      if (!unit) return []
      const own = written.has(unit.id) ? [unitCells(unit)] : unitRows(unit)
      written.add(unit.id)
      const cells = { ...organisation, ...qualificationCells(qualification), ...placeCells(qualification, place) }
      return own.map(row => ({ ...cells, ...row }))
    }),
  )
  return [...loose, ...rows]
}

function qualificationCells(qualification: QualificationSpecification): TemplateRow {
  const { number, title, framework, level, totalCredit, ruleTexts } = qualification
  return {
    qualificationNumber: number ?? '',
    qualificationTitle: title,
    framework: framework ?? '',
    qualificationLevel: said(level),
    totalCredit: said(totalCredit),
    rules: ruleTexts.join('\n'),
  }
}

function placeCells({ groups }: QualificationSpecification, { group, theme, mandatory }: UnitPlace): TemplateRow {
  const groupTitle = groups.find(one => one.code === group)?.title ?? ''
  return { group: group ?? '', groupTitle, theme: theme ?? '', mandatory: mandatory ? 'yes' : 'no' }
}

function unitCells(unit: UnitSpecification): TemplateRow {
  const { id, reference, number, title, level, credit, glh } = unit
  return {
    unitReference: reference ?? '',
    unitNumber: number ?? '',
    unitCode: id === (reference ?? number ?? title) ? '' : id,
    unitTitle: title,
    unitLevel: said(level),
    credit: said(credit),
    glh: said(glh),
  }
}

function unitRows(unit: UnitSpecification): TemplateRow[] {
  const cells = unitCells(unit)
  if (unit.outcomes.length === 0) return [cells]
  return unit.outcomes.flatMap(outcome => {
    const heading = {
      ...cells,
      outcomeNumber: outcome.number,
      outcomeKind: outcomeKindWords[outcome.kind],
      outcomeTitle: outcome.title ?? '',
    }
    if (outcome.criteria.length === 0) return [heading]
    return outcome.criteria.flatMap(criterion => criterionRows(criterion).map(row => ({ ...heading, ...row })))
  })
}

function criterionRows({ number, text, kind, parts }: Criterion): TemplateRow[] {
  return [
    { criterionNumber: number, criterionText: text, kind: kind ?? kindNotSaid },
    ...parts.map(part => ({ criterionNumber: number, part: part.code || bulletPart, criterionText: part.text })),
  ]
}

const said = (value: number | null) => (value === null ? '' : String(value))
