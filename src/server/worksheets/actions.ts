import { randomUUID } from 'node:crypto'
import { worksheetsContract as endpoints } from '#contract/worksheets.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Answers, answersFor, criteriaAskedFor, requireAskable, unanswered } from '#domain/worksheets/worksheet.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { mayAnswerWorksheet, mayMakeWorksheets } from '#policy/worksheets.ts'
import { insertAllClaims, listClaimableKeys } from '#server/claims/queries.ts'
import {
  insertEvidence,
  insertWorksheetVersion,
  lockEvidence,
  takeNextNumber,
  updateRevision,
  upsertPortfolio,
} from '#server/evidence/queries.ts'
import { requireKind } from '#server/methods/accepted.ts'
import { updateProgress } from '#server/progress/update.ts'
import {
  insertWorksheet,
  listAnswers,
  listCriteria,
  listWorksheets as listRows,
  lockWorksheet,
  selectUnit,
  updateEndedWorksheet,
} from './queries.ts'

const makerRoles = ['assessor', 'lead-iqa', 'centre-administrator'] as const
const makingAs = (roles: readonly string[]) => makerRoles.find(role => roles.includes(role)) as string

export const listWorksheets = action({
  load: nothingToLoad,
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/worksheets'],
  run: async ({ db, actor, query: { unitId = null, own } }) => {
    const standing = (await listRows(db, { unitId, actor: actor.personId })).filter(
      w => own === undefined || w.own.length > 0,
    )
    const answers = standing.some(w => w.own.length > 0)
      ? Map.groupBy(await listAnswers(db, { learnerId: actor.personId, worksheetId: null }), a => a.worksheetId)
      : new Map<string, Answers[]>()
    const stands = (worksheetId: string, registrationId: string) => {
      const { newest, begun } = answersFor(answers.get(worksheetId) ?? [], registrationId)
      const shown = newest && { evidenceId: newest.evidenceId, number: newest.number, state: newest.state }
      return { answers: shown, canBegin: begun === null }
    }
    return {
      worksheets: standing.map(({ unitId: id, number, unitTitle, own, ...rest }) => ({
        ...rest,
        unit: { id, number, title: unitTitle },
        own: own.map(r => ({ ...r, ...stands(rest.id, r.registrationId) })),
      })),
      can: { make: mayMakeWorksheets(actor).allowed },
    }
  },
})

export const makeWorksheet = action({
  load: ({ db, params }) => selectUnit(db, params),
  may: mayMakeWorksheets,
  input: endpoints['POST /centres/:centreId/units/:unitId/worksheets'],
  run: async ({ db, actor, now, params: { unitId }, body: { id, title, questions, replaces }, record }) => {
    const kinds = new Map((await listCriteria(db, { unitId })).map(c => [c.id, c.kind]))
    requireAskable(questions, kinds)
    await insertWorksheet(db, { id, unitId, title, questions, by: actor.personId, at: now })
    // Of two who replace the same one, the second is told: otherwise two would stand.
    if (
      replaces &&
      (await updateEndedWorksheet(db, { worksheetId: replaces, unitId, by: actor.personId, at: now })) === 0
    )
      throw new Refusal('worksheets/replaced-meanwhile')
    const as = makingAs(actor.roles)
    await record({
      type: 'worksheet-made',
      ...{ as, subjectId: unitId, body: { worksheetId: id, unitId, title, questions, replaces } },
    })
    return { worksheetId: id }
  },
})

export const endWorksheet = action({
  load: ({ db, params }) => lockWorksheet(db, params),
  may: mayMakeWorksheets,
  input: endpoints['POST /centres/:centreId/worksheets/:worksheetId/ending'],
  run: async ({ db, actor, now, loaded: { id: worksheetId, unitId, endedAt }, record }) => {
    if (endedAt !== null) return {}
    await updateEndedWorksheet(db, { worksheetId, unitId, by: actor.personId, at: now })
    const as = makingAs(actor.roles)
    await record({ type: 'worksheet-ended', as, subjectId: unitId, body: { worksheetId, unitId } })
    return {}
  },
})

export const answerWorksheet = action({
  load: ({ db, params }) => lockWorksheet(db, params),
  may: mayAnswerWorksheet,
  input: endpoints['POST /centres/:centreId/worksheets/:worksheetId/answers'],
  run: async ({ db, actor, now, loaded, body: { registrationId }, record }) => {
    const learnerId = actor.personId
    // Locks it: a retry and a second tab find what the first request made.
    await upsertPortfolio(db, { learnerId })
    const answers = await listAnswers(db, { learnerId, worksheetId: loaded.id })
    const { begun, draft } = answersFor(answers, registrationId)
    if (begun) return { evidenceId: begun.evidenceId }
    if (loaded.endedAt !== null) throw new Refusal('worksheets/ended')
    const criterionIds = criteriaAskedFor(loaded.questions)
    const keys = (await listClaimableKeys(db, { learnerId, criterionIds })).filter(
      k => k.registrationId === registrationId,
    )
    if (keys.length === 0) throw new Refusal('worksheets/not-your-unit')
    await requireKind(db, 'worksheet', { learnerId, registrationId })
    const about = { learnerId, at: now, actor: actor.personId }
    const evidenceId = draft?.evidenceId ?? randomUUID()
    const event = { as: 'learner', learnerId, subjectId: evidenceId }
    if (draft) {
      requireChangeable(await lockEvidence(db, { actor: actor.personId, evidenceId }), 'claims')
      await updateRevision(db, draft)
    } else {
      const number = (await takeNextNumber(db, { learnerId })).lastNumber
      await insertEvidence(db, { ...about, id: evidenceId, number, kind: 'statement' })
      const begun = { questions: unanswered(loaded.questions) }
      await insertWorksheetVersion(db, {
        ...{ ...about, evidenceId, worksheetId: loaded.id, title: loaded.title, record: begun },
      })
      const added = { number, version: 1, kind: 'statement' as const, worksheetId: loaded.id }
      await record({ type: 'evidence-added', ...event, body: added })
    }
    const version = draft?.version ?? 1
    await insertAllClaims(db, { ...about, keys, evidenceId, version })
    await record({ type: 'claims-made', ...event, body: { version, criteria: keys } })
    await updateProgress(db, keys, now, { evidenceId, version })
    return { evidenceId }
  },
})
