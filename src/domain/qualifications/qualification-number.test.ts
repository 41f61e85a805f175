import { describe, expect, it } from 'vitest'
import { checkSignOf, readQualificationNumber } from './qualification-number.ts'

describe('an accreditation number', () => {
  it.each([
    ['601/3544/X', '601/3544/X'],
    ['601/3735/6', '601/3735/6'],
    ['601_3562_1', '601/3562/1'],
    ['601\\_3562\\_1', '601/3562/1'],
    ['6013544X', '601/3544/X'],
    [' 601-3544-x ', '601/3544/X'],
    ['601 3735 6', '601/3735/6'],
  ])('is read from %s [R13]', (text, number) => {
    expect(readQualificationNumber(text)).toEqual({ ok: true, number, looksMistyped: false })
  })

  it.each([
    ['', 'empty'],
    ['10379', 'too-short'],
    ['601/3544', 'too-short'],
    ['601/35444/X', 'too-long'],
    ['6013/544/X', 'wrong-grouping'],
    ['601//3544/X', 'wrong-grouping'],
    ['A/506/2130', 'wrong-sign'],
    ['601/X354/4', 'wrong-sign'],
    ['GC2V 22', 'wrong-sign'],
  ])('is not %j, and the reason is given [R13]', (text, reason) => {
    const read = readQualificationNumber(text)
    expect(read).toMatchObject({ ok: false, reason })
    expect(read.ok || read.message).toContain('601/3544/X')
  })

  it('looks mistyped when two digits are exchanged, and is read all the same [R13]', () => {
    expect(readQualificationNumber('601/5344/X')).toEqual({ ok: true, number: '601/5344/X', looksMistyped: true })
  })

  it('ends in X where the sum leaves ten [R13]', () => {
    expect(checkSignOf('6013544')).toBe('X')
    expect(checkSignOf('6013735')).toBe('6')
  })
})
