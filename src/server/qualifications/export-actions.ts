import { versionFilesContract as endpoints } from '#contract/version-files.ts'
import { templateExample } from '#domain/qualifications/template-example.ts'
import { action, FileReply, nothingToLoad } from '#platform/http/action.ts'
import { mayImport } from '#policy/imports.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { specificationOfVersion } from './exporting.ts'
import { templateCsv, templateWorkbook } from './template-files.ts'
import { type Version, versionOf } from './tree.ts'

const csv = 'text/csv; charset=utf-8'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const downloadSpecification = action({
  load: ({ db, params }) => versionOf(db, params.versionId),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/versions/:versionId/specification.json'],
  run: async ({ db, loaded }) => {
    const text = `${JSON.stringify(await specificationOfVersion(db, loaded), null, 2)}\n`
    return file(text, 'application/json; charset=utf-8', `${nameOf(loaded)}.json`)
  },
})

export const downloadVersionCsv = action({
  load: ({ db, params }) => versionOf(db, params.versionId),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/versions/:versionId/template.csv'],
  run: async ({ db, loaded }) =>
    file(templateCsv(await specificationOfVersion(db, loaded)), csv, `${nameOf(loaded)}.csv`),
})

export const downloadVersionWorkbook = action({
  load: ({ db, params }) => versionOf(db, params.versionId),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/versions/:versionId/template.xlsx'],
  run: async ({ db, loaded }) =>
    file(await templateWorkbook(await specificationOfVersion(db, loaded)), xlsx, `${nameOf(loaded)}.xlsx`),
})

export const downloadTemplateCsv = action({
  load: nothingToLoad,
  may: mayImport,
  input: endpoints['GET /centres/:centreId/imports/template.csv'],
  run: async () => file(templateCsv(templateExample), csv, 'units-template.csv'),
})

export const downloadTemplateWorkbook = action({
  load: nothingToLoad,
  may: mayImport,
  input: endpoints['GET /centres/:centreId/imports/template.xlsx'],
  run: async () => file(await templateWorkbook(templateExample), xlsx, 'units-template.xlsx'),
})

const file = (body: string | Buffer, type: string, name: string) =>
  new FileReply(body, { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` })

/** Number or title, and the version, in letters that every system takes as a file's name. */
const nameOf = ({ tree }: Version) =>
  `${tree.number ?? tree.title} version ${tree.version}`.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
