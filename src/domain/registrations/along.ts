/**
 * What hangs on a registration besides claims and decisions (plans, ticks on evidence requirements, records of the workplace,
 * the people named), and what of it goes along when the learner is moved to a newer version (R27).
 */
import type { RecordKind } from '../coverage/reading.ts'
import type { AllocationRole } from '../people/roles.ts'
import type { PlanKind } from '../planning/plan-entry.ts'
import { sameWords } from '../qualifications/likeness.ts'
import type { PreconditionKind } from '../qualifications/preconditions.ts'
import type { EvidenceRequirement } from '../qualifications/specification.ts'
import type { TreeUnit } from '../qualifications/tree.ts'
import type { Day } from '../time.ts'
import { becomes, carriedCriteria, headingOf, type UnitHeading } from './moving.ts'

export type Hanging = {
  /** Plans that were not withdrawn, with the criteria they are for. */
  plans: { id: string; kind: PlanKind; plannedFor: Day; criteria: { id: string; number: string }[] }[]
  /** Requirements on which ticks stand. */
  ticked: { unitId: string; requirement: string }[]
  records: { id: string; kind: RecordKind; person: string; preconditionId: string | null }[]
  /** Those that stand on the units of either version. */
  preconditions: { id: string; unitId: string; kind: PreconditionKind; text: string }[]
  /** Everybody named now; `able` where they may stand in the same place in the newer version. */
  places: { role: AllocationRole; personId: string; name: string; able: boolean }[]
}

/** Something that stays behind, as the preview names it. */
export type Left =
  /** `whole`: nothing that it was planned for carries over; else it goes along without these criteria. */
  | { what: 'plan'; kind: PlanKind; plannedFor: Day; criteria: string[]; whole: boolean }
  | { what: 'requirement'; unit: UnitHeading; requirement: string }
  | { what: 'record'; kind: RecordKind; person: string; text: string }
  | { what: 'place'; role: AllocationRole; name: string }

export type Along = {
  planIds: string[]
  requirements: { fromUnit: string; toUnit: string; requirement: string }[]
  preconditions: { from: string; to: string }[]
  places: { role: AllocationRole; personId: string }[]
  /** Units of the newer version in which any of it stands: they have to be taken. */
  unitIds: ReadonlySet<string>
  left: Left[]
}

type Units = { chosen: TreeUnit[]; newer: TreeUnit[] }
/** What a unit of either version asks for. */
export type RequirementsOf = (unit: TreeUnit) => readonly EvidenceRequirement[]

/**
 * A plan goes along with those of its criteria that carry over; a tick where the unit's requirement has the same number, words
 * and items; a record unless it proves a precondition that the newer version does not have in the same words; a person where
 * they may stand in the same place. Everything else is named. Refuses nothing.
 */
export function goesAlong({ chosen, newer }: Units, requirementsOf: RequirementsOf, hanging: Hanging): Along {
  const unitOf = new Map(newer.flatMap(u => u.outcomes.flatMap(o => o.criteria.map(c => [c.id, u.id] as const))))
  const criteria = new Map(carriedCriteria(chosen, newer).map(c => [c.from, c.to]))
  const unitIds = new Set<string>()
  const left: Left[] = []
  const planIds = hanging.plans.flatMap(({ id, kind, plannedFor, criteria: planned }) => {
    const lost = planned.filter(c => !criteria.has(c.id))
    const whole = lost.length === planned.length
    if (lost.length > 0) left.push({ what: 'plan', kind, plannedFor, criteria: lost.map(c => c.number), whole })
    for (const { id: from } of planned) add(unitIds, unitOf.get(criteria.get(from) ?? ''))
    return whole ? [] : [id]
  })
  const requirements = hanging.ticked.flatMap(({ unitId, requirement }) => {
    const was = chosen.find(u => u.id === unitId)
    if (!was) return []
    const is = becomes(was, newer)
    if (is && sameRequirement(requirement, requirementsOf(was), requirementsOf(is))) {
      unitIds.add(is.id)
      return [{ fromUnit: was.id, toUnit: is.id, requirement }]
    }
    left.push({ what: 'requirement', unit: headingOf(was), requirement })
    return []
  })
  const preconditions = hanging.records.flatMap(({ kind, person, preconditionId }) => {
    const proved = hanging.preconditions.find(p => p.id === preconditionId)
    if (!preconditionId || !proved) return []
    const was = chosen.find(u => u.id === proved.unitId)
    const is = was && becomes(was, newer)
    const same = hanging.preconditions.find(
      p => p.unitId === is?.id && p.kind === proved.kind && sameWords(p.text, proved.text),
    )
    if (same) unitIds.add(same.unitId)
    else left.push({ what: 'record', kind, person, text: proved.text })
    return same ? [{ from: preconditionId, to: same.id }] : []
  })
  const places = hanging.places.filter(p => p.able)
  for (const { role, name, able } of hanging.places) if (!able) left.push({ what: 'place', role, name })
  return { planIds, requirements, preconditions, places, unitIds, left }
}

const add = (to: Set<string>, id: string | undefined) => id && to.add(id)

function sameRequirement(
  number: string,
  before: readonly EvidenceRequirement[],
  after: readonly EvidenceRequirement[],
): boolean {
  const [was, is] = [before, after].map(all => all.find(r => r.number === number))
  if (!was || !is) return false
  return (
    sameWords(was.text, is.text) &&
    was.quantifier === is.quantifier &&
    was.atLeast === is.atLeast &&
    was.items.length === is.items.length &&
    was.items.every((item, at) => {
      const other = is.items[at]
      return item.code === other?.code && item.atLeast === other.atLeast && sameWords(item.text, other.text)
    })
  )
}
