import type { EvidenceRelation, EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import { noDocuments } from '#domain/evidence/documents.ts'
import {
  canMove,
  type EvidenceRole,
  type EvidenceState,
  type EvidenceVerb,
  isWaiting,
} from '#domain/evidence/evidence.ts'
import { partsShown } from '#domain/evidence/recordings.ts'
import { relationOf } from '#domain/evidence/relations.ts'
import { missingOf } from '#domain/evidence/submission.ts'
import { mediaKindOf } from '#domain/files/media.ts'
import { asksPerformance } from '#domain/settings/settings.ts'
import { mayLookToJudge } from '#policy/decisions.ts'
import {
  type EvidenceSeen,
  mayAuthenticate,
  mayClaim,
  mayDraftNewVersion,
  maySeeWhereKept,
  maySubmitEvidence,
  mayWithdrawEvidence,
  mayWriteEvidence,
  roleOnEvidence,
} from '#policy/evidence.ts'
import { mayReachWitness } from '#policy/testimonies.ts'
import { type Actor, denied, type Verdict } from '#policy/verdict.ts'
import type { ListClaimsRow } from '#server/claims/queries.ts'
import { isAsSigned } from './as-signed.ts'
import type {
  ListAuthenticationsRow,
  ListDecidedCriteriaRow,
  ListDecisionsRow,
  ListFilesRow,
  ListPinsRow,
  ListRelationsRow,
  ListSightingsRow,
  ListVersionsRow,
  SelectEvidenceRow,
  SelectOptionalTestimonyRow,
} from './queries.ts'

export type EvidenceParts = {
  testimony: SelectOptionalTestimonyRow | null
  versions: ListVersionsRow[]
  files: ListFilesRow[]
  relations: ListRelationsRow[]
  authentications: ListAuthenticationsRow[]
  sightings: ListSightingsRow[]
  claims: ListClaimsRow[]
  pins: ListPinsRow[]
  decisions: ListDecisionsRow[]
  decided: ListDecidedCriteriaRow[]
}

const named = (id: string, name: string) => ({ id, name })

/** One piece of evidence as a page needs it, with what the reader can do to it now and, if not, why not. */
export function evidenceView(
  actor: Actor,
  row: SelectEvidenceRow,
  parts: EvidenceParts,
  today: string,
): EvidenceResult {
  const versions = parts.versions.map(v => versionView(v, parts))
  const [newest] = parts.versions as [ListVersionsRow]
  const [shown] = versions as [EvidenceVersion]
  const handedOver = shown.authentications.some(a => a.by.id === newest.createdBy)
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as EvidenceResult['kind'],
    learner: named(row.learnerId, row.learnerName),
    createdBy: named(row.createdBy, row.createdByName),
    createdAt: row.createdAt,
    versions,
    testimony: parts.testimony && testimonyView(actor, parts.testimony, parts, row),
    namedBy: parts.relations.filter(r => !r.names).map(r => relationView(r, r.type)),
    missing:
      newest.state === 'draft'
        ? missingOf(
            {
              ...newest,
              ...contained(newest, shown),
              handedOver: handedOver || newest.createdBy === row.learnerId || newest.signedHash !== null,
            },
            true,
            today,
          )
        : [],
    waitingFor: waitingFor(newest.state),
    can: canOf(
      actor,
      {
        ...{ learnerId: row.learnerId, seenAs: row.seenAs },
        ...{ createdBy: newest.createdBy, handedOver, signedHash: newest.signedHash },
      },
      newest,
      parts,
    ),
  }
}

function testimonyView(
  actor: Actor,
  t: SelectOptionalTestimonyRow,
  { versions, files }: EvidenceParts,
  seen: SelectEvidenceRow,
): NonNullable<EvidenceResult['testimony']> {
  const { name, position, relationship, status, signedName, signedAt, signedHash, telephone, email } = t
  const signer = { name, relationship, position, status, telephone, email, signedName, signedAt }
  const asSigned = (v: ListVersionsRow) =>
    v.signedHash === signedHash &&
    isAsSigned(
      {
        ...{ title: v.title, description: v.description, type: v.type, ownMethodId: v.ownMethod?.id ?? null },
        ...{ day: v.shownOn, planEntryId: v.planned?.id ?? null, record: v.record },
        ...{ statement: v.statement, statementText: v.statementText },
        files: files.filter(f => f.version === v.version),
        occasions: v.occasions.filter(o => o.own),
        ...{ asks: t.asks, about: t.aboutNumber, signer },
      },
      signedHash,
    )
  return {
    ...{ name, position, relationship, status, signedName, signedAt },
    asks: t.asks,
    askedBy: named(t.askedBy, t.askedByName),
    about: t.aboutId && t.aboutNumber ? { id: t.aboutId, number: t.aboutNumber, title: t.aboutTitle ?? '' } : null,
    unchanged: versions.every(asSigned),
    writingRemoved: t.writingRemoved,
    contact: mayReachWitness(actor, seen) ? { email, telephone, from: t.signedFrom, flags: t.flags } : null,
  }
}

const contained = ({ occasions }: ListVersionsRow, { files, claims }: EvidenceVersion) => ({
  occasionDays: occasions.slice(1).map(o => o.day),
  files: files.length,
  parts: files.flatMap(f => f.parts),
  claims: claims.length,
  claimed: claims.map(keyOf),
  performanceClaims: claims.filter(c => asksPerformance(c.kind)).length,
})

