import type { Codes } from './codes.ts'

const again = 'This link does not work any more: it has been used, or its time is over. Ask for a new one.'

export const signInCodes = {
  'sign-in/invalid-email-or-password': () =>
    'This e-mail address and password do not belong together. Check both and try again.',
  'sign-in/invalid-email': () => 'Give a whole e-mail address, for example name@centre.org.',
  'sign-in/invalid-password': () => 'This is not your password.',
  'sign-in/invalid-token': () => again,
  'sign-in/user-not-found': () => again,
  'sign-in/invalid-code': () =>
    'This code is not right, or its half minute is over. Wait for the next code and type that.',
  'sign-in/code-used': () =>
    'This code was used already, and each opens one door once. Wait for the next code and type that.',
  'sign-in/invalid-backup-code': () => 'This backup code is not right, or has been used already.',
  'sign-in/invalid-two-factor-cookie': () => 'Your sign-in took too long. Start again with your password.',
  'sign-in/too-many-attempts-request-new-code': () => 'Too many wrong codes. Start again with your password.',
  'sign-in/account-temporarily-locked': () =>
    'Too many wrong codes for this account. Please wait 15 minutes and try again.',
  'sign-in/too-many-tries': () =>
    'Too many wrong passwords for this account. Wait 15 minutes, or choose a new password by e-mail.',
  'sign-in/totp-already-enabled': () => 'Your second factor is on already.',
  'sign-in/totp-not-enabled': () => 'Your second factor is not on.',
} satisfies Codes

/** "Firefox on Windows", as a person would name the device. */
export function deviceName(userAgent: string | null | undefined): string {
  if (!userAgent) return 'A device we cannot name'
  const first = (pairs: [RegExp, string][]) => pairs.find(([pattern]) => pattern.test(userAgent))?.[1]
  const browser = first([
    [/Edg(e|A|iOS)?\//, 'Edge'],
    [/OPR\/|Opera/, 'Opera'],
    [/SamsungBrowser\//, 'Samsung Internet'],
    [/Firefox\/|FxiOS\//, 'Firefox'],
    [/Chrome\/|CriOS\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ])
  const system = first([
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Android/, 'Android'],
    [/CrOS/, 'Chromebook'],
    [/Windows/, 'Windows'],
    [/Mac OS X|Macintosh/, 'Mac'],
    [/Linux/, 'Linux'],
  ])
  return [browser ?? 'A program', system].filter(Boolean).join(' on ')
}
