/** Evidence that stays where it is: somebody goes there, sees it, and says on which day (R71). */
import { Refusal } from '../refusal.ts'
import type { Day } from '../time.ts'
import type { EvidenceState } from './evidence.ts'
import type { EvidenceRecord } from './record-fields.ts'

/**
 * Refuses `evidence/not-kept-elsewhere` where the evidence itself is here, `evidence/not-possible-now` for a draft, which
 * may still change, and for what was withdrawn, and `evidence/seen-in-future`.
 */
export function requireSighting(state: EvidenceState, record: EvidenceRecord, seenOn: Day, today: Day): void {
  if (!record.keptElsewhere) throw new Refusal('evidence/not-kept-elsewhere')
  if (state === 'draft' || state === 'withdrawn') throw new Refusal('evidence/not-possible-now', { state })
  if (seenOn > today) throw new Refusal('evidence/seen-in-future', { seenOn })
}
