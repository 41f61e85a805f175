import { expect, it } from 'vitest'
import type { CriterionKey } from '#domain/decisions/layers.ts'
import { type LedgerEvent, progressFrom } from '#domain/progress/from-events.ts'
import { killableServer } from '#test/kill.ts'
import { formFor, met, startPortfolio } from '#test/portfolio.ts'

const server = killableServer()

it('killed in the middle of decisions: nothing acknowledged is lost, nothing half-done is visible, and the same save can be sent again', async () => {
  const p = await startPortfolio(server)
  const waiting: { evidenceId: string; form: ReturnType<typeof formFor> }[] = []
  for (let i = 0; i < 10; i++) {
    const keys = p.criteria.slice(i, i + 5) as CriterionKey[]
    const evidenceId = await p.submitted(keys)
    waiting.push({ evidenceId, form: formFor(await p.assessment(p.ben, evidenceId), met(keys)) })
  }
  const send = ({ evidenceId, form }: (typeof waiting)[number]) =>
    p.ben.post(p.at(`/evidence/${evidenceId}/decisions`), form).catch(() => null)

  const answers: (Awaited<ReturnType<typeof send>> | null)[] = []
  // Saves run three at a time; the kill comes once some have been answered, so that others are under way.
  const queue = [...waiting]
  const workers = Array.from({ length: 3 }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      answers.push(await send(next))
      if (answers.length === 4) await server.kill()
    }
  })
  await Promise.all(workers)
  const acknowledged = answers.filter(a => a?.status === 200).map(a => a?.body.decisionId as string)
  expect(acknowledged.length).toBeGreaterThanOrEqual(1)
  expect(acknowledged.length).toBeLessThan(10)

  await server.start()
  const kept = await server.services.ownerPool.query(
    `select d.id, v.state, (select count(*)::int from decision_criteria c where c.decision_id = d.id) as judged,
            (select count(*)::int from events e where e.type = 'decision-made' and e.body ->> 'decisionId' = d.id::text) as events
       from decisions d join evidence_versions v on v.evidence_id = d.evidence_id`,
  )
  expect(kept.rows.map(r => r.id)).toEqual(expect.arrayContaining(acknowledged))
  for (const row of kept.rows) expect(row).toMatchObject({ state: 'accepted', judged: 5, events: 1 })

  for (const one of waiting) expect((await send(one))?.status).toBe(200)
  const { rows } = await server.services.ownerPool.query('select count(*)::int as decisions from decisions')
  expect(rows[0].decisions).toBe(10)
  const ledger = await server.services.ownerPool.query(
    'select type, body, at, actor_id as "actorId", subject_id as "subjectId" from events order by id',
  )
  const told = [...progressFrom(ledger.rows as LedgerEvent[]).values()].filter(s => s.state === 'confirmed')
  expect((await p.matrix()).totals.confirmed).toBe(told.length)
})
