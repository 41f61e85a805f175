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

/** "Behaves like a work product. Added by Alan Reed, 3 May 2026" */
export const addedText = ({ type, by, at }: { type: EvidenceType; by: string; at: string }): string =>
  `It behaves like this built-in kind: ${evidenceTypeNames[type].toLowerCase()}. Added by ${by}, ${dayText(at.slice(0, 10))}`

type Reasons = readonly { qualification: string; reason: string }[]

const ended = (sentence: string) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)

/** "Not accepted: Handbook, page 12."; with the qualification in front where there are several. */
export const notAcceptedText = (reasons: Reasons): string =>
  ended(
    `Not accepted: ${reasons.map(r => (reasons.length > 1 ? `${r.qualification}: ${r.reason}` : r.reason)).join('; ')}`,
  )

/** "Not accepted for the Diploma: Handbook, page 12."; where others of the learner's qualifications may accept it. */
export const notAcceptedForText = (reasons: Reasons): string =>
  reasons.map(r => ended(`Not accepted for ${r.qualification}: ${r.reason}`)).join(' ')

/** The same under a choice, with who can change it. */
export const whyAndWho = (why: string | undefined): string | undefined => why && `${why} ${whoSetsMethods}`

/** Beside a way to begin that stands for a kind which is not accepted. */
export const beginsOtherwise = (type: EvidenceType): string =>
  `${evidenceTypeNames[type]} is not accepted here: choose another kind on the next page.`

/** To whoever has begun or handed in what was accepted when they did (R69). */
export const acceptedBefore = `Nothing more is confirmed on it for that qualification, so what is still open there needs other evidence. What was confirmed stays, and nothing in it is lost. ${whoSetsMethods}`

export const methodsCodes = {
  'methods/not-accepted': d =>
    `“${evidenceTypeNames[d.type as EvidenceType] ?? 'This'}” is a kind of evidence that is not accepted here. ${whoSetsMethods}`,
  'methods/nothing-changed': () => 'These are the kinds that are accepted already.',
  'methods/none-left': () => 'At least one kind of evidence has to be accepted.',
  'methods/name-taken': d => `This version has a kind of evidence called “${text(d.name)}” already.`,
  'methods/abbreviation-taken': d =>
    `“${text(d.abbreviation)}” stands in the printed key already. Choose other letters.`,
  'methods/no-such-own-method': () => 'This kind of evidence is not offered to this learner any more. Choose another.',
  'methods/changed-meanwhile': d =>
    `${text(d.by, 'Somebody else')} has changed the kinds that are accepted meanwhile. Look at them, then record yours.`,
} satisfies Codes
