import { expect, it } from 'vitest'
import { letterOf } from './letter.ts'
import { decoded, rowsOf } from './text.ts'

it('writing is read in UTF-8, by its mark, or as old Windows programs wrote it', () => {
  expect(decoded(new TextEncoder().encode('Réponse £5'))).toBe('Réponse £5')
  expect(decoded(Uint8Array.from([0x52, 0xe9, 0xa3]))).toBe('Ré£')
  expect(decoded(Uint8Array.from([0xff, 0xfe, 0x41, 0, 0x42, 0]))).toBe('AB')
})

it('tables are read with any usual separator and quoted cells', () => {
  expect(rowsOf('a;b\r\n"1;2";"say ""hi"""\r\n', 9)).toEqual([
    ['a', 'b'],
    ['1;2', 'say "hi"'],
  ])
  expect(rowsOf('a,b\n1,', 9)).toEqual([
    ['a', 'b'],
    ['1', ''],
  ])
  expect(rowsOf('a\tb\nc\td\ne\tf', 2)).toHaveLength(2)
})

it('a saved e-mail shows who wrote to whom, and its plain words', () => {
  const mail = [
    'Received: from somewhere',
    'From: =?utf-8?q?Am=C3=A9lie_B?= <a@b.example>',
    'Subject: A lamp',
    ' that was promised',
    'Content-Type: multipart/alternative; boundary="xx"',
    '',
    '--xx',
    'Content-Type: text/html',
    '',
    '<b>no</b>',
    '--xx',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'It comes to =C2=A34.95 and will be =',
    'with you on Thursday.',
    '--xx--',
  ].join('\r\n')
  expect(letterOf(mail)).toEqual({
    headings: [
      ['From', 'Amélie B <a@b.example>'],
      ['Subject', 'A lamp that was promised'],
    ],
    words: 'It comes to £4.95 and will be with you on Thursday.',
  })
})
