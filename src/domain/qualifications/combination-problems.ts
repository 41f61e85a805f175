/** Every way in which a selection can fail a rule of combination, each as a code and a sentence to act on. */

import type { Combination, CombinationProblem } from './combination.ts'
import { amount, listOf, namesOf, sourceOf, whereOf } from './combination-words.ts'
import { type Constraint, sumsOf } from './constraints.ts'
import type { UnitSpecification } from './specification.ts'
import { nameOfUnit, type StructureUnit } from './structure.ts'

/** Ids that name no unit, units outside the structure (R39), and units chosen more than once. */
export function problemsOfUnits(
  structure: StructureUnit[],
  units: UnitSpecification[],
  selectedIds: readonly string[],
): CombinationProblem[] {
  const inStructure = new Set(structure.map(unit => unit.id))
  const described = new Map(units.map(unit => [unit.id, unit]))
  return [...new Set(selectedIds)].flatMap(id => {
    const problems: CombinationProblem[] = []
    const unit = described.get(id)
    const about = (code: CombinationProblem['code'], message: string) =>
      problems.push({ code, message, rule: null, units: [id] })
    if (!inStructure.has(id)) {
      if (unit)
        about('unit-not-in-structure', `Unit ${nameOfUnit(unit)} is not in the structure of this qualification.`)
      else about('unit-unknown', `${id} is not a unit of this qualification.`)
    }
    const times = selectedIds.filter(selected => selected === id).length
    if (times > 1) about('duplicate-unit', `Unit ${namesOf([id], structure)} is chosen ${times} times and counts once.`)
    return problems
  })
}

/** One problem for every mandatory unit left out, by name (R33). */
export function problemsOfRequire(
  { required, structure }: Combination,
  chosen: StructureUnit[],
  units: UnitSpecification[],
): CombinationProblem[] {
  const taken = new Set(chosen.map(unit => unit.id))
  return [...required]
    .filter(([id]) => !taken.has(id))
    .map(([id, rule]) => {
      const unit = structure.find(each => each.id === id) ?? units.find(each => each.id === id)
      const message = `Unit ${unit ? nameOfUnit(unit) : id} is required and has not been chosen.`
      return { code: 'required-missing', message, rule, units: [id] }
    })
}

/** What one countable rule finds short, in excess, or impossible to tell because the source does not say. */
export function problemsOfConstraint(
  constraint: Constraint,
  combination: Combination,
  chosen: StructureUnit[],
): CombinationProblem[] {
  const { least, most } = sumsOf(constraint, chosen)
  const { min, max } = constraint
  const problems: CombinationProblem[] = []
  if (most < min) problems.push(shortOf(constraint, combination, chosen, most))
  if (least > max) problems.push(overOf(constraint, combination, chosen, least))
  const doubtful = (most >= min && least < min) || (least <= max && most > max)
  if (doubtful) problems.push(doubtOf(constraint, combination, chosen, least))
  return problems
}

/** A rule that nobody has supplied yet (R41). */
export function unknownRuleProblem(rule: number | null, what: string): CombinationProblem {
  const said = what.trim().replace(/\.$/, '')
  const message = `Not known: ${said}. Completion cannot be declared until a named person supplies and confirms it.`
  return { code: 'rule-unknown', message, rule, units: [] }
}

function shortOf(
  constraint: Constraint,
  combination: Combination,
  chosen: StructureUnit[],
  have: number,
): CombinationProblem {
  const { measure, min, of, index } = constraint
  const short = min - have
  const left = combination.structure.filter(unit => !chosen.includes(unit) && constraint.share(unit).least > 0)
  const open = left.filter(fitsBeside(chosen, combination))
  const missing = `${amount(short, measure)} short${whereOf(of, combination.structure)}: you have ${have} of the ${min} needed.`
  const remedy = remedyOf(short, open, left)
  const units = open.length > 0 ? open : left
  const code = measure === 'credits' ? 'credits-short' : 'units-short'
  return { code, message: `${missing} ${remedy}`, short, rule: index, units: units.map(unit => unit.id) }
}

function overOf(
  constraint: Constraint,
  { structure }: Combination,
  chosen: StructureUnit[],
  have: number,
): CombinationProblem {
  const { measure, max, of, index } = constraint
  const over = have - max
  const counted = chosen.filter(unit => constraint.share(unit).least > 0)
  const units = counted.map(unit => unit.id)
  if (measure === 'barred') {
    const message = `Units ${listOf(counted.map(nameOfUnit), 'and')} may not be taken together: keep one of them.`
    return { code: 'barred-together', message, over, rule: index, units }
  }
  const excess = `${amount(over, measure)} too many${whereOf(of, structure)}`
  const allowed = max === 0 ? 'none may be taken' : `at most ${max} may be taken`
  const message = `${excess}: you have ${have} (${counted.map(unit => unit.number ?? unit.id).join(', ')}) and ${allowed}.`
  return { code: measure === 'credits' ? 'credits-over' : 'units-over', message, over, rule: index, units }
}

function doubtOf(
  constraint: Constraint,
  { structure }: Combination,
  chosen: StructureUnit[],
  have: number,
): CombinationProblem {
  const { min, max, of, index } = constraint
  const doubtful = chosen.filter(unit => constraint.share(unit).because !== undefined)
  const creditless = doubtful.some(unit => constraint.share(unit).because === 'credit-unknown')
  const what = creditless ? 'credit' : 'level'
  const names = listOf(doubtful.map(nameOfUnit), 'and')
  const bounds = have < min ? `the ${min} needed are reached` : `the ${max} allowed are exceeded`
  const message = `The source does not give the ${what} of unit ${names}, so it cannot be said whether ${bounds}${whereOf(of, structure)}; ${have} ${have === 1 ? 'is' : 'are'} certain.`
  const units = doubtful.map(unit => unit.id)
  return { code: creditless ? 'credit-unknown' : 'level-unknown', message, rule: index, units }
}

function remedyOf(short: number, open: StructureUnit[], left: StructureUnit[]): string {
  if (open.length > 0) return `Take ${short} more${sourceOf(open)}.`
  if (left.length > 0)
    return `Take ${short} more${sourceOf(left)} in exchange for something chosen, since another rule allows no further unit.`
  return 'The structure has no further unit that would add to this.'
}

/** Whether a unit, added alone to those chosen, would break no upper bound. */
function fitsBeside(chosen: StructureUnit[], { constraints }: Combination): (unit: StructureUnit) => boolean {
  const capped = constraints
    .filter(({ max }) => Number.isFinite(max))
    .map(each => ({ share: each.share, room: each.max - sumsOf(each, chosen).most }))
  return unit => capped.every(({ share, room }) => share(unit).most === 0 || share(unit).most <= room)
}
