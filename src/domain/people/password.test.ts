import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultOfPassword } from './password.ts'

const common = new Set(['password', 'dragon', 'letmein', 'iloveyou', 'sunshine', 'qwerty123', 'monkey', '1q2w3e4r5t6y'])
const about = {
  names: ['Amina Yusuf', 'Weir Street Training', 'Countersign'],
  email: 'amina.yusuf@weir-street.example',
}
const faultOf = (password: string) => faultOfPassword(password, about, common)?.split('/password-')[1] ?? null

describe('a password is refused', () => {
  const refused: Record<string, string[]> = {
    common: [
      'password2026',
      'Password2026!',
      '!!password!!!!',
      'P@ssw0rd2026!',
      'passwordpassword',
      'Password Password',
      'letmeinletmein!',
      'Dragon123456789',
      'qwerty123!!!!!!',
      '1q2w3e4r5t6y',
      'DragonDragonDragon7',
      'dragon2026dragon',
    ],
    repeats: ['aaaaaaaaaaaa', 'abcdabcdabcdabcd', 'xk7xk7xk7xk7', 'ha ha ha ha ha ha', 'kettlekettle'],
    runs: [
      '123456789012',
      'abcdefghijkl',
      'qwertyuiop[]',
      'zyxwvutsrqpo',
      'qwertyuiop12',
      'aaaabbbbcccc',
      '0987654321ab',
    ],
    own: [
      'AminaYusuf2026!',
      'amina.yusuf.99!',
      'weirstreet2026',
      'Countersign2026',
      'countersign!password',
      'Yusuf-Amina-1990',
      'weir-street-1234x',
    ],
  }
  for (const [fault, passwords] of Object.entries(refused))
    for (const password of passwords) it(`${fault}: ${password}`, () => expect(faultOf(password)).toBe(fault))
})

describe('a password is taken', () => {
  const taken = [
    'four small grey cats',
    'a long enough password',
    'correct horse battery staple',
    'sample-centre-2026',
    'kV7!pQ2#xL9$',
    'hijack stone defy',
    'amina-7Gq2xLpvT9',
    'benevolent kings rule',
    'пять больших собак',
    'dragons eat wet toast',
  ]
  for (const password of taken) it(password, () => expect(faultOf(password)).toBe(null))
})

it('a common password stays refused whatever digits and signs are added at its end, and however it is written', () => {
  const added = fc.string({ unit: fc.constantFrom(...'0123456789!?.-_# '), minLength: 0, maxLength: 12 })
  fc.assert(
    fc.property(fc.constantFrom(...common), added, fc.boolean(), (word, end, loud) => {
      expect(faultOf((loud ? word.toUpperCase() : word) + end)).toBe('common')
    }),
  )
})

it('any text can be asked about', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
      expect([null, 'common', 'repeats', 'runs', 'own']).toContain(faultOf(text))
    }),
  )
})
