/** A published version as a CFPackage of CASE 1.1, so that other programs can read it and evidence can cite its addresses. */
import {
  type CaseAssociation,
  type CaseDocument,
  type CaseExtensions,
  type CaseItem,
  type CaseItemType,
  type CaseItemTypeDefinition,
  type CaseLink,
  type CasePackage,
  caseItemTypes,
  caseVersion,
} from './case.ts'
import type {
  Criterion,
  Outcome,
  QualificationSpecification,
  SpecificationSource,
  UnitSpecification,
} from './specification.ts'

type Kept<T, Without extends keyof T = never> = Omit<T, Without> & { id: string }

/** `sameAs` is the version in which the unit first stood, where that is another (R21). */
export type CaseUnit = Omit<UnitSpecification, 'id' | 'outcomes'> & {
  id: string
  code: string
  sameAs: string | null
  outcomes: (Kept<Outcome, 'criteria'> & { criteria: Kept<Criterion>[] })[]
}

export type CaseVersion = {
  versionId: string
  version: number
  publishedAt: string
  source: Pick<SpecificationSource, 'awardingOrganisation' | 'documentTitle' | 'documentVersion'>
  qualification: QualificationSpecification
  units: CaseUnit[]
}

type Resource = 'CFDocuments' | 'CFItems' | 'CFAssociations' | 'CFPackages' | 'CFItemTypes'

/** How things are named: an identifier that is always the same for the same thing of a version, and its address. */
export type CaseNaming = {
  identify: (versionId: string, thing: string) => string
  address: (resource: Resource, identifier: string) => string
}

const descriptions: Record<CaseItemType, string> = {
  qualification: 'A qualification, which is achieved by achieving units that meet its rules of combination',
  unit: 'A unit of a qualification',
  outcome: 'A learning outcome or element of a unit, or what it asks a learner to know',
  criterion: 'An assessment criterion, which a learner meets with evidence',
}

/** The things of a version that an identifier may stand for, by the names under which `identify` is asked. */
export const caseThings = {
  qualification: 'qualification',
  childOf: (thing: string) => `isChildOf/${thing}`,
  exactMatchOf: (thing: string) => `exactMatchOf/${thing}`,
}

/** The address of the package and of its document; both are named by the version's own id. */
export function caseDocumentLinks(versionId: string, title: string, { address }: CaseNaming) {
  const named = { title, identifier: versionId }
  return {
    document: { ...named, uri: address('CFDocuments', versionId) },
    package: { ...named, uri: address('CFPackages', versionId) },
  }
}

