/** Every change is an event: who did what, as what, when and why, written in the same transaction as the change. */

import type { CentreEvent } from './centres/events.ts'
import type { CompetenceEvent } from './competence/events.ts'
import type { ConflictEvent } from './conflicts/events.ts'
import type { CoverageEvent } from './coverage/events.ts'
import type { DecisionEvent } from './decisions/events.ts'
import type { EvidenceEvent } from './evidence/events.ts'
import type { FurtherDocumentEvent } from './further-documents/events.ts'
import type { MethodEvent } from './methods/events.ts'
import type { PeopleEvent } from './people/events.ts'
import type { PinEvent } from './pins/events.ts'
import type { PlanningEvent } from './planning/events.ts'
import type { QualificationEvent } from './qualifications/events.ts'
import type { QualityRecordEvent } from './quality-records/events.ts'
import type { QuestionEvent } from './questions/events.ts'
import type { RegistrationEvent } from './registrations/events.ts'
import type { RemovalEvent } from './removals/events.ts'
import type { SettingsEvent } from './settings/events.ts'
import type { TestimonyEvent } from './testimonies/events.ts'
import type { WorksheetEvent } from './worksheets/events.ts'

/** The union of each noun's events. An event's `type` is past tense and never changes its meaning once released. */
export type DomainEvent =
  | CentreEvent
  | CompetenceEvent
  | QualityRecordEvent
  | ConflictEvent
  | PeopleEvent
  | QualificationEvent
  | RegistrationEvent
  | SettingsEvent
  | EvidenceEvent
  | DecisionEvent
  | CoverageEvent
  | MethodEvent
  | PlanningEvent
  | PinEvent
  | QuestionEvent
  | FurtherDocumentEvent
  | RemovalEvent
  | TestimonyEvent
  | WorksheetEvent

/** What an action says happened; the ledger adds the actor and the moment. */
export type NewEvent = DomainEvent & {
  /** The role in which the actor did it: assessor, learner, centre-administrator …, or `system`. */
  as: string
  subjectId?: string | null
  learnerId?: string | null
  registrationId?: string | null
  reason?: string | null
}
