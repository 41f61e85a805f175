import type { LastDate } from '#domain/qualifications/dates.ts'
import { type Codes, count, text } from './codes.ts'
import { dayText } from './times.ts'

export const dateNames = {
  opens: 'Registration opens',
  lastRegistration: 'Last registration',
  lastCertification: 'Last certification',
} as const

/** In the order in which they come. */
export const dateFields = ['opens', 'lastRegistration', 'lastCertification'] as const

type Effect = { open: number; registeredOutside: number; beyondCertification: number; unfinished: number }

/** What dates mean for those who are registered now (R24). */
export function effectSentences(effect: Effect): string[] {
  const { open, registeredOutside, beyondCertification, unfinished } = effect
  if (open === 0) return ['Nobody is registered on this qualification now.']
  const one = open === 1
  return [
    `${count(open, 'open registration')}, ${unfinished} with criteria still to be confirmed.`,
    beyondCertification > 0
      ? `${count(beyondCertification, 'registration')} ${one ? 'stands' : 'stand'} beyond the last day of certification.`
      : `${one ? 'It stands' : 'None stands'} ${one ? 'within' : 'beyond'} the last day of certification.`,
    registeredOutside > 0
      ? `${registeredOutside} ${registeredOutside === 1 ? 'was' : 'were'} made outside the days of registration.`
      : '',
  ].filter(Boolean)
}

type Warning = { date: LastDate; on: string; daysLeft: number; own: boolean }

/** "90 days left: the last day to ask for a certificate is 31 August 2022." (R25) */
export function warningSentence({ date, on, daysLeft, own }: Warning): string {
  const left = daysLeft === 0 ? 'Today' : `${count(daysLeft, 'day')} left`
  const what =
    date === 'last-registration'
      ? 'the last day to register learners'
      : own
        ? 'the last day on which your certificate can be asked for'
        : 'the last day to ask for certificates'
  return daysLeft === 0 ? `${left} is ${what}.` : `${left}: ${what} is ${dayText(on)}.`
}

export const qualificationDatesCodes = {
  'qualification-dates/out-of-order': () =>
    'Registration opens before it closes, and certificates can be asked for at least until registration closes. Check the order of the days.',
  'qualification-dates/nothing-changed': () => 'These are the dates that count already.',
  'qualification-dates/changed-meanwhile': d =>
    `${text(d.by, 'Somebody else')} has recorded other dates meanwhile. Look at them, then record yours.`,
} satisfies Codes
