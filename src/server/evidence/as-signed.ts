import { createHash } from 'node:crypto'
import { type SignedTestimony, signedText, signedTexts } from '#domain/evidence/signed.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What stands with a signature, so that everybody can see whether the testimony is still the one that was signed. */
export const hashOfSigned = (testimony: SignedTestimony): string => hashOf(signedText(testimony))

/** Whether a testimony, as it stands now, is the one that was signed. */
export const isAsSigned = (testimony: SignedTestimony, signedHash: string): boolean =>
  signedTexts(testimony).some(text => hashOf(text) === signedHash)
