import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCardNumber, isHealthNumber, type PersonalKind, personalDataIn } from './privacy.ts'

const kinds = (text: string) => personalDataIn(text).map(f => f.kind)

describe('what looks like personal data', () => {
  it.each<[string, PersonalKind[]]>([
    ['She paid with 4929 1234 5678 9014.', []],
    ['Card 4539 1488 0343 6467, exp 05/27', ['card-number']],
    ['Order 1234567890123 was late', []],
    ['sort code 20-00-00', ['bank-account']],
    ['Account number: 12345678', ['bank-account']],
    ['IBAN GB29 NWBK 6016 1331 9268 19', ['bank-account']],
    ['NI: QQ 12 34 56 C', []],
    ['NI: AB 12 34 56 C', ['national-insurance']],
    ['NHS number 943 476 5919', ['health-number']],
    ['Ticket 943 476 5918', []],
    ['DOB 3/4/1985', ['birth-date']],
    ['born on 3 April 1985', ['birth-date']],
    ['On 3 April 2026 she came back', []],
    ['He lives at 12 Mill Lane', ['address']],
    ['Weir Street, HX1 2AB', ['address']],
    ['She rang 01632 960 001 twice', ['telephone']],
    ['+44 7700 900123', ['telephone']],
    ['write to mrs.hill@example.org', ['email']],
    ['In unit 13 I met 2.4 on page 7, and 21 customers', []],
    ['', []],
  ])('%j: %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it('is told without repeating it', () => {
    expect(personalDataIn('Card 4539 1488 0343 6467')).toEqual([{ kind: 'card-number', shown: '45…67' }])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
        for (const { shown } of personalDataIn(text)) expect(shown.length).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('check digits are those that banks and the health service use', () => {
    for (const good of ['4539148803436467', '4111111111111111', '5500005555555559'])
      expect(isCardNumber(good)).toBe(true)
    for (const bad of ['4539148803436468', '0000000000000000', '411111111111']) expect(isCardNumber(bad)).toBe(false)
    expect([isHealthNumber('9434765919'), isHealthNumber('9434765918'), isHealthNumber('1111111111')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('a long text without any is read quickly and finds nothing', () => {
    expect(kinds('I asked the customer what had happened and wrote it down. '.repeat(20_000))).toEqual([])
  })
})
