import { expect, it } from 'vitest'
import type { Role } from '../people/roles.ts'
import { type Agreement, checkAgreement, fundingOf } from './selection.ts'

const roles: Record<string, Role[]> = {
  amina: ['learner', 'assessor'],
  ben: ['assessor'],
  jo: ['trainee-assessor'],
  carol: ['iqa'],
}
const agreed = (assessorId: string | null): Agreement => ({
  assessorId,
  assessorName: assessorId ? null : 'Pat Moss',
  reason: 'They fit the job',
})
const answer = (options: number, agreement: Agreement | null) => {
  try {
    checkAgreement('amina', options, agreement, id => roles[id] ?? [])
    return null
  } catch (refusal) {
    return (refusal as { code: string }).code.split('/')[1]
  }
}

it.each<[string, number, Agreement | null, string | null]>([
  ['mandatory units alone need no agreement', 0, null, null],
  ['an option needs one', 1, null, 'agreement-needed'],
  ['an assessor agrees', 2, agreed('ben'), null],
  ['a trainee agrees', 2, agreed('jo'), null],
  ['an assessor without an account agrees by name', 2, agreed(null), null],
  ['an IQA does not', 2, agreed('carol'), 'agreed-by-no-assessor'],
  ['nobody agrees with themself', 2, agreed('amina'), 'agreed-with-oneself'],
])('%s [R44]', (_, options, agreement, code) => expect(answer(options, agreement)).toBe(code))

it.each([
  ['Apprenticeship', 'apprenticeship'],
  ['self funded', 'self-funded'],
  ['Employer', 'employer'],
  ['Other public funding', 'other-public'],
  ['a lottery', null],
])('the word %s means the funding %s [R42]', (word, funding) => expect(fundingOf(word)).toBe(funding))
