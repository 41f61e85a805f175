import { caseContract as endpoints } from '#contract/case.ts'
import {
  type CaseHeading,
  type CaseNaming,
  caseDocumentLinks,
  caseDocumentOf,
  casePackageOf,
  caseThings,
  caseTypeDefinitions,
} from '#domain/qualifications/case-package.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { caseVersionOf, namingIn, versionNaming } from './case.ts'
import { listCaseDocuments } from './queries.ts'
import { type Version, versionOf } from './tree.ts'

type InCentre = { services: { config: { baseUrl: string } }; params: { centreId: string } }
const namingOf = ({ services, params }: InCentre) => namingIn(services.config.baseUrl, params.centreId)

export const listCaseDocumentsAction = action({
  load: nothingToLoad,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/ims/case/v1p1/CFDocuments'],
  run: async context => {
    const rows = await listCaseDocuments(context.db, context.query)
    return {
      CFDocuments: rows.map(({ id, title, dates, awardingOrganisation, source, version, publishedAt }) => {
        const { documentTitle = null, documentVersion = null } = source ?? {}
        const qualification = { title, registration: dates }
        const said = {
          version,
          publishedAt,
          qualification,
          source: { awardingOrganisation, documentTitle, documentVersion },
        }
        return documentAlone(id, said, namingOf(context))
      }),
    }
  },
})

export const selectCaseDocument = action({
  load: ({ db, params }) => versionOf(db, params.versionId),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/ims/case/v1p1/CFDocuments/:versionId'],
  run: async ({ loaded, ...context }) => {
    const version = await caseVersionOf(context.db, loaded)
    return documentAlone(version.versionId, version, namingOf(context))
  },
})

export const selectCasePackage = action({
  load: ({ db, params }) => versionOf(db, params.versionId),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/ims/case/v1p1/CFPackages/:versionId'],
  run: async ({ loaded, ...context }) => await packageOf(context.db, loaded, namingOf(context)),
})

export const selectCaseItem = action({
  load: ({ db, params }) => versionNaming(db, params.itemId, ['']),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/ims/case/v1p1/CFItems/:itemId'],
  run: async ({ loaded, ...context }) =>
    found(
      inDocument(
        (await packageOf(context.db, loaded, namingOf(context))).CFItems,
        context.params.itemId,
        loaded,
        namingOf(context),
      ),
    ),
})

export const selectCaseItemAssociations = action({
  load: ({ db, params }) => versionNaming(db, params.itemId, ['']),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/ims/case/v1p1/CFItemAssociations/:itemId'],
  run: async ({ loaded, ...context }) => {
    const naming = namingOf(context)
    const { CFItems, CFAssociations } = await packageOf(context.db, loaded, naming)
    const CFItem = found(inDocument(CFItems, context.params.itemId, loaded, naming))
    const ends = ({ originNodeURI, destinationNodeURI }: (typeof CFAssociations)[number]) =>
      [originNodeURI.identifier, destinationNodeURI.identifier].includes(CFItem.identifier)
    return { CFItem, CFAssociations: CFAssociations.filter(ends) }
  },
})

export const selectCaseAssociation = action({
  load: ({ db, params }) =>
    versionNaming(db, params.associationId, [caseThings.childOf(''), caseThings.exactMatchOf('')]),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/ims/case/v1p1/CFAssociations/:associationId'],
  run: async ({ loaded, ...context }) => {
    const naming = namingOf(context)
    const { CFAssociations } = await packageOf(context.db, loaded, naming)
    return found(inDocument(CFAssociations, context.params.associationId, loaded, naming))
  },
})

export const selectCaseItemType = action({
  load: nothingToLoad,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/ims/case/v1p1/CFItemTypes/:typeId'],
  run: async context => {
    const type = caseTypeDefinitions(namingOf(context)).find(one => one.identifier === context.params.typeId)
    return { CFItemTypes: [found(type)] }
  },
})

const packageOf = async (db: Db, version: Version, naming: CaseNaming) =>
  casePackageOf(await caseVersionOf(db, version), naming)

function documentAlone(versionId: string, heading: CaseHeading, naming: CaseNaming) {
  const links = caseDocumentLinks(versionId, heading.qualification.title, naming)
  return { ...caseDocumentOf(heading, links.document), CFPackageURI: links.package }
}

/** One of a package's items or associations by itself, with the document it belongs to. */
function inDocument<T extends { identifier: string }>(
  all: T[],
  identifier: string,
  { tree }: Version,
  naming: CaseNaming,
) {
  const one = all.find(each => each.identifier === identifier.toLowerCase())
  return one && { ...one, CFDocumentURI: caseDocumentLinks(tree.versionId, tree.title, naming).document }
}

function found<T>(one: T | undefined): T {
  if (one === undefined) throw new NotFound()
  return one
}
