/** Published versions as files to take away, and the table in which a centre types its own units. */
import { contract, fileResult } from './endpoint.ts'

export const versionFilesContract = contract({
  'GET /centres/:centreId/versions/:versionId/specification.json': {
    summary: 'A version as `countersign.specification/1`, which can be imported again here or elsewhere',
    result: fileResult,
  },
  'GET /centres/:centreId/versions/:versionId/template.csv': {
    summary: 'A version as rows of the template, a row for each criterion',
    result: fileResult,
  },
  'GET /centres/:centreId/versions/:versionId/template.xlsx': {
    summary: 'The same as a workbook, whose cells are text so that 1.10 stays 1.10',
    result: fileResult,
  },
  'GET /centres/:centreId/imports/template.csv': {
    summary: 'The template with an example in it, for units that have no document',
    result: fileResult,
  },
  'GET /centres/:centreId/imports/template.xlsx': {
    summary: 'The same as a workbook, with a sheet that says what to write where',
    result: fileResult,
  },
})
