/** Who says where evidence may come from: those who answer for the centre's catalogue. Everybody in it reads it. */
import { holders } from './verdict.ts'

/** A centre administrator or the lead IQA records sources and settles contradictions (R104). */
export const mayRecordPermissions = holders('centre-administrator', 'lead-iqa')
