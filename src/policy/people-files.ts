/** Who brings people and registrations in by a file. */
import { holders } from './verdict.ts'

/** A file does what an administrator may do by hand, and no more. */
export const mayAddByFile = holders('centre-administrator')
