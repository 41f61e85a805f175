import type { Codes } from './codes.ts'

export const draftsCodes = {
  'drafts/changed-elsewhere': () => 'You also typed here in another window. Choose which text to keep.',
} satisfies Codes
