import { expect, it } from 'vitest'
import type { Refusal } from '../refusal.ts'
import { type DeclaredDocuments, noDocuments, requireDocumentsExplained } from './documents.ts'

const codeOf = (declared: Partial<DeclaredDocuments>, words = '') => {
  try {
    requireDocumentsExplained({ ...noDocuments, ...declared }, words)
    return null
  } catch (error) {
    return (error as Refusal).code
  }
}

it('a policy wants the learner’s own words on how it applies in their job [R74]', () => {
  expect(codeOf({ policy: true })).toBe('evidence/policy-needs-words')
  expect(codeOf({ policy: true }, 'I ask for the receipt before I offer a refund.')).toBeNull()
  expect(codeOf({})).toBeNull()
})

it('a blank form is refused unless the learner made it, and says what it started [R75]', () => {
  expect(codeOf({ ownBlankForm: '' })).toBe('evidence/blank-form-unexplained')
  expect(codeOf({ ownBlankForm: 'I made it to log complaints from March on.' })).toBeNull()
})
