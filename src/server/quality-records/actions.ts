import { qualityRecordsContract as endpoints } from '#contract/quality-records.ts'
import { checkDayOfRecord } from '#domain/quality-records/record.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { mayReadQuality, mayRecordQuality } from '#policy/quality-records.ts'
import { answersAs } from '#policy/verdict.ts'
import {
  insertQualityFollowUp,
  insertQualityRecord,
  listQualityRecords as listRows,
  lockQualityRecord,
} from './queries.ts'

export const listQualityRecords = action({
  load: nothingToLoad,
  may: mayReadQuality,
  input: endpoints['GET /centres/:centreId/quality-records'],
  run: async ({ db, actor, query: { kind = null } }) => ({
    records: await listRows(db, { kind }),
    can: { record: mayRecordQuality(actor).allowed },
  }),
})

export const recordQuality = action({
  load: nothingToLoad,
  may: mayRecordQuality,
  input: endpoints['POST /centres/:centreId/quality-records'],
  run: async ({ db, actor, now, body: { on, ...rest }, record }) => {
    checkDayOfRecord(on, dayOfInstant(now))
    const { id: qualityRecordId } = await insertQualityRecord(db, {
      ...{ ...rest, doneOn: on, by: actor.personId, at: now },
    })
    await record({
      type: 'quality-recorded',
      ...{ as: answersAs(actor), subjectId: qualityRecordId, reason: rest.about },
      body: { qualityRecordId, kind: rest.kind, on, source: rest.source },
    })
    return { qualityRecordId }
  },
})

/** A follow-up after it was closed opens it again, unless it closes it anew. */
export const followUp = action({
  load: ({ db, params }) => lockQualityRecord(db, params),
  may: mayRecordQuality,
  input: endpoints['POST /centres/:centreId/quality-records/:qualityRecordId/follow-ups'],
  run: async ({ db, actor, now, loaded, body: { on, text, closes }, record }) => {
    checkDayOfRecord(on, dayOfInstant(now), loaded.doneOn)
    const qualityRecordId = loaded.id
    await insertQualityFollowUp(db, { qualityRecordId, doneOn: on, text, closes, by: actor.personId, at: now })
    await record({
      type: 'quality-followed-up',
      ...{ as: answersAs(actor), subjectId: qualityRecordId, reason: text },
      body: { qualityRecordId, on, closes },
    })
    return {}
  },
})
