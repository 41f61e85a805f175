import { type Codes, count, text } from './codes.ts'
import { dayText } from './times.ts'

export const planningCodes = {
  'planning/not-yours': () => 'The learner, and the assessors named for the learner, plan here. You may read it.',
  'planning/written-by-another': () => 'Somebody else planned this. Only they can change what it says.',
  'planning/day-gone': () => 'This day has gone. Plan for a day to come.',
  'planning/no-time-to-read': d =>
    `The learner needs the plan before the day, so ${d.kind === 'questions' ? 'questions are' : 'a discussion is'} planned for tomorrow at the earliest.`,
  'planning/not-chosen': () => 'Some criteria are not in the units that were chosen. Reload the page.',
  'planning/withdrawn': () => 'This plan was withdrawn. It stays as it was.',
  'planning/day-has-come': d =>
    `The day of this plan, ${dayText(text(d.plannedFor))}, has come, so it stays as it is. You can withdraw it and say why.`,
  'planning/in-use': d =>
    `${count(Number(d.evidence) || 0, 'piece of evidence rests', 'pieces of evidence rest')} on this plan, so it stays.`,
  'planning/id-taken': () => 'This could not be planned. Try again.',
} satisfies Codes
