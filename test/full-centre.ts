import { createHash, randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sampleSpecification } from '#cast/qualification.ts'
import { noDemand } from '#domain/coverage/reading.ts'
import { type Role, roles } from '#domain/people/roles.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { publishedSample } from './catalogue.ts'
import { grounds } from './grounds.ts'
import type { SignedIn, TestServer } from './server.ts'

/**
 * A centre with a row in every table: one learner's evidence from upload to decision, an import, a draft, a letter.
 * Every name in it starts with the centre's own mark, so that a test can look for it where it must never be.
 */
export type FullCentre = {
  centreId: string
  mark: string
  /** By the name of a route's parameter. */
  ids: Record<string, string>
  /** Allocated to the registration, each in their role; the administrator and the lead IQA see it anyway. */
  named: Record<Role, SignedIn>
  /** The same roles, held by people whom the registration does not name. */
  others: Record<Role, SignedIn>
}

export async function aFullCentre(server: TestServer, mark: string): Promise<FullCentre> {
  const centreId = await server.centre(`${mark} Centre`)
  const inCentre = async (which: string) =>
    Object.fromEntries(
      await Promise.all(
        roles.map(async role => [role, await server.person(centreId, `${mark} ${which} ${role}`, role)]),
      ),
    ) as Record<Role, SignedIn>
  const [named, others] = [await inCentre('named'), await inCentre('other')]
  const administrator = named['centre-administrator']
  const [published, otherVersion] = await publishedSample(server, centreId, administrator.personId)
  const { qualificationId, versionId } = published as { qualificationId: string; versionId: string }
  const at = `/centres/${centreId}`
  const invited = await administrator.post(`${at}/people`, {
    name: `${mark} Newcomer`,
    email: `${mark}.newcomer@test.example`,
    roles: ['mentor'],
  })
  const learnerId = named.learner.personId
  const allocations = Object.fromEntries(
    (['trainee-assessor', 'assessor', 'iqa', 'mentor'] as const).map(role => [role, named[role].personId]),
  )
  const registered = await administrator.post(`${at}/registrations`, {
    ...{ learnerId, versionId, registeredOn: '2026-01-12', allocations, ...grounds() },
  })
  const registrationId = registered.body.registrationId as string
  await administrator.put(`${at}/people/${named.eqa.personId}/allotments`, { qualificationIds: [qualificationId] })
  const otherId = otherVersion?.versionId as string
  // A version after the learner's, so that a move can be looked at.
  const [newer] = await inTransaction(server.services.ownerPool, db =>
    publishSpecification(db, {
      ...{ centreId, importId: null, personId: administrator.personId, at: new Date().toISOString() },
      specification: {
        ...sampleSpecification,
        qualifications: sampleSpecification.qualifications.slice(0, 1).map(q => ({ ...q, rulesComplete: false })),
      },
    }),
  )
  const newerId = newer?.versionId as string
  const ids = { centreId, newerId, qualificationId, versionId, otherId, learnerId, registrationId, subject: 'decision' }
  const rows = await insertRows(server, {
    ...ids,
    mark,
    administratorId: administrator.personId,
    assessorId: named.assessor.personId,
  })
  // Only the package knows how the parts of a version are called in CASE.
  const { body: sent } = await administrator.get(`${at}/ims/case/v1p1/CFPackages/${versionId}`)
  const inCase = {
    itemId: sent.CFItems?.[0]?.identifier,
    associationId: sent.CFAssociations?.[0]?.identifier,
    typeId: sent.CFDefinitions?.CFItemTypes?.[0]?.identifier,
  }
  return {
    centreId,
    mark,
    named,
    others,
    ids: { ...ids, ...rows, ...inCase, personId: invited.body.personId, upload: `${mark}-upload` },
  }
}

type Known = Record<
  | 'centreId'
  | 'qualificationId'
  | 'versionId'
  | 'otherId'
  | 'learnerId'
  | 'registrationId'
  | 'mark'
  | 'administratorId'
  | 'assessorId',
  string
>

