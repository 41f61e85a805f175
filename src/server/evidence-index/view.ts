/** The evidence index as a row of the table, and of the spreadsheet. */
import type { EvidenceListed } from '#contract/evidence-index.ts'
import { abbreviationsOf } from '#domain/evidence/kinds.ts'
import { mediaKindOf } from '#domain/files/media.ts'
import { placeText } from '#domain/pins/pins.ts'
import type { ListPinsRow } from '#server/evidence/queries.ts'
import type { ListEvidenceRow } from './queries.ts'

export const listedView = (row: ListEvidenceRow): EvidenceListed => ({
  id: row.id,
  number: row.number,
  learner: { id: row.learnerId, name: row.learnerName },
  kind: row.kind as EvidenceListed['kind'],
  type: row.type,
  ownMethod: row.ownMethod,
  version: row.version,
  state: row.state,
  stateSince: row.stateSince,
  title: row.title,
  shownOn: row.shownOn,
  setting: row.setting,
  sector: row.sector,
  customers: row.customers,
  files: row.mediaTypes.length,
  media: [...new Set(row.mediaTypes.map(mediaKindOf))],
  hasStatement: row.hasStatement,
  claims: row.claims,
  units: row.units,
  waitingFor: row.waitingFor as EvidenceListed['waitingFor'],
})

/** Codes, not sentences: the spreadsheet is read by people and by other systems alike. */
export const csvRow = (row: ListEvidenceRow, pins: readonly ListPinsRow[]) => ({
  number: row.number,
  learner: row.learnerName,
  title: row.title,
  version: row.version,
  state: row.state,
  since: row.stateSince.slice(0, 10),
  'shown on': row.shownOn ?? '',
  setting: row.setting ?? '',
  sector: row.sector ?? '',
  customers: row.customers ?? '',
  type: row.type ?? '',
  'own method': row.ownMethod?.name ?? '',
  abbreviation: abbreviationsOf(row.type, row.setting, row.ownMethod).join(' '),
  files: row.mediaTypes.length,
  statement: row.hasStatement ? 'yes' : 'no',
  criteria: row.claims,
  units: row.units,
  // "1.2 at p. 2 of letter.pdf; 2.1 at 1:34 of voice.mp3"
  pins: pins.map(p => `${p.number} at ${placeText(p.place)} of ${p.fileName ?? 'the statement'}`).join('; '),
  'waiting for': row.waitingFor,
})
