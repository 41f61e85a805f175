import { type Compared, differenceBetween } from '#domain/qualifications/difference.ts'
import { structureOf } from '#domain/qualifications/structure.ts'
import { wholeUnits } from './exporting.ts'
import type { Version } from './tree.ts'

export const headingOf = ({ tree: { versionId, version, title }, publishedAt }: Version) => ({
  ...{ versionId, version, title, publishedAt },
})

/** A version in the form in which it is compared. */
export const comparedOf = (version: Version): Compared => ({
  qualification: version.structure.qualification,
  units: wholeUnits(version),
})

/** The difference, and the units by which its rules can be said in words. */
export const comparison = (from: Compared, to: Compared) => ({
  difference: differenceBetween(from, to),
  structures: { from: structureOf(from.qualification, from.units), to: structureOf(to.qualification, to.units) },
})