/** The whole version; each item a child of the one it stands in, a shared unit the exact match of its first standing. Rule: R21. */
export function casePackageOf(version: CaseVersion, naming: CaseNaming): CasePackage {
  const { versionId, publishedAt, qualification, units } = version
  const { document } = caseDocumentLinks(versionId, qualification.title, naming)
  const items: CaseItem[] = []
  const associations: CaseAssociation[] = []
  const dated = (identifier: string, resource: Resource) => ({
    identifier,
    uri: naming.address(resource, identifier),
    lastChangeDateTime: publishedAt,
  })
  const linkOf = (item: CaseItem): CaseLink => ({ title: nameOf(item), identifier: item.identifier, uri: item.uri })
  const relate = (type: CaseAssociation['associationType'], thing: string, from: CaseLink, to: CaseLink, at?: number) =>
    associations.push({
      ...dated(naming.identify(versionId, thing), 'CFAssociations'),
      associationType: type,
      ...(at === undefined ? {} : { sequenceNumber: at + 1 }),
      originNodeURI: { ...from, targetType: 'CASE' },
      destinationNodeURI: { ...to, targetType: 'CASE' },
    })
  const add = (thing: string, parent: CaseLink, at: number, said: Said): CaseLink => {
    const { number, code, ...rest } = said
    const item: CaseItem = {
      ...dated(naming.identify(versionId, thing), 'CFItems'),
      ...rest,
      CFItemTypeURI: typeLink(said.CFItemType, naming),
      ...(code ? { humanCodingScheme: code } : {}),
      ...(number ? { listEnumeration: number } : {}),
      language: 'en',
    }
    items.push(item)
    relate('isChildOf', caseThings.childOf(thing), linkOf(item), parent, at)
    return linkOf(item)
  }

  const { title, units: places, ...held } = qualification
  const root = add(caseThings.qualification, document, 0, {
    fullStatement: title,
    CFItemType: 'qualification',
    code: qualification.number,
    extensions: { 'countersign:qualification': held },
  })
  units.forEach((unit, at) => {
    const { id, code, sameAs, title: unitTitle, outcomes, ...details } = unit
    const { unit: _unit, ...place } = places.find(one => one.unit === code) ?? nowhere
    const link = add(id, root, at, {
      fullStatement: unitTitle,
      CFItemType: 'unit',
      code,
      number: unit.number,
      extensions: { 'countersign:unit': { id: code, ...details, ...place } },
    })
    if (sameAs !== null) {
      const identifier = naming.identify(sameAs, id)
      const same = { title: link.title, identifier, uri: naming.address('CFItems', identifier) }
      relate('exactMatchOf', caseThings.exactMatchOf(id), link, same)
    }
    outcomes.forEach((outcome, position) => {
      const { id: outcomeId, criteria, ...heading } = outcome
      const parent = add(outcomeId, link, position, {
        fullStatement: outcome.title ?? `Outcome ${outcome.number}`,
        CFItemType: 'outcome',
        code: outcome.number,
        number: outcome.number,
        extensions: { 'countersign:outcome': heading },
      })
      criteria.forEach(({ id: criterionId, text, ...asked }, order) => {
        add(criterionId, parent, order, {
          fullStatement: text,
          CFItemType: 'criterion',
          code: asked.number,
          number: asked.number,
          extensions: { 'countersign:criterion': asked },
        })
      })
    })
  })
  return {
    CFDocument: caseDocumentOf(version, document),
    CFItems: items,
    CFAssociations: associations,
    CFDefinitions: { CFItemTypes: caseTypeDefinitions(naming) },
  }
}

type Said = Pick<CaseItem, 'fullStatement' | 'CFItemType'> & {
  code: string | null
  number?: string | null
  extensions: CaseExtensions
}

const nowhere = { unit: '', group: null, theme: null, mandatory: false }

const nameOf = ({ fullStatement, humanCodingScheme }: CaseItem) =>
  [humanCodingScheme, fullStatement].filter(Boolean).join(' ').replace(/\s+/g, ' ').slice(0, 200)

/** What a document needs to know of its version; a list of documents knows no more. */
export type CaseHeading = Pick<CaseVersion, 'version' | 'publishedAt' | 'source'> & {
  qualification: Pick<QualificationSpecification, 'title' | 'registration'>
}

/** The version as a CFDocument; registration dates are the dates between which it is in force. */
export function caseDocumentOf(
  { version, publishedAt, source, qualification }: CaseHeading,
  link: CaseLink,
): CaseDocument {
  const { opens, lastCertification } = qualification.registration
  const { awardingOrganisation, ...document } = source
  return {
    ...{ identifier: link.identifier, uri: link.uri, lastChangeDateTime: publishedAt },
    caseVersion,
    creator: awardingOrganisation ?? 'not said',
    title: qualification.title,
    version: String(version),
    language: 'en',
    frameworkType: 'Qualification specification',
    adoptionStatus: 'Adopted',
    ...(opens ? { statusStartDate: opens } : {}),
    ...(lastCertification ? { statusEndDate: lastCertification } : {}),
    extensions: { 'countersign:source': document },
  }
}

/** Item types are the same for every version, so they are named apart from any. */
const everyVersion = '00000000-0000-0000-0000-000000000000'

function typeLink(type: CaseItemType, naming: CaseNaming): CaseLink {
  const identifier = naming.identify(everyVersion, type)
  return { title: type, identifier, uri: naming.address('CFItemTypes', identifier) }
}

/** When the four kinds were laid down; they are the same for every package. */
const typesSince = '2026-11-22T00:00:00.000Z'

/** The four kinds of item as a package defines them, each below the one before. */
export function caseTypeDefinitions(naming: CaseNaming): CaseItemTypeDefinition[] {
  return caseItemTypes.map((type, at) => {
    const { identifier, uri } = typeLink(type, naming)
    const hierarchyCode = Array(at + 1)
      .fill('1')
      .join('.')
    const said = { title: type, description: descriptions[type], hierarchyCode, typeCode: type }
    return { identifier, uri, ...said, lastChangeDateTime: typesSince }
  })
}
