import { z } from 'zod'
import { obstacleCodes } from '#domain/decisions/obstacles.ts'

/** What stands in the way of confirming a criterion on a piece of evidence, told beforehand. */
export const obstacle = z.object({
  code: z.enum(obstacleCodes),
  mend: z.enum(['say-why', 'other-evidence']),
  details: z.record(z.string(), z.unknown()),
})
