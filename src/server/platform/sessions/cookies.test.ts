import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { sessionTokenOf } from './cookies.ts'

const secret = 'a secret of more than thirty-two characters'
const [http, https] = ['http://127.0.0.1:3000', 'https://centre.example'].map(baseUrl => ({ baseUrl, secret }))
const signed = (token: string) =>
  encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)

it('the session is in one cookie with one name: behind https the name that a neighbouring site cannot set', () => {
  const [plain, host, old] = ['', '__Host-', '__Secure-'].map(p => `${p}countersign.session_token=${signed('one')}`)
  expect([plain, host, old].map(cookie => sessionTokenOf(cookie, http as never))).toEqual(['one', null, null])
  expect([plain, host, old].map(cookie => sessionTokenOf(cookie, https as never))).toEqual([null, 'one', null])
})

it('of two different cookies of that name neither is believed; the same one twice is one', () => {
  const cookie = (token: string) => `countersign.session_token=${signed(token)}`
  expect(sessionTokenOf(`${cookie('one')}; theme=dark; ${cookie('one')}`, http as never)).toBe('one')
  expect(sessionTokenOf(`${cookie('one')}; ${cookie('two')}`, http as never)).toBe(null)
  expect(sessionTokenOf(`${cookie('one')}; countersign.session_token=`, http as never)).toBe(null)
})

it('a cookie that we did not sign, or that cannot be read, opens nothing', () => {
  for (const value of [
    'one',
    'one.',
    'one.AAAA',
    '%E0%A4%A',
    '.',
    `${signed('one')}x`,
    signed('one').replace('one', 'two'),
  ])
    expect(sessionTokenOf(`countersign.session_token=${value}`, http as never), value).toBe(null)
})
