import { type Codes, list, text } from './codes.ts'

export const ruleConfirmationsCodes = {
  'qualifications/rule-known': () => 'The source gives this rule, so there is nothing to supply. Reload the page.',
  'qualifications/still-unknown': () => 'A supplied rule cannot itself be unknown.',
  'qualifications/not-in-structure': d =>
    `This qualification has no ${list(Array.isArray(d.missing) ? d.missing.map(String) : [])}.`,
  'qualifications/bounds-nothing': () => 'Give the rule a lowest or a highest number.',
  'qualifications/bounds-crossed': d => `The lowest number (${text(d.min)}) is above the highest (${text(d.max)}).`,
} satisfies Codes
