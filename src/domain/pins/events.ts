import type { Pin } from './pins.ts'

/** Places in the evidence that a claim rests on. Those of a decision come with the decision. */
export type PinEvent =
  | { type: 'pin-set'; body: Pin & { version: number; pinId: string } }
  | { type: 'pin-taken-out'; body: { version: number; pinId: string } }
