import type { coverageContract } from '#contract/coverage.ts'
import type { ResultOf } from '#contract/endpoint.ts'
import { fits, type WorkplaceRecord } from '#domain/coverage/coverage.ts'
import { spreadOf } from '#domain/coverage/occasions.ts'
import { compareNumbers } from '#domain/qualifications/numbering.ts'
import type { EvidenceRequirement } from '#domain/qualifications/specification.ts'
import type { UnitCovered } from './facts.ts'
import type { SelectCoverageRow, SelectCoveringRow } from './queries.ts'

type Result<K extends keyof typeof coverageContract> = ResultOf<(typeof coverageContract)[K]>
type UnitResult = Result<'GET /centres/:centreId/registrations/:registrationId/units/:unitId/coverage'>

export const summaryView = ({ coverage }: UnitCovered) => ({
  ready: coverage.ready,
  criteria: { of: coverage.criteria.of, confirmed: coverage.criteria.confirmed },
  requirements: { of: coverage.requirements.of, satisfied: coverage.requirements.satisfied },
  gaps: coverage.gaps,
})

/** The coverage of one unit as a page needs it. */
export function unitView(
  row: SelectCoverageRow,
  { unit, worksheet, asked, facts, coverage }: UnitCovered,
  mayRecord: boolean,
): UnitResult {
  const numbers = new Map(unit.outcomes.flatMap(o => o.criteria).map(c => [c.id, c.number]))
  const { each, of, satisfied } = coverage.requirements
  const { days, customers, period } = coverage.spread
  const review = row.reviews[unit.id]
  const recordOf = (found: WorkplaceRecord | null) => row.records.find(r => r.id === found?.id) ?? null
  return {
    registrationId: row.registrationId,
    learner: { id: row.learnerId, name: row.learnerName },
    unit: { id: unit.id, number: unit.number, code: unit.code, title: unit.title, versionId: row.versionId, worksheet },
    ready: coverage.ready,
    enforcement: row.enforcement,
    criteria: coverage.criteria,
    requirements: { of, satisfied },
    each: each.map(({ reading, state, ticks, record }, at) => ({
      ...requirementView(asked.requirements[at] as EvidenceRequirement),
      ...{ role: reading.role, record: reading.record, people: reading.people },
      ...state,
      ticks: ticks.map(({ item, thing, layer, day, evidence }) => ({ item, thing, layer, day, evidence })),
      answer: recordOf(record),
    })),
    demand: asked.reading.demand,
    spread: { days, customers, period },
    occasions: facts.occasions.map(o => ({
      ...o,
      criteria: o.criteria.flatMap(id => numbers.get(id) ?? []).sort(compareNumbers),
    })),
    days: coverage.days,
    preconditions: facts.preconditions.map(({ id, kind, text }) => ({
      ...{ id, kind, text },
      answer: coverage.gaps.some(g => g.details.id === id)
        ? null
        : recordOf(facts.records.find(r => r.preconditionId === id || r.kind === 'line-management') ?? null),
    })),
    records: row.records.filter(
      r => r.preconditionId === null && asked.reading.requirements.some(a => a.record === r.kind && fits(r, a)),
    ),
    gaps: coverage.gaps,
    reviewed: review ? { by: review.by, at: review.at } : null,
    can: { record: mayRecord },
  }
}

export const requirementView = ({ number, text, kind, quantifier, atLeast, items }: EvidenceRequirement) => ({
  ...{ number, text, kind, quantifier, atLeast, items },
})

/** One version of a piece of evidence beside the requirements of the units that it may serve. */
export function coveringView(
  piece: SelectCoveringRow,
  units: { row: SelectCoverageRow; covered: UnitCovered }[],
  propose: boolean,
): Result<'GET /centres/:centreId/evidence/:evidenceId/coverage'> {
  const elsewhere = (of: { evidence: { id: string } }) => of.evidence.id !== piece.evidenceId
  const ticksOf = (layer: string) => piece.ticks.filter(t => t.layer === layer).map(({ layer: _, ...tick }) => tick)
  return {
    version: piece.version,
    occasions: piece.occasions,
    out: { trainee: piece.out.trainee ?? [], assessor: piece.out.assessor ?? [] },
    units: units.map(({ row, covered: { unit, asked, facts } }) => {
      const { days, customers, period } = spreadOf(facts.occasions.filter(elsewhere))
      return {
        ...{ id: unit.id, number: unit.number, code: unit.code, title: unit.title, registrationId: row.registrationId },
        criteria: unit.outcomes.flatMap(o => o.criteria.map(c => c.id)),
        requirements: asked.requirements
          .filter((_, at) => asked.reading.requirements[at]?.role === 'ticks')
          .map(r => ({
            ...requirementView(r),
            covered: facts.ticks
              .filter(t => t.layer === 'assessor' && t.requirement === r.number && elsewhere(t))
              .map(({ item, thing, day, evidence }) => ({ item, thing, day, evidence })),
          })),
        demand: asked.reading.demand,
        spread: { days, customers, period },
      }
    }),
    ticks: { learner: ticksOf('learner'), trainee: ticksOf('trainee'), assessor: ticksOf('assessor') },
    may: { propose },
  }
}
