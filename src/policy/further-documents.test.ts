import { expect, it } from 'vitest'
import { mayAttachDocument, mayOpenDocument } from './further-documents.ts'
import type { Actor } from './verdict.ts'

const actor = (personId: string) => ({ personId, roles: [] }) as unknown as Actor
const reasonOf = (verdict: { allowed: boolean; reason?: string }) => (verdict.allowed ? 'allowed' : verdict.reason)

it.each([
  ['ben', 'assessor', ['assessor'], 'allowed'],
  ['ben', 'countersigner', ['assessor', 'countersigner'], 'allowed'],
  ['ben', 'trainee-assessor', ['trainee-assessor'], 'allowed'],
  ['ben', 'iqa', ['iqa'], 'allowed'],
  ['ben', 'assessor', ['iqa'], 'further-documents/no-longer-named'],
  ['jo', 'assessor', ['assessor'], 'further-documents/made-by-another'],
  ['amina', 'assessor', ['learner'], 'further-documents/made-by-another'],
])(
  'only whoever made a decision attaches a document to it, while named as then: %s, %s [R87]',
  (who, madeAs, seenAs, says) => {
    expect(reasonOf(mayAttachDocument(actor(who), { madeBy: 'ben', madeAs, seenAs }))).toBe(says)
  },
)

it.each([
  ['ben', ['assessor'], 'allowed'],
  ['carol', ['iqa'], 'allowed'],
  ['edith', ['eqa'], 'allowed'],
  ['jo', ['trainee-assessor'], 'further-documents/withdrawn'],
  ['amina', ['learner'], 'further-documents/withdrawn'],
])('what was withdrawn is hidden from none who sample or verify: %s [R87]', (who, seenAs, says) => {
  const seen = { madeBy: 'ben', seenAs }
  expect(reasonOf(mayOpenDocument(actor(who), { ...seen, withdrawnAt: '2026-05-14T09:00:00.000Z' }))).toBe(says)
  expect(reasonOf(mayOpenDocument(actor(who), { ...seen, withdrawnAt: null }))).toBe('allowed')
})
