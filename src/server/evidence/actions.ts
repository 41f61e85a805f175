import { createHash, randomUUID } from 'node:crypto'
import type { BodyOf } from '#contract/endpoint.ts'
import { evidenceContract as endpoints } from '#contract/evidence.ts'
import { numbered } from '#domain/coverage/occasions.ts'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { statementOfAuthenticity } from '#domain/evidence/authenticity.ts'
import { canonicalContent, sameDocument } from '#domain/evidence/content.ts'
import { type DeclaredDocuments, requireDocumentsExplained } from '#domain/evidence/documents.ts'
import { moveEvidence, requireUndecided } from '#domain/evidence/evidence.ts'
import { changedRecord, fieldNames } from '#domain/evidence/record-fields.ts'
import { partsShown } from '#domain/evidence/recordings.ts'
import { recordOf, wordsOf } from '#domain/evidence/records.ts'
import { requireChangeable } from '#domain/evidence/signed.ts'
import { plainStatement, textOfStatement } from '#domain/evidence/statement.ts'
import { requireReady } from '#domain/evidence/submission.ts'
import { Refusal } from '#domain/refusal.ts'
import { dayOfInstant } from '#domain/time.ts'
import { requireSameQuestions, requireStaysWorksheet } from '#domain/worksheets/worksheet.ts'
import type { Db } from '#platform/db/query.ts'
import { action } from '#platform/http/action.ts'
import {
  mayAddEvidence,
  mayDraftNewVersion,
  maySubmitEvidence,
  mayWithdrawEvidence,
  mayWriteEvidence,
} from '#policy/evidence.ts'
import { listStandingClaims } from '#server/claims/queries.ts'
import { requireKind, typeOfOwnMethod } from '#server/methods/accepted.ts'
import {
  deleteOccasions,
  hasPlanEntry,
  hasSetUp,
  insertAllCarriedFiles,
  insertAllCarriedOccasions,
  insertAllCarriedRelations,
  insertAllOccasions,
  insertEvidence,
  insertNextVersion,
  insertVersion,
  type LockEvidenceRow,
  listOccasions,
  listPins,
  listRelations,
  listStandingFiles,
  selectPortfolio,
  selectSubmittable,
  takeNextNumber,
  updateDescription,
  updateOccasionsRevision,
  updateRecord,
  updateStatement,
  updateSubmitted,
  updateWithdrawn,
  upsertAuthentication,
  upsertPortfolio,
} from './queries.ts'
import { actingAs, lockNewest, stillMissing, updateProgressOf } from './version.ts'

export const addEvidence = action({
  load: ({ db, actor, params }) => selectPortfolio(db, { actor: actor.personId, learnerId: params.learnerId }),
  may: mayAddEvidence,
  input: endpoints['POST /centres/:centreId/learners/:learnerId/evidence'],
  run: async ({ db, actor, now, body: { id = randomUUID(), kind, ...body }, loaded, record }) => {
    const { learnerId } = loaded
    await upsertPortfolio(db, { learnerId })
    const { ownMethodId = null } = body
    const chosen = ownMethodId ? await typeOfOwnMethod(db, ownMethodId, learnerId) : body.type
    if (chosen) await requireKind(db, chosen, { learnerId })
    const number = (await takeNextNumber(db, { learnerId })).lastNumber
    const type = chosen ?? (kind === 'statement' ? 'personal-statement' : 'work-product')
    await insertEvidence(db, { id, learnerId, number, kind, actor: actor.personId, at: now })
    await insertVersion(db, { evidenceId: id, learnerId, type, ownMethodId, actor: actor.personId, at: now })
    const about = { as: actingAs(actor, loaded), learnerId, subjectId: id }
    await record({ type: 'evidence-added', ...about, body: { number, version: 1, kind } })
    return { evidenceId: id, number, version: 1 }
  },
})

