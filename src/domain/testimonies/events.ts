import type { TestimonyType, WitnessStatus } from './testimony.ts'

/** What happens between asking a witness and their signature. How to reach the witness stands in no event. */
export type TestimonyEvent =
  | { type: 'testimony-asked'; body: { requestId: string; as: TestimonyType; witness: string; expiresAt: string } }
  | { type: 'testimony-taken-back'; body: { requestId: string } }
  | {
      type: 'testimony-signed'
      body: { requestId: string; as: TestimonyType; witness: string; status: WitnessStatus; signedHash: string }
    }
