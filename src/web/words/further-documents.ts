import type { AllocationRole, Role } from '#domain/people/roles.ts'
import { type Codes, number } from './codes.ts'
import { roleNames } from './people.ts'
import { placeNames } from './progress.ts'

/** In which capacity it was attached: as a decision or as a question names its maker. */
export const attachedAs = (as: string): string =>
  as in roleNames ? roleNames[as as Role] : as in placeNames ? placeNames[as as AllocationRole].toLowerCase() : as

export const furtherDocumentsCodes = {
  'further-documents/made-by-another': () =>
    'Only whoever made the decision or asked the question puts documents beside it, and withdraws them.',
  'further-documents/no-longer-named': () =>
    'You made this in a part that you do not have for this learner any more, so nothing can be put beside it.',
  'further-documents/withdrawn': () =>
    'This document was withdrawn. Its maker, and those who sample and verify, can still open it.',
  'further-documents/already-withdrawn': () => 'This document is withdrawn already. Reload the page to see the reason.',
  'further-documents/reason-missing': d =>
    `Say in at least ${number(d.least) || 10} letters why it is withdrawn: the reason stays on record.`,
} satisfies Codes