type Described = BodyOf<(typeof endpoints)['PUT /centres/:centreId/evidence/:evidenceId/description']>

const described = [
  ...(['title', 'description', 'type', 'shownOn', 'planEntryId', 'ownMethodId'] as const),
  ...(['setting', 'sector', 'customers', 'simulationReason', 'setUpId'] as const),
]

export const describeEvidence = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: endpoints['PUT /centres/:centreId/evidence/:evidenceId/description'],
  run: async ({ db, actor, now, body: sent, loaded, record }) => {
    requireChangeable(loaded)
    const body = await withOwnMethod(db, sent, loaded)
    const changed = described.filter(field => body[field] !== undefined && body[field] !== loaded[field])
    requireChangeable(loaded, ...changed)
    if (changed.length > 0) {
      if (body.revision !== loaded.descriptionRevision) {
        const meanwhile = Object.fromEntries(changed.map(field => [field, loaded[field]]))
        throw new Refusal('evidence/changed-meanwhile', { revision: loaded.descriptionRevision, changed: meanwhile })
      }
      if (loaded.worksheetId && body.type !== undefined) requireStaysWorksheet(body.type)
      if (changed.includes('type') && body.type) await requireKind(db, body.type, loaded)
      if (changed.includes('planEntryId') && body.planEntryId)
        await requirePlanOf(db, loaded.learnerId, body.planEntryId)
      if (changed.includes('setUpId') && body.setUpId && !(await hasSetUp(db, { setUpId: body.setUpId })).there)
        throw new Refusal('settings/no-such-set-up')
      const next = { ...loaded, ...Object.fromEntries(changed.map(field => [field, body[field]])) }
      loaded.descriptionRevision = (await updateDescription(db, next)).descriptionRevision
      const about = { as: actingAs(actor, loaded), learnerId: loaded.learnerId, subjectId: loaded.evidenceId }
      await record({ type: 'evidence-described', ...about, body: { version: loaded.version, changed } })
    }
    return { descriptionRevision: loaded.descriptionRevision, missing: await stillMissing(db, loaded, now) }
  },
})

/** A method of the centre says of which kind it is; a kind that is chosen instead of it takes it away (R68). */
async function withOwnMethod<B extends Pick<Described, 'type' | 'ownMethodId'>>(
  db: Db,
  body: B,
  loaded: LockEvidenceRow,
): Promise<B> {
  const { ownMethodId } = body
  if (ownMethodId && ownMethodId !== loaded.ownMethodId)
    return { ...body, type: await typeOfOwnMethod(db, ownMethodId, loaded.learnerId) }
  const kept = ownMethodId === undefined ? loaded.ownMethodId : ownMethodId
  return kept && body.type !== undefined && body.type !== loaded.type ? { ...body, ownMethodId: null } : body
}

/** Evidence follows a plan that was made with its own learner and still holds (R78). */
async function requirePlanOf(db: Db, learnerId: string, planEntryId: string): Promise<void> {
  if (!(await hasPlanEntry(db, { planEntryId, learnerId })).there) throw new Refusal('evidence/no-such-plan')
}

export const writeStatement = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: endpoints['PUT /centres/:centreId/evidence/:evidenceId/statement'],
  run: async ({ db, actor, now, body, loaded, record }) => {
    const { evidenceId, version, learnerId } = loaded
    const statement = plainStatement(body.statement)
    const changes = !sameDocument(statement, loaded.statement)
    requireChangeable(loaded, ...(changes ? (['statement'] as const) : []))
    if (changes) {
      if (body.revision !== loaded.statementRevision) {
        const meanwhile = { statement: loaded.statement, text: loaded.statementText }
        throw new Refusal('evidence/changed-meanwhile', { revision: loaded.statementRevision, changed: meanwhile })
      }
      const kept = { evidenceId, version, statement, statementText: textOfStatement(statement) }
      loaded.statementRevision = (await updateStatement(db, kept)).statementRevision
      const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
      await record({ type: 'evidence-described', ...about, body: { version, changed: ['statement'] } })
    }
    return { statementRevision: loaded.statementRevision, missing: await stillMissing(db, loaded, now) }
  },
})