function waitingFor(state: EvidenceState): EvidenceResult['waitingFor'] {
  if (state === 'draft' || state === 'returned') return 'learner'
  return isWaiting(state) ? 'assessor' : 'nobody'
}

function canOf(
  actor: Actor,
  seen: EvidenceSeen,
  { state, record }: ListVersionsRow,
  { decisions }: EvidenceParts,
): EvidenceResult['can'] {
  const role = roleOnEvidence(actor, seen)
  const inDraft = (verdict: Verdict) => (verdict.allowed && state !== 'draft' ? denied('evidence/not-draft') : verdict)
  const byMove = (verdict: Verdict, verb: EvidenceVerb) =>
    verdict.allowed && !canMove(state, role as EvidenceRole, verb) ? denied('evidence/not-possible-now') : verdict
  const decided = decisions.some(d => d.layer === 'assessor')
  return {
    write: inDraft(mayWriteEvidence(actor, seen)),
    claim: inDraft(mayClaim(actor, seen)),
    submit: byMove(maySubmitEvidence(actor, seen), 'submit'),
    withdraw: decided ? denied('evidence/already-decided') : byMove(mayWithdrawEvidence(actor, seen), 'withdraw'),
    handOver: inDraft(mayAuthenticate(actor, seen)),
    sight: record.keptElsewhere ? maySeeWhereKept(actor, seen) : denied('evidence/not-kept-elsewhere'),
    draftNewVersion: byMove(mayDraftNewVersion(actor, seen), 'draft-again'),
    judge: byMove(mayLookToJudge(actor, { learnerId: seen.learnerId, ownRoles: seen.seenAs }), 'start-review'),
  }
}

function versionView(v: ListVersionsRow, parts: EvidenceParts): EvidenceVersion {
  const { files, relations, claims, pins, decisions, decided } = parts
  const claimed = new Set(claims.filter(c => c.version === v.version).map(keyOf))
  return {
    version: v.version,
    state: v.state,
    stateSince: v.stateSince,
    revision: v.revision,
    descriptionRevision: v.descriptionRevision,
    statementRevision: v.statementRevision,
    recordRevision: v.recordRevision,
    occasionsRevision: v.occasionsRevision,
    occasions: v.occasions.map(({ own: _, ...o }) => o),
    title: v.title,
    description: v.description,
    type: v.type,
    ownMethod: v.ownMethod,
    shownOn: v.shownOn,
    setting: v.setting,
    planned: v.planned,
    sector: v.sector,
    customers: v.customers,
    simulationReason: v.simulationReason,
    setUp: v.setUp,
    statement: v.statement,
    statementText: v.statementText,
    record: v.record,
    worksheetId: v.worksheetId,
    createdAt: v.createdAt,
    createdBy: named(v.createdBy, v.createdByName),
    submittedAt: v.submittedAt,
    submittedBy: v.submittedBy ? named(v.submittedBy, v.submittedByName ?? '') : null,
    declaredAt: v.declaredAt,
    contentHash: v.contentHash,
    declaredDocuments: { ...noDocuments, ...v.declaredDocuments },
    returnReason: v.returnReason,
    files: files.filter(f => f.version === v.version).map(f => fileView(f, claimed)),
    authentications: parts.authentications
      .filter(a => a.version === v.version)
      .map(a => ({ by: named(a.personId, a.personName), role: a.role, statement: a.statement, at: a.givenAt })),
    sightings: parts.sightings
      .filter(s => s.version === v.version)
      .map(s => ({ by: named(s.personId, s.personName), role: s.role, seenOn: s.seenOn, note: s.note })),
    relations: relations.filter(r => r.names && r.version === v.version).map(r => relationView(r, v.type)),
    claims: claims
      .filter(c => c.version === v.version)
      .map(({ version: _, claimedBy, claimedByName, ...c }) => ({ ...c, claimedBy: named(claimedBy, claimedByName) })),
    inQuestion: v.inQuestion,
    pins: pins
      .filter(p => p.version === v.version)
      .map(({ version: _, evidenceId: _id, number: _n, fileName: _f, ...p }) => p),
    decisions: decisions
      .filter(d => d.version === v.version)
      .map(({ version: _, decidedBy, decidedByName, ...d }) => ({
        ...d,
        layer: d.layer as 'trainee' | 'assessor',
        outcome: d.outcome as 'accepted' | 'returned',
        decidedBy: named(decidedBy, decidedByName),
        criteria: decided
          .filter(c => c.decisionId === d.id)
          .map(({ decisionId: _id, ...c }) => ({ ...c, outcome: c.outcome as 'met' | 'not-yet-met' })),
      })),
  }
}

/** `from`: the kind of the evidence that names, which says what the relation is. */
export const relationView = (r: ListRelationsRow, from: EvidenceVersion['type']): EvidenceRelation => ({
  relation: relationOf(from),
  id: r.id,
  number: r.number,
  title: r.title,
  type: r.type,
  state: r.state,
})

const fileView = (f: ListFilesRow, claimed: ReadonlySet<string>): EvidenceVersion['files'][number] => ({
  id: f.id,
  name: f.name,
  sha256: f.sha256,
  size: f.size,
  mediaType: f.mediaType,
  mediaKind: mediaKindOf(f.mediaType),
  goneAt: f.goneAt,
  seconds: f.seconds,
  parts: partsShown(f.parts, claimed),
  partsRevision: f.partsRevision,
  addedAt: f.addedAt,
  addedBy: named(f.addedBy, f.addedByName),
})
