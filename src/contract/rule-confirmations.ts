/** Rules of combination that the source leaves unknown, supplied by a named person. */
import { z } from 'zod'
import { contract, id, lines, whole } from './endpoint.ts'

const several = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1).max(100)])
const code = z.string().min(1).max(100)
const amount = z.int().min(0).max(10_000)
const bounds = z.strictObject({
  of: z
    .strictObject({
      group: several(code).optional(),
      theme: several(code).optional(),
      level: several(z.int().min(0).max(100)).optional(),
      mandatory: z.boolean().optional(),
      optional: z.boolean().optional(),
      units: z.array(code).min(1).max(500).optional(),
    })
    .optional(),
  min: amount.optional(),
  max: amount.optional(),
})
const units = z.array(code).min(1).max(500)

const rule = z.union([
  z.strictObject({ require: units }),
  z.strictObject({ credits: bounds }),
  z.strictObject({ count: bounds }),
  z.strictObject({ barred: units }),
])

export const ruleConfirmationsContract = contract({
  'POST /centres/:centreId/versions/:versionId/rule-confirmations': {
    summary: 'Supply and confirm a rule that the source leaves unknown; from then on every verdict uses it',
    limit: 1_000_000,
    body: z.object({
      /** Its place among the version's rules; null where the source only does not give every rule. */
      rule: whole(0).nullable(),
      /** What stands in its place; none where there is nothing further. */
      rules: z.array(rule).max(50),
      sourceText: lines(4000),
    }),
    result: z.object({ confirmationId: id }),
  },
})
