import { expect, it } from 'vitest'
import { mailboxOf, sameMailbox } from './mailbox.ts'

it.each([
  ['amina@cast.example', 'AMINA@Cast.Example'],
  ['amina@cast.example', ' amina@cast.example. '],
  ['amina@cast.example', 'amina+witness@cast.example'],
  ['amina+one@cast.example', 'Amina+two+three@cast.example'],
  ['amina.yusuf@gmail.com', 'aminayusuf@gmail.com'],
  ['aminayusuf@gmail.com', 'a.m.i.n.a.yusuf+supervisor@googlemail.com'],
  ['amina@icloud.com', 'amina@me.com'],
  ['amina@mac.com', 'Amina+shop@icloud.com'],
  ['amina@proton.me', 'amina@pm.me'],
  ['amina@protonmail.com', 'amina@proton.me'],
])('%s and %s reach the same mailbox [R110]', (one, other) => {
  expect(sameMailbox(one, other)).toBe(true)
})

it.each([
  ['amina@cast.example', 'denise@cast.example'],
  ['amina@cast.example', 'amina@shop.example'],
  ['amina.yusuf@cast.example', 'aminayusuf@cast.example'],
  ['amina.yusuf@icloud.com', 'aminayusuf@icloud.com'],
  ['amina-yusuf@gmail.com', 'amina@gmail.com'],
  ['amina@hotmail.com', 'amina@outlook.com'],
  ['+amina@cast.example', '+denise@cast.example'],
])('%s and %s may be two people', (one, other) => {
  expect(sameMailbox(one, other)).toBe(false)
})

it('reads a mailbox the same however often it is read', () => {
  for (const address of ['A.b+c@GoogleMail.com', 'no address', '@', 'x+@y.z'])
    expect(mailboxOf(mailboxOf(address))).toBe(mailboxOf(address))
})
