/** Who says which occupational standard a unit derives from: those who answer for the catalogue. Everybody in it reads it. */
import { holders } from './verdict.ts'

/** A centre administrator or the lead IQA records standards, their versions and the units that derive from them (R26). */
export const mayRecordStandards = holders('centre-administrator', 'lead-iqa')
