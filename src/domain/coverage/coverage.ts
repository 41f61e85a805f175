/**
 * What of a unit is covered for one learner, what is missing, what would close each gap and whose move it is: computed in one
 * place, shown in the same words to learner, assessor and quality assurer, and asked again before a unit is signed off (R89 to R97).
 */
import type { Layer } from '../decisions/layers.ts'
import { mayShowPerformance } from '../evidence/kinds.ts'
import type { StandingState } from '../progress/standing.ts'
import type { PreconditionKind } from '../qualifications/preconditions.ts'
import type { EvidenceRequirement } from '../qualifications/specification.ts'
import type { TreeUnit } from '../qualifications/tree.ts'
import type { Day } from '../time.ts'
import { type CountedOccasion, daysOf, type Spread, shortfallsOf, spreadOf } from './occasions.ts'
import { type ItemTick, type RequirementState, stateOfRequirement } from './quantifiers.ts'
import type { RecordKind, Relationship, RequirementReading, UnitReading } from './reading.ts'

/** Whether what a unit's evidence requirements ask for is advice or a rule, by qualification (R95). */
export const enforcements = ['advisory', 'mandatory'] as const
export type Enforcement = (typeof enforcements)[number]

/** Until somebody has said which, the stricter one holds. */
export const enforcementOf = (said: Enforcement | null): Enforcement => said ?? 'mandatory'

/** A unit with what its requirements come to. */
export type CoveredUnit = Pick<TreeUnit, 'outcomes'> & {
  requirements: readonly EvidenceRequirement[]
  reading: UnitReading
}

/** A tick on a requirement, by the day of the occasion that it rests on. Only the assessor's layer counts. */
export type CoverageTick = ItemTick & {
  requirement: string
  layer: Layer
  day: Day
  evidence: { id: string; number: number; version: number }
}

/** What is on record of the learner's workplace: who somebody is to them, or what was agreed with whom. */
export type WorkplaceRecord = {
  id: string
  kind: RecordKind
  person: string
  relationship: Relationship | null
  day: Day
  preconditionId: string | null
}

export type CoverageFacts = {
  standings: ReadonlyMap<string, StandingState>
  occasions: readonly CountedOccasion[]
  ticks: readonly CoverageTick[]
  preconditions: readonly { id: string; kind: PreconditionKind; text: string }[]
  records: readonly WorkplaceRecord[]
  enforcement: Enforcement | null
  /** Whether a named person has looked the reading through (R94). */
  reviewed: boolean
}

export const gapCodes = [
  /** No evidence has been put to these criteria, or it came back. */
  'criteria-open',
  /** These criteria are claimed, or judged by a trainee only. */
  'criteria-waiting',
  'requirement-open',
  /** As above, and enough has been ticked by the learner or a trainee: it waits for an assessor. */
  'requirement-waiting',
  'days-short',
  'customers-short',
  'period-short',
  'observations-short',
  /** The unit speaks of occasions, and what it means has not been settled. */
  'demand-unknown',
  'precondition-unproved',
  'record-missing',
  /** There is a record, but the person is not one of those that the unit names. */
  'record-of-other-person',
  /** Enough for the unit, and worth a second look: criteria that were shown on one day only. */
  'criteria-on-one-day',
  'reading-unreviewed',
] as const
export type GapCode = (typeof gapCodes)[number]
export type GapMover = 'learner' | 'assessor' | 'lead-iqa'

export type Gap = {
  code: GapCode
  mover: GapMover
  /** Whether the unit is not ready for it; else it is advice. */
  blocks: boolean
  details: Record<string, unknown>
}

export type CoveredRequirement = {
  reading: RequirementReading
  state: RequirementState
  /** Satisfied if what the learner or a trainee ticked counted too. */
  promised: boolean
  ticks: CoverageTick[]
  /** The record that answers it, where a person or a plan is asked for. */
  record: WorkplaceRecord | null
}

