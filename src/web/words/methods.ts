/** Which kinds of evidence a qualification accepts (R69). */
import { type EvidenceType, evidenceTypes } from '#domain/evidence/evidence.ts'
import { type Codes, list, text } from './codes.ts'
import { evidenceTypeNames, whoSetsMethods } from './evidence.ts'
import { dayText } from './times.ts'

/** "Every kind of evidence is accepted." */
export const acceptedText = (off: number): string =>
  off === 0
    ? 'Every kind of evidence is accepted.'
    : `${off} of ${evidenceTypes.length} kinds of evidence ${off === 1 ? 'is' : 'are'} not accepted.`

/** "case study and worksheet"; "nothing, all are accepted" */
export const kindsText = (types: readonly EvidenceType[]): string =>
  types.length > 0 ? list(types.map(t => evidenceTypeNames[t].toLowerCase())) : 'nothing; every kind is accepted'

/** "Said by Dev Patel, 3 May 2026" */
export const saidText = ({ by, at }: { by: string; at: string }): string => `Said by ${by}, ${dayText(at.slice(0, 10))}`

type Reasons = readonly { qualification: string; reason: string }[]

/** "Not accepted: Handbook, page 12"; with the qualification in front where there are several. */
export const notAcceptedText = (reasons: Reasons): string =>
  `Not accepted: ${reasons.map(r => (reasons.length > 1 ? `${r.qualification}: ${r.reason}` : r.reason)).join('; ')}`

export const methodsCodes = {
  'methods/not-accepted': d =>
    `“${evidenceTypeNames[d.type as EvidenceType] ?? 'This'}” is a kind of evidence that is not accepted here. ${whoSetsMethods}`,
  'methods/nothing-changed': () => 'These are the kinds that are accepted already.',
  'methods/none-left': () => 'At least one kind of evidence has to be accepted.',
  'methods/changed-meanwhile': d =>
    `${text(d.by, 'Somebody else')} has changed the kinds that are accepted meanwhile. Look at them, then record yours.`,
} satisfies Codes
