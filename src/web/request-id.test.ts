import { expect, it } from 'vitest'
import { Problem } from './api.ts'
import { requestIds } from './request-id.ts'

it('a second press after a lost answer sends the same id, and what comes after an answer another one', async () => {
  const makeUnder = requestIds(async () => {})
  const sent: string[] = []
  const lost = async (id: string) => {
    sent.push(id)
    throw new Problem(0)
  }
  await expect(makeUnder(lost)).rejects.toThrow('platform/unreachable')
  await makeUnder(async id => sent.push(id))
  await makeUnder(async id => sent.push(id))
  expect(sent[1]).toBe(sent[0])
  expect(sent[2]).not.toBe(sent[1])
})

it('where an earlier save went through with other content, that is fetched, and the next press is a request of its own', async () => {
  let fetched = 0
  const makeUnder = requestIds(async () => fetched++)
  const ids: string[] = []
  const used = new Problem(409, { code: 'platform/request-already-used' })
  await expect(
    makeUnder(async id => {
      ids.push(id)
      throw used
    }),
  ).rejects.toBe(used)
  expect(fetched).toBe(1)
  await makeUnder(async id => ids.push(id))
  expect(ids[1]).not.toBe(ids[0])
})

it('any other refusal keeps the id: what is mended is still the same request', async () => {
  const makeUnder = requestIds(async () => {})
  const ids: string[] = []
  await makeUnder(async id => {
    ids.push(id)
    throw new Problem(422)
  }).catch(() => {})
  await makeUnder(async id => ids.push(id))
  expect(ids[1]).toBe(ids[0])
})
