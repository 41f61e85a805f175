import type { Day } from '../time.ts'
import type { AwardKind, CompetenceRole } from './authority.ts'
import type { DirectCondition } from './direct-model.ts'
import type { Requirement } from './requirements.ts'

type Period = { since: Day; until: Day | null }

/** What is recorded of the competence of the people who judge. */
export type CompetenceEvent =
  | { type: 'authority-declared'; body: { personId: string; role: CompetenceRole; kind: AwardKind } & Period }
  | {
      type: 'staff-award-recorded'
      body: { personId: string; awardId: string; role: CompetenceRole; kind: AwardKind; title: string } & Period
    }
  | { type: 'staff-award-shown'; body: { personId: string; awardId: string; title: string; evidence: string } }
  | { type: 'staff-award-ended'; body: { personId: string; awardId: string; until: Day } }
  | {
      type: 'authority-scope-recorded'
      body: {
        personId: string
        scopeIds: string[]
        role: CompetenceRole
        qualificationIds: string[] | null
        levels: number[] | null
        from: Day
        until: Day | null
      }
    }
  | { type: 'authority-scope-ended'; body: { personId: string; scopeId: string; until: Day } }
  | {
      type: 'competence-shown'
      body: { personId: string; role: CompetenceRole; levels: number[]; requirement: Requirement; text: string }
    }
  | { type: 'competence-evidence-ended'; body: { personId: string; competenceEvidenceId: string } }
  | { type: 'requirements-confirmed'; body: { role: CompetenceRole; applies: Requirement[]; source: string } }
  | {
      type: 'direct-model-begun'
      body: { modelId: string; qualificationId: string; employer: string; sector: string; size: string }
    }
  | {
      type: 'direct-model-condition-met'
      body: { modelId: string; condition: DirectCondition; metOn: Day; evidence: string }
    }
  | { type: 'cpd-recorded'; body: { personId: string; cpdId: string; on: Day; activity: string } }
  | { type: 'cpd-taken-back'; body: { personId: string; cpdId: string } }
