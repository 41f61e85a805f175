import { mayImport } from '#policy/imports.ts'
import type { Actor } from '#policy/verdict.ts'
import type { ListImportsRow, ListPublishedVersionsRow, SelectImportRow } from './queries.ts'

type Head = Pick<
  ListImportsRow,
  'id' | 'name' | 'importedAt' | 'importedBy' | 'revision' | 'counts' | 'discardedAt' | 'publishedRevision'
>

function headOf({ id, name, importedAt, importedBy, revision, counts, discardedAt, publishedRevision }: Head) {
  const published = publishedRevision === revision ? 'published' : 'changed-since'
  const state = discardedAt ? 'discarded' : publishedRevision === null ? 'open' : published
  return { id, name, importedAt, importedBy, revision, counts, state } as const
}

export const listedImport = (row: ListImportsRow) => ({ ...headOf(row), corrections: row.corrections })

export function importView(actor: Actor, row: SelectImportRow, published: ListPublishedVersionsRow[]) {
  const open = row.discardedAt === null && mayImport(actor).allowed
  return {
    ...headOf(row),
    lines: row.lines,
    specification: row.specification,
    corrections: row.corrections.map(correction => ({ ...correction, by: row.people[correction.by] ?? '' })),
    published: published.map(({ qualificationId: _id, ...version }) => version),
    can: {
      correct: open,
      publish: open && row.publishedRevision !== row.revision,
      discard: open && row.publishedRevision === null,
    },
  }
}
