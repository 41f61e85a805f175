import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CriterionKey, Judgement } from '#domain/decisions/layers.ts'
import { supportingTypes } from '#domain/evidence/kinds.ts'
import { type LedgerEvent, progressFrom } from '#domain/progress/from-events.ts'
import { totalsOf } from '#domain/progress/standing.ts'
import { met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()

describe('why does it not count? [R10]', () => {
  let p: Portfolio
  beforeAll(async () => {
    p = await startPortfolio(server, { trainee: true })
  })

  it('learner, assessor and IQA are told the same reason, person and next move, for each reason there is [R10]', async () => {
    const [draft, waiting, provisional, returned, confirmed, none] = p.criteria.slice(0, 6).map(k => [k]) as [
      CriterionKey[],
      CriterionKey[],
      CriterionKey[],
      CriterionKey[],
      CriterionKey[],
      CriterionKey[],
    ]
    await p.submitted(draft, { draft: true })
    await p.submitted(waiting)
    const ticked = await p.submitted(provisional)
    await p.decide(p.tom, ticked, met(provisional), { provisional: true })
    const sentBack = await p.submitted(returned)
    await p.decide(p.ben, sentBack, notYet(returned))
    const counted = await p.submitted(confirmed)
    await p.decide(p.ben, counted, met(confirmed))
    const expected = new Map([
      [draft, ['not-submitted', 'learner', 'Amina']],
      [waiting, ['not-assessed', 'trainee-assessor', 'Tom']],
      [provisional, ['not-countersigned', 'countersigner', 'Ben']],
      [returned, ['returned', 'learner', 'Amina']],
      [none, ['no-evidence', 'learner', 'Amina']],
    ])
    for (const [[key], [reason, role, name]] of expected) {
      const told = await Promise.all(
        [p.amina, p.ben, p.carol].map(
          async who =>
            (await who.get(p.at(`/registrations/${p.registrationId}/criteria/${key?.criterionId}`))).body.standing,
        ),
      )
      expect(told[0]).toMatchObject({ reason, mover: { role, person: { name } } })
      expect(told[1]).toEqual(told[0])
      expect(told[2]).toEqual(told[0])
    }
    expect((await p.matrix()).standings[confirmed[0]?.criterionId as string]).toMatchObject({
      state: 'confirmed',
      reason: null,
      mover: null,
      decided: { by: { name: 'Ben' } },
    })
  })

  it('the matrix is titled as the trade does, and its numbers sort as numbers [R12] [R18]', async () => {
    const { heading, units } = await p.matrix()
    expect(heading).toMatch(/\d{3}_\d{4}_[\dX]$/)
    for (const unit of units)
      for (const { criteria } of unit.outcomes) {
        const last = criteria.map((c: { number: string }) => Number(c.number.split('.')[1]))
        expect(last).toEqual([...last].sort((a: number, b: number) => a - b))
      }
  })
})

describe('one source of figures [R11]', () => {
  it('matrix, report, export and the ledger told again agree after random histories [R11]', async () => {
    const p = await startPortfolio(server, { trainee: true })
    const deed = fc.record({
      claims: fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 5 }),
      stopAt: fc.constantFrom(
        'draft',
        'submitted',
        'withdrawn',
        'provisional',
        'decided',
        'decided',
        'questioned',
        'answered',
      ),
      refused: fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 4 }),
    })
    for (const { claims, stopAt, refused } of fc.sample(deed, { numRuns: 14, seed: 20260514 })) {
      const keys = claims.map(i => p.criteria[i] as CriterionKey)
      const evidenceId = await p.submitted(keys, { draft: stopAt === 'draft' })
      if (stopAt === 'withdrawn')
        expect((await p.amina.post(p.at(`/evidence/${evidenceId}/withdrawal`), {})).status).toBe(200)
      if (['draft', 'submitted', 'withdrawn'].includes(stopAt)) continue
      const word = (at: number): Judgement =>
        (refused.includes(at) ? notYet : met)([p.criteria[at] as CriterionKey])[0] as Judgement
      await p.decide(p.tom, evidenceId, claims.map(word), { provisional: true })
      if (stopAt === 'provisional') continue
      expect((await p.decide(p.ben, evidenceId, claims.map(word))).status).toBe(200)
      const doubted = keys.filter((_, i) => !refused.includes(claims[i] as number)).slice(0, 2)
      if (stopAt === 'decided' || doubted.length === 0) continue
      const asked = await p.carol.post(p.at(`/evidence/${evidenceId}/questions`), {
        ...{ version: 1, criteria: doubted, reason: 'It may be somebody else’s e-mail; ask her.' },
      })
      expect(asked.status, JSON.stringify(asked.body)).toBe(200)
      if (stopAt === 'questioned') continue
      const judgements = [...met(doubted.slice(0, 1)), ...notYet(doubted.slice(1))]
      const answer = { judgements, words: 'It is hers: her name is in the footer.' }
      expect((await p.ben.post(p.at(`/questions/${asked.body.questionId}/answer`), answer)).status).toBe(200)
    }
    const matrix = await p.matrix()
    const report = (await p.ben.get(p.at('/reports/progress'))).body.rows.find(
      (r: { registrationId: string }) => r.registrationId === p.registrationId,
    )
    const own = (await p.amina.get(p.at('/reports/progress'))).body.rows[0]
    expect(report.totals).toEqual(matrix.totals)
    expect(own.totals).toEqual(matrix.totals)
    const csv = (await p.grace.get(p.at('/reports/progress.csv'))).body as string
    expect(csv.split('\n')[1]).toContain(
      `,${matrix.totals.criteria},${matrix.totals.confirmed},${matrix.totals.provisional},${matrix.totals.claimed},${matrix.totals.returned},`,
    )
    expect(matrix.totals).toEqual(totalsOf(matrix.totals.criteria, Object.values(matrix.standings)))

    const { rows } = await server.services.ownerPool.query(
      'select type, body, at, actor_id as "actorId", subject_id as "subjectId" from events where centre_id = $1 order by id',
      [p.centreId],
    )
    const told = progressFrom(rows as LedgerEvent[])
    for (const [key, standing] of told) {
      const kept = matrix.standings[key.split('/')[1] as string]
      expect({
        key,
        state: kept?.state ?? 'none',
        reason: kept ? kept.reason : 'no-evidence',
        since: kept?.since ?? null,
      }).toEqual({ key, state: standing.state, reason: standing.reason, since: standing.since })
      expect(kept?.decided?.by.id ?? null).toBe(standing.decided?.by ?? null)
    }
    expect(Object.keys(matrix.standings).length).toBe([...told.values()].filter(s => s.state !== 'none').length)
  })
})

