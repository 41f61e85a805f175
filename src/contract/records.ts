/** The record of a piece of evidence as it is sent and answered: one property for each field, of the field's own kind. */
import { z } from 'zod'
import {
  answerForms,
  type EvidenceRecord,
  fieldNames,
  longest,
  longestList,
  type RecordChange,
  recordFields,
} from '#domain/evidence/record-fields.ts'
import { day, lineOrNothing } from './endpoint.ts'

const words = (max: number) => z.string().max(max, `Use at most ${max.toLocaleString('en-GB')} characters`)
const text = words(longest.text)
const line = lineOrNothing(longest.line)
const list = <T extends z.ZodType>(of: T) => z.array(of).max(longestList, `Use at most ${longestList} lines`)

const values = {
  line,
  text,
  day,
  time: z.iso.time({ precision: -1, error: 'Give the time as hours and minutes, for example 14:30' }),
  'yes-no': z.boolean(),
  entries: list(z.object({ day: day.nullable(), details: text, links: line, covers: line })),
  questions: list(z.object({ question: text, answer: text, form: z.enum(answerForms) })),
} as const

const valueOf = (name: (typeof fieldNames)[number]): z.ZodType => {
  const field = recordFields[name]
  return field.kind === 'choice' ? z.enum(field.choices) : values[field.kind]
}

const each = (of: (value: z.ZodType) => z.ZodType) =>
  Object.fromEntries(fieldNames.map(name => [name, of(valueOf(name)).optional()]))

/** As it is kept: what is empty is not there. */
export const evidenceRecord = z.object(each(value => value)) as unknown as z.ZodType<EvidenceRecord, EvidenceRecord>
/** As it is sent: only what changes, null for what is emptied. */
export const recordChange = z.strictObject(each(value => value.nullable())) as unknown as z.ZodType<
  RecordChange,
  RecordChange
>
