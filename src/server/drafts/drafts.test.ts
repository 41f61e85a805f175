import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'

const server = testServer()

it('what a person types is kept for that person alone, and forgotten when it was sent', async () => {
  const centreId = await server.centre('Harbour')
  const [amina, ben] = [
    await server.person(centreId, 'Amina', 'learner'),
    await server.person(centreId, 'Ben', 'assessor'),
  ]
  const path = `/centres/${centreId}/drafts/statement:1`
  expect((await amina.get(path)).body).toEqual({ draft: null })
  const kept = await amina.put(path, { body: { text: 'Ein Kunde rief an … 🙂' }, revision: 0 })
  expect([kept.status, kept.body.revision]).toEqual([200, 1])
  expect((await amina.get(path)).body.draft).toMatchObject({ body: { text: 'Ein Kunde rief an … 🙂' }, revision: 1 })
  expect((await ben.get(path)).body).toEqual({ draft: null })
  expect((await amina.delete(path)).status).toBe(200)
  expect((await amina.get(path)).body).toEqual({ draft: null })
})

it('two windows that type about the same thing lose nothing: the second is shown the text of the first', async () => {
  const centreId = await server.centre('Harbour')
  const ben = await server.person(centreId, 'Ben', 'assessor')
  const path = `/centres/${centreId}/drafts/decision:1`
  const both = await Promise.all([
    ben.put(path, { body: 'left', revision: 0 }),
    ben.put(path, { body: 'right', revision: 0 }),
  ])
  expect(both.map(a => a.status).sort()).toEqual([200, 409])
  const [won, lost] = both[0].status === 200 ? both : [both[1], both[0]]
  const keptText = won === both[0] ? 'left' : 'right'
  expect(lost.body).toMatchObject({ code: 'drafts/changed-elsewhere', details: { body: keptText, revision: 1 } })
  expect((await ben.put(path, { body: keptText, revision: 0 })).status, 'a repeat of what is kept is no conflict').toBe(
    200,
  )
  const over = await ben.put(path, { body: 'chosen', revision: lost.body.details.revision })
  expect([over.status, over.body.revision]).toEqual([200, 2])
})

it('a draft of another centre, a strange subject and text that is too long are refused', async () => {
  const [here, there] = [await server.centre('Harbour'), await server.centre('Hill')]
  const ben = await server.person(here, 'Ben', 'assessor')
  expect((await ben.get(`/centres/${there}/drafts/x`)).status).toBe(404)
  expect((await ben.put(`/centres/${here}/drafts/a%20b`, { body: 1, revision: 0 })).status).toBe(422)
  const put = (body: unknown) => ben.put(`/centres/${here}/drafts/x`, { body, revision: 0 })
  for (const body of ['x'.repeat(260_000), 'zero \u0000', '\ud800 half', undefined])
    expect((await put(body)).status).toBe(422)
  expect((await put('\\u0000 as text')).status).toBe(200)
})
