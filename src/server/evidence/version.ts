/** The version in hand: what every action on evidence begins and ends with. */

import type { EvidenceRole } from '#domain/evidence/evidence.ts'
import { type Missing, missingOf } from '#domain/evidence/submission.ts'
import { dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { type PortfolioSeen, roleOnEvidence } from '#policy/evidence.ts'
import type { Actor } from '#policy/verdict.ts'
import { updateProgress } from '#server/progress/update.ts'
import { type LockEvidenceRow, listTouchedCriteria, lockEvidence, selectSubmittable } from './queries.ts'

type Loading = { db: Db; actor: Actor; params: { evidenceId: string } }
type VersionKey = { evidenceId: string; version: number }

/** The newest version, locked: two changes to it come one after the other. */
export const lockNewest = ({ db, actor, params }: Loading): Promise<LockEvidenceRow> =>
  lockEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId })

/** In which role the event is recorded; whoever got past `may` has one. */
export const actingAs = (actor: Actor, seen: PortfolioSeen): EvidenceRole => roleOnEvidence(actor, seen) as EvidenceRole

/** What the version still lacks, apart from the declaration, which comes with the submission itself. */
export const stillMissing = async (db: Db, { evidenceId, version }: VersionKey, now: string): Promise<Missing[]> =>
  missingOf(await selectSubmittable(db, { evidenceId, version }), true, dayOfInstant(now))

/** Brings everything that this evidence was ever put to into step after its state changed. */
export const updateProgressOf = async (db: Db, changed: VersionKey, now: string): Promise<void> =>
  updateProgress(db, await listTouchedCriteria(db, { evidenceId: changed.evidenceId }), now, changed)
