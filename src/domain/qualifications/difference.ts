/** What changed from one version of a qualification to another, told the way an assessor would tell a colleague. */

import { type CriterionChange, criterionChanges } from './difference-criteria.ts'
import { likeness, plainWords, sameWords } from './likeness.ts'
import type { QualificationSpecification, Rule, UnitPlace, UnitSpecification } from './specification.ts'

/** One qualification with its units, as a version or a document has it. */
export type Compared = { qualification: QualificationSpecification; units: UnitSpecification[] }

/** A single value that is another now; null is "not said". */
export type DetailChange = {
  field: string
  from: string | number | boolean | null
  to: string | number | boolean | null
}

export type UnitHeading = Pick<UnitSpecification, 'id' | 'number' | 'title'>

export type UnitChange = {
  /** As the newer version has it. */
  unit: UnitHeading
  /** The code it had, where that is another now. */
  codeBefore: string | null
  details: DetailChange[]
  outcomes: {
    added: string[]
    removed: string[]
    retitled: { number: string; from: string | null; to: string | null }[]
  }
  criteria: CriterionChange[]
  /** Criteria with the same number and the same words. */
  criteriaKept: number
  evidenceChanged: boolean
}

export type Difference = {
  details: DetailChange[]
  units: { added: UnitHeading[]; removed: UnitHeading[]; changed: UnitChange[]; kept: number }
  rules: { added: Rule[]; removed: Rule[] }
  ruleTexts: { added: string[]; removed: string[] }
  /** True where every criterion that is in both still has its number and every unit its code. */
  numbersKept: boolean
  same: boolean
}

/**
 * Compares the earlier `a` with the later `b`. Units are the same by accreditation number; by a local code only where
 * title or criteria agree too, since a code is unique in one version only (R20); else by title or by their criteria.
 * Words decide, not marks, spacing and capitals. Refuses nothing: what cannot be matched was removed and added. R27.
 */
export function differenceBetween(a: Compared, b: Compared): Difference {
  const [before, after] = [unitsIn(a), unitsIn(b)]
  const pairs = pairUnits(before, after)
  const paired = new Set(pairs.flatMap(({ was, is }) => [was, is]))
  const changes = pairs.map(({ was, is }) => unitChange(was, is, a, b))
  const changed = changes.filter(isChange)
  const codes = new Map(pairs.map(({ was, is }) => [was.id, is.id]))
  const rulesBefore = a.qualification.rules.map(rule => JSON.stringify(renamed(rule, codes)))
  const rulesAfter = b.qualification.rules.map(rule => JSON.stringify(renamed(rule, new Map())))
  const difference = {
    details: qualificationDetails(a.qualification, b.qualification),
    units: {
      added: after.filter(unit => !paired.has(unit)).map(headingOf),
      removed: before.filter(unit => !paired.has(unit)).map(headingOf),
      changed,
      kept: pairs.length - changed.length,
    },
    rules: {
      added: b.qualification.rules.filter((_, at) => !rulesBefore.includes(rulesAfter[at] as string)),
      removed: a.qualification.rules.filter((_, at) => !rulesAfter.includes(rulesBefore[at] as string)),
    },
    ruleTexts: {
      added: b.qualification.ruleTexts.filter(text => !a.qualification.ruleTexts.some(one => sameWords(one, text))),
      removed: a.qualification.ruleTexts.filter(text => !b.qualification.ruleTexts.some(one => sameWords(one, text))),
    },
  }
  return { ...difference, numbersKept: changed.every(keepsNumbers), same: isSame(difference) }
}

type Pair = { was: UnitSpecification; is: UnitSpecification }

const headingOf = ({ id, number, title }: UnitSpecification): UnitHeading => ({ id, number, title })

/** Only units that stand in the qualification, in its order. */
function unitsIn({ qualification, units }: Compared): UnitSpecification[] {
  const known = new Map(units.map(unit => [unit.id, unit]))
  return [...new Set(qualification.units.flatMap(place => known.get(place.unit) ?? []))]
}

/** From the surest way of telling that two units are the same to the least sure; each unit is paired once. */
function pairUnits(before: UnitSpecification[], after: UnitSpecification[]): Pair[] {
  const pairs: Pair[] = []
  const [left, right] = [new Set(before), new Set(after)]
  const texts = new Map([...before, ...after].map(unit => [unit, joinedTexts(unit)]))
  const alike = (was: UnitSpecification, is: UnitSpecification) => {
    const [one, other] = [texts.get(was) ?? '', texts.get(is) ?? '']
    return one === '' || other === '' ? 0 : likeness(one, other)
  }
  const pair = (same: (was: UnitSpecification, is: UnitSpecification) => boolean) => {
    for (const was of left) {
      const is = [...right].find(one => same(was, one))
      if (!is) continue
      pairs.push({ was, is })
      left.delete(was)
      right.delete(is)
    }
  }
  pair((was, is) => was.id === is.id && (isAccredited(was.id) || sameWords(was.title, is.title)))
  pair((was, is) => was.reference !== null && was.reference === is.reference)
  pair((was, is) => was.id === is.id && (likeness(was.title, is.title) >= 0.5 || alike(was, is) >= 0.5))
  pair((was, is) => was.title !== '' && sameWords(was.title, is.title))
  pair((was, is) => alike(was, is) >= 0.6)
  return pairs.sort((x, y) => after.indexOf(x.is) - after.indexOf(y.is))
}

