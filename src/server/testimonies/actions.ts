import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { stringify } from 'csv-stringify/sync'
import { testimoniesContract as endpoints } from '#contract/testimonies.ts'
import { Refusal } from '#domain/refusal.ts'
import { linkDays, requireAnotherPerson } from '#domain/testimonies/testimony.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action, FileReply } from '#platform/http/action.ts'
import { roleOnEvidence } from '#policy/evidence.ts'
import { mayAskWitness, mayTakeBack } from '#policy/testimonies.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { requireKind } from '#server/methods/accepted.ts'
import { requireWitnessLetter } from '#server/quotas/requiring.ts'
import { witnessLetter } from './letters.ts'
import {
  hasEvidenceOf,
  insertWitnessLetter,
  insertWitnessRequest,
  listRequests,
  listWitnesses as listRows,
  lockRequest,
  selectWitnessedPortfolio,
  updateRequestCancelled,
} from './queries.ts'
import { requestView, witnessView } from './view.ts'

const days = (now: string, count: number) => new Date(Date.parse(now) + count * 86_400_000).toISOString()
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export const listTestimonyRequests = action({
  load: ({ db, actor, params }) => selectWitnessedPortfolio(db, { actor: actor.personId, learnerId: params.learnerId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/learners/:learnerId/testimony-requests'],
  run: async ({ db, actor, loaded }) => ({
    learner: { id: loaded.learnerId, name: loaded.name },
    requests: (await listRequests(db, { learnerId: loaded.learnerId })).map(r => requestView(actor, r)),
    mayAsk: mayAskWitness(actor, loaded).allowed,
  }),
})

export const askWitness = action({
  load: ({ db, actor, params }) => selectWitnessedPortfolio(db, { actor: actor.personId, learnerId: params.learnerId }),
  may: mayAskWitness,
  input: endpoints['POST /centres/:centreId/learners/:learnerId/testimony-requests'],
  run: async ({
    db,
    actor,
    now,
    loaded,
    body: { id: requestId = randomUUID(), type, witnessName, email, asks, aboutId },
    services,
    record,
    ...rest
  }) => {
    const { learnerId } = loaded
    requireAnotherPerson(email, [loaded.email, actor.email])
    if (aboutId && !(await hasEvidenceOf(db, { evidenceId: aboutId, learnerId })).there)
      throw new Refusal('testimonies/no-such-evidence')
    await requireKind(db, type, { learnerId })
    const token = randomBytes(24).toString('base64url')
    const expiresAt = days(now, linkDays)
    const as = roleOnEvidence(actor, loaded) as string
    await insertWitnessRequest(db, {
      ...{ id: requestId, learnerId, type, witnessName, email, asks, aboutId, tokenHash: hashOfToken(token) },
      ...{ by: actor.personId, as, at: now, expiresAt },
    })
    await requireWitnessLetter(db, {
      ...{ requestId, email, learnerId, by: actor.personId, asLearner: actor.personId === learnerId, now },
    })
    const link = `${services.config.baseUrl}/testimony?token=${token}`
    const people = { witnessName, learner: loaded.name, centre: loaded.centreName, askedBy: actor.name }
    await insertWitnessLetter(db, {
      learnerId,
      recipient: email,
      at: now,
      ...witnessLetter({ ...people, type, asks, link }),
    })
    await record({
      type: 'testimony-asked',
      ...{ as, learnerId, subjectId: aboutId, body: { requestId, as: type, witness: witnessName, expiresAt } },
    })
    rest.afterCommit(() => void services.mail.deliver())
    return { requestId, expiresAt }
  },
})

export const takeBackRequest = action({
  load: ({ db, actor, params }) => lockRequest(db, { actor: actor.personId, requestId: params.requestId }),
  may: mayTakeBack,
  input: endpoints['POST /centres/:centreId/testimony-requests/:requestId/cancellation'],
  run: async ({ db, actor, now, loaded, record }) => {
    if (loaded.signedAt) throw new Refusal('testimonies/signed-already', { at: loaded.signedAt })
    if (loaded.cancelledAt) return {}
    await updateRequestCancelled(db, { requestId: loaded.id, at: now })
    const as = actor.personId === loaded.learnerId ? 'learner' : loaded.askedAs
    await record({ type: 'testimony-taken-back', as, learnerId: loaded.learnerId, body: { requestId: loaded.id } })
    return {}
  },
})

export const listWitnesses = action({
  load: ({ db, actor, params }) => selectWitnessedPortfolio(db, { actor: actor.personId, learnerId: params.learnerId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/learners/:learnerId/witnesses'],
  run: async ({ db, actor, loaded }) => ({
    learner: { id: loaded.learnerId, name: loaded.name },
    witnesses: (await listRows(db, { learnerId: loaded.learnerId })).map(w => witnessView(actor, w, loaded)),
  }),
})

export const downloadWitnesses = action({
  load: ({ db, actor, params }) => selectWitnessedPortfolio(db, { actor: actor.personId, learnerId: params.learnerId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/learners/:learnerId/witnesses.csv'],
  run: async ({ db, actor, loaded, now }) => {
    const rows = (await listRows(db, { learnerId: loaded.learnerId })).map(w => {
      const { contact, ...shown } = witnessView(actor, w, loaded)
      const { email = '', telephone = '', flags = [] } = contact ?? {}
      const told = flags.map(({ code, name }) => (name ? `${code} (${name})` : code)).join('; ')
      return { ...shown, status: shown.status ?? '', email, telephone, 'to look at': told }
    })
    return new FileReply(`\uFEFF${stringify(rows, { header: true, escape_formulas: true })}`, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="witnesses ${dayOfInstant(now)}.csv"`,
    })
  },
})
