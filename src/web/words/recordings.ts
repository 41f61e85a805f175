import type { LengthWarning, PartFault } from '#domain/evidence/recordings.ts'
import { count } from './codes.ts'

/** What is to be said of a recording's length: a warning, never a refusal (R77). */
export function lengthSentence(warning: LengthWarning): string {
  const minutes = count(warning.minutes, 'minute')
  switch (warning.code) {
    case 'too-long':
      return `This recording is ${minutes} long. Over an hour is more than a quality assurer can listen to: keep what shows something, and leave the rest out.`
    case 'uncut':
      return `This recording is ${minutes} long and in one piece. Cut it into parts of 20 minutes at most, so that everybody finds what each part shows.`
    case 'part-too-long':
      return `The part “${warning.title || 'without a title'}” is ${minutes} long. 20 minutes are enough for one part.`
  }
}

export const partFaultSentences: Record<PartFault, string> = {
  'no-title': 'Give this part a title.',
  'no-time': 'This part ends before it begins.',
  'no-criteria': 'Choose the criteria that this part shows.',
}
