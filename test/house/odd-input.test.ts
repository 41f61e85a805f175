import { beforeAll, expect, it } from 'vitest'
import { aFullCentre, type FullCentre } from '#test/full-centre.ts'
import { fuzzedRoutes, fuzzFields, fuzzRandomly } from '#test/fuzz.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
let centre: FullCentre
beforeAll(async () => {
  centre = await aFullCentre(server, 'Odd')
}, 120_000)

it('no odd value in any field of any route is an error of ours, and what cannot be kept is named', async () => {
  const { findings, unnamed, asked, permitted } = await fuzzFields(server, centre)
  expect(findings).toEqual([])
  expect(unnamed).toEqual([])
  expect(asked).toBeGreaterThan(5000)
  // Most are asked by somebody who may: otherwise nothing beyond the permission would be tried.
  expect(permitted).toBeGreaterThan(fuzzedRoutes.length * 0.6)
}, 600_000)

it('two thousand requests at random, by people of every role and by nobody, are none either', async () => {
  const { findings, statuses } = await fuzzRandomly(server, centre, { inputs: 2000, seed: 20_260_514 })
  expect(findings).toEqual([])
  expect([...statuses.values()].reduce((a, b) => a + b, 0)).toBe(2000)
}, 120_000)
