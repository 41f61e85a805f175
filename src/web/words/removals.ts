import { type Codes, number } from './codes.ts'

export const removalsCodes = {
  'removals/already-removed': () => 'This was taken out already. What is left is the record of it.',
  'removals/already-ended': d =>
    d.outcome === 'kept'
      ? 'Somebody has decided meanwhile that it stays. Reload the page to read why.'
      : 'Somebody has taken it out meanwhile. Reload the page.',
  'removals/own-request': () =>
    'You asked for this yourself. Two people look before anything goes: another administrator does it.',
  'removals/own-evidence': () => 'This is your own evidence. Another administrator decides whether it goes.',
  'removals/reason-missing': d =>
    `Say in at least ${number(d.least) || 10} letters what is sensitive about it, without repeating it.`,
  'removals/not-yours-to-ask': () =>
    'Only those who judge or sample this learner’s evidence ask for something to be taken out for good. The learner can ask them.',
} satisfies Codes
