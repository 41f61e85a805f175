/** National occupational standards, their versions, and the units that derive from them (R26). */
import { z } from 'zod'
import { contract, id, instant, line, nothing, whole } from './endpoint.ts'

const version = z.object({ number: z.number(), name: z.string(), source: z.string(), by: z.string(), at: instant })

const unit = z.object({
  id,
  number: z.string().nullable(),
  code: z.string(),
  title: z.string(),
  /** The number of the standard's version that the unit derives from. */
  version: z.number(),
  versionName: z.string(),
  /** The qualifications in which the unit stands now. */
  qualifications: z.array(z.string()),
})

/** A new standard, or a new version of one, is told by the same two. */
const named = { version: line(100), source: line(500) }

export const occupationalStandardsContract = contract({
  'GET /centres/:centreId/occupational-standards': {
    summary:
      'The occupational standards that the centre’s units derive from, and the units that a newer version affects',
    result: z.object({
      standards: z.array(
        z.object({
          id,
          title: z.string(),
          body: z.string().nullable(),
          /** Newest first. */
          versions: z.array(version),
          units: z.array(unit),
          /** Of them, those that derive from an older version than the newest. */
          affected: z.array(id),
        }),
      ),
      can: z.object({ record: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/occupational-standards': {
    summary: 'Record an occupational standard with its first version',
    body: z.object({ title: line(), body: line().nullable().default(null), ...named }),
    result: z.object({ standardId: id }),
  },
  'POST /centres/:centreId/occupational-standards/:standardId/versions': {
    summary: 'Record a newer version of a standard; the units that derive from an older one are affected',
    body: z.object(named),
    result: z.object({ number: z.number(), affected: z.array(unit) }),
  },
  'POST /centres/:centreId/occupational-standards/:standardId/units': {
    summary: 'Say that units derive from a version of a standard; what was said of them before is kept',
    body: z.object({
      version: whole(1),
      unitIds: z.array(id).min(1, 'Choose a unit').max(500),
      source: line(500),
    }),
    result: nothing,
  },
  'GET /centres/:centreId/units/:unitId/occupational-standard': {
    summary: 'The occupational standard that a unit derives from, in its version, with what was said of it before',
    result: z.object({
      standing: z
        .object({
          standardId: id,
          title: z.string(),
          body: z.string().nullable(),
          version: z.string(),
          /** The name of the newest version, where that is another. */
          newer: z.string().nullable(),
        })
        .nullable(),
      history: z.array(
        z.object({
          number: z.number(),
          title: z.string().nullable(),
          version: z.string().nullable(),
          source: z.string(),
          by: z.string(),
          at: instant,
        }),
      ),
      can: z.object({ record: z.boolean() }),
    }),
  },
  'POST /centres/:centreId/units/:unitId/occupational-standard': {
    summary: 'Say which version of a standard a unit derives from, or that it derives from none',
    body: z.object({
      derivation: z.object({ standardId: id, version: whole(1) }).nullable(),
      source: line(500),
    }),
    result: nothing,
  },
})
