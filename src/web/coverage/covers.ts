/** Ticks on requirements as they are typed: one tick for each item, or for each different thing that is named. */
import { asksWhich } from '#domain/coverage/quantifiers.ts'
import type { RequirementTick } from '#domain/coverage/ticking.ts'
import type { Result } from '../api.ts'

export type Covering = Result<'GET /centres/:centreId/evidence/:evidenceId/coverage'>
export type CoveringUnit = Covering['units'][number]
export type CoveringRequirement = CoveringUnit['requirements'][number]
export type Occasions = { add: AddedOccasion[]; out: number[] }
export type AddedOccasion = Pick<Covering['occasions'][number], 'customer' | 'channel' | 'seenBy'> & { day: string }

/** Where a tick belongs: a requirement of a unit, or one item of it. */
export type At = { registrationId: string; unitId: string; requirement: string; item: string }
const sits = (t: RequirementTick, at: At) =>
  t.registrationId === at.registrationId &&
  t.unitId === at.unitId &&
  t.requirement === at.requirement &&
  t.item === at.item

export const ticksAt = (ticks: readonly RequirementTick[], at: At): RequirementTick[] => ticks.filter(t => sits(t, at))

/** The ticks with this place ticked on these things and occasion, or not at all. */
export function withTicks(
  ticks: readonly RequirementTick[],
  at: At,
  things: string[] | null,
  occasion: number,
): RequirementTick[] {
  const rest = ticks.filter(t => !sits(t, at))
  return things === null
    ? rest
    : [...rest, ...(things.length > 0 ? things : ['']).map(thing => ({ ...at, thing, occasion }))]
}

/** "rota, menu" as two things; the same twice is once. */
export const thingsIn = (typed: string): string[] => [
  ...new Map(
    typed
      .split(',')
      .map(t => [t.trim().toLowerCase(), t.trim()] as const)
      .filter(([key]) => key !== ''),
  ).values(),
]

/** Ticks that do not say yet which thing they are about, by requirement and item. */
export function unnamedIn(ticks: readonly RequirementTick[], units: readonly CoveringUnit[]): string[] {
  return ticks.flatMap(t => {
    const asked = units
      .find(u => u.id === t.unitId && u.registrationId === t.registrationId)
      ?.requirements.find(r => r.number === t.requirement)
    return asked && asksWhich(asked, t.item) && !t.thing ? [`${t.requirement}${t.item}`] : []
  })
}
