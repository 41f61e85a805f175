import { createHash, createHmac } from 'node:crypto'

const link = 'reset-password'

/**
 * How the library's passing tokens are kept: as what they come to, never as they are sent. Links for a password can be
 * told from the rest, so that a new one spends the older ones; SQL writes the same form (`identity.kept_link`). The library
 * also looks for what it is given as it is: `#` keeps what is read here from being given back as a token.
 */
export const keptIdentifier = (identifier: string): string =>
  `${identifier.startsWith(`${link}:`) ? link : 'other'}#${createHash('sha256').update(identifier).digest('base64url')}`

/** A backup code has sixty random bits, which a patient machine would find: a hash with our secret it cannot begin on. */
export const keptBackupCode = (code: string, secret: string): string =>
  `#${createHmac('sha256', secret).update(`backup-code|${code}`).digest('base64url')}`

/** The library hands over the codes as JSON, also those that it has read back and leaves standing. */
export const keptBackupCodes = (json: string, secret: string): string =>
  JSON.stringify(
    (JSON.parse(json) as string[]).map(code => (code.startsWith('#') ? code : keptBackupCode(code, secret))),
  )
