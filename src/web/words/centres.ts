import type { Codes } from './codes.ts'

export const centresCodes = {
  'centres/not-empty': () => 'This system already has a centre. Sign in, or ask its administrator to invite you.',
} satisfies Codes
