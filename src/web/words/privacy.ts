import type { PersonalKind } from '#domain/evidence/privacy.ts'

/** What was found, with how often. */
export const personalNames: Record<PersonalKind, [one: string, many: string]> = {
  'card-number': ['bank card number', 'bank card numbers'],
  'bank-account': ['bank account', 'bank accounts'],
  'national-insurance': ['National Insurance number', 'National Insurance numbers'],
  'health-number': ['NHS number', 'NHS numbers'],
  'birth-date': ['date of birth', 'dates of birth'],
  address: ['address or postcode', 'addresses or postcodes'],
  telephone: ['telephone number', 'telephone numbers'],
  email: ['e-mail address', 'e-mail addresses'],
}

export const whereNames = {
  title: 'in the title',
  description: 'in what it shows',
  statement: 'in the written statement',
  record: 'in the record',
} as const

/** What does not count, and what to do instead: told before anything is put in (R74 to R76). */
export const beforeYouPutIn: { what: string; instead: string }[] = [
  {
    what: 'A policy or procedure of your workplace',
    instead: 'It shows what is wanted, not what you did. Tell how you follow it in your own job.',
  },
  {
    what: 'A blank form',
    instead: 'Put in one that was filled in. Your own form counts if you made it to start something, and say so.',
  },
  {
    what: 'Private details of customers or colleagues, even blacked out',
    instead: 'Leave it where it is kept at work, say where, and let somebody confirm that they saw it there.',
  },
  { what: 'Somebody else’s work', instead: 'Say what you did yourself, or ask somebody who saw it to testify.' },
  { what: 'Something old', instead: 'Show what you can do now; add something more recent.' },
]
