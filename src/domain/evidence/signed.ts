/** What a witness signed, whole: what belongs to it, what stays as it was signed, and what the learner may still add (R110). */
import type { Occasion } from '../coverage/occasions.ts'
import { Refusal } from '../refusal.ts'
import type { Day, Instant } from '../time.ts'
import { canonicalOccasion, inOrder, saysMore } from './content.ts'
import { type EvidenceState, type EvidenceType, requireDraft } from './evidence.ts'
import type { EvidenceRecord } from './record-fields.ts'
import type { RecordingPart } from './recordings.ts'
import { recordOf } from './records.ts'

/**
 * Everything of a version of evidence that some action changes, and whose it is once a witness has signed it. The witness's:
 * all that a reader takes for the witness's own word. The learner's: what is shown apart under the learner's name.
 */
const ownerOnceSigned = {
  title: 'witness',
  description: 'witness',
  type: 'witness',
  ownMethodId: 'witness',
  shownOn: 'witness',
  planEntryId: 'witness',
  statement: 'witness',
  record: 'witness',
  files: 'witness',
  recordings: 'witness',
  occasions: 'witness',
  authentication: 'witness',
  setting: 'learner',
  sector: 'learner',
  customers: 'learner',
  simulationReason: 'learner',
  setUpId: 'learner',
  relations: 'learner',
  claims: 'learner',
  pins: 'learner',
  coverage: 'learner',
} as const

export type EvidencePart = keyof typeof ownerOnceSigned
export const evidenceParts = Object.keys(ownerOnceSigned) as EvidencePart[]

/** Whether a part stays as the witness signed it; everything else is the learner's to say while it is a draft. */
export const staysAsSigned = (part: EvidencePart): boolean => ownerOnceSigned[part] === 'witness'

/**
 * The one question that every change to evidence asks before it touches these parts. Content, claims, day and setting change
 * only while the version is a draft: refuses `evidence/not-draft` with the state it has reached. What a witness signed does
 * not change at all: refuses `evidence/signed-by-witness` with the parts (product rule 5, R110).
 */
export function requireChangeable(
  { state, signedHash }: { state: EvidenceState; signedHash: string | null },
  ...parts: readonly EvidencePart[]
): void {
  requireDraft(state)
  const stays = signedHash ? parts.filter(staysAsSigned) : []
  if (stays.length > 0) throw new Refusal('evidence/signed-by-witness', { parts: stays })
}

/** A testimony as its reader sees it, and as its witness signed it. */
export type SignedTestimony = {
  title: string
  description: string
  type: EvidenceType | null
  ownMethodId: string | null
  day: Day | null
  planEntryId: string | null
  statement: unknown
  statementText: string | null
  record: EvidenceRecord
  files: readonly { name: string; sha256: string; parts?: readonly RecordingPart[] }[]
  /** Those of the evidence itself; what is judged with a later decision is not the witness's. */
  occasions: readonly Occasion[]
  /** What the witness was asked, and the number of the evidence that it was about. */
  asks: string
  about: number | null
  signer: {
    name: string
    relationship: string
    position: string
    status: number
    telephone: string
    email: string
    signedName: string
    signedAt: Instant
  }
}

/** The title that a testimony gets when it is signed. */
export const titleOfTestimony = (witness: string): string => `Testimony of ${witness}`

/** What a witness puts their name to, written down in one way only: the whole testimony, what was asked, and the signer (R110). */
export const signedText = (t: SignedTestimony): string =>
  JSON.stringify({
    signed: 2,
    type: t.type,
    ownMethodId: t.ownMethodId,
    day: t.day,
    planEntryId: t.planEntryId,
    title: t.title,
    description: t.description,
    statement: inOrder(t.statement ?? null),
    statementText: t.statementText ?? '',
    record: inOrder(recordOf(t.type, t.record)),
    files: t.files.map(({ name, sha256, parts = [] }) => ({ name, sha256, parts: inOrder(parts) })),
    occasions: t.occasions.filter(saysMore).map(canonicalOccasion),
    asks: t.asks,
    about: t.about,
    signer: inOrder(t.signer),
  })

/**
 * The texts whose hash may stand under this testimony: the whole, and for one that was signed before the whole was hashed,
 * record and day, provided that the rest is still what every testimony began with.
 */
export function signedTexts(t: SignedTestimony): string[] {
  const whole = signedText(t)
  const { name, relationship } = t.signer
  const asItBegan =
    t.title === titleOfTestimony(name) &&
    t.record.witnessName === name &&
    t.record.relationship?.trim() === relationship &&
    !t.description &&
    !t.statement &&
    !t.statementText &&
    !t.ownMethodId &&
    !t.planEntryId &&
    t.files.length === 0 &&
    !t.occasions.some(saysMore)
  if (!asItBegan) return [whole]
  return [whole, JSON.stringify({ signed: 1, type: t.type, day: t.day, record: inOrder(recordOf(t.type, t.record)) })]
}
