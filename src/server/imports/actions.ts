import { randomUUID } from 'node:crypto'
import { importsContract as endpoints } from '#contract/imports.ts'
import { specification as wellFormed } from '#contract/specification.ts'
import { type Correction, corrected, withCorrection, withoutCorrection } from '#domain/qualifications/corrections.ts'
import type { Specification } from '#domain/qualifications/specification.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { InvalidInput } from '#platform/http/problems.ts'
import { importsAs, mayImport } from '#policy/imports.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { countsOf } from './counts.ts'
import {
  insertImport,
  type LockImportRow,
  listImports,
  listPublishedVersions,
  lockImport,
  selectImport,
  selectOptionalOpenImport,
  selectSource,
  updateCorrections,
  updateDiscarded,
  updatePublished,
} from './queries.ts'
import { hashOf, readDocument } from './reading.ts'
import { importView, listedImport } from './view.ts'

export const listImportsAction = action({
  load: nothingToLoad,
  may: mayImport,
  input: endpoints['GET /centres/:centreId/imports'],
  run: async ({ db, query }) => ({
    imports: (await listImports(db, { discarded: query.discarded === 'yes' })).map(listedImport),
  }),
})

export const importDocument = action({
  load: nothingToLoad,
  may: mayImport,
  input: endpoints['POST /centres/:centreId/imports'],
  read: async ({ actor, services, params: { centreId }, query: { name }, body: bytes }) => {
    const sha256 = await hashOf(bytes)
    const { specification, text } = await readDocument(
      services,
      { bytes, name, sha256 },
      {
        ...{ centreId, personId: actor.personId },
      },
    )
    return { sha256, specification, text }
  },
  run: async ({ db, actor, now, query, read: { sha256, specification, text }, record }) => {
    const open = await selectOptionalOpenImport(db, { sha256 })
    if (open) return { importId: open.id, again: true }
    const counts = countsOf(specification)
    const read = { name: query.name, sha256, sourceText: text, specification, counts }
    const { id: importId } = await insertImport(db, { ...read, personId: actor.personId, at: now })
    await record({
      type: 'specification-imported',
      as: importsAs(actor),
      subjectId: importId,
      body: { importId, name: query.name, sha256, units: counts.units, criteria: counts.criteria },
    })
    return { importId, again: false }
  },
})

export const selectImportAction = action({
  load: ({ db, params }) => selectImport(db, params),
  may: mayImport,
  input: endpoints['GET /centres/:centreId/imports/:importId'],
  run: async ({ db, actor, params, loaded }) => importView(actor, loaded, await listPublishedVersions(db, params)),
})

export const listSourceLines = action({
  load: ({ db, params }) => selectSource(db, params),
  may: mayImport,
  input: endpoints['GET /centres/:centreId/imports/:importId/source'],
  run: async ({ loaded, query: { from, count } }) => {
    const lines = loaded.sourceText.split(/\r\n|\r|\n/)
    return { from, lines: lines.slice(from - 1, from - 1 + count), total: lines.length }
  },
})

export const correctImport = action({
  load: ({ db, params }) => lockImport(db, params),
  may: mayImport,
  input: endpoints['POST /centres/:centreId/imports/:importId/corrections'],
  run: async ({ db, actor, now, params, body, loaded, record }) => {
    refuseUnlessCurrent(loaded, body.revision)
    let list = loaded.corrections
    for (const { path, value } of body.changes)
      list = withCorrection(loaded.specification, list, {
        ...{ id: randomUUID(), path, from: null, to: trimmed(value) },
        ...{ by: actor.personId, at: now },
      })
    if (list === loaded.corrections) return { revision: loaded.revision }
    refuseOtherShapes(loaded.specification, list)
    for (const correction of list.filter(one => !loaded.corrections.includes(one)))
      await record(correctedEvent(params.importId, importsAs(actor), correction))
    for (const ended of loaded.corrections.filter(one => !list.some(other => other.path === one.path)))
      await record(correctedEvent(params.importId, importsAs(actor), { ...ended, from: ended.to, to: ended.from }))
    return await updateCorrections(db, { importId: params.importId, corrections: list })
  },
})

export const undoCorrection = action({
  load: ({ db, params }) => lockImport(db, params),
  may: mayImport,
  input: endpoints['DELETE /centres/:centreId/imports/:importId/corrections/:correctionId'],
  run: async ({ db, actor, params, query, loaded, record }) => {
    refuseUnlessCurrent(loaded, query.revision)
    const undone = loaded.corrections.find(one => one.id === params.correctionId)
    const list = withoutCorrection(loaded.specification, loaded.corrections, params.correctionId)
    if (undone)
      await record(correctedEvent(params.importId, importsAs(actor), { ...undone, from: undone.to, to: undone.from }))
    return await updateCorrections(db, { importId: params.importId, corrections: list })
  },
})

export const discardImport = action({
  load: ({ db, params }) => lockImport(db, params),
  may: mayImport,
  input: endpoints['POST /centres/:centreId/imports/:importId/discard'],
  run: async ({ db, actor, now, params, loaded, record }) => {
    if (loaded.discardedAt) return {}
    if (loaded.publishedRevision !== null) throw new Refusal('imports/published')
    await updateDiscarded(db, { importId: params.importId, at: now })
    const { importId } = params
    await record({ type: 'specification-discarded', as: importsAs(actor), subjectId: importId, body: { importId } })
    return {}
  },
})

export const publishImport = action({
  load: ({ db, params }) => lockImport(db, params),
  may: mayImport,
  input: endpoints['POST /centres/:centreId/imports/:importId/publication'],
  run: async ({ db, actor, now, params: { importId }, body, loaded }) => {
    refuseUnlessCurrent(loaded, body.revision)
    if (loaded.publishedRevision !== loaded.revision) {
      const specification = corrected(loaded.specification, loaded.corrections)
      const { errors, warnings } = countsOf(specification)
      if (errors + warnings > 0 && !body.warningsRead)
        throw new Refusal('imports/warnings-not-read', { errors, warnings })
      await publishSpecification(db, {
        specification,
        importId,
        personId: actor.personId,
        as: importsAs(actor),
        at: now,
      })
      await updatePublished(db, { importId, at: now })
    }
    return { published: await lastPublished(db, importId) }
  },
})

/** A retry of the same publication finds what the first one made. */
async function lastPublished(db: Db, importId: string) {
  const versions = await listPublishedVersions(db, { importId })
  return versions
    .filter(version => version.publishedAt === versions[0]?.publishedAt)
    .map(({ publishedAt: _at, ...version }) => version)
}

function refuseUnlessCurrent(loaded: LockImportRow, revision: number): void {
  if (loaded.discardedAt) throw new Refusal('imports/discarded')
  if (loaded.revision !== revision) throw new Refusal('imports/changed-meanwhile', { revision: loaded.revision })
}

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value)

/** A correction may change what stands at a place, never its shape: a level stays a number or unsaid. */
function refuseOtherShapes(read: Specification, corrections: Correction[]): void {
  const parsed = wellFormed.safeParse(corrected(read, corrections))
  if (parsed.success) return
  throw new InvalidInput(
    parsed.error.issues.map(issue => ({ path: issue.path.map(String).join('/'), message: issue.message })),
  )
}

const correctedEvent = (
  importId: string,
  as: string,
  { path, from, to }: Pick<Correction, 'path' | 'from' | 'to'>,
) => ({
  type: 'specification-corrected' as const,
  as,
  subjectId: importId,
  body: { importId, path, from, to },
})
