import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { type CriterionKey, type Judgement, keyOf } from '#domain/decisions/layers.ts'
import type { Obstacle } from '#domain/decisions/obstacles.ts'
import type { AllocationRole } from '#domain/people/roles.ts'
import { publishedSample } from './catalogue.ts'
import { grounds } from './grounds.ts'
import type { Answer, SignedIn, TestServer } from './server.ts'

export type Portfolio = Awaited<ReturnType<typeof startPortfolio>>

/**
 * A learner on the sample diploma with everybody who has a hand in it, made through HTTP: Amina learns, Tom is the trainee
 * (when wanted), Ben assesses and countersigns, Carol samples, Grace administers. Unit 1 has six criteria in outcome 1.
 */
export async function startPortfolio(server: TestServer, options: { trainee?: boolean } = {}) {
  const centreId = await server.centre('Weir Street')
  const grace = await server.person(centreId, 'Grace', 'centre-administrator')
  const amina = await server.person(centreId, 'Amina', 'learner')
  const ben = await server.person(centreId, 'Ben', 'assessor')
  const tom = await server.person(centreId, 'Tom', 'trainee-assessor')
  const carol = await server.person(centreId, 'Carol', 'iqa')
  const [diploma, award] = await publishedSample(server, centreId, grace.personId)
  const at = (path: string) => `/centres/${centreId}${path}`
  const allocations: Partial<Record<AllocationRole, string>> = { assessor: ben.personId, iqa: carol.personId }
  if (options.trainee) Object.assign(allocations, { 'trainee-assessor': tom.personId, countersigner: ben.personId })

  const register = async (versionId: string, people = allocations): Promise<string> => {
    const { tree } = (await grace.get(at(`/versions/${versionId}`))).body
    const unitIds = (tree.units as { id: string }[]).map(u => u.id)
    const registered = await grace.post(at('/registrations'), {
      learnerId: amina.personId,
      versionId,
      registeredOn: '2026-01-05',
      unitIds,
      ...grounds(ben.personId),
      allocations: people,
    })
    expect(registered.status, JSON.stringify(registered.body)).toBe(200)
    return registered.body.registrationId
  }
  const registrationId = await register(diploma?.versionId as string)

  const matrix = async (who: SignedIn = amina, id = registrationId) =>
    (await who.get(at(`/registrations/${id}/matrix`))).body
  const unitOne = (
    (await matrix()).units as { number: string; outcomes: { criteria: { id: string; number: string }[] }[] }[]
  ).find(u => u.number === '1')
  const criteria = (unitOne?.outcomes ?? []).flatMap(o => o.criteria).map(c => ({ registrationId, criterionId: c.id }))

  return {
    server,
    centreId,
    at,
    grace,
    amina,
    ben,
    tom,
    carol,
    registrationId,
    award,
    matrix,
    criteria,
    register,
    /** A written statement with these claims, described and submitted unless it is to stay a draft. */
    submitted: async (
      claims: CriterionKey[],
      { draft = false, ...described }: { draft?: boolean } & Record<string, unknown> = {},
    ): Promise<string> => {
      const { evidenceId } = (await amina.post(at(`/learners/${amina.personId}/evidence`), { kind: 'statement' })).body
      await fill(amina, at, evidenceId, claims, draft, described)
      return evidenceId
    },
    assessment: async (who: SignedIn, evidenceId: string) =>
      (await who.get(at(`/evidence/${evidenceId}/assessment`))).body,
    decide: async (
      who: SignedIn,
      evidenceId: string,
      judgements: Judgement[],
      over: Record<string, unknown> = {},
    ): Promise<Answer> => {
      const shown = (await who.get(at(`/evidence/${evidenceId}/assessment`))).body
      const path = over.provisional ? 'provisional-decisions' : 'decisions'
      return await who.post(at(`/evidence/${evidenceId}/${path}`), { ...formFor(shown, judgements), ...over })
    },
  }
}

async function fill(
  amina: SignedIn,
  at: (path: string) => string,
  evidenceId: string,
  claims: CriterionKey[],
  draft: boolean,
  described: Record<string, unknown>,
): Promise<void> {
  const version = (await amina.get(at(`/evidence/${evidenceId}`))).body.versions[0]
  const description = {
    revision: version.descriptionRevision,
    title: 'A lamp that was promised for Thursday',
    description: 'What I did and why',
    shownOn: '2026-05-14',
    ...{ setting: 'real-job', sector: 'private', customers: 'external' },
    ...described,
  }
  const statement = {
    revision: version.statementRevision,
    statement: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'I rang the depot first.' }] }],
    },
  }
  expect((await amina.put(at(`/evidence/${evidenceId}/description`), description)).status).toBe(200)
  expect((await amina.put(at(`/evidence/${evidenceId}/statement`), statement)).status).toBe(200)
  expect((await amina.put(at(`/evidence/${evidenceId}/claims`), { claim: claims })).status).toBe(200)
  if (draft) return
  const submission = await amina.post(at(`/evidence/${evidenceId}/submission`), { authentic: true })
  expect(submission.status, JSON.stringify(submission.body)).toBe(200)
}

type Shown = {
  evidence: { version: number; revision: number; contentHash: string }
  layers: { learner: CriterionKey[]; trainee: Judgement[] }
  obstacles: Record<string, Obstacle[]>
}

export const formFor = ({ evidence, layers, obstacles }: Shown, judgements: Judgement[]) => ({
  requestId: randomUUID(),
  version: evidence.version,
  seenRevision: evidence.revision,
  seenContent: evidence.contentHash,
  seen: {
    learner: layers.learner.map(pick),
    trainee: layers.trainee.map(t => ({ ...pick(t), outcome: t.outcome, reason: t.reason })),
  },
  judgements,
  outcome: judgements.some(j => j.outcome === 'met') ? 'accepted' : 'returned',
  returnReason: judgements.some(j => j.outcome === 'met') ? null : 'insufficient',
  feedback: 'You rang the depot before you wrote, so the promise you gave was one you could keep.',
  acceptances: [] as unknown[],
  /** Whatever an assessor may answer for is answered for. */
  justifications: judgements.flatMap(j =>
    (obstacles[keyOf(j)] ?? [])
      .filter(o => o.mend === 'say-why')
      .map(({ code }) => ({ ...pick(j), code, text: 'Three are shown in this one piece.' })),
  ),
})

const pick = ({ registrationId, criterionId }: CriterionKey) => ({ registrationId, criterionId })
export const met = (keys: CriterionKey[]): Judgement[] => keys.map(k => ({ ...k, outcome: 'met', reason: null }))
export const notYet = (keys: CriterionKey[]): Judgement[] =>
  keys.map(k => ({ ...k, outcome: 'not-yet-met', reason: 'insufficient' }))
