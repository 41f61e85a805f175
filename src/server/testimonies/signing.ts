/** The witness's own two steps: opened and signed with the link alone, which is the only thing that lets them in. */
import { createHash, randomUUID } from 'node:crypto'
import { testimoniesContract as endpoints } from '#contract/testimonies.ts'
import { signedText } from '#domain/evidence/content.ts'
import { changedRecord } from '#domain/evidence/record-fields.ts'
import { recordOf } from '#domain/evidence/records.ts'
import { requireOpenLink, requireTestimony, statusOf } from '#domain/testimonies/testimony.ts'
import { dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { anyone } from '#policy/verdict.ts'
import {
  insertEvidence,
  insertSignedVersion,
  takeNextNumber,
  upsertAllRelations,
  upsertPortfolio,
} from '#server/evidence/queries.ts'
import { hashOfToken } from './actions.ts'
import { insertTestimony, lockLink, selectOptionalDoor, updateRequestOpened, updateRequestSigned } from './queries.ts'

async function through(db: Db, token: string, now: string) {
  const door = await selectOptionalDoor(db, { hash: hashOfToken(token) })
  if (!door) throw new NotFound()
  const link = await lockLink(db, { requestId: door.requestId })
  requireOpenLink(link, now)
  return { ...link, centreName: door.centreName }
}

export const openTestimony = action({
  load: nothingToLoad,
  may: anyone,
  input: endpoints['POST /testimonies/opening'],
  run: async ({ db, now, body: { token } }) => {
    const link = await through(db, token, now)
    await updateRequestOpened(db, { requestId: link.id, at: now })
    return {
      centre: link.centreName,
      learner: link.learnerName,
      type: link.type,
      witness: link.witnessName,
      asks: link.asks,
      askedBy: link.askedByName,
      about: link.aboutNumber ? { number: link.aboutNumber, title: link.aboutTitle ?? '', day: link.aboutDay } : null,
      expiresAt: link.expiresAt,
    }
  },
})

export const signTestimony = action({
  load: nothingToLoad,
  may: anyone,
  input: endpoints['POST /testimonies/signature'],
  run: async ({ db, now, body, request, record }) => {
    const { token, type, day, telephone, signedName, position, ...said } = body
    const link = await through(db, token, now)
    const written = recordOf(type, changedRecord({ witnessName: link.witnessName }, said))
    requireTestimony(type, { record: written, day, telephone, signedName }, dayOfInstant(now))
    const { learnerId, askedBy: actor } = link
    await upsertPortfolio(db, { learnerId })
    const { lastNumber: number } = await takeNextNumber(db, { learnerId })
    const evidenceId = randomUUID()
    const signedHash = createHash('sha256')
      .update(signedText(type, written, day))
      .digest('hex')
    await insertEvidence(db, { id: evidenceId, learnerId, number, kind: 'statement', actor, at: now })
    await insertSignedVersion(db, {
      ...{ evidenceId, learnerId, type, title: `Testimony of ${link.witnessName}`, shownOn: day, record: written },
      ...{ signedHash, actor, at: now },
    })
    if (link.aboutId) await upsertAllRelations(db, { evidenceId, version: 1, otherIds: [link.aboutId] })
    const status = statusOf(said)
    await insertTestimony(db, {
      ...{ requestId: link.id, evidenceId, learnerId, type, status, name: link.witnessName, email: link.email },
      ...{ relationship: said.relationship.trim(), position: position.trim(), telephone: telephone.trim() },
      ...{ signedName: signedName.trim(), signedHash, at: now, signedFrom: request.ip },
    })
    await updateRequestSigned(db, { requestId: link.id, at: now })
    const about = { as: 'witness', learnerId, subjectId: evidenceId }
    await record({ type: 'evidence-added', ...about, body: { number, version: 1, kind: 'statement' } })
    const signature = { requestId: link.id, as: type, witness: link.witnessName, status, signedHash }
    await record({ type: 'testimony-signed', ...about, body: signature })
    return { signedAt: now, number, status }
  },
})
