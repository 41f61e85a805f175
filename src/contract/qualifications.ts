/** The catalogue: what awarding organisations ask for, in versions that never change. */
import { z } from 'zod'
import type { QualificationSpecification, UnitSpecification } from '#domain/qualifications/specification.ts'
import type { QualificationTree, TreeUnit } from '#domain/qualifications/tree.ts'
import { contract, day, id, instant } from './endpoint.ts'

const search = z.string().trim().max(200).default('')

/** How a qualification is named and numbered, as one version prints it (R12, R13). */
const named = {
  title: z.string(),
  number: z.string().nullable(),
  awardingOrganisation: z.string().nullable(),
  framework: z.string().nullable(),
  level: z.number().nullable(),
}

const placed = z.object({
  ...named,
  qualificationId: id,
  versionId: id,
  version: z.number(),
  /** False where a newer version of the qualification has been published. */
  current: z.boolean(),
  mandatory: z.boolean(),
  group: z.string().nullable(),
})

export const qualificationsContract = contract({
  'GET /centres/:centreId/qualifications': {
    summary:
      'The qualifications of the centre’s catalogue, each in its newest version, found by title, number or awarding organisation',
    query: z.object({ search }),
    result: z.object({
      qualifications: z.array(
        z.object({
          ...named,
          id,
          versionId: id,
          version: z.number(),
          otherNumbers: z.array(z.object({ scheme: z.string(), value: z.string() })),
          accreditedFrom: day.nullable(),
          accreditedTo: day.nullable(),
          publishedAt: instant,
          units: z.number(),
          criteria: z.number(),
        }),
      ),
      can: z.object({ import: z.boolean() }),
    }),
  },
  'GET /centres/:centreId/qualifications/:qualificationId': {
    summary: 'The versions of one qualification, newest first',
    result: z.object({
      id,
      title: z.string(),
      versions: z.array(
        z.object({
          ...named,
          id,
          version: z.number(),
          publishedAt: instant,
          publishedBy: z.string(),
          units: z.number(),
          criteria: z.number(),
        }),
      ),
    }),
  },
  'GET /centres/:centreId/versions/:versionId': {
    summary: 'One published version whole: groups, units, outcomes, criteria and the rules of combination',
    result: z.object({
      tree: z.custom<QualificationTree>(),
      groups: z.array(z.object({ code: z.string(), title: z.string() })),
      totalCredit: z.number().nullable(),
      otherNumbers: z.array(z.object({ scheme: z.string(), value: z.string() })),
      dates: z.custom<QualificationSpecification['registration']>(),
      rules: z.custom<QualificationSpecification['rules']>(),
      ruleTexts: z.array(z.string()),
      rulesComplete: z.boolean(),
      /** Rules that the source leaves unknown and somebody has supplied: what counts now, one for each rule. */
      confirmations: z.array(
        z.object({
          id,
          rule: z.number().nullable(),
          rules: z.custom<QualificationSpecification['rules']>(),
          sourceText: z.string(),
          confirmedBy: z.string(),
          confirmedAt: instant,
        }),
      ),
      can: z.object({ confirmRules: z.boolean() }),
      publishedAt: instant,
      publishedBy: z.string(),
      versions: z.array(z.object({ id, version: z.number(), publishedAt: instant })),
    }),
  },
  'GET /centres/:centreId/units': {
    summary: 'Units found by number, title or the wording of their criteria, with the criteria that matched',
    query: z.object({ search, versionId: id.optional() }),
    result: z.object({
      units: z.array(
        z.object({
          id,
          code: z.string(),
          number: z.string().nullable(),
          title: z.string(),
          level: z.number().nullable(),
          credit: z.number().nullable(),
          criteria: z.number(),
          versionId: id,
          /** The titles of the qualifications in which it stands now. */
          qualifications: z.array(z.string()),
          matches: z.array(z.object({ id, number: z.string(), text: z.string() })),
          matching: z.number(),
        }),
      ),
      /** True where nothing has these very words and the nearest wording is shown. */
      nearest: z.boolean(),
    }),
  },
  'GET /centres/:centreId/units/:unitId': {
    summary: 'One unit as a version prints it, and the qualifications in which it stands',
    query: z.object({ versionId: id.optional() }),
    result: z.object({
      unit: z.custom<TreeUnit & Pick<UnitSpecification, 'glh' | 'simulation' | 'evidenceRequirements' | 'worksheet'>>(),
      shown: placed,
      places: z.array(placed),
    }),
  },
})
