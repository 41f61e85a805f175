/** People and registrations by a CSV file: looked at whole before anything is written, then written whole or not at all. */
import { z } from 'zod'
import { roles } from '#domain/people/roles.ts'
import { columns } from '#domain/people-files/columns.ts'
import { fundings } from '#domain/registrations/selection.ts'
import { bytes, contract, fileResult } from './endpoint.ts'

/** A line has a few hundred bytes: twenty thousand people fit. */
export const largestPeopleFile = 5_000_000

export const peopleFilesContract = contract({
  'GET /centres/:centreId/people-files/template.csv': {
    summary: 'A file with the right headings and an example of each kind of line',
    result: fileResult,
  },
  'POST /centres/:centreId/people-files/preview': {
    summary: 'Read a file and say what it would do, or name every fault in it; nothing is written',
    body: bytes(largestPeopleFile),
    result: z.object({
      /** Stands for exactly these bytes and exactly what they would do; null while there are faults. */
      token: z.string().nullable(),
      /** `windows-1252` where the file is not UTF-8: accents are then worth a look. */
      encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']),
      lines: z.number(),
      people: z.number(),
      registrations: z.number(),
      faults: z.array(
        z.object({
          line: z.number(),
          column: z.enum(columns).nullable(),
          code: z.string(),
          details: z.record(z.string(), z.unknown()),
        }),
      ),
      /** Every faulty line, and the first few hundred of the others. */
      rows: z.array(
        z.object({
          line: z.number(),
          name: z.string(),
          email: z.string(),
          roles: z.array(z.enum(roles)),
          here: z.boolean(),
          qualification: z.string(),
          units: z.number(),
          levelReason: z.string(),
          funding: z.enum(fundings).nullable(),
        }),
      ),
    }),
  },
  'POST /centres/:centreId/people-files': {
    summary: 'Write what the preview said, all of it or nothing; refused when the file or the centre has changed since',
    query: z.object({ token: z.string().length(64) }),
    body: bytes(largestPeopleFile),
    result: z.object({ people: z.number(), registrations: z.number() }),
  },
})
