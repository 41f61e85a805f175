/** The words of worksheets: questions of the centre, and a learner's answers to them. */
import type { EvidenceState } from '#domain/evidence/evidence.ts'
import type { Codes } from './codes.ts'

/** What the way to a learner's answers is called, by the state that they are in. */
export const answersLinkNames: Record<EvidenceState, string> = {
  draft: 'Continue your answers',
  submitted: 'Read your answers',
  'under-review': 'Read your answers',
  accepted: 'Read your answers and marks',
  returned: 'Improve your answers',
  withdrawn: 'Read your answers',
}

export const worksheetBelongs = 'The specification says that a worksheet belongs to this unit.'
export const worksheetNotMade = 'The centre has not made one yet.'

export const worksheetsCodes = {
  'worksheets/not-of-this-unit': () => 'A question asks for a criterion that is not in this unit. Choose it again.',
  'worksheets/asks-for-performance': () =>
    'A question asks for a criterion that has to be done at work. Written answers never show that; ask only for what is to be known.',
  'worksheets/questions-stay': () =>
    'The questions of a worksheet are your centre’s and stay as they are. Write your answers below them.',
  'worksheets/kind-stays': () =>
    'This evidence answers a worksheet, so it stays one. Begin new evidence for another kind.',
  'worksheets/ended': () => 'This worksheet is not used any more. Ask your assessor which one takes its place.',
  'worksheets/replaced-meanwhile': () =>
    'Somebody has replaced or ended this worksheet meanwhile. Look at what stands now before you change it.',
  'worksheets/not-your-unit': () => 'You are not working towards what this worksheet asks for.',
} satisfies Codes
