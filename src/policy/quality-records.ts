/** Who keeps what others say of the centre's quality. */
import { holders } from './verdict.ts'

/** Lead IQA and administrators answer for it. */
export const mayRecordQuality = holders('lead-iqa', 'centre-administrator')

/** Whoever samples here reads it. */
export const mayReadQuality = holders('iqa', 'lead-iqa', 'centre-administrator')
