import { mayChangePlan, mayWithdrawPlan } from '#policy/planning.ts'
import type { Actor } from '#policy/verdict.ts'
import type { ListPlanEntriesRow } from './queries.ts'

/** An entry as it is read, with what the reader can still do to it. */
export function planEntryView(actor: Actor, row: ListPlanEntriesRow, today: string) {
  const stands = row.withdrawnAt === null && row.open
  const handedIn = row.evidence.some(e => e.state !== 'draft')
  return {
    id: row.id,
    registrationId: row.registrationId,
    learner: { id: row.learnerId, name: row.learnerName },
    qualification: row.qualification,
    kind: row.kind,
    plannedFor: row.plannedFor,
    text: row.text,
    by: { id: row.plannedBy, name: row.plannedByName },
    as: row.plannedAs,
    at: row.plannedAt,
    saidAt: row.saidAt,
    withdrawn:
      row.withdrawnAt === null
        ? null
        : { by: row.withdrawnByName ?? '', at: row.withdrawnAt, reason: row.withdrawnReason ?? '' },
    criteria: row.criteria,
    evidence: row.evidence,
    can: {
      change: stands && !handedIn && row.plannedFor > today && mayChangePlan(actor, row).allowed,
      withdraw: stands && !handedIn && mayWithdrawPlan(actor, row).allowed,
    },
  }
}
