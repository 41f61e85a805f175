/** Who may see and manage conflicts of interest: they are private to the people concerned, the lead IQA and administrators. */
import { holders } from './verdict.ts'

/** The lead IQA and the administrators see all that stand. */
export const maySeeConflicts = holders('lead-iqa', 'centre-administrator')