export type Coverage = {
  ready: boolean
  criteria: { of: number; confirmed: number; knowledge: { of: number; confirmed: number } }
  requirements: { of: number; satisfied: number; each: CoveredRequirement[] }
  spread: Spread
  /** By criterion: every day on which it was shown (R51, R89). */
  days: Record<string, Day[]>
  gaps: Gap[]
}

/** The coverage of one unit. `ready` says that nothing that is asked for as a rule is missing; a person still decides. */
export function coverageOf(unit: CoveredUnit, facts: CoverageFacts): Coverage {
  const criteria = unit.outcomes.flatMap(o => o.criteria)
  const stateOf = (id: string) => facts.standings.get(id) ?? 'none'
  const confirmed = criteria.filter(c => stateOf(c.id) === 'confirmed')
  const knowledge = criteria.filter(c => c.kind === 'knowledge')
  const counted = occasionsThatCount(unit, facts.occasions)
  const spread = spreadOf(counted)
  const days = Object.fromEntries(confirmed.map(c => [c.id, daysOf(c.id, facts.occasions)]))
  const each = unit.requirements.map((asked, at) => covered(asked, unit.reading.requirements[at], facts, spread, unit))
  const rule = enforcementOf(facts.enforcement) === 'mandatory'
  const gaps: Gap[] = [
    ...gapsOfCriteria(criteria.map(c => ({ number: c.number, state: stateOf(c.id) }))),
    ...gapsOfPreconditions(facts),
    ...each.flatMap((c, at) => gapsOfRequirement(unit.requirements[at] as EvidenceRequirement, c, facts, rule)),
    ...gapsOfSpread(spread, unit.reading, rule),
    ...advice(unit, facts, confirmed, days),
  ]
  const asked = each.filter(c => c.reading.role !== 'nothing' && c.reading.role !== 'setting')
  return {
    ready: gaps.every(g => !g.blocks),
    criteria: {
      of: criteria.length,
      confirmed: confirmed.length,
      knowledge: { of: knowledge.length, confirmed: knowledge.filter(c => stateOf(c.id) === 'confirmed').length },
    },
    requirements: { of: asked.length, satisfied: asked.filter(c => c.state.satisfied).length, each },
    spread,
    days,
    gaps,
  }
}

/**
 * An occasion shows that something was done: it counts where it is linked to a criterion that is not knowledge, unless the
 * unit asks for nothing else.
 */
function occasionsThatCount({ outcomes }: CoveredUnit, occasions: readonly CountedOccasion[]): CountedOccasion[] {
  const done = new Set(outcomes.flatMap(o => o.criteria).flatMap(c => (c.kind === 'knowledge' ? [] : [c.id])))
  return done.size === 0
    ? [...occasions]
    : occasions.filter(o => mayShowPerformance(o.type) && o.criteria.some(id => done.has(id)))
}

const unread = (number: string): RequirementReading => ({ number, role: 'ticks', record: null, people: [] })
const satisfied: RequirementState = { satisfied: true, short: 0, open: [], begun: [] }
const open: RequirementState = { satisfied: false, short: 1, open: [], begun: [] }

function covered(
  asked: EvidenceRequirement,
  reading: RequirementReading = unread(asked.number),
  { ticks, records }: CoverageFacts,
  spread: Spread,
  { reading: { demand } }: CoveredUnit,
): CoveredRequirement {
  const on = ticks.filter(t => t.requirement === asked.number)
  const counting = on.filter(t => t.layer === 'assessor')
  const record = records.find(r => r.kind === reading.record && fits(r, reading)) ?? null
  const short = shortfallsOf(spread, demand)
  const states: Record<RequirementReading['role'], () => RequirementState> = {
    ticks: () => stateOfRequirement(asked, counting),
    occasions: () => (demand.known && short.every(s => s.what === 'observations') ? satisfied : open),
    observations: () => (short.some(s => s.what === 'observations') ? open : satisfied),
    person: () => (record ? satisfied : open),
    plan: () => (record ? satisfied : open),
    setting: () => satisfied,
    nothing: () => satisfied,
  }
  const promised = reading.role === 'ticks' && stateOfRequirement(asked, on).satisfied
  return { reading, state: states[reading.role](), promised, ticks: on, record }
}

