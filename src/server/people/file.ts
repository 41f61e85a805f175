import { stringify } from 'csv-stringify/sync'
import { FileReply } from '#platform/http/action.ts'
import type { ListPeopleRow } from './queries.ts'

/** The list for a spreadsheet. A cell that could start a formula is made plain text. */
export function peopleFile(people: ListPeopleRow[]): FileReply {
  const lines = people.map(p => [p.name, p.email, p.roles.join('; '), p.since.slice(0, 10), p.entry])
  const text = stringify(lines, {
    header: true,
    columns: ['name', 'e-mail', 'roles', 'since', 'account'],
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  return new FileReply(text, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="people.csv"',
  })
}
