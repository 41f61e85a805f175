/** Who looks at a move to another version of a qualification, and who makes it (R27). */
import { holders } from './verdict.ts'

/** What a move to a newer version would mean is for those who would decide on it. */
export const mayPreviewMove = holders('centre-administrator', 'lead-iqa')

/** Moving is registering anew, so it is the administrators'. */
export const mayMove = holders('centre-administrator')