describe('the reporting area', () => {
  it('a learner finds their own row, an assessor theirs, an administrator all; sorted, searched, filtered and paged', async () => {
    const p = await startPortfolio(server)
    const stranger = await server.person(p.centreId, 'Nobody', 'assessor')
    const rows = async (who: typeof p.ben, query = '') =>
      (await who.get(p.at(`/reports/progress${query}`))).body.rows as { learner: { name: string } }[]
    expect(await rows(p.amina)).toHaveLength(1)
    expect(await rows(p.ben)).toHaveLength(1)
    expect(await rows(p.grace)).toHaveLength(1)
    expect(await rows(stranger)).toEqual([])
    expect(await rows(p.grace, '?search=amin')).toHaveLength(1)
    expect(await rows(p.grace, '?search=%25')).toEqual([])
    expect(await rows(p.grace, '?state=complete')).toEqual([])
    expect(await rows(p.grace, '?sort=learner&order=desc&page=2')).toEqual([])
    for (const sort of ['learner', 'qualification', 'confirmed', 'claimed', 'registered', 'activity'])
      for (const order of ['asc', 'desc']) expect(await rows(p.grace, `?sort=${sort}&order=${order}`)).toHaveLength(1)
    const summary = (await p.grace.get(p.at('/reports/progress/summary'))).body
    expect(summary).toMatchObject({ registrations: 1, learners: 1, totals: { confirmed: 0 } })
    expect((await p.grace.get(p.at('/reports/progress?sort=size'))).status).toBe(422)
  })

  it('what nothing but prior learning shows is counted apart from new evidence, by its kind [R80] [R86]', async () => {
    const p = await startPortfolio(server)
    const [a, b, c] = p.criteria as [CriterionKey, CriterionKey, CriterionKey]
    const prior = async (priorKind: string, keys: CriterionKey[]) => {
      const evidenceId = await p.submitted(keys, { draft: true, type: 'prior-learning' })
      const record = {
        priorKind,
        origin: 'Weir Street Hotel',
        priorDay: '2024-03-01',
        standsFor: 'Three years at a desk',
      }
      const path = p.at(`/evidence/${evidenceId}`)
      expect((await p.amina.put(`${path}/record`, { revision: 1, record })).status).toBe(200)
      expect((await p.amina.post(`${path}/submission`, { authentic: true })).status).toBe(200)
      expect((await p.decide(p.ben, evidenceId, met(keys))).status).toBe(200)
      return evidenceId
    }
    const report = async () => (await p.ben.get(p.at('/reports/progress'))).body.rows[0]
    const claimed = await p.submitted([a], { draft: true, type: 'prior-learning' })
    expect((await report()).prior, claimed).toEqual({ apel: 0, apl: 0, 'credit-transfer': 0 })
    const both = await prior('apel', [a, b])
    await prior('credit-transfer', [c])
    expect(await report()).toMatchObject({ totals: { confirmed: 3 }, prior: { apel: 2, apl: 0, 'credit-transfer': 1 } })
    const fresh = await p.submitted([b])
    expect((await p.decide(p.ben, fresh, met([b]))).status).toBe(200)
    expect((await report()).prior, 'new evidence shows it too').toMatchObject({ apel: 1, 'credit-transfer': 1 })
    for (const type of supportingTypes) {
      const beside = await p.submitted([a], { type })
      expect((await p.decide(p.ben, beside, met([a]))).status).toBe(200)
    }
    expect((await report()).prior, 'what is never enough by itself shows nothing anew').toMatchObject({ apel: 1 })
    for (const sort of ['learner', 'confirmed'])
      for (const order of ['asc', 'desc'])
        expect(
          (await p.grace.get(p.at(`/reports/progress?sort=${sort}&order=${order}`))).body.rows[0].prior,
        ).toMatchObject({
          apel: 1,
        })
    expect((await p.grace.get(p.at('/reports/progress/summary'))).body).toMatchObject({
      totals: { confirmed: 3 },
      prior: 2,
    })
    const [heads, row] = ((await p.grace.get(p.at('/reports/progress.csv'))).body as string).trim().split('\n')
    const cells = Object.fromEntries((heads ?? '').split(',').map((head, at) => [head, row?.split(',')[at]]))
    expect(cells).toMatchObject({
      ...{ Confirmed: '3', 'Confirmed on new evidence': '1', 'On prior experience (APEL)': '1' },
      ...{ 'On prior learning (APL)': '0', 'On credit transfer': '1' },
    })
    const judged = await p.decide(p.ben, both, [...met([b]), ...notYet([a])], {
      correction: 'The letter is about somebody else of the same name.',
    })
    expect(judged.status, JSON.stringify(judged.body)).toBe(200)
    expect(await report()).toMatchObject({ totals: { confirmed: 2 }, prior: { apel: 0, 'credit-transfer': 1 } })
  })
})
