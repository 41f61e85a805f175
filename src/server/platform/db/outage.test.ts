import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPortfolio } from '#test/evidence.ts'
import { type OwnPostgres, ownPostgres } from '#test/own-postgres.ts'
import type { Answer } from '#test/server.ts'

let server: OwnPostgres
beforeAll(async () => {
  server = await ownPostgres()
}, 180_000)
afterAll(() => server?.close())

/** People add evidence without a pause, six at a time, until `work` is done; answers all that they heard. */
async function underLoad(p: Awaited<ReturnType<typeof aPortfolio>>, work: () => Promise<unknown>): Promise<Answer[]> {
  const answers: Answer[] = []
  let working = true
  const people = Array.from({ length: 6 }, async () => {
    while (working) {
      const answer = await p.amina.post(`${p.at}/learners/${p.amina.personId}/evidence`, {})
      answers.push(answer)
      if (answer.status !== 200) await wait(20)
    }
  })
  await work()
  working = false
  await Promise.all(people)
  return answers
}

const enough = async (answers: () => Promise<Answer>, status: number) =>
  await expect.poll(async () => (await answers()).status, { timeout: 60_000, interval: 100 }).toBe(status)

async function nothingLost(answers: Answer[]): Promise<void> {
  const acknowledged = answers.filter(a => a.status === 200).map(a => a.body.evidenceId as string)
  const { rows } = await server.services.ownerPool.query('select id from evidence')
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(acknowledged.filter(id => !rows.some(r => r.id === id))).toEqual([])
}

function onlyUnavailable(answers: Answer[]): void {
  expect(new Set(answers.map(a => `${a.status} ${a.body.code ?? ''}`.trim()))).toEqual(
    new Set(['200', '503 platform/unavailable']),
  )
  for (const answer of answers.filter(a => a.status === 503)) expect(answer.headers.get('retry-after')).toBe('5')
}

it('a connection that dies in use ends one request, and the next one works', async () => {
  const p = await aPortfolio(server)
  const answers = await underLoad(p, async () => {
    for (let i = 0; i < 10; i++) {
      await wait(100)
      await server.services.ownerPool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where usename = $1 and pid <> pg_backend_pid()`,
        [server.services.appRole],
      )
    }
    await wait(300)
  })
  onlyUnavailable(answers)
  expect(answers.at(-1)?.status).toBe(200)
  await nothingLost(answers)
}, 60_000)

it.each(['SIGQUIT', 'SIGKILL'] as const)(
  'a PostgreSQL that ends by %s under load is told of as away, and used again once it is back; nothing acknowledged is lost',
  async signal => {
    const p = await aPortfolio(server)
    const readyz = async () => {
      const answer = await fetch(`${server.address}/readyz`)
      return { status: answer.status, body: await answer.json(), headers: answer.headers }
    }
    const signIn = () =>
      server.call(
        'POST',
        '/auth/sign-in/email',
        { email: 'a@test.example', password: 'not this one' },
        { origin: server.address },
      )
    expect((await signIn()).status).toBe(401)
    const answers = await underLoad(p, async () => {
      await wait(500)
      await server.end(signal)
      await enough(readyz, 503)
      expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
      const refused = await signIn()
      expect([refused.status, refused.body.code]).toEqual([503, 'platform/unavailable'])
      await wait(300)
      await server.start()
      await enough(readyz, 200)
      await wait(500)
    })
    onlyUnavailable(answers)
    expect(answers.at(-1)?.status).toBe(200)
    expect((await signIn()).status).toBe(401)
    await nothingLost(answers)
  },
  120_000,
)
