/** The words of witnesses: asked by a link, signing without an account, listed with their status. */
import type { WitnessFlagCode } from '#domain/testimonies/signatory.ts'
import type { TestimonyGap, TestimonyType, WitnessStatus } from '#domain/testimonies/testimony.ts'
import { type Codes, text } from './codes.ts'
import { dayText } from './times.ts'

export const testimonyTypeNames: Record<TestimonyType, string> = {
  'witness-testimony': 'A witness: somebody who saw it',
  'expert-witness': 'An expert witness: somebody who knows the trade and the standards',
}

/** The key to the four numbers, as printed beside each testimony (R109). */
export const witnessStatusNames: Record<WitnessStatus, string> = {
  1: 'Qualified assessor, competent in the work and familiar with the standards',
  2: 'Qualified assessor, but not both competent in the work and familiar with the standards',
  3: 'Competent in the work, not an assessor',
  4: 'Neither; knows the learner',
}

/** What is still missing before a testimony can be signed, as a thing to do. */
export const testimonyGapSentences: Record<TestimonyGap, string> = {
  relationship: 'Say what you are to the learner.',
  telephone: 'Give a telephone number on which quality staff can ask whether it was you.',
  day: 'Say on which day you saw it.',
  'day-to-come': 'Give a day that is not in the future.',
  what: 'Say what the learner did.',
  where: 'Say where it was.',
  how: 'Say how the learner did it.',
  why: 'Say why it was done this way.',
  withWhom: 'Say who else was part of it; write “nobody” if nobody was.',
  'too-little': 'Say more of what the learner did: step by step, so that somebody who was not there can see it.',
  accurate: 'Confirm that it is true and accurate.',
  signedName: 'Sign with your name.',
}

/** Said where the learner's own additions stand beside a signed testimony. */
export const notTheWitnesses = (learner: string): string => `${learner} says this, not the witness.`

/** What is odd about a signature, as quality staff read it. */
export const witnessFlagSentences: Record<WitnessFlagCode, (name: string | null) => string> = {
  'browser-of-learner': () => 'The link was opened in a browser that was signed in as the learner.',
  'browser-of-asker': name =>
    `Opened or signed in a browser that was signed in as ${name ?? 'somebody'}, who asked for it.`,
  'browser-of-another': name =>
    `Opened or signed in a browser that was signed in as ${name ?? 'a person of another centre'}.`,
  'network-of-learner': () =>
    'Signed from a network address at which the learner was signed in within the last hour. People at one workplace share one.',
}
/** What quality staff can do about it. */
export const ringTheWitness = 'If in doubt, ring the witness.'

export const testimoniesCodes = {
  'testimonies/not-ready': d =>
    `It cannot be signed yet. ${(d.missing as TestimonyGap[] | undefined)?.map(m => testimonyGapSentences[m]).join(' ') ?? ''}`.trim(),
  'testimonies/not-an-expert': () =>
    'An expert witness has up-to-date expertise and knows the standards, and is a qualified assessor or evaluates how staff work every day. If that is not so, sign as a witness: what you saw is just as welcome.',
  'testimonies/signed-already': d =>
    `This was signed${d.at ? ` on ${dayText(text(d.at))}` : ''}. Thank you: there is nothing more to do.`,
  'testimonies/taken-back': () => 'Whoever asked you has taken the request back. There is nothing to do.',
  'testimonies/expired': d =>
    `This link worked until ${d.at ? dayText(text(d.at)) : 'some time ago'}. Ask the person who sent it for a new one.`,
  'testimonies/own-address': () =>
    'This reaches the learner’s own mailbox, or yours, whatever its spelling. Give the address that only the witness reads.',
  'testimonies/learner-signed-in': () =>
    'This browser is signed in as the learner, so nothing can be signed here. The witness opens the link on their own device.',
  'testimonies/no-such-evidence': () =>
    'This evidence is not in the learner’s portfolio. Choose it again from the list.',
  'testimonies/asked-by-another': () => 'Only whoever asked, or the learner, takes this request back.',
} satisfies Codes