export const fillInRecord = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: endpoints['PUT /centres/:centreId/evidence/:evidenceId/record'],
  run: async ({ db, actor, now, body, loaded, record }) => {
    const { evidenceId, version, learnerId } = loaded
    const next = changedRecord(loaded.record, body.record)
    const changed = fieldNames.filter(name => !sameDocument(next[name], loaded.record[name]))
    requireChangeable(loaded, ...(changed.length > 0 ? (['record'] as const) : []))
    if (loaded.worksheetId) requireSameQuestions(loaded.record.questions, next.questions)
    if (changed.length > 0) {
      if (body.revision !== loaded.recordRevision) {
        const meanwhile = Object.fromEntries(changed.map(name => [name, loaded.record[name] ?? null]))
        throw new Refusal('evidence/changed-meanwhile', { revision: loaded.recordRevision, changed: meanwhile })
      }
      loaded.recordRevision = (await updateRecord(db, { evidenceId, version, record: next })).recordRevision
      const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
      const named = changed.map(name => `record/${name}`)
      await record({ type: 'evidence-described', ...about, body: { version, changed: named } })
    }
    return { recordRevision: loaded.recordRevision, missing: await stillMissing(db, loaded, now) }
  },
})

export const describeOccasions = action({
  load: lockNewest,
  may: mayWriteEvidence,
  input: endpoints['PUT /centres/:centreId/evidence/:evidenceId/occasions'],
  run: async ({ db, actor, now, body, loaded, record }) => {
    const { evidenceId, version, learnerId } = loaded
    const standing = await listOccasions(db, { evidenceId, version })
    const occasions = numbered(body.occasions)
    const changes = !sameDocument(occasions, numbered(standing))
    requireChangeable(loaded, ...(changes ? (['occasions'] as const) : []))
    if (changes) {
      if (body.revision !== loaded.occasionsRevision)
        throw new Refusal('evidence/changed-meanwhile', {
          revision: loaded.occasionsRevision,
          changed: { occasions: standing },
        })
      await deleteOccasions(db, { evidenceId, version })
      await insertAllOccasions(db, { evidenceId, version, occasions })
      loaded.occasionsRevision = (await updateOccasionsRevision(db, { evidenceId, version })).occasionsRevision
      const about = { as: actingAs(actor, loaded), learnerId, subjectId: evidenceId }
      await record({ type: 'occasions-described', ...about, body: { version, occasions } })
    }
    return { occasionsRevision: loaded.occasionsRevision, missing: await stillMissing(db, loaded, now) }
  },
})

export const submitEvidence = action({
  load: lockNewest,
  may: maySubmitEvidence,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/submission'],
  run: async ({ db, actor, now, body, loaded, record }) => {
    const { evidenceId, version, learnerId, state, revision, contentHash } = loaded
    // A retry of a submission that was answered into a dead line finds it done.
    if (state === 'submitted' && contentHash) return { version, state, revision, contentHash }
    const as = actingAs(actor, loaded)
    const { to } = moveEvidence(state, as, 'submit')
    const submittable = await selectSubmittable(db, { evidenceId, version })
    // Whoever wrote it and submits it gives their word with the submission.
    const handedOver = submittable.handedOver || loaded.createdBy === actor.personId
    requireReady({ ...submittable, handedOver }, body.authentic, dayOfInstant(now))
    const criteria = await listStandingClaims(db, { evidenceId, version })
    requireDocumentsExplained(body.documents, writtenOn(loaded))
    const hash = await contentHashOf(db, loaded, criteria, body.documents)
    const done = await updateSubmitted(db, {
      ...{ evidenceId, version, actor: actor.personId, at: now, contentHash: hash },
      // What was typed for another kind is nobody's to see from now on.
      record: recordOf(loaded.type, loaded.record),
      documents: body.documents,
    })
    const statement = statementOfAuthenticity(loaded.type, as)
    await upsertAuthentication(db, { evidenceId, version, actor: actor.personId, role: as, statement, at: now })
    const about = { as, learnerId, subjectId: evidenceId }
    await record({
      type: 'evidence-submitted',
      ...about,
      body: { version, contentHash: hash, criteria, documents: body.documents, knowingly: body.knowingly },
    })
    await updateProgressOf(db, loaded, now)
    return { version, state: to, revision: done.revision, contentHash: hash }
  },
})

