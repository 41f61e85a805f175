import { stringify } from 'csv-stringify/sync'
import { directModelsContract as endpoints } from '#contract/direct-models.ts'
import { checkMetOn, completeSince, directConditions } from '#domain/competence/direct-model.ts'
import { Refusal } from '#domain/refusal.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action, FileReply, nothingToLoad } from '#platform/http/action.ts'
import { mayConfirmRequirements, mayMeetCondition, mayReadEverybodys } from '#policy/competence.ts'
import { answersAs } from '#policy/verdict.ts'
import {
  insertAllDirectModels,
  type ListDirectModelsRow,
  listQualifications,
  listDirectModels as listRows,
  lockDirectModel,
  upsertDirectModelCondition,
} from './queries.ts'

export const listDirectModels = action({
  load: nothingToLoad,
  may: mayReadEverybodys,
  input: endpoints['GET /centres/:centreId/direct-models'],
  run: async ({ db, actor, now }) => {
    const models = (await listRows(db, { today: dayOfInstant(now) })).map(modelView)
    const taken = new Set(models.map(m => m.qualification.id))
    return {
      models,
      open: (await listQualifications(db, {})).filter(q => !taken.has(q.id)).map(({ id, title }) => ({ id, title })),
      can: { record: mayConfirmRequirements(actor).allowed },
    }
  },
})

function modelView({ qualificationId, title, met, problems: _, ...model }: ListDirectModelsRow) {
  return {
    ...model,
    qualification: { id: qualificationId, title },
    conditions: directConditions.map(condition => {
      const found = met.find(m => m.condition === condition)
      return { condition, metOn: found?.metOn ?? null, evidence: found?.evidence ?? null, by: found?.by ?? null }
    }),
    completeSince: completeSince(met),
  }
}

export const beginDirectModel = action({
  load: nothingToLoad,
  may: mayConfirmRequirements,
  input: endpoints['POST /centres/:centreId/direct-models'],
  run: async ({ db, actor, now, body, record }) => {
    const [made] = await insertAllDirectModels(db, { ...body, by: actor.personId, at: now })
    if (!made) throw new Refusal('competence/model-exists')
    await record({
      type: 'direct-model-begun',
      ...{ as: answersAs(actor), subjectId: body.qualificationId },
      body: { modelId: made.id, ...body },
    })
    return { modelId: made.id }
  },
})

export const meetCondition = action({
  load: ({ db, actor, params, now }) =>
    lockDirectModel(db, { ...params, actor: actor.personId, today: dayOfInstant(now) }),
  may: mayMeetCondition,
  input: endpoints['POST /centres/:centreId/direct-models/:modelId/conditions'],
  // Met on a later day than was recorded, it entitles later too.
  endsAuthority: true,
  run: async ({ db, actor, now, loaded: { id: modelId, qualificationId }, body, record }) => {
    checkMetOn(body.metOn, dayOfInstant(now))
    await upsertDirectModelCondition(db, { modelId, ...body, by: actor.personId, at: now })
    await record({
      type: 'direct-model-condition-met',
      ...{ as: answersAs(actor), subjectId: qualificationId },
      body: { modelId, ...body },
    })
    return {}
  },
})

/** For the awarding organisation, which passes it on: take-up, sector, size, and problems that are still open. */
export const downloadDirectModels = action({
  load: nothingToLoad,
  may: mayReadEverybodys,
  input: endpoints['GET /centres/:centreId/direct-models.csv'],
  run: async ({ db, now }) => {
    const rows = await listRows(db, { today: dayOfInstant(now) })
    const lines = rows.map(r => [
      ...[r.employer, r.sector, r.size, r.title, r.met.length, completeSince(r.met) ?? ''],
      ...[r.assessors, r.learners, r.problems],
    ])
    const text = stringify(lines, {
      header: true,
      columns: [
        ...['employer', 'sector', 'size', 'qualification', 'conditions met', 'complete since'],
        ...['assessors', 'learners', 'open problems'],
      ],
      bom: true,
      record_delimiter: 'windows',
      escape_formulas: true,
    })
    return new FileReply(text, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="employer-direct-model.csv"',
    })
  },
})
