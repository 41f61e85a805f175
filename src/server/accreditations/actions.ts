import { accreditationsContract as endpoints } from '#contract/accreditations.ts'
import { checkAccreditation, sameAccreditation } from '#domain/qualifications/accreditation.ts'
import { Refusal } from '#domain/refusal.ts'
import { action } from '#platform/http/action.ts'
import { mayRecordAccreditation } from '#policy/accreditations.ts'
import { importsAs } from '#policy/imports.ts'
import { mayReadCatalogue } from '#policy/qualifications.ts'
import {
  insertAccreditation,
  listFollowed,
  listNeighbours,
  listRecorded,
  lockQualification,
  selectAccreditation as selectStanding,
} from './queries.ts'
import { accreditationView } from './view.ts'

export const selectAccreditation = action({
  load: ({ db, params }) => selectStanding(db, params),
  may: mayReadCatalogue,
  input: endpoints['GET /centres/:centreId/qualifications/:qualificationId/accreditation'],
  run: async ({ db, actor, params, loaded: standing }) => {
    const history = await listRecorded(db, params)
    const ids = [standing, ...history].flatMap(one => one.predecessorId ?? [])
    return accreditationView(actor, { standing, history, neighbours: await listNeighbours(db, { ...params, ids }) })
  },
})

export const recordAccreditation = action({
  load: async ({ db, params }) => {
    await lockQualification(db, params)
    return await selectStanding(db, params)
  },
  may: mayRecordAccreditation,
  input: endpoints['POST /centres/:centreId/qualifications/:qualificationId/accreditation'],
  endsAuthority: true,
  run: async ({ db, actor, now, params: { qualificationId }, body, loaded: standing, record }) => {
    const { replaces, reason, ...next } = body
    const [last] = await listRecorded(db, { qualificationId })
    const sentTwice = last?.number === replaces + 1 && last.recordedBy === actor.personId && last.reason === reason
    if (sentTwice && sameAccreditation(last, next)) return { number: last.number }
    if (standing.number !== replaces) throw new Refusal('accreditations/changed-meanwhile', { by: last?.by })
    if (next.predecessorId !== null) {
      const [known] = await listNeighbours(db, { qualificationId: null, ids: [next.predecessorId] })
      if (!known) throw new Refusal('accreditations/unknown-predecessor')
    }
    const followed = new Map((await listFollowed(db, {})).map(f => [f.qualificationId, f.predecessorId]))
    checkAccreditation(qualificationId, standing, next, id => followed.get(id) ?? null)
    const { number } = await insertAccreditation(db, {
      ...next,
      ...{ qualificationId, number: replaces + 1, reason, by: actor.personId, at: now },
    })
    const { number: _, qualificationId: _q, ...from } = standing
    await record({
      type: 'accreditation-recorded',
      as: importsAs(actor),
      subjectId: qualificationId,
      reason,
      body: { qualificationId, from, to: next },
    })
    return { number }
  },
})