const isAccredited = (code: string) => /^[A-Z]\/\d{3}\/\d{4}$/.test(code)

/** Each criterion as one long word, so that the share of whole criteria is measured and not that of words. */
const joinedTexts = (unit: UnitSpecification) =>
  unit.outcomes.flatMap(o => o.criteria.map(c => plainWords(c.text).join(''))).join(' ')

function unitChange(was: UnitSpecification, is: UnitSpecification, a: Compared, b: Compared): UnitChange {
  const { changes, kept } = criterionChanges(was, is)
  const sameOutcome = (one: { number: string; kind: string }) => (other: { number: string; kind: string }) =>
    one.number === other.number && one.kind === other.kind
  return {
    unit: headingOf(is),
    codeBefore: was.id === is.id ? null : was.id,
    details: [
      ...changedDetails(was, is, [
        'reference',
        'number',
        'title',
        'level',
        'credit',
        'glh',
        'knowledgeOnly',
        'worksheet',
      ]),
      ...changedDetails(placeOf(was, a), placeOf(is, b), ['group', 'theme', 'mandatory']),
      ...changedDetails({ simulation: was.simulation.permission }, { simulation: is.simulation.permission }, [
        'simulation',
      ]),
    ],
    outcomes: {
      added: is.outcomes.filter(o => !was.outcomes.some(sameOutcome(o))).map(o => o.number),
      removed: was.outcomes.filter(o => !is.outcomes.some(sameOutcome(o))).map(o => o.number),
      retitled: is.outcomes.flatMap(o => {
        const before = was.outcomes.find(sameOutcome(o))
        return before && !sameWords(before.title ?? '', o.title ?? '')
          ? [{ number: o.number, from: before.title, to: o.title }]
          : []
      }),
    },
    criteria: changes,
    criteriaKept: kept,
    evidenceChanged: !sameWords(evidenceOf(was), evidenceOf(is)),
  }
}

const placeOf = (unit: UnitSpecification, { qualification }: Compared) =>
  qualification.units.find(place => place.unit === unit.id) as UnitPlace

const evidenceOf = (unit: UnitSpecification) => JSON.stringify([unit.evidenceRequirements, unit.simulation])

function isChange({ codeBefore, details, outcomes, criteria, evidenceChanged }: UnitChange): boolean {
  const { added, removed, retitled } = outcomes
  const changes = details.length + added.length + removed.length + retitled.length + criteria.length
  return codeBefore !== null || evidenceChanged || changes > 0
}

const keepsNumbers = ({ codeBefore, criteria }: UnitChange) =>
  codeBefore === null && criteria.every(change => change.kind !== 'moved' && change.kind !== 'moved-and-reworded')

function changedDetails<T extends object>(was: T, is: T, fields: (keyof T & string)[]): DetailChange[] {
  const same = (a: unknown, b: unknown) =>
    a === b || (typeof a === 'string' && typeof b === 'string' && sameWords(a, b))
  return fields
    .filter(field => !same(was[field], is[field]))
    .map(field => ({ field, from: was[field] as never, to: is[field] as never }))
}

function qualificationDetails(a: QualificationSpecification, b: QualificationSpecification): DetailChange[] {
  const dates = ['opens', 'lastRegistration', 'lastCertification'] as const
  return [
    ...changedDetails(a, b, ['title', 'number', 'framework', 'level', 'totalCredit', 'rulesComplete']),
    ...changedDetails(a.registration, b.registration, [...dates]),
  ]
}

/** A rule with units under the codes they have now and lists in one order, so that equal rules read equal. */
function renamed(rule: Rule, codes: ReadonlyMap<string, string>): unknown {
  const named = (ids: string[]) => ids.map(id => codes.get(id) ?? id).sort()
  if ('require' in rule) return { require: named(rule.require) }
  if ('barred' in rule) return { barred: named(rule.barred) }
  if ('unknown' in rule) return rule
  const [what, bounds] = 'credits' in rule ? ['credits', rule.credits] : ['count', rule.count]
  const { group, theme, level, mandatory, optional, units } = bounds.of ?? {}
  const list = (value: unknown) => (value === undefined ? undefined : [value].flat().sort())
  const of = [list(group), list(theme), list(level), mandatory, optional, units && named(units)]
  return [what, of, bounds.min, bounds.max]
}

function isSame({
  details,
  units,
  rules,
  ruleTexts,
}: Pick<Difference, 'details' | 'units' | 'rules' | 'ruleTexts'>): boolean {
  const lists = [
    details,
    units.added,
    units.removed,
    units.changed,
    rules.added,
    rules.removed,
    ruleTexts.added,
    ruleTexts.removed,
  ]
  return lists.every(list => list.length === 0)
}