export const withdrawEvidence = action({
  load: lockNewest,
  may: mayWithdrawEvidence,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/withdrawal'],
  run: async ({ db, actor, now, body, loaded, record }) => {
    const { evidenceId, version, learnerId, state, revision } = loaded
    if (state === 'withdrawn') return { version, state, revision }
    requireUndecided((await selectSubmittable(db, { evidenceId, version })).decisions)
    const as = actingAs(actor, loaded)
    const { to } = moveEvidence(state, as, 'withdraw')
    const done = await updateWithdrawn(db, { evidenceId, version, at: now })
    const about = { as, learnerId, subjectId: evidenceId, reason: body.reason || null }
    await record({ type: 'evidence-withdrawn', ...about, body: { version } })
    await updateProgressOf(db, loaded, now)
    return { version, state: to, revision: done.revision }
  },
})

export const draftNewVersion = action({
  load: lockNewest,
  may: mayDraftNewVersion,
  input: endpoints['POST /centres/:centreId/evidence/:evidenceId/versions'],
  run: async ({ db, actor, now, loaded, record }) => {
    const { evidenceId, version: from, learnerId, state, revision } = loaded
    // Asked twice, the second finds the draft that the first one started.
    if (state === 'draft' && from > 1) return { version: from, state, revision }
    const as = actingAs(actor, loaded)
    const { to } = moveEvidence(state, as, 'draft-again')
    await insertNextVersion(db, { evidenceId, version: from, actor: actor.personId, at: now })
    await insertAllCarriedFiles(db, { evidenceId, version: from })
    await insertAllCarriedRelations(db, { evidenceId, version: from })
    await insertAllCarriedOccasions(db, { evidenceId, version: from })
    const version = from + 1
    const about = { as, learnerId, subjectId: evidenceId }
    await record({ type: 'evidence-version-drafted', ...about, body: { version, from } })
    return { version, state: to, revision: 1 }
  },
})

/** What its author wrote on it in their own words. */
const writtenOn = ({ description, statementText, record }: LockEvidenceRow): string =>
  [description, statementText ?? '', ...wordsOf(record)].join(' ')

async function contentHashOf(
  db: Db,
  evidence: LockEvidenceRow,
  claims: CriterionKey[],
  documents: DeclaredDocuments,
): Promise<string> {
  const { evidenceId, version } = evidence
  const claimed = new Set(claims.map(keyOf))
  const files = (await listStandingFiles(db, { evidenceId, version })).map(f => ({
    ...f,
    parts: partsShown(f.parts, claimed),
  }))
  const relations = (await listRelations(db, { evidenceId })).filter(r => r.names && r.version === version)
  const occasions = await listOccasions(db, { evidenceId, version })
  const pins = (await listPins(db, { evidenceIds: [evidenceId] }))
    .filter(p => p.version === version)
    .map(({ registrationId, criterionId, fileId, place }) => {
      const file = fileId === null ? null : files.findIndex(f => f.id === fileId)
      return { registrationId, criterionId, file, place }
    })
  return createHash('sha256')
    .update(canonicalContent({ ...evidence, occasions, files, pins, names: relations.map(r => r.number), documents }))
    .digest('hex')
}
