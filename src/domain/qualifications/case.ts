/**
 * Qualifications in CASE 1.1 (1EdTech Competencies and Academic Standards Exchange): the part of a CFPackage that we
 * write and read. Every item carries what CASE has no field for under a key of ours, so that ours read it back whole.
 */
import type { Criterion, Outcome, QualificationSpecification, UnitPlace, UnitSpecification } from './specification.ts'

export const caseVersion = '1.1'

/** What an item is, in the trade's words; also the titles of the item types that a package defines. */
export const caseItemTypes = ['qualification', 'unit', 'outcome', 'criterion'] as const
export type CaseItemType = (typeof caseItemTypes)[number]

/** What CASE has no field for. CASE lets `extensions` hold anything; the keys are ours by their first half. */
export type CaseExtensions = {
  'countersign:qualification'?: Omit<QualificationSpecification, 'title' | 'units'>
  'countersign:unit'?: Omit<UnitSpecification, 'title' | 'outcomes'> & Omit<UnitPlace, 'unit'>
  'countersign:outcome'?: Pick<Outcome, 'number' | 'kind' | 'title'>
  'countersign:criterion'?: Omit<Criterion, 'text'>
  'countersign:source'?: { documentTitle: string | null; documentVersion: string | null }
}

export type CaseLink = { title: string; identifier: string; uri: string }
/** A link to an item or the document; `targetType` says that the other end is CASE too. */
export type CaseTarget = CaseLink & { targetType?: 'CASE' }

type Dated = { identifier: string; uri: string; lastChangeDateTime: string }

export type CaseDocument = Dated & {
  caseVersion: typeof caseVersion
  creator: string
  title: string
  version: string
  language: string
  frameworkType: string
  adoptionStatus: string
  statusStartDate?: string
  statusEndDate?: string
  extensions: CaseExtensions
}

export type CaseItem = Dated & {
  fullStatement: string
  CFItemType: CaseItemType
  CFItemTypeURI: CaseLink
  humanCodingScheme?: string
  listEnumeration?: string
  language: string
  extensions: CaseExtensions
}

export type CaseAssociation = Dated & {
  associationType: 'isChildOf' | 'exactMatchOf'
  sequenceNumber?: number
  originNodeURI: CaseTarget
  destinationNodeURI: CaseTarget
}

export type CaseItemTypeDefinition = Dated & {
  title: CaseItemType
  description: string
  hierarchyCode: string
  typeCode: string
}

export type CasePackage = {
  CFDocument: CaseDocument
  CFItems: CaseItem[]
  CFAssociations: CaseAssociation[]
  CFDefinitions: { CFItemTypes: CaseItemTypeDefinition[] }
}
