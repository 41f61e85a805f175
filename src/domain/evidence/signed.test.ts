import { expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { evidenceStates } from './evidence.ts'
import {
  evidenceParts,
  requireChangeable,
  type SignedTestimony,
  signedText,
  signedTexts,
  staysAsSigned,
  titleOfTestimony,
} from './signed.ts'

const refusal = (does: () => void): [string, unknown] | null => {
  try {
    does()
    return null
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.details]
    throw error
  }
}

it.each(evidenceParts)(
  '%s changes in a draft, and in one that a witness signed only where it is the learner’s [R110]',
  part => {
    expect(refusal(() => requireChangeable({ state: 'draft', signedHash: null }, part))).toBeNull()
    expect(refusal(() => requireChangeable({ state: 'draft', signedHash: 'hash' }, part))).toEqual(
      staysAsSigned(part) ? ['evidence/signed-by-witness', { parts: [part] }] : null,
    )
    for (const state of evidenceStates.filter(s => s !== 'draft'))
      for (const signedHash of [null, 'hash'])
        expect(refusal(() => requireChangeable({ state, signedHash }, part))).toEqual(['evidence/not-draft', { state }])
  },
)

it('the learner’s own of a signed testimony is where it was, what it relates to, and what it shows; all else is the witness’s', () => {
  expect(evidenceParts.filter(part => !staysAsSigned(part))).toEqual([
    ...['setting', 'sector', 'customers', 'simulationReason', 'setUpId'],
    ...['relations', 'claims', 'pins', 'coverage'],
  ])
})

const testimony: SignedTestimony = {
  ...{ title: titleOfTestimony('Denise Okoro'), description: '', type: 'witness-testimony', ownMethodId: null },
  ...{ day: '2026-05-14', planEntryId: null, statement: null, statementText: null },
  record: { witnessName: 'Denise Okoro', relationship: 'Her supervisor', what: 'She took the kettle', accurate: true },
  files: [],
  occasions: [],
  asks: 'The kettle',
  about: 3,
  signer: {
    ...{ name: 'Denise Okoro', relationship: 'Her supervisor', position: 'Supervisor', status: 4 },
    ...{ telephone: '01632 960 001', email: 'denise@shop.example', signedName: 'Denise Okoro' },
    signedAt: '2026-05-15T09:00:00.000Z',
  },
}
const occasion = { day: null, customer: '', setting: null, channel: null, seenBy: '', criteria: null, number: 1 }

it('what is signed is written down in one way: order does not matter, and a first occasion of which nothing is said adds nothing', () => {
  const reordered = {
    ...Object.fromEntries(Object.entries(testimony).toReversed()),
    record: Object.fromEntries(Object.entries(testimony.record).toReversed()),
    occasions: [occasion],
  } as unknown as SignedTestimony
  expect(signedText(reordered)).toBe(signedText(testimony))
})

it('one that was signed by record and day alone holds only while the rest is as every testimony began', () => {
  const [whole, before] = signedTexts(testimony)
  expect(whole).toBe(signedText(testimony))
  expect(JSON.parse(before as string)).toEqual({
    ...{ signed: 1, type: 'witness-testimony', day: '2026-05-14', record: testimony.record },
  })
  const altered: Partial<SignedTestimony>[] = [
    ...[{ title: 'Mine' }, { description: 'More' }, { statement: { type: 'doc' } }, { statementText: 'More' }],
    ...[{ ownMethodId: 'm' }, { planEntryId: 'p' }, { files: [{ name: 'a.txt', sha256: 'a' }] }],
    ...[{ occasions: [{ ...occasion, customer: 'B' }] }, { signer: { ...testimony.signer, name: 'Somebody' } }],
    ...[{ signer: { ...testimony.signer, relationship: 'Her director' } }],
  ]
  for (const change of altered) expect(signedTexts({ ...testimony, ...change }), JSON.stringify(change)).toHaveLength(1)
})
