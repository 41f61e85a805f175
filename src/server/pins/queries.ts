// Written by `npm run generate` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { many, one, write } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

export type ListPinnedThingsRow = { fileId: string | null; sha256: string | null; mediaType: string | null }
/** The files of a version, and whether there is a statement. */
export const listPinnedThings = many<{ evidenceId: string | null; version: number | null }, ListPinnedThingsRow>(
  sql.list_pinned_things,
)

export const insertAllPins = write<{
  id: string | null
  evidenceId: string | null
  version: number | null
  layer: string | null
  decisionId: string | null
  by: string | null
  at: string | null
  pins: import('#domain/pins/pins.ts').Pin[]
}>(sql.insert_all_pins, ['pins'])

export type UpdatePinRemovedRow = { id: string }
export const updatePinRemoved = one<
  { at: string | null; pinId: string | null; evidenceId: string | null; version: number | null },
  UpdatePinRemovedRow
>(sql.update_pin_removed)

/** What was pinned goes for good, and with it the words that the pins quote: of these bytes wherever they stood, or of what was written on one piece of evidence. Where it was stays. */
export const updateAllQuotesGone = write<{ sha256: string | null; evidenceId: string | null }>(
  sql.update_all_quotes_gone,
)

/** The same pins in the registration that follows: each is still its maker's, of its own day. */
export const insertAllCarriedPins = write<{
  toId: string | null
  moveId: string | null
  fromId: string | null
  carried: import('#domain/registrations/moving.ts').Carried[]
  learnerId: string | null
}>(sql.insert_all_carried_pins, ['carried'])
