import type { Layer } from '#domain/decisions/layers.ts'
import type { Codes } from './codes.ts'

/** Whose tick a pin belongs to, within a sentence. */
export const layerNames: Record<Layer, string> = {
  learner: 'learner',
  trainee: 'trainee assessor',
  assessor: 'assessor',
}

export const pinsCodes = {
  'pins/not-ticked': () => 'A pin hangs on a tick. Tick the criterion first.',
  'pins/no-such-place': () => 'This place is not in the file any more. Open it and pin it again.',
} satisfies Codes
