/**
 * Published versions in CASE 1.1 of 1EdTech, read-only, under `/centres/:centreId/ims/case/v1p1/`: the paths, and what
 * they answer, are those of its REST binding. A centre's catalogue is not public, so the centre is part of the address
 * and only people of the centre are answered; a refusal is a problem document as everywhere in the house.
 */
import { z } from 'zod'
import type {
  CaseAssociation,
  CaseDocument,
  CaseItem,
  CaseItemTypeDefinition,
  CaseLink,
  CasePackage,
} from '#domain/qualifications/case.ts'
import { contract } from './endpoint.ts'

/** As CASE has it, a thing asked for by itself also says which document it belongs to. */
type InDocument<T> = T & { CFDocumentURI: CaseLink }

const at = '/centres/:centreId/ims/case/v1p1'

export const caseContract = contract({
  [`GET ${at}/CFDocuments` as const]: {
    summary: 'Every published version as a CASE document, newest first',
    query: z.object({
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
    }),
    result: z.object({ CFDocuments: z.array(z.custom<CaseDocument & { CFPackageURI: CaseLink }>()) }),
  },
  [`GET ${at}/CFDocuments/:versionId` as const]: {
    summary: 'One version as a CASE document',
    result: z.custom<CaseDocument & { CFPackageURI: CaseLink }>(),
  },
  [`GET ${at}/CFPackages/:versionId` as const]: {
    summary: 'One version whole as a CASE package: items, associations and the kinds of item',
    result: z.custom<CasePackage>(),
  },
  [`GET ${at}/CFItems/:itemId` as const]: {
    summary: 'A qualification, unit, outcome or criterion as a CASE item; the address that evidence can cite',
    result: z.custom<InDocument<CaseItem>>(),
  },
  [`GET ${at}/CFItemAssociations/:itemId` as const]: {
    summary: 'An item with every association that it is an end of',
    result: z.object({
      CFItem: z.custom<InDocument<CaseItem>>(),
      CFAssociations: z.array(z.custom<CaseAssociation>()),
    }),
  },
  [`GET ${at}/CFAssociations/:associationId` as const]: {
    summary: 'One association of two items',
    result: z.custom<InDocument<CaseAssociation>>(),
  },
  [`GET ${at}/CFItemTypes/:typeId` as const]: {
    summary: 'One of the four kinds of item',
    result: z.object({ CFItemTypes: z.array(z.custom<CaseItemTypeDefinition>()) }),
  },
})
