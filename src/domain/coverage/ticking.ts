/** Ticks on evidence requirements: what they must name, and what they must rest on (R92, R93). */
import type { EvidenceRequirement } from '../qualifications/specification.ts'
import { Refusal } from '../refusal.ts'
import { asksWhich, type ItemTick } from './quantifiers.ts'

/** Somebody's word that evidence covers a requirement, or one item of it, on one of its occasions. */
export type RequirementTick = ItemTick & {
  registrationId: string
  unitId: string
  requirement: string
  occasion: number
}

const unitKeyOf = (of: { registrationId: string; unitId: string }): string => `${of.registrationId}/${of.unitId}`

/** By registration and unit, what can be ticked. */
export type Tickable = ReadonlyMap<string, readonly EvidenceRequirement[]>
export const tickable = (
  units: readonly { registrationId: string; unitId: string; requirements: readonly EvidenceRequirement[] }[],
): Tickable => new Map(units.map(u => [unitKeyOf(u), u.requirements]))

/**
 * Refuses ticks on what no chosen unit asks for, ticks that do not say which thing they are about where different ones are
 * counted, and ticks that rest on an occasion which the evidence has not, or which is not counted.
 */
export function checkTicks(ticks: readonly RequirementTick[], units: Tickable, occasions: ReadonlySet<number>): void {
  const asked = (t: RequirementTick) => units.get(unitKeyOf(t))?.find(r => r.number === t.requirement)
  const strange = ticks.filter(t => !has(asked(t), t.item))
  if (strange.length > 0) throw new Refusal('coverage/no-such-requirement', { requirements: strange.map(namesOf) })
  const unnamed = ticks.filter(t => asksWhich(asked(t) as EvidenceRequirement, t.item) && !t.thing.trim())
  if (unnamed.length > 0) throw new Refusal('coverage/which-one', { requirements: unnamed.map(namesOf) })
  const astray = ticks.filter(t => !occasions.has(t.occasion))
  if (astray.length > 0) throw new Refusal('coverage/no-such-occasion', { requirements: astray.map(namesOf) })
}

function has(asked: EvidenceRequirement | undefined, item: string): boolean {
  if (!asked) return false
  return asked.items.length === 0 ? item === '' : asked.items.some(i => i.code === item)
}

const namesOf = ({ requirement, item }: RequirementTick) => `${requirement}${item}`

/** Evidence covers a requirement only where it also shows something of the unit: refuses a tick in a unit in which nothing was judged met. */
export function requireSomethingMet(
  ticks: readonly RequirementTick[],
  met: readonly { registrationId: string; unitId: string }[],
): void {
  const units = new Set(met.map(unitKeyOf))
  const bare = ticks.filter(t => !units.has(unitKeyOf(t)))
  if (bare.length > 0) throw new Refusal('coverage/nothing-met-in-unit', { requirements: bare.map(namesOf) })
}
