import { qualificationDatesContract as endpoints } from '#contract/qualification-dates.ts'
import { checkDates, sameDates } from '#domain/qualifications/dates.ts'
import type { QualificationSpecification } from '#domain/qualifications/specification.ts'
import { Refusal } from '#domain/refusal.ts'
import { dayOfInstant, type Instant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { importsAs } from '#policy/imports.ts'
import { mayRecordDates } from '#policy/qualification-dates.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import { type Actor, anyoneSignedIn } from '#policy/verdict.ts'
import {
  countOpenRegistrations,
  insertQualificationDates,
  listPrintedDates,
  listQualificationsWorkedOn,
  listRecordedDates,
  lockQualification,
  selectQualification,
} from './queries.ts'
import { historyView, warningsView } from './view.ts'

type Dates = QualificationSpecification['registration']

export const selectDates = action({
  load: ({ db, params }) => selectQualification(db, params),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/qualifications/:qualificationId/dates'],
  run: async ({ db, actor, now, params, loaded: { title, standing } }) => ({
    title,
    standing,
    history: historyView(await listRecordedDates(db, params), await listPrintedDates(db, params)),
    effect: await effectOf({ db, actor, now, params }, standing),
    can: { record: mayRecordDates(actor).allowed },
  }),
})

export const foreseeDates = action({
  load: ({ db, params }) => selectQualification(db, params),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/qualifications/:qualificationId/dates/effect'],
  run: async ({ query: { opens = null, lastRegistration = null, lastCertification = null }, ...context }) =>
    await effectOf(context, { opens, lastRegistration, lastCertification }),
})

export const recordDates = action({
  load: async ({ db, params }) => {
    await lockQualification(db, params)
    return await selectQualification(db, params)
  },
  may: mayRecordDates,
  input: endpoints['POST /centres/:centreId/qualifications/:qualificationId/dates'],
  run: async ({ db, actor, now, params: { qualificationId }, body, loaded: { standing }, record }) => {
    const { replaces, reason, ...dates } = body
    const [last] = await listRecordedDates(db, { qualificationId })
    const known = last?.number ?? 0
    const sentTwice = last?.number === replaces + 1 && last.recordedBy === actor.personId && last.reason === reason
    if (sentTwice && sameDates(last, dates)) return { number: last.number }
    if (known !== replaces) throw new Refusal('qualification-dates/changed-meanwhile', { by: last?.recordedByName })
    checkDates(standing, dates)
    const { number } = await insertQualificationDates(db, {
      ...dates,
      qualificationId,
      number: known + 1,
      reason,
      by: actor.personId,
      at: now,
    })
    await record({
      type: 'qualification-dates-recorded',
      as: importsAs(actor),
      subjectId: qualificationId,
      reason,
      body: { qualificationId, from: standing, to: dates },
    })
    return { number }
  },
})

export const listDateWarnings = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/date-warnings'],
  run: async ({ db, actor, now }) => ({
    warnings: warningsView(await listQualificationsWorkedOn(db, { actor: actor.personId }), dayOfInstant(now)),
  }),
})

type Asked = { db: Db; actor: Actor; now: Instant; params: { qualificationId: string } }

const effectOf = ({ db, actor, now, params: { qualificationId } }: Asked, dates: Dates) =>
  countOpenRegistrations(db, { ...dates, qualificationId, actor: actor.personId, today: dayOfInstant(now) })
