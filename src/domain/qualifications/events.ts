/** What happens to the catalogue. */
import type { Accreditation } from './accreditation.ts'
import type { Derivation } from './occupational-standards.ts'
import type { PreconditionKind } from './preconditions.ts'
import type { QualificationSpecification, Rule } from './specification.ts'

type Dates = QualificationSpecification['registration']

export type QualificationEvent =
  | {
      type: 'specification-imported'
      body: { importId: string; name: string; sha256: string; units: number; criteria: number }
    }
  | { type: 'specification-corrected'; body: { importId: string; path: string; from: unknown; to: unknown } }
  | { type: 'specification-discarded'; body: { importId: string } }
  | {
      type: 'qualification-published'
      body: {
        qualificationId: string
        versionId: string
        version: number
        title: string
        number: string | null
        units: number
        criteria: number
      }
    }
  | { type: 'rule-confirmed'; body: { confirmationId: string; rule: number | null; rules: Rule[]; sourceText: string } }
  | { type: 'qualification-dates-recorded'; body: { qualificationId: string; from: Dates; to: Dates } }
  | {
      type: 'occupational-standard-recorded'
      /** `title` for a new standard; null for a newer version of a known one. */
      body: { standardId: string; title: string | null; number: number; name: string; source: string }
    }
  | { type: 'unit-derivation-recorded'; body: { unitId: string; derivation: Derivation; source: string } }
  | { type: 'accreditation-recorded'; body: { qualificationId: string; from: Accreditation; to: Accreditation } }
  | {
      type: 'precondition-recorded'
      body: { preconditionId: string; unitId: string; kind: PreconditionKind; text: string; source: string }
    }
  | { type: 'precondition-ended'; body: { preconditionId: string; unitId: string } }
