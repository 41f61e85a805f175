/** What changed between two versions, or between the newest version and a document that is being imported. */
import { z } from 'zod'
import type { Difference } from '#domain/qualifications/difference.ts'
import type { StructureUnit } from '#domain/qualifications/structure.ts'
import { contract, id, instant } from './endpoint.ts'

const version = { versionId: id, version: z.number(), title: z.string(), publishedAt: instant }
/** Rules name units by their codes; with the structures they can be said in words. */
const compared = {
  difference: z.custom<Difference>(),
  structures: z.object({ from: z.array(z.custom<StructureUnit>()), to: z.array(z.custom<StructureUnit>()) }),
}

export const differencesContract = contract({
  'GET /centres/:centreId/versions/:versionId/differences/:otherId': {
    summary: 'What changed between two versions, told from the one published earlier to the later',
    result: z.object({ from: z.object(version), to: z.object(version), ...compared }),
  },
  'GET /centres/:centreId/imports/:importId/differences': {
    summary: 'What an import, as corrected so far, would change in each qualification that has been published before',
    result: z.object({
      differences: z.array(
        z.object({ title: z.string(), number: z.string().nullable(), from: z.object(version), ...compared }),
      ),
    }),
  },
})
