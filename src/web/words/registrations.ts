import type { StandingState } from '#domain/progress/standing.ts'
import type { Funding } from '#domain/registrations/selection.ts'
import { type Codes, count, list, text } from './codes.ts'
import { gapsText } from './competence.ts'
import { dayText } from './times.ts'

export const fundingWords: Record<Funding, string> = {
  apprenticeship: 'Apprenticeship',
  employer: 'Paid by the employer',
  'self-funded': 'Self-funded',
  'other-public': 'Other public funding',
}

/** What a learner has in a criterion that would not carry over. */
export const lostStates: Record<StandingState, string> = {
  none: 'Nothing yet',
  claimed: 'Claimed',
  provisional: 'Provisional',
  returned: 'Returned',
  confirmed: 'Confirmed',
}

type Begun = { title: string; claims: number; decisions: number }
const begunOf = (value: unknown) => (Array.isArray(value) ? (value as Begun[]) : [])
const begunText = (u: Begun) =>
  `“${u.title}” (${[u.claims > 0 && count(u.claims, 'claim'), u.decisions > 0 && count(u.decisions, 'decision')].filter(Boolean).join(', ')})`

const followedBy = (value: unknown) =>
  Array.isArray(value) && value.length > 0 ? `It is followed by ${list(value)}: register the learner there.` : ''

export const registrationsCodes = {
  'registrations/unknown-version': () => 'This qualification is not in the catalogue of this centre.',
  'registrations/not-a-learner': () => 'This person does not hold the role learner here. Give them the role first.',
  'registrations/already-registered': () => 'This learner is registered on this qualification already.',
  'registrations/day-to-come': () => 'This day has not come yet. Give the day of the registration.',
  'registrations/registration-not-open': d =>
    `Learners can be registered on this qualification from ${dayText(text(d.limit))}.`,
  'registrations/registration-closed': d =>
    [`The last day to register on this qualification was ${dayText(text(d.limit))}.`, followedBy(d.successors)]
      .filter(Boolean)
      .join(' '),
  'registrations/units-outside-version': () =>
    'One of the units does not stand in this qualification. Reload the page.',
  'registrations/units-begun': d =>
    `Work has begun in ${list(begunOf(d.units).map(begunText))}, so ${begunOf(d.units).length === 1 ? 'it' : 'they'} cannot be taken away.`,
  'registrations/not-a-newer-version': () =>
    'This is neither a newer version of the learner’s qualification nor one that follows it.',
  'registrations/ended': () => 'This registration has ended. It can be read, and not changed any more.',
  'registrations/agreement-needed': () =>
    'Optional units are agreed with the learner. Name the assessor who agreed them and give the reason.',
  'registrations/agreed-with-oneself': () => 'Learner and assessor agree the options: they cannot be one person.',
  'registrations/agreed-by-no-assessor': () =>
    'Whoever agrees the options with the learner is an assessor or a trainee assessor here. Choose another, or write a name.',
  'registrations/not-entitled': d =>
    `This person’s competence record does not entitle them to this place today. ${gapsText(d.gaps)}Name somebody else, or bring the record up to date.`,
  'registrations/conflict-of-interest': () =>
    'A conflict of interest between this person and the learner is on record. Name somebody else, or have the lead IQA manage it by sampling everything they decide.',
  'registrations/role-not-held': () => 'This person does not hold the role that this place needs.',
  'registrations/own-registration': () => 'Nobody is named on their own registration.',
  'registrations/countersigner-needed': () =>
    'A trainee’s ticks count only once they are countersigned. Name a countersigner, or an assessor who will countersign.',
  'registrations/countersigner-is-trainee': () =>
    'A trainee cannot countersign their own ticks. Name another assessor.',
  'registrations/assessor-is-trainee': () => 'The trainee assessor cannot be the assessor too.',
  'registrations/iqa-judges-here': () =>
    'The IQA checks the judgements of others, so cannot judge on this registration.',
} satisfies Codes