async function insertRows(server: TestServer, k: Known): Promise<Record<string, string>> {
  const { ownerPool, files } = server.services
  const [evidenceId, fileId, importId, correctionId, decisionId, planEntryId] = Array.from({ length: 6 }, () =>
    randomUUID(),
  ) as [...[string, string, string, string, string, string]]
  const one = async (text: string, ...values: unknown[]) => (await ownerPool.query(text, values)).rows[0]
  const insert = (table: string, row: Record<string, unknown>) => {
    const given = { centre_id: k.centreId, ...row }
    const places = Object.keys(given).map((_, at) => `$${at + 1}`)
    return ownerPool.query(`insert into ${table} (${Object.keys(given)}) values (${places})`, Object.values(given))
  }
  const { unit_id: unitId, id: criterionId } = await one(
    'select c.unit_id, c.id from criteria c join registration_units u on u.unit_id = c.unit_id where u.registration_id = $1 limit 1',
    k.registrationId,
  )
  const now = new Date().toISOString()
  const staged = path.join(files.stagingDir, evidenceId)
  await writeFile(staged, `${k.mark} was here`)
  const { sha256, size } = await files.keep(staged)
  await rm(staged)
  const version = { evidence_id: evidenceId, version: 1 }
  const tick = { ...version, registration_id: k.registrationId, criterion_id: criterionId }
  await ownerPool.query('update portfolios set last_number = 2 where learner_id = $1', [k.learnerId])
  await insert('refusals', { day: '2026-05-14', kind: 'forbidden', route: 'GET /centres/:centreId/people', count: 1 })
  await insert('evidence', {
    id: evidenceId,
    learner_id: k.learnerId,
    number: 1,
    kind: 'file',
    created_by: k.learnerId,
    created_at: now,
  })
  await insert('evidence_versions', {
    ...{
      ...version,
      learner_id: k.learnerId,
      state: 'under-review',
      title: `${k.mark} evidence`,
      type: 'prior-learning',
      record: JSON.stringify({ priorKind: 'apl', origin: `${k.mark} hotel` }),
      setting: 'realistic-working-environment',
      created_by: k.learnerId,
    },
    ...{ created_at: now, state_since: now, submitted_at: now, submitted_by: k.learnerId },
    content_hash: createHash('sha256').update(k.mark).digest('hex'),
  })
  const otherEvidenceId = randomUUID()
  const about = { learner_id: k.learnerId, created_by: k.learnerId, created_at: now }
  await insert('evidence', { ...about, id: otherEvidenceId, number: 2, kind: 'file' })
  await insert('evidence_versions', {
    ...about,
    evidence_id: otherEvidenceId,
    version: 1,
    state: 'draft',
    state_since: now,
  })
  await insert('evidence_authentications', {
    ...{ ...version, person_id: k.learnerId, role: 'learner', statement: 'own-work', given_at: now },
  })
  await insert('evidence_sightings', {
    ...{ ...version, person_id: k.assessorId, role: 'assessor', seen_on: '2026-05-14', recorded_at: now },
  })
  await insert('evidence_relations', { ...version, other_id: otherEvidenceId })
  await insert('files', { sha256, size, media_type: 'text/plain', stored_at: now })
  await insert('evidence_files', {
    ...{ ...version, id: fileId, position: 1, name: `${k.mark}.txt`, sha256, added_by: k.learnerId, added_at: now },
  })
  await insert('uploads', {
    ...version,
    id: `${k.mark}-upload`,
    person_id: k.learnerId,
    name: `${k.mark}.mp4`,
    size: 9,
    started_at: now,
  })
  await insert('claims', { ...tick, claimed_by: k.learnerId, claimed_at: now })
  await insert('decisions', {
    ...{
      ...version,
      id: decisionId,
      layer: 'assessor',
      outcome: 'accepted',
      feedback: `${k.mark} feedback`,
      content_hash: sha256,
    },
    ...{ decided_by: k.assessorId, decided_as: 'assessor', decided_at: now, request_id: randomUUID() },
  })
  await insert('decision_criteria', { ...tick, decision_id: decisionId, layer: 'assessor', outcome: 'met' })
  const pinId = randomUUID()
  await insert('pins', {
    ...{ ...tick, id: pinId, layer: 'assessor', file_id: fileId, sha256, decision_id: decisionId },
    ...{ place: JSON.stringify({ kind: 'whole' }), pinned_by: k.assessorId, pinned_at: now },
  })
  await insert('criterion_progress', {
    ...{ ...tick, evidence_number: 1, unit_id: unitId, state: 'confirmed', since: now },
    ...{ decided_by: k.assessorId, decided_at: now, decided_outcome: 'met', claimed_by: k.learnerId, claimed_at: now },
  })
  await insert('plan_entries', {
    ...{ id: planEntryId, registration_id: k.registrationId, kind: 'discussion', planned_for: '2026-02-01' },
    ...{ text: `${k.mark} plan`, planned_by: k.assessorId, planned_as: 'assessor', planned_at: now, said_at: now },
  })
  await insert('plan_entry_criteria', { plan_entry_id: planEntryId, criterion_id: criterionId })
  await insert('drafts', { person_id: k.learnerId, subject: 'decision', body: '{}', updated_at: now })
  await insert('specification_imports', {
    ...{
      id: importId,
      name: `${k.mark} document`,
      sha256,
      source_text: `${k.mark} text`,
      imported_by: k.administratorId,
    },
    specification: JSON.stringify(sampleSpecification),
    corrections: JSON.stringify([
      {
        id: correctionId,
        path: 'units/0/title',
        from: sampleSpecification.units[0]?.title,
        to: `${k.mark} unit`,
        by: k.administratorId,
        at: now,
      },
    ]),
    imported_at: now,
  })
  await insert('waiting_evidence', {
    ...{ ...version, registration_id: k.registrationId, learner_id: k.learnerId, number: 1 },
    ...{ title: `${k.mark} evidence`, submitted_at: now, open_claims: 1, provisional: 0 },
  })
  await insert('rule_confirmations', {
    ...{ version_id: k.versionId, rule: null, rules: '[]', source_text: `${k.mark} handbook` },
    ...{ confirmed_by: k.administratorId, confirmed_at: now },
  })
  const sourceId = randomUUID()
  const ofUnit = { unit_id: unitId, about: 'simulation' }
  const followed = JSON.stringify({
    ...{ about: 'simulation', kind: 'allowed', performanceOnly: false, exceptions: [], placement: false },
    ...{ text: `${k.mark} letter`, from: 'person', where: `${k.mark} letter` },
  })
  await insert('permission_sources', {
    ...{ ...ofUnit, id: sourceId, kind: 'allowed', text: `${k.mark} letter`, source: `${k.mark} letter` },
    ...{ recorded_by: k.administratorId, recorded_at: now },
  })
  await insert('permission_settlements', {
    ...{ ...ofUnit, version_id: k.versionId, followed, reason: `${k.mark} reason` },
    ...{ settled_by: k.administratorId, settled_at: now },
  })
  const setUpId = randomUUID()
  await insert('set_ups', {
    ...{ id: setUpId, kind: 'simulation', name: `${k.mark} role play`, set_up_by: k.administratorId, set_up_at: now },
  })
  await insert('set_up_units', { set_up_id: setUpId, unit_id: unitId })
  await insert('set_up_checks', {
    ...{ set_up_id: setUpId, met: '{}', complete: false, note: `${k.mark} note`, checked_on: now.slice(0, 10) },
    ...{ checked_by: k.assessorId, recorded_at: now },
  })
  const preconditionId = randomUUID()
  await insert('preconditions', {
    ...{ id: preconditionId, unit_id: unitId, kind: 'other', text: `${k.mark} proof`, source: `${k.mark} handbook` },
    ...{ recorded_by: k.administratorId, recorded_at: now },
  })
  const worksheetId = randomUUID()
  const asked = JSON.stringify([{ text: `${k.mark} question`, criterionIds: [criterionId] }])
  await insert('worksheets', {
    ...{ id: worksheetId, unit_id: unitId, title: `${k.mark} worksheet`, questions: asked },
    ...{ made_by: k.administratorId, made_at: now },
  })
  const questionId = randomUUID()
  await insert('questions', {
    ...{ ...version, id: questionId, learner_id: k.learnerId, ground: 'sampling', reason: `${k.mark} doubt` },
    ...{ raised_by: k.administratorId, raised_as: 'lead-iqa', raised_at: now },
  })
  await insert('question_criteria', { ...tick, question_id: questionId })
  const furtherDocumentId = randomUUID()
  await insert('further_documents', {
    ...{ id: furtherDocumentId, evidence_id: evidenceId, decision_id: decisionId, name: `${k.mark} sheet.txt`, sha256 },
    ...{ added_by: k.assessorId, added_as: 'assessor', added_at: now },
  })
  const removalId = randomUUID()
  await insert('removals', {
    ...{ id: removalId, evidence_id: evidenceId, learner_id: k.learnerId, what: 'writing', reason: `${k.mark} secret` },
    ...{ asked_by: k.assessorId, asked_as: 'assessor', asked_at: now },
  })
  const requestId = randomUUID()
  await insert('requests', { id: requestId, content_hash: `${k.mark} hash`, answer: {}, at: now })
  await insert('testimony_requests', {
    ...{ id: requestId, learner_id: k.learnerId, type: 'witness-testimony', witness_name: `${k.mark} witness` },
    ...{ email: `${k.mark}@shop.example`, asks: `${k.mark} occasion`, token_hash: k.mark, asked_by: k.learnerId },
    ...{ asked_as: 'learner', asked_at: now, expires_at: '2040-01-01' },
  })
  await insert('testimonies', {
    ...{
      request_id: requestId,
      evidence_id: evidenceId,
      learner_id: k.learnerId,
      type: 'witness-testimony',
      status: 4,
    },
    ...{ name: `${k.mark} witness`, relationship: 'colleague', position: 'clerk', telephone: `${k.mark} 1` },
    ...{ email: `${k.mark}@shop.example`, signed_name: `${k.mark} witness`, signed_hash: sha256, signed_at: now },
    signed_from: '127.0.0.1',
  })
  await insert('qualification_dates', {
    ...{ qualification_id: k.qualificationId, number: 1, opens: null, last_certification: '2040-08-31' },
    ...{ reason: `${k.mark} announcement`, recorded_by: k.administratorId, recorded_at: now },
  })
  const standardId = randomUUID()
  const recorded = { recorded_by: k.administratorId, recorded_at: now }
  await insert('occupational_standards', { id: standardId, title: `${k.mark} standard`, ...recorded })
  const ofStandard = { standard_id: standardId, source: `${k.mark} database`, ...recorded }
  await insert('occupational_standard_versions', { ...ofStandard, number: 1, name: `${k.mark} January 2010` })
  await insert('unit_standards', { ...ofStandard, unit_id: unitId, number: 1, standard_version: 1 })
  const earlierId = randomUUID()
  await insert('registrations', {
    ...{
      id: earlierId,
      learner_id: k.learnerId,
      version_id: k.otherId,
      registered_on: '2025-01-12',
      registered_at: now,
    },
    ...{ registered_by: k.administratorId, withdrawn_at: now },
  })
  await insert('registration_moves', {
    ...{ from_id: earlierId, to_id: k.registrationId, reason: `${k.mark} move`, carried: '[]' },
    ...{ moved_by: k.administratorId, moved_at: now },
  })
  await insert('accreditations', {
    ...{ qualification_id: k.qualificationId, number: 1, accredited_from: '2020-05-01', accredited_to: null },
    other_numbers: JSON.stringify([{ scheme: 'aps', value: `${k.mark} 22` }]),
    ...{ predecessor_text: `${k.mark} predecessor`, reason: `${k.mark} guidance` },
    ...{ recorded_by: k.administratorId, recorded_at: now },
  })
  const judge = { person_id: k.assessorId, role: 'assessor' }
  const byAdministrator = { recorded_by: k.administratorId, recorded_at: now }
  const [scopeId, awardId, modelId] = [randomUUID(), randomUUID(), randomUUID()] as const
  await insert('authority_scopes', {
    ...judge,
    ...byAdministrator,
    id: scopeId,
    from_day: '2020-01-06',
    declared: true,
  })
  await insert('staff_awards', {
    ...{ ...judge, ...byAdministrator, id: awardId, kind: 'held', title: `${k.mark} certificate` },
    ...{ since: '2020-01-06', declared: true },
  })
  await insert('direct_models', {
    ...{ ...byAdministrator, id: modelId, qualification_id: k.qualificationId, employer: `${k.mark} employer` },
    ...{ sector: 'Retail', size: '50 to 249' },
  })
  for (const condition of ['liaison', 'roles-reviewed', 'mapping', 'mapping-agreed', 'equal-rigour'])
    await insert('direct_model_conditions', {
      ...{ ...byAdministrator, model_id: modelId, condition, met_on: '2020-02-03', evidence: `${k.mark} minutes` },
    })
  const recordId = randomUUID()
  await insert('occasions', {
    ...{ ...version, number: 2, shown_on: '2026-05-20', customer: `${k.mark} customer`, seen_by: `${k.mark} witness` },
  })
  await insert('requirement_ticks', {
    ...{ ...version, layer: 'assessor', registration_id: k.registrationId, unit_id: unitId, requirement: '1' },
    ...{ thing: `${k.mark} thing`, decision_id: decisionId, ticked_by: k.assessorId, ticked_at: now },
  })
  await insert('requirement_reviews', {
    ...{ unit_id: unitId, reviewed_by: k.administratorId, reviewed_at: now },
    reading: JSON.stringify({ requirements: [], demand: noDemand }),
  })
  await insert('requirement_enforcements', {
    ...{ version_id: k.versionId, enforcement: 'mandatory', source: `${k.mark} handbook` },
    ...{ set_by: k.administratorId, set_at: now },
  })
  const ownMethodId = randomUUID()
  await insert('own_methods', {
    ...{ id: ownMethodId, version_id: k.versionId, name: `${k.mark} visit`, abbreviation: 'MV', type: 'observation' },
    ...{ explanation: `${k.mark} explanation`, added_by: k.administratorId, added_at: now },
  })
  await insert('qualification_methods', {
    ...{ version_id: k.versionId, number: 1, switched_off: ['case-study'], reason: `${k.mark} handbook` },
    ...{ set_by: k.administratorId, set_at: now },
  })
  await insert('workplace_records', {
    ...{ ...byAdministrator, id: recordId, registration_id: k.registrationId, kind: 'development-plan' },
    ...{ person: `${k.mark} manager`, relationship: 'line-manager', agreed_on: '2026-02-03' },
  })
  const [competenceEvidenceId, cpdId] = [randomUUID(), randomUUID()] as const
  await insert('competence_evidence', {
    ...{ ...judge, ...byAdministrator, id: competenceEvidenceId, level: 2, requirement: 'standards' },
    ...{ text: `${k.mark} briefing`, shown_on: '2025-02-03' },
  })
  await insert('requirement_confirmations', {
    ...{ role: 'assessor', applies: '{standards}', source: `${k.mark} strategy` },
    ...{ confirmed_by: k.administratorId, confirmed_at: now },
  })
  await insert('cpd_entries', {
    ...{ id: cpdId, person_id: k.assessorId, done_on: '2026-02-03', recorded_at: now },
    ...{ activity: `${k.mark} workshop`, learned: `${k.mark} lesson` },
  })
  const qualityRecordId = randomUUID()
  await insert('quality_records', {
    ...{ ...byAdministrator, id: qualityRecordId, kind: 'risk-assessment', done_on: '2026-02-03' },
    ...{ source: `${k.mark} awards`, about: `${k.mark} low risk` },
  })
  await insert('quality_follow_ups', {
    ...{ ...byAdministrator, record_id: qualityRecordId, done_on: '2026-03-03', text: `${k.mark} done`, closes: false },
  })
  const conflictId = randomUUID()
  await insert('conflicts', {
    ...{ id: conflictId, person_id: k.administratorId, learner_id: k.learnerId, kind: 'family' },
    ...{ about: `${k.mark} cousins`, declared_by: k.administratorId, declared_at: now },
  })
  const { id: letterId } = await one('select id from letters where centre_id = $1', k.centreId)
  return {
    evidenceId,
    fileId,
    importId,
    correctionId,
    unitId,
    criterionId,
    letterId,
    preconditionId,
    worksheetId,
    sourceId,
    setUpId,
    ownMethodId,
    standardId,
    scopeId,
    awardId,
    modelId,
    planEntryId,
    pinId,
    decisionId,
    questionId,
    furtherDocumentId,
    recordId,
    conflictId,
    competenceEvidenceId,
    cpdId,
    qualityRecordId,
    removalId,
    requestId,
  }
}
