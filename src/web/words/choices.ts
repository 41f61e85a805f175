import type { Choices, Count, Obstacle } from '#domain/qualifications/choices.ts'
import { amount, whereOf } from '#domain/qualifications/combination-words.ts'
import { nameOfUnit } from '#domain/qualifications/structure.ts'
import { list } from './codes.ts'

/** "7 credits of at least 10", "2 units, at most 3", "12 of exactly 12 credits" */
export function countText({ measure, have, min, max }: Count): string {
  const taken = amount(have, measure)
  if (min !== null && min === max) return `${taken} of exactly ${min}`
  if (min !== null && max !== null) return `${taken} of ${min} to ${max}`
  return min !== null ? `${taken} of at least ${min}` : `${taken}, at most ${max ?? 0}`
}

/** Where a count looks, for a line of its own: "In group B", "At level 3". */
export function countPlace({ of, measure }: Count, structure: Choices['structure']): string {
  const where = whereOf(of ?? undefined, structure).trim()
  if (where) return where.charAt(0).toUpperCase() + where.slice(1)
  return measure === 'credits' ? 'Credits altogether' : 'Units altogether'
}

const countHolds = ({ have, min, max }: Count): boolean =>
  (min === null || have >= min) && (max === null || have <= max)

/** A maximum that is kept is no achievement: only a minimum that is reached is done. */
export const countTone = (c: Count): 'done' | 'waiting' | 'attention' | 'plain' =>
  countHolds(c) ? (c.min === null ? 'plain' : 'done') : c.max !== null && c.have > c.max ? 'attention' : 'waiting'

/** Why a unit cannot be added, and what to do first. */
export function obstacleText(obstacle: Obstacle, structure: Choices['structure']): string {
  if (obstacle.code === 'barred') {
    const names = obstacle.units.flatMap(id => structure.filter(u => u.id === id).map(nameOfUnit))
    return `Barred with ${list(names)}: take ${names.length === 1 ? 'that' : 'those'} out first.`
  }
  const { measure, of, max, certain } = obstacle
  const where = whereOf(of ?? undefined, structure)
  if (!certain)
    return `The source does not say enough of this unit: it may take you above the ${amount(max, measure)} allowed${where}.`
  return max === 0
    ? `No unit may be taken${where}.`
    : `With this unit you would have more than the ${amount(max, measure)} allowed${where}: take another out first.`
}
