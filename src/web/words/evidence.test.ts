import { describe, expect, it } from 'vitest'
import { kindStays, missingSentence } from './evidence.ts'

const signed = { name: 'Denise Okoro', position: '', relationship: '', status: 1, signedName: 'Denise Okoro' }
const asked = { asks: 'The kettle', askedBy: { id: 'amina', name: 'Amina Yusuf' }, about: null }
const testimony = {
  ...{ ...signed, ...asked, signedAt: '2026-05-14T10:00:00.000Z', unchanged: true },
  ...{ writingRemoved: false, contact: null },
}

describe('a draft of a kind that is not accepted any more', () => {
  it.each([
    ['one that may still be another kind asks for another kind', null, null, 'Choose a kind'],
    ['what a witness signed asks for new evidence', testimony, null, 'Begin new evidence'],
    ['answers to a worksheet ask for new evidence', null, 'w', 'Begin new evidence'],
  ])('%s [R69] [R82] [R110]', (_, testimony, worksheetId, says) => {
    const stays = kindStays({ testimony }, { worksheetId })
    const sentence = missingSentence('kind', 'worksheet', stays)
    expect(sentence).toContain(says)
    expect(sentence.includes('Choose a kind')).toBe(!stays)
  })
})
