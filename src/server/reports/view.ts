import { type PriorKind, priorKinds } from '#domain/evidence/record-fields.ts'
import { figuresOf } from '#domain/progress/standing.ts'
import type { ListRegistrationsReportedRow, SelectReportSummaryRow } from './queries.ts'

const placed = (row: ListRegistrationsReportedRow, role: string) => {
  const place = row.places.find(p => p.role === role)
  return place ? { id: place.id, name: place.name } : null
}

/** How many of the confirmed criteria nothing but prior learning shows, by its kind (R86). */
const priorOf = ({ prior }: ListRegistrationsReportedRow) =>
  Object.fromEntries(priorKinds.map(kind => [kind, prior.filter(k => k === kind).length])) as Record<PriorKind, number>

export const reportRow = (row: ListRegistrationsReportedRow) => ({
  registrationId: row.registrationId,
  learner: { id: row.learnerId, name: row.learnerName },
  qualification: { versionId: row.versionId, title: row.title },
  registeredOn: row.registeredOn,
  assessor: placed(row, 'assessor'),
  trainee: placed(row, 'trainee-assessor'),
  iqa: placed(row, 'iqa'),
  totals: figuresOf(row),
  prior: priorOf(row),
  confirmedShare: row.confirmedShare,
  lastActivity: row.lastActivity,
})

const priorColumns = (row: ListRegistrationsReportedRow) => {
  const { apel, apl, 'credit-transfer': transferred } = priorOf(row)
  return { 'On prior experience (APEL)': apel, 'On prior learning (APL)': apl, 'On credit transfer': transferred }
}

export const reportCsvRow = (row: ListRegistrationsReportedRow) => ({
  Learner: row.learnerName,
  Qualification: row.title,
  Registered: row.registeredOn,
  'Trainee assessor': placed(row, 'trainee-assessor')?.name ?? '',
  Assessor: placed(row, 'assessor')?.name ?? '',
  IQA: placed(row, 'iqa')?.name ?? '',
  Criteria: row.criteria,
  Confirmed: row.confirmed,
  Provisional: row.provisional,
  Claimed: row.claimed,
  'Not yet met': row.returned,
  'Confirmed on new evidence': row.confirmed - row.prior.length,
  ...priorColumns(row),
  'Last activity': row.lastActivity ?? '',
})

export const summaryView = (summary: SelectReportSummaryRow) => ({
  registrations: summary.registrations,
  learners: summary.learners,
  totals: figuresOf(summary),
  prior: summary.prior,
  qualifications: summary.qualifications,
  assessors: summary.assessors,
})
