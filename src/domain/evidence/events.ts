import type { Occasion } from '../coverage/occasions.ts'
import type { CriterionKey } from '../decisions/layers.ts'
import type { Day } from '../time.ts'
import type { AuthenticityStatement } from './authenticity.ts'
import type { DeclaredDocuments } from './documents.ts'
import type { PersonalKind } from './privacy.ts'
import type { RecordingPart } from './recordings.ts'

/** What happens to a piece of evidence and to the learner's claims on it. */
export type EvidenceEvent =
  | {
      type: 'evidence-added'
      body: { number: number; version: number; kind: 'file' | 'statement'; worksheetId?: string }
    }
  | { type: 'evidence-described'; body: { version: number; changed: string[] } }
  | { type: 'occasions-described'; body: { version: number; occasions: Occasion[] } }
  | {
      type: 'file-added'
      body: { version: number; fileId: string; name: string; sha256: string; size: number; mediaType: string }
    }
  | { type: 'file-removed'; body: { version: number; fileId: string; name: string; sha256: string } }
  | { type: 'recording-measured'; body: { version: number; fileId: string; seconds: number } }
  | { type: 'recording-cut'; body: { version: number; fileId: string; parts: RecordingPart[] } }
  | { type: 'claims-made'; body: { version: number; criteria: CriterionKey[] } }
  | { type: 'claims-withdrawn'; body: { version: number; criteria: CriterionKey[] } }
  | { type: 'evidence-authenticated'; body: { version: number; statement: AuthenticityStatement } }
  | { type: 'authentication-taken-back'; body: { version: number } }
  | { type: 'evidence-seen-where-kept'; body: { version: number; seenOn: Day; note: string } }
  | {
      type: 'evidence-submitted'
      body: {
        version: number
        contentHash: string
        criteria: CriterionKey[]
        documents?: DeclaredDocuments
        /** Personal data that the check warned of, and that stayed all the same. */
        knowingly?: PersonalKind[]
      }
    }
  | { type: 'review-started'; body: { version: number } }
  | { type: 'evidence-withdrawn'; body: { version: number } }
  | { type: 'evidence-version-drafted'; body: { version: number; from: number } }