/** Whether the person of a record is one of those the requirement names; where it names none, anybody will do (R96). */
export const fits = (
  { relationship }: Pick<WorkplaceRecord, 'relationship'>,
  { people }: Pick<RequirementReading, 'people'>,
) => people.length === 0 || (relationship !== null && people.includes(relationship))

function gapsOfCriteria(criteria: { number: string; state: StandingState }[]): Gap[] {
  const numbers = (states: StandingState[]) => criteria.filter(c => states.includes(c.state)).map(c => c.number)
  const gap = (code: GapCode, mover: GapMover, of: string[]): Gap[] =>
    of.length > 0 ? [{ code, mover, blocks: true, details: { criteria: of } }] : []
  return [
    ...gap('criteria-open', 'learner', numbers(['none', 'returned'])),
    ...gap('criteria-waiting', 'assessor', numbers(['claimed', 'provisional'])),
  ]
}

/** A precondition is no evidence requirement: nothing makes it advice (R31). */
const gapsOfPreconditions = ({ preconditions, records }: CoverageFacts): Gap[] =>
  preconditions
    .filter(p => !records.some(r => proves(r, p)))
    .map(({ id, kind, text }) => ({
      ...{ code: 'precondition-unproved', mover: 'assessor', blocks: true },
      details: { id, kind, text },
    }))

const proves = (r: WorkplaceRecord, p: { id: string; kind: PreconditionKind }): boolean =>
  (r.kind === 'precondition' && r.preconditionId === p.id) ||
  (r.kind === 'line-management' && p.kind === 'supervisory-responsibility')

function gapsOfRequirement(
  { number, text, items, quantifier, atLeast }: EvidenceRequirement,
  { reading: { role, record: kind, people }, state, promised }: CoveredRequirement,
  { records }: CoverageFacts,
  rule: boolean,
): Gap[] {
  if (state.satisfied || role === 'occasions' || role === 'observations') return []
  if (role === 'person' || role === 'plan') {
    const other = records.find(r => r.kind === kind)
    const details = { requirement: number, record: kind, people, ...(other ? { person: other.person } : {}) }
    return [{ code: other ? 'record-of-other-person' : 'record-missing', mover: 'assessor', blocks: rule, details }]
  }
  const named = items.filter(i => state.open.includes(i.code)).map(({ code, text: words }) => ({ code, text: words }))
  const { short, begun } = state
  return [
    {
      code: promised ? 'requirement-waiting' : 'requirement-open',
      mover: promised ? 'assessor' : 'learner',
      blocks: rule,
      details: { requirement: number, text, quantifier, atLeast, items: named, of: items.length, short, begun },
    },
  ]
}

/** Observing on more than one day is part of the leave to simulate, which no qualification makes advice (R101). */
const gapsOfSpread = (spread: Spread, { demand }: UnitReading, rule: boolean): Gap[] =>
  demand.known
    ? shortfallsOf(spread, demand).map(({ what, have, need }) => ({
        ...{ code: `${what}-short`, mover: 'learner', blocks: rule || what === 'observations' },
        details: { have, need },
      }))
    : [{ code: 'demand-unknown', mover: 'lead-iqa', blocks: rule, details: {} }]

function advice(
  { reading, requirements }: CoveredUnit,
  { reviewed }: CoverageFacts,
  confirmed: readonly { id: string; number: string; kind: string | null }[],
  days: Record<string, Day[]>,
): Gap[] {
  const once = confirmed.filter(c => c.kind !== 'knowledge' && (days[c.id]?.length ?? 0) === 1).map(c => c.number)
  const gaps: Gap[] = []
  if (reading.demand.days > 1 && once.length > 0)
    gaps.push({ code: 'criteria-on-one-day', mover: 'learner', blocks: false, details: { criteria: once } })
  if (!reviewed && requirements.length > 0)
    gaps.push({ code: 'reading-unreviewed', mover: 'lead-iqa', blocks: false, details: {} })
  return gaps
}
