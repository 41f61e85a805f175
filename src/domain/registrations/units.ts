/** The units a learner works towards: the mandatory ones always, and those chosen from the version registered on. */

import { Refusal } from '../refusal.ts'

export type OfferedUnit = { unitId: string; mandatory: boolean }

/**
 * The whole choice: the mandatory units with those asked for, in the order of the version. Refuses units that do not
 * stand in it. Whether the choice makes the qualification is the rules' of combination to say; it may grow later.
 */
export function unitsChosen(offered: OfferedUnit[], asked: string[]): string[] {
  const known = new Set(offered.map(u => u.unitId))
  const strangers = [...new Set(asked)].filter(unitId => !known.has(unitId))
  if (strangers.length > 0) throw new Refusal('registrations/units-outside-version', { unitIds: strangers })
  return offered.filter(u => u.mandatory || asked.includes(u.unitId)).map(u => u.unitId)
}

/** How many of the units chosen are options. */
export const optionsAmong = (offered: OfferedUnit[], unitIds: string[]): number =>
  offered.filter(u => !u.mandatory && unitIds.includes(u.unitId)).length

/** Refuses to take away a unit in which something has been claimed or decided, naming every such unit. */
export function checkRemoval(removed: { unitId: string; title: string; claims: number; decisions: number }[]): void {
  const begun = removed.filter(u => u.claims + u.decisions > 0)
  if (begun.length > 0) throw new Refusal('registrations/units-begun', { units: begun })
}
