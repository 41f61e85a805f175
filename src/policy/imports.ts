/** Who may bring a document into the catalogue: those who answer for what the whole centre is assessed against. */
import { type Actor, holders } from './verdict.ts'

/** A centre administrator or the lead IQA imports, corrects and publishes. */
export const mayImport = holders('centre-administrator', 'lead-iqa')

/** The role in which somebody who may import does it, for the ledger. */
export const importsAs = (actor: Actor) =>
  actor.roles.includes('centre-administrator') ? 'centre-administrator' : 'lead-iqa'
