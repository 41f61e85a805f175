/** The witness's own two steps: opened and signed with the link alone, which is the only thing that lets them in. */
import { randomUUID } from 'node:crypto'
import { testimoniesContract as endpoints } from '#contract/testimonies.ts'
import { changedRecord } from '#domain/evidence/record-fields.ts'
import { recordOf } from '#domain/evidence/records.ts'
import { type SignedTestimony, titleOfTestimony } from '#domain/evidence/signed.ts'
import { flagsOf, requireNotLearner, signedInAs, type WitnessFlag } from '#domain/testimonies/signatory.ts'
import { requireAnotherPerson, requireOpenLink, requireTestimony, statusOf } from '#domain/testimonies/testimony.ts'
import { dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { NotFound } from '#platform/http/problems.ts'
import { type Actor, anyone } from '#policy/verdict.ts'
import { appendEvent } from '#server/audit/append.ts'
import { hashOfSigned } from '#server/evidence/as-signed.ts'
import {
  insertEvidence,
  insertSignedVersion,
  takeNextNumber,
  upsertAllRelations,
  upsertPortfolio,
} from '#server/evidence/queries.ts'
import { hashOfToken } from './actions.ts'
import {
  hasBeenSignedInFrom,
  insertTestimony,
  type LockLinkRow,
  listPeopleSignedIn,
  lockLink,
  selectOptionalDoor,
  selectPersonOfAccount,
  updateRequestOpened,
  updateRequestSigned,
} from './queries.ts'

async function through(db: Db, token: string, now: string) {
  const door = await selectOptionalDoor(db, { hash: hashOfToken(token) })
  if (!door) throw new NotFound()
  const link = await lockLink(db, { requestId: door.requestId })
  requireOpenLink(link, now)
  return { ...link, centreName: door.centreName }
}

/** Who is signed in, as the person of the centre that the link has opened; of another centre as their account. */
async function signedInHere(db: Db, actor: Actor | null): Promise<Actor | null> {
  if (!actor) return null
  const { personId } = await selectPersonOfAccount(db, { account: actor.personId })
  return { ...actor, personId: personId ?? actor.personId }
}

export const openTestimony = action({
  load: nothingToLoad,
  may: anyone,
  input: endpoints['POST /testimonies/opening'],
  run: async ({ db, now, actor, body: { token } }) => {
    const link = await through(db, token, now)
    const signedIn = await signedInHere(db, actor)
    await updateRequestOpened(db, { requestId: link.id, by: signedIn?.personId ?? null, at: now })
    const as = signedIn && signedInAs(signedIn, link)
    return {
      centre: link.centreName,
      learner: link.learnerName,
      type: link.type,
      witness: link.witnessName,
      asks: link.asks,
      askedBy: link.askedByName,
      about: link.aboutNumber ? { number: link.aboutNumber, title: link.aboutTitle ?? '', day: link.aboutDay } : null,
      expiresAt: link.expiresAt,
      signedIn: signedIn && as ? { as, name: signedIn.name } : null,
    }
  },
})

export const signTestimony = action({
  load: nothingToLoad,
  may: anyone,
  input: endpoints['POST /testimonies/signature'],
  run: async ({ db, now, actor, body, request }) => {
    const { token, type, day, telephone, signedName, position, ...said } = body
    const link = await through(db, token, now)
    const signedIn = await signedInHere(db, actor)
    requireNotLearner(signedIn, link)
    // Asked again: an address may have been corrected since the letter went out.
    requireAnotherPerson(link.email, [link.learnerEmail])
    const written = recordOf(type, changedRecord({ witnessName: link.witnessName }, said))
    requireTestimony(type, { record: written, day, telephone, signedName }, dayOfInstant(now))
    const { learnerId, askedBy, aboutId } = link
    await upsertPortfolio(db, { learnerId })
    const { lastNumber: number } = await takeNextNumber(db, { learnerId })
    const evidenceId = randomUUID()
    const status = statusOf(said)
    const signer = {
      ...{ name: link.witnessName, relationship: said.relationship.trim(), position: position.trim(), status },
      ...{ telephone: telephone.trim(), email: link.email, signedName: signedName.trim(), signedAt: now },
    }
    const testimony: SignedTestimony = {
      ...{ type, ownMethodId: null, day, planEntryId: null, title: titleOfTestimony(link.witnessName) },
      ...{ description: '', statement: null, statementText: null, record: written, files: [], occasions: [] },
      ...{ asks: link.asks, about: link.aboutNumber, signer },
    }
    const signedHash = hashOfSigned(testimony)
    await insertEvidence(db, { id: evidenceId, learnerId, number, kind: 'statement', actor: askedBy, at: now })
    await insertSignedVersion(db, {
      ...{ evidenceId, learnerId, type, title: testimony.title, shownOn: day, record: written },
      ...{ signedHash, actor: askedBy, at: now },
    })
    if (aboutId) await upsertAllRelations(db, { evidenceId, version: 1, otherIds: [aboutId] })
    const { signedAt: _, ...facts } = signer
    await insertTestimony(db, {
      ...{ ...facts, requestId: link.id, evidenceId, learnerId, type, signedHash, at: now, signedFrom: request.ip },
      flags: await oddities(db, { link, signedIn, address: request.ip, now }),
    })
    await updateRequestSigned(db, { requestId: link.id, at: now })
    // The witness has no account: whoever is signed in in this browser did not do it.
    const about = { as: 'witness', learnerId, subjectId: evidenceId }
    await appendEvent(db, null, now, {
      type: 'evidence-added',
      ...about,
      body: { number, version: 1, kind: 'statement' },
    })
    const signature = { requestId: link.id, as: type, witness: link.witnessName, status, signedHash }
    await appendEvent(db, null, now, { type: 'testimony-signed', ...about, body: signature })
    return { signedAt: now, number, status }
  },
})

type Signing = { link: LockLinkRow; signedIn: Actor | null; address: string; now: string }

/** What quality staff are told of this signature; of a person of another centre no more than that there was one. */
async function oddities(db: Db, { link, signedIn, address, now }: Signing): Promise<WitnessFlag[]> {
  const ids = [...new Set([...link.openedBy, ...(signedIn ? [signedIn.personId] : [])])]
  const opened = ids.length > 0 ? await listPeopleSignedIn(db, { ids }) : []
  const { there } = await hasBeenSignedInFrom(db, { person: link.learnerId, address, at: now })
  return flagsOf({ opened, learnersNetwork: there }, link)
}
