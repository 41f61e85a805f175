/** A published version as people walk it: qualification, unit, learning outcome, criterion (R12). */
import type { CriterionKind, LetteredPart, Outcome } from './specification.ts'

export type QualificationTree = {
  versionId: string
  qualificationId: string
  version: number
  title: string
  number: string | null
  awardingOrganisation: string | null
  framework: string | null
  level: number | null
  /** In the order of the document; numbers sort as numbers (R18). */
  units: TreeUnit[]
}

export type TreeUnit = {
  id: string
  /** The unit's accreditation number where there is one, else its local code. */
  code: string
  reference: string | null
  number: string | null
  title: string
  level: number | null
  credit: number | null
  group: string | null
  theme: string | null
  mandatory: boolean
  knowledgeOnly: boolean
  criterionCount: number
  outcomes: TreeOutcome[]
}

export type TreeOutcome = {
  id: string
  number: string
  kind: Outcome['kind']
  title: string | null
  criteria: TreeCriterion[]
}

export type TreeCriterion = {
  id: string
  number: string
  kind: CriterionKind | null
  verb: string | null
  plural: boolean
  text: string
  parts: LetteredPart[]
}
