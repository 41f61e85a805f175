import { expect, it } from 'vitest'
import { statementOfAuthenticity } from './authenticity.ts'
import { evidenceRoles, evidenceTypes } from './evidence.ts'

it('the word that is given fits the kind of evidence and whoever gives it [R88]', () => {
  const words = (role: (typeof evidenceRoles)[number]) =>
    Object.fromEntries(evidenceTypes.map(t => [t, statementOfAuthenticity(t, role)]))
  expect(words('learner')).toMatchObject({
    'work-product': 'own-work',
    'personal-statement': 'own-words',
    questioning: 'own-answers',
    observation: 'about-me',
    'prior-learning': 'own-learning',
  })
  for (const role of evidenceRoles.filter(r => r !== 'learner'))
    expect(words(role)).toMatchObject({
      observation: 'saw-it',
      'witness-testimony': 'saw-it',
      questioning: 'asked-it',
      minutes: 'vouched',
    })
  expect(statementOfAuthenticity(null, 'learner')).toBe('own-work')
})
