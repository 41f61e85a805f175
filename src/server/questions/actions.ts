import { randomUUID } from 'node:crypto'
import { questionsContract as endpoints } from '#contract/questions.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import { requireAnswer, requireQuestionable } from '#domain/questions/question.ts'
import { Refusal } from '#domain/refusal.ts'
import { remarked } from '#domain/worksheets/marks.ts'
import { questionsFor } from '#domain/worksheets/worksheet.ts'
import { action } from '#platform/http/action.ts'
import { mayDecide } from '#policy/decisions.ts'
import { mayQuestion, questioningRoles, questionsAs } from '#policy/questions.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { selectCovering } from '#server/coverage/queries.ts'
import { authorityFor, capacityOn, layersOf, loadAssessment, lockedSituation } from '#server/decisions/load.ts'
import { insertDecision, listTicks } from '#server/decisions/queries.ts'
import { situationOf } from '#server/decisions/situation.ts'
import { updateProgress } from '#server/progress/update.ts'
import {
  insertQuestion,
  listCriteriaOfQuestion,
  listOpenCriteria,
  listQuestions as listRows,
  listSeenRegistrations,
  lockQuestion,
  lockQuestionedVersion,
  selectOptionalMarkedAnswers,
  selectQuestion,
  selectQuestionedEvidence,
  updateQuestionAnswered,
} from './queries.ts'
import { questionsView } from './view.ts'

export const listQuestions = action({
  load: ({ db, actor, params }) =>
    selectQuestionedEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/questions'],
  run: async ({ db, actor, loaded, now }) => {
    const rows = await listRows(db, { evidenceId: loaded.evidenceId })
    const open = rows.find(r => r.answeredAt === null)
    const decides = open
      ? mayDecide(actor, await loadAssessment(db, actor.personId, loaded.evidenceId, null, now))
      : null
    // What waits for an answer stands on one version: the one that counts.
    const marked = open
      ? await selectOptionalMarkedAnswers(db, { evidenceId: loaded.evidenceId, version: open.version })
      : null
    return questionsView(actor, rows, mayQuestion(actor, loaded), decides, marked)
  },
})

export const questionCriteria = action({
  load: ({ db, actor, params }) =>
    selectQuestionedEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId }),
  may: mayQuestion,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/questions'],
  run: async ({ db, actor, now, loaded, body: { version, criteria, reason }, record }) => {
    const { evidenceId, learnerId } = loaded
    await lockQuestionedVersion(db, { evidenceId, version })
    const seen = await listSeenRegistrations(db, {
      actor: actor.personId,
      learnerId,
      capacities: [...questioningRoles],
    })
    const strange = criteria.filter(k => !seen.some(s => s.registrationId === k.registrationId))
    if (strange.length > 0) throw new Refusal('questions/not-confirmed', { criteria: strange })
    const layers = layersOf(await listTicks(db, { evidenceId, version }))
    const open = new Set((await listOpenCriteria(db, { evidenceId, version })).map(keyOf))
    requireQuestionable({ layers, open, by: actor }, criteria, reason)
    const as = questionsAs(actor, loaded) ?? 'iqa'
    const ground = as === 'eqa' ? ('verification' as const) : ('sampling' as const)
    const { id: questionId } = await insertQuestion(db, {
      ...{ evidenceId, version, learnerId, ground, reason, by: actor.personId, as, at: now },
      registrationIds: criteria.map(k => k.registrationId),
      criterionIds: criteria.map(k => k.criterionId),
    })
    await record({
      type: 'criteria-questioned',
      ...{ as, subjectId: evidenceId, learnerId, registrationId: criteria[0]?.registrationId ?? null, reason },
      body: { version, questionId, ground, criteria },
    })
    await updateProgress(db, criteria, now)
    return { questionId }
  },
})

export const answerQuestion = action({
  load: async ({ db, actor, params, now }) => {
    const question = await selectQuestion(db, { actor: actor.personId, questionId: params.questionId })
    const assessment = await loadAssessment(db, actor.personId, question.evidenceId, question.version, now)
    return { ...assessment, question }
  },
  may: mayDecide,
  input: endpoints['POST /centres/:centreId/questions/:questionId/answer'],
  run: async ({ db, actor, now, loaded, body: { judgements, words, marks: given }, record }) => {
    const { question, places, learnerId } = loaded
    const { evidenceId, version, id: questionId } = question
    const locked = await lockedSituation(db, loaded)
    const { answeredAt } = await lockQuestion(db, { questionId })
    // Once it is held: the learner may have been moved to another version meanwhile, and the question with them.
    const criteria = await listCriteriaOfQuestion(db, { questionId })
    const as = capacityFor(places, criteria[0]?.registrationId)
    const outside = criteria.filter(k => !capacityFor(places, k.registrationId))
    if (!as || outside.length > 0) throw new Refusal('decisions/criterion-not-yours', { criteria: outside })
    const { occasions, out } = await selectCovering(db, { evidenceId, version })
    const situation = await situationOf(db, loaded, locked, {
      ...{ personId: actor.personId, layer: 'assessor', body: { judgements, justifications: [] } },
      counting: occasions.filter(o => !out.assessor?.includes(o.number)),
    })
    requireAnswer({ raisedBy: question.raisedBy, answeredAt, criteria }, { judgements, words }, situation)
    const contentHash = locked.contentHash ?? ''
    const authority = authorityFor(loaded, criteria, 'assessor')
    const revoked = judgements.filter(j => j.outcome === 'not-yet-met')
    const stands = revoked.length < judgements.length
    const worksheet = await selectOptionalMarkedAnswers(db, { evidenceId, version })
    const asked = questionsFor(
      worksheet?.questions ?? [],
      revoked.map(j => j.criterionId),
    )
    const marks = remarked(worksheet?.marks ?? [], asked, given)
    const decisionId = randomUUID()
    await insertDecision(db, {
      ...{
        id: decisionId,
        again: true,
        evidenceId,
        version,
        layer: 'assessor',
        outcome: stands ? 'accepted' : 'returned',
      },
      returnReason: stands ? null : (revoked[0]?.reason ?? 'insufficient'),
      ...{
        feedback: words,
        contentHash,
        acceptances: [],
        justifications: [],
        marks,
        correction: null,
      },
      // Which occasions count is as it was, and what state the evidence is in.
      occasionsOut: null,
      state: null,
      authority,
      ...{ decidedBy: actor.personId, decidedAs: as, decidedAt: now, requestId: randomUUID() },
      registrationIds: judgements.map(j => j.registrationId),
      criterionIds: judgements.map(j => j.criterionId),
      outcomes: judgements.map(j => j.outcome),
      reasons: judgements.map(j => (j.outcome === 'met' ? null : j.reason) as string),
    })
    await updateQuestionAnswered(db, { questionId, by: actor.personId, words, decisionId, at: now })
    await record({
      type: 'question-answered',
      ...{ as, subjectId: evidenceId, learnerId, registrationId: criteria[0]?.registrationId ?? null, reason: words },
      body: {
        ...{ version, questionId, decisionId, judgements, contentHash, authority },
        ...(marks.length > 0 ? { marks } : {}),
      },
    })
    await updateProgress(db, criteria, now)
    return { decisionId }
  },
})

function capacityFor(places: Parameters<typeof capacityOn>[0][], registrationId: string | undefined) {
  const place = places.find(p => p.registrationId === registrationId)
  return place ? capacityOn(place, 'assessor') : null
}
