/** Where evidence may come from, and whose word it is (R99 to R104). */
import { z } from 'zod'
import { permissionKinds, permissionSubjects } from '#domain/settings/permission.ts'
import { contract, id, instant, line, lines, nothing } from './endpoint.ts'

const about = z.enum(permissionSubjects, 'Say what it is about')
const kind = z.enum(permissionKinds, 'Say what is permitted')
const source = z.object({
  about,
  kind,
  performanceOnly: z.boolean(),
  exceptions: z.array(z.object({ criterion: z.string(), condition: z.string() })),
  placement: z.boolean(),
  text: z.string().nullable(),
  from: z.enum(['unit', 'document', 'framework', 'person', 'simulation']),
  where: z.string().nullable(),
})

const subject = z.object({
  about,
  /** What holds now: what was settled, else the strictest of the sources. */
  applies: source,
  conflict: z.boolean(),
  /** Whether the newest settlement answers all that is said now; else the strictest holds. */
  settled: z.boolean(),
  sources: z.array(source.extend({ recorded: z.object({ id, by: z.string(), at: instant }).nullable() })),
  /** The newest first; the others stay readable. */
  settlements: z.array(z.object({ followed: source, reason: z.string(), by: z.string(), at: instant })),
})

const version = z.object({ id, title: z.string(), number: z.string().nullable(), version: z.number() })
const can = z.object({ record: z.boolean(), settle: z.boolean() })

export const settingsContract = contract({
  'GET /centres/:centreId/versions/:versionId/units/:unitId/permissions': {
    summary:
      'Where evidence for a unit may come from in one version, by source, and what was settled between them (R104)',
    result: z.object({ subjects: z.array(subject), can }),
  },
  'GET /centres/:centreId/permission-conflicts': {
    summary: 'Every contradiction in the catalogue about where evidence may come from, settled or not (R104)',
    result: z.object({
      conflicts: z.array(
        z.object({ version, unit: z.object({ id, number: z.string().nullable(), title: z.string() }), subject }),
      ),
      /** Permissions for units that the document does not have. */
      unplaced: z.array(
        z.object({
          version,
          about,
          text: z.string(),
          line: z.number().nullable(),
          unknownUnits: z.array(z.string()),
          /** What else the document says of the same subject. */
          against: z.array(z.object({ text: z.string(), line: z.number().nullable() })),
        }),
      ),
      can,
    }),
  },
  'POST /centres/:centreId/units/:unitId/permission-sources': {
    summary: 'Record what another document says of where evidence for a unit may come from; the strictest applies',
    body: z.object({ about, kind, text: lines(2000), source: line(500) }),
    result: z.object({ sourceId: id }),
  },
  'POST /centres/:centreId/permission-sources/:sourceId/ending': {
    summary: 'End what was recorded and no longer holds; it stays on record with the reason',
    body: z.object({ reason: lines(1000) }),
    result: nothing,
  },
  'POST /centres/:centreId/versions/:versionId/units/:unitId/permission-settlements': {
    summary:
      'Settle a contradiction by naming the source to follow, with the reason; earlier settlements stay on record',
    body: z.object({ about, kind, reason: lines(2000) }),
    result: nothing,
  },
})
