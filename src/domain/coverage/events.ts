import type { Enforcement } from './coverage.ts'
import type { RecordKind, Relationship, UnitReading } from './reading.ts'
import type { RequirementTick } from './ticking.ts'

/** What is proposed, settled and recorded about the coverage of units. */
export type CoverageEvent =
  | { type: 'requirements-proposed'; body: { version: number; ticks: RequirementTick[] } }
  | { type: 'requirements-reviewed'; body: { unitId: string; reading: UnitReading } }
  | { type: 'enforcement-set'; body: { versionId: string; enforcement: Enforcement; source: string } }
  | {
      type: 'workplace-recorded'
      body: {
        recordId: string
        kind: RecordKind
        person: string
        relationship: Relationship | null
        day: string
        preconditionId: string | null
      }
    }
  | { type: 'workplace-record-ended'; body: { recordId: string; kind: RecordKind } }
