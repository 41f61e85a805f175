import type { PinOnRecord } from './pins.ts'

/** Places in the evidence that a claim rests on. Those of a decision come with the decision. */
export type PinEvent =
  | { type: 'pin-set'; body: PinOnRecord & { version: number; pinId: string } }
  | { type: 'pin-taken-out'; body: { version: number; pinId: string } }
