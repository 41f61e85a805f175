import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from '#contract/endpoint.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { allowed } from '#policy/verdict.ts'
import { testServer } from '#test/server.ts'
import { action, type Context } from './action.ts'
import { Incoming } from './body.ts'
import { perform, performAs } from './perform.ts'
import { InvalidInput } from './problems.ts'

const server = testServer()

const endpoint = {
  key: 'POST /centres/:centreId/slow-reading',
  summary: 'Read something slowly',
  body: z.object({ word: z.string() }),
  result: z.object({ said: z.string() }),
} as const satisfies Endpoint & { key: string }

/** Writes down in which order things happen, and how many connections are out meanwhile. */
function slowReading(log: string[]) {
  const out = () => server.services.pool.totalCount - server.services.pool.idleCount
  return action({
    load: async ({ db }) => {
      const { rows } = await db.client.query('select txid_current()::text as id')
      log.push('load')
      return { transaction: rows[0].id as string }
    },
    may: () => {
      log.push('may')
      return allowed
    },
    input: endpoint,
    read: async ({ body, loaded }) => {
      log.push(`read with ${out()} connections`)
      return { heard: body.word.toUpperCase(), before: loaded.transaction }
    },
    run: async ({ read, loaded }) => {
      log.push('run')
      return { said: `${read.heard} ${read.before === loaded.transaction ? 'in one' : 'in two'}` }
    },
  })
}

async function callBy(body: unknown) {
  const centreId = await server.centre('Slow Centre')
  const ben = await server.person(centreId, 'Ben', 'assessor')
  const { rows } = await server.services.ownerPool.query('select token from identity.sessions where person_id = $1', [
    ben.personId,
  ])
  const call = { params: { centreId }, query: {}, body, sessionToken: rows[0].token, headers: {}, ip: '' }
  return { call, who: { personId: ben.personId, centreId, at: new Date().toISOString(), body } }
}

it('what is read slowly is read between two transactions, with no connection out', async () => {
  const log: string[] = []
  const { call } = await callBy({ word: 'hello' })
  const { answer } = await perform(slowReading(log), call, server.services)
  expect(answer).toEqual({ said: 'HELLO in two' })
  expect(log).toEqual(['load', 'may', 'read with 0 connections', 'load', 'may', 'run'])
})

it('a large body is taken after permission and with no connection out; a small one first, and then all is one transaction', async () => {
  const log: string[] = []
  const { read: _, ...quick } = slowReading(log)
  const plain = { ...quick, run: async () => void log.push('run') } as never
  const taken = (large: boolean) =>
    new Incoming(large, async () => {
      log.push(`taken with ${server.services.pool.totalCount - server.services.pool.idleCount} connections`)
      return { word: 'hello' }
    })
  const { call } = await callBy(undefined)
  await perform(plain, { ...call, body: taken(true) }, server.services)
  expect(log.splice(0)).toEqual(['load', 'may', 'taken with 0 connections', 'load', 'may', 'run'])
  await perform(plain, { ...call, body: taken(false) }, server.services)
  expect(log).toEqual(['taken with 0 connections', 'load', 'may', 'run'])
})

it('nothing is read where the input has a fault', async () => {
  const log: string[] = []
  const { call } = await callBy({ word: 7 })
  await expect(perform(slowReading(log), call, server.services)).rejects.toThrow(InvalidInput)
  expect(log).toEqual(['load', 'may'])
})

it('inside the transaction of a story or a job it reads in its place', async () => {
  const log: string[] = []
  const { who } = await callBy({ word: 'hello' })
  const answer = await inTransaction(server.services.ownerPool, db =>
    performAs(db, slowReading(log), who, server.services),
  )
  expect(answer).toEqual({ said: 'HELLO in one' })
  expect(log).toEqual(['load', 'may', 'read with 0 connections', 'run'])
})

it('a transaction that gave way to another is done once more, and what follows the commit happens once', async () => {
  const log: string[] = []
  const { read: _, ...quick } = slowReading(log)
  const { call } = await callBy({ word: 'hello' })
  const failing = (times: number) => {
    let left = times
    return {
      ...quick,
      run: async ({ db, afterCommit }: Context<typeof endpoint>) => {
        afterCommit(() => void log.push('after'))
        if (left-- > 0) await db.client.query(`do $$ begin raise exception 'x' using errcode = '40P01'; end $$`)
        log.push('run')
        return {}
      },
    } as never
  }
  await perform(failing(1), call, server.services)
  expect(log.splice(0)).toEqual(['load', 'may', 'load', 'may', 'run', 'after'])
  await expect(perform(failing(2), call, server.services)).rejects.toMatchObject({ code: '40P01' })
})
