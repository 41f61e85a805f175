/**
 * The specification document at the edge: checked where it comes in, so that everything inside can rely on its shape.
 *
 * A field that may be null, and a list, may be left out by hand-written documents: left out means that the source does
 * not say. A field the format does not know is refused and not dropped, since in a rule a slip of the pen changes what
 * learners must do.
 */
import { z } from 'zod'
import {
  type Framework,
  frameworks,
  quantifiers,
  type Specification,
  specificationFormat,
} from '#domain/qualifications/specification.ts'
import { type Fault, faultsIn } from './faults.ts'

const unsaid = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)
const listOf = <T extends z.ZodType>(schema: T) => z.array(schema).default([])
const named = z.string().trim().min(1, 'must not be empty')
const count = z
  .number()
  .int('must be a whole number')
  .min(0, 'must not be less than 0')
  .max(1_000_000, 'must not be more than 1,000,000')
const day = z.iso
  .date({ abort: true, error: 'must be a day written as year-month-day, for example 2026-05-14' })
  .refine(d => d >= '1900-01-01' && d < '3000-01-01', 'must be a day between 1900 and 2999')
const level = z.number().min(0, 'must not be less than 0').max(100, 'must not be more than 100')
const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema)])

const selector = z.strictObject({
  group: oneOrMore(named).optional(),
  theme: oneOrMore(named).optional(),
  level: oneOrMore(level).optional(),
  mandatory: z.boolean().optional(),
  optional: z.boolean().optional(),
  units: z.array(named).optional(),
})

const bounds = z
  .strictObject({ of: selector.optional(), min: count.optional(), max: count.optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'must give min, max or both')
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'must not have min greater than max')

/** One rule of combination: exactly one of the five kinds. */
export const rule = z.union(
  [
    z.strictObject({ require: z.array(named).min(1, 'must name at least one unit') }),
    z.strictObject({ credits: bounds }),
    z.strictObject({ count: bounds }),
    z.strictObject({ barred: z.array(named).min(2, 'must name at least two units') }),
    z.strictObject({ unknown: named }),
  ],
  'must have exactly one of require, credits, count, barred, unknown',
)

const place = z.strictObject({ unit: named, group: unsaid(named), theme: unsaid(named), mandatory: z.boolean() })

const permissionStatement = z.strictObject({
  about: z.enum(['simulation', 'environment']),
  permission: z.enum(['allowed', 'not-allowed', 'not-for-performance']),
  units: z.array(named),
  unknownUnits: listOf(named),
  placement: z.boolean().default(false),
  text: z.string(),
  line: unsaid(count),
})

const qualificationSpecification = z.strictObject({
  title: named,
  number: unsaid(named),
  otherNumbers: listOf(z.strictObject({ scheme: named, value: named })),
  framework: unsaid(z.enum(frameworks as readonly Framework[])),
  level: unsaid(level),
  totalCredit: unsaid(count),
  registration: z
    .strictObject({ opens: unsaid(day), lastRegistration: unsaid(day), lastCertification: unsaid(day) })
    .default({ opens: null, lastRegistration: null, lastCertification: null }),
  units: z.array(place),
  groups: listOf(z.strictObject({ code: named, title: z.string() })),
  rules: z.array(rule),
  ruleTexts: listOf(z.string()),
  rulesComplete: z.boolean(),
  permissionStatements: z.array(permissionStatement).optional(),
})

const part = z.strictObject({ code: z.string(), text: z.string() })
const criterion = z.strictObject({
  number: z.string(),
  kind: unsaid(z.enum(['knowledge', 'performance'])),
  verb: unsaid(z.string()),
  plural: z.boolean().default(false),
  text: z.string(),
  parts: listOf(part),
})
const outcome = z.strictObject({
  number: z.string(),
  kind: z.enum(['learning-outcome', 'element', 'knowledge']),
  title: unsaid(z.string()),
  criteria: listOf(criterion),
})
const evidenceRequirement = z.strictObject({
  number: z.string(),
  text: z.string(),
  kind: z.enum(['must', 'may']),
  quantifier: z.enum(quantifiers),
  atLeast: unsaid(count),
  items: listOf(part.extend({ atLeast: count.optional() })),
})
const simulation = z.strictObject({
  permission: unsaid(z.enum(['not-allowed', 'allowed', 'rwe-only', 'exceptions'])),
  text: unsaid(z.string()),
  exceptions: listOf(z.strictObject({ criterion: z.string(), condition: z.string() })),
  performanceOnly: z.boolean().optional(),
  environment: z
    .strictObject({ permission: z.enum(['allowed', 'not-allowed']), placement: z.boolean(), text: z.string() })
    .optional(),
})

const unitSpecification = z.strictObject({
  id: named,
  reference: unsaid(z.string()),
  number: unsaid(z.string()),
  title: z.string(),
  level: unsaid(level),
  credit: unsaid(count),
  glh: unsaid(z.number()),
  simulation: simulation.default({ permission: null, text: null, exceptions: [] }),
  evidenceRequirements: listOf(evidenceRequirement),
  knowledgeOnly: z.boolean().default(false),
  worksheet: z.boolean().default(false),
  outcomes: listOf(outcome),
})

const reportLine = z.strictObject({
  severity: z.enum(['info', 'warning', 'error']),
  code: z.string(),
  unit: unsaid(z.string()),
  criterion: unsaid(z.string()),
  line: unsaid(count),
  message: z.string(),
})

/** The whole document, `countersign.specification/1`. */
export const specification = z.strictObject({
  format: z.literal(specificationFormat),
  source: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    awardingOrganisation: unsaid(z.string()),
    documentTitle: unsaid(z.string()),
    documentVersion: unsaid(z.string()),
  }),
  qualifications: z.array(qualificationSpecification),
  units: z.array(unitSpecification),
  report: listOf(reportLine),
})

/** Fails to compile when the document checked here and the types of the domain are no longer the same. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
true satisfies Same<z.output<typeof specification>, Specification>
true satisfies Same<Required<DeepRequired<z.output<typeof specification>>>, DeepRequired<Specification>>

// Without this a field made optional on one side only would pass as the same.
type DeepRequired<T> = T extends readonly (infer Item)[]
  ? DeepRequired<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: DeepRequired<T[Key]> }
    : T

/**
 * Takes a parsed JSON value and answers with the specification, or with every fault at once, each with its path
 * (`units[3].credit`) and a sentence. Two units with the same id are a fault too: rules could not tell them apart.
 */
export function checkSpecification(
  value: unknown,
): { ok: true; specification: Specification } | { ok: false; faults: Fault[] } {
  const read = specification.safeParse(value, { reportInput: true })
  if (!read.success) return { ok: false, faults: faultsIn(read.error) }
  const faults = read.data.units.flatMap(({ id }, at, all): Fault[] => {
    const first = all.findIndex(unit => unit.id === id)
    if (first === at) return []
    return [{ path: `units[${at}].id`, message: `must not be ${id}, which units[${first}] has already` }]
  })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, specification: read.data }
}
