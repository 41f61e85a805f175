import type { Day } from '../time.ts'
import type { QualityKind } from './record.ts'

/** What is kept of the centre's own quality. */
export type QualityRecordEvent =
  | { type: 'quality-recorded'; body: { qualityRecordId: string; kind: QualityKind; on: Day; source: string } }
  | { type: 'quality-followed-up'; body: { qualityRecordId: string; on: Day; closes: boolean } }
