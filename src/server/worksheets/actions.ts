import { worksheetsContract as endpoints } from '#contract/worksheets.ts'
import { Refusal } from '#domain/refusal.ts'
import { criteriaAskedFor, requireAskable, unanswered } from '#domain/worksheets/worksheet.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { mayAnswerWorksheet, mayMakeWorksheets } from '#policy/worksheets.ts'
import { insertAllClaims, listClaimableKeys } from '#server/claims/queries.ts'
import {
  insertEvidence,
  insertWorksheetVersion,
  selectOptionalStarted,
  takeNextNumber,
  upsertPortfolio,
} from '#server/evidence/queries.ts'
import { updateProgress } from '#server/progress/update.ts'
import {
  insertAllWorksheets,
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
  run: async ({ db, actor, query: { unitId = null, own } }) => ({
    worksheets: (await listRows(db, { unitId, actor: actor.personId }))
      .filter(w => own === undefined || w.own.length > 0)
      .map(({ unitId: id, number, unitTitle, ...rest }) => ({ ...rest, unit: { id, number, title: unitTitle } })),
    can: { make: mayMakeWorksheets(actor).allowed },
  }),
})

export const makeWorksheet = action({
  load: ({ db, params }) => selectUnit(db, params),
  may: mayMakeWorksheets,
  input: endpoints['POST /centres/:centreId/units/:unitId/worksheets'],
  run: async ({ db, actor, now, params: { unitId }, body: { id, title, questions, replaces }, record }) => {
    const kinds = new Map((await listCriteria(db, { unitId })).map(c => [c.id, c.kind]))
    requireAskable(questions, kinds)
    const [made] = await insertAllWorksheets(db, { id, unitId, title, questions, by: actor.personId, at: now })
    if (!made) return { worksheetId: id }
    if (replaces) await updateEndedWorksheet(db, { worksheetId: replaces, unitId, by: actor.personId, at: now })
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
  run: async ({ db, actor, now, loaded, body: { id, registrationId }, record }) => {
    const learnerId = actor.personId
    await upsertPortfolio(db, { learnerId })
    // A retry finds the draft that the first request made.
    const started = await selectOptionalStarted(db, { id })
    if (started?.learnerId === learnerId) return { evidenceId: id }
    if (started) throw new Refusal('evidence/id-taken')
    if (loaded.endedAt !== null) throw new Refusal('worksheets/ended')
    const criterionIds = criteriaAskedFor(loaded.questions)
    const keys = (await listClaimableKeys(db, { learnerId, criterionIds })).filter(
      k => k.registrationId === registrationId,
    )
    if (keys.length === 0) throw new Refusal('worksheets/not-your-unit')
    const number = (await takeNextNumber(db, { learnerId })).lastNumber
    const about = { learnerId, at: now, actor: actor.personId }
    await insertEvidence(db, { ...about, id, number, kind: 'statement' })
    const begun = { questions: unanswered(loaded.questions) }
    await insertWorksheetVersion(db, {
      ...{ ...about, evidenceId: id, worksheetId: loaded.id, title: loaded.title, record: begun },
    })
    await insertAllClaims(db, { ...about, keys, evidenceId: id, version: 1 })
    const event = { as: 'learner', learnerId, subjectId: id }
    const added = { number, version: 1, kind: 'statement' as const, worksheetId: loaded.id }
    await record({ type: 'evidence-added', ...event, body: added })
    await record({ type: 'claims-made', ...event, body: { version: 1, criteria: keys } })
    await updateProgress(db, keys, now, { evidenceId: id, version: 1 })
    return { evidenceId: id }
  },
})
