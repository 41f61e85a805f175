import type { Day } from '../time.ts'
import type { AwardKind, CompetenceRole } from './authority.ts'

/** What is recorded of the competence of the people who judge. */
export type CompetenceEvent =
  | {
      type: 'authority-declared'
      body: { personId: string; role: CompetenceRole; kind: AwardKind; since: Day; until: Day | null }
    }
  | {
      type: 'authority-scope-recorded'
      body: {
        personId: string
        scopeId: string
        role: CompetenceRole
        qualificationId: string | null
        levels: number[] | null
        from: Day
        until: Day | null
      }
    }
  | { type: 'authority-scope-ended'; body: { personId: string; scopeId: string; until: Day } }
  | {
      type: 'staff-award-recorded'
      body: {
        personId: string
        awardId: string
        role: CompetenceRole
        kind: AwardKind
        title: string
        since: Day
        until: Day | null
      }
    }
  | { type: 'staff-award-shown'; body: { personId: string; awardId: string; title: string } }
  | { type: 'staff-award-ended'; body: { personId: string; awardId: string; until: Day } }
