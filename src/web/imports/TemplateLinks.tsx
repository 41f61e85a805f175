import { hrefOf } from '../api.ts'
import { useCentre } from '../results.ts'

/** The way in for units that have no document: a table to type them into. */
export function TemplateLinks() {
  const params = { centreId: useCentre().centreId }
  return (
    <p style={{ marginTop: '0.75rem' }}>
      No document to import? Type your units into the template, as a{' '}
      <a href={hrefOf('GET /centres/:centreId/imports/template.xlsx', { params })} download>
        workbook
      </a>{' '}
      or as{' '}
      <a href={hrefOf('GET /centres/:centreId/imports/template.csv', { params })} download>
        CSV
      </a>
      , and drop it here. It comes with an example to write over. Specifications exported from Countersign and CASE 1.1
      packages can be dropped here too.
    </p>
  )
}
