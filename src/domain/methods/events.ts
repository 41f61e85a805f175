import type { EvidenceType } from '../evidence/evidence.ts'

/** What is said of the kinds of evidence that a qualification accepts. */
export type MethodEvent =
  | {
      type: 'methods-set'
      /** The kinds that this change switched off and on; its reason stands beside it. */
      body: { versionId: string; switchedOff: EvidenceType[]; switchedOn: EvidenceType[] }
    }
  | {
      type: 'own-method-added'
      body: { ownMethodId: string; versionId: string; name: string; abbreviation: string; type: EvidenceType }
    }
  | { type: 'own-method-ended'; body: { ownMethodId: string } }
