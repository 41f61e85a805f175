/**
 * What CASE 1.1 asks of a CFPackage and of the other answers of its REST binding: required fields, types and
 * vocabularies as the JSON Schemas of the version 1.1 binding (draft 2019-09, case_v1p1_…-jsonschema1) lay them down,
 * written again for the parts that we publish. Like those, it knows no further fields but inside `extensions`.
 */
import { z } from 'zod'

const normalised = z.string().regex(/^[^\r\n\t]*$/)
const link = z.strictObject({ title: normalised, identifier: z.uuid(), uri: z.url() })
const target = z.strictObject({
  ...{ title: normalised, identifier: normalised, uri: z.url() },
  targetType: z.union([z.literal('CASE'), z.string().regex(/^ext:[\w.|-]+$/)]).optional(),
})
const extensions = z.looseObject({}).optional()
const dated = { identifier: z.uuid(), uri: z.url(), lastChangeDateTime: z.iso.datetime() }

const document = {
  ...dated,
  creator: normalised.min(1),
  title: normalised,
  caseVersion: z.literal('1.1').optional(),
  frameworkType: normalised.optional(),
  publisher: normalised.optional(),
  language: z
    .string()
    .regex(/^[a-z]{2}(-[A-Z]{2})?$/)
    .optional(),
  version: normalised.optional(),
  adoptionStatus: z.enum(['Private Draft', 'Draft', 'Adopted', 'Deprecated']).optional(),
  statusStartDate: z.iso.date().optional(),
  statusEndDate: z.iso.date().optional(),
  extensions,
}

const item = {
  ...dated,
  fullStatement: z.string(),
  CFItemType: normalised.optional(),
  CFItemTypeURI: link.optional(),
  humanCodingScheme: normalised.optional(),
  listEnumeration: normalised.optional(),
  language: z.string().optional(),
  extensions,
}

const associationTypes = [
  ...(['isChildOf', 'isPeerOf', 'isPartOf', 'exactMatchOf', 'precedes', 'isRelatedTo', 'replacedBy'] as const),
  ...(['exemplar', 'hasSkillLevel', 'isTranslationOf'] as const),
]

const association = {
  ...dated,
  associationType: z.union([z.enum(associationTypes), z.string().regex(/^ext:[\w.|-]+$/)]),
  sequenceNumber: z.number().int().optional(),
  originNodeURI: target,
  destinationNodeURI: target,
  extensions,
}

const itemType = z.strictObject({
  ...dated,
  ...{ title: normalised, description: z.string(), hierarchyCode: normalised },
  typeCode: normalised.optional(),
})

const inDocument = { CFDocumentURI: link }
const itemAlone = z.strictObject({ ...item, ...inDocument })

export const caseSchemas = {
  CFPackages: z.strictObject({
    CFDocument: z.strictObject(document),
    CFItems: z.array(z.strictObject(item)).optional(),
    CFAssociations: z.array(z.strictObject(association)).optional(),
    CFDefinitions: z.strictObject({ CFItemTypes: z.array(itemType).optional() }).optional(),
  }),
  CFDocuments: z.strictObject({ ...document, CFPackageURI: link }),
  CFDocumentSet: z.strictObject({ CFDocuments: z.array(z.strictObject({ ...document, CFPackageURI: link })).min(1) }),
  CFItems: itemAlone,
  CFItemAssociations: z.strictObject({
    CFItem: itemAlone,
    CFAssociations: z.array(z.strictObject(association)).min(1),
  }),
  CFAssociations: z.strictObject({ ...association, CFDocumentURI: link.optional() }),
  CFItemTypes: z.strictObject({ CFItemTypes: z.array(itemType).min(1) }),
}
