import type { Codes } from './codes.ts'

export const pinsCodes = {
  'pins/not-ticked': () => 'A pin hangs on a tick. Tick the criterion first.',
  'pins/no-such-place': () => 'This place is not in the file any more. Open it and pin it again.',
  'pins/id-taken': () => 'This could not be pinned. Try again.',
} satisfies Codes
