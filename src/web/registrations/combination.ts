/** The rules of combination over a version as the catalogue shows it, so that a choice is judged while it is made. */
import { type Choices, choicesOf } from '#domain/qualifications/choices.ts'
import { type CombinationVerdict, checkCombination } from '#domain/qualifications/rules-of-combination.ts'
import type { QualificationSpecification, UnitSpecification } from '#domain/qualifications/specification.ts'
import { suggestChanges } from '#domain/qualifications/suggestions.ts'
import type { Result } from '../api.ts'

export type Version = Result<'GET /centres/:centreId/versions/:versionId'>

/** What the rules say of these units, told by their ids here. Rules that a person has confirmed are among them (R41). */
export function verdictOn(version: Version, unitIds: string[]): CombinationVerdict {
  const { qualification, units, codes } = specificationOf(version)
  return checkCombination(qualification, units, codes(unitIds), version.confirmations)
}

/** How far each bound is, and what stands in the way of each unit not chosen; units are told by their codes. */
export function choicesIn(version: Version, unitIds: string[]): Choices {
  const { qualification, units, codes } = specificationOf(version)
  return choicesOf(qualification, units, codes(unitIds), version.confirmations)
}

/** The smallest changes that make the choice fit, each as the units to add and to take out; `kept` ones stay. */
export function suggestionsFor(
  version: Version,
  unitIds: string[],
  kept: string[] = [],
): { add: string[]; remove: string[]; provisional: boolean }[] {
  const { qualification, units, codes } = specificationOf(version)
  const keep = codes(version.tree.units.filter(u => u.mandatory || kept.includes(u.id)).map(u => u.id))
  const idOf = new Map(version.tree.units.map(u => [u.code, u.id]))
  const ids = (of: string[]) => of.flatMap(code => idOf.get(code) ?? [])
  const { confirmations } = version
  return suggestChanges(qualification, units, codes(unitIds), { keep, confirmations }).map(s => ({
    add: ids(s.add),
    remove: ids(s.remove),
    provisional: s.provisional,
  }))
}

function specificationOf({ tree, groups, totalCredit, otherNumbers, dates, rules, ruleTexts, rulesComplete }: Version) {
  const qualification: QualificationSpecification = {
    ...{ title: tree.title, number: tree.number, level: tree.level, totalCredit, otherNumbers },
    framework: tree.framework as QualificationSpecification['framework'],
    registration: dates,
    units: tree.units.map(u => ({ unit: u.code, group: u.group, theme: u.theme, mandatory: u.mandatory })),
    ...{ groups, rules, ruleTexts, rulesComplete },
  }
  const units = tree.units.map(
    (u): UnitSpecification => ({
      ...{ id: u.code, reference: u.reference, number: u.number, title: u.title, level: u.level, credit: u.credit },
      ...{ glh: null, simulation: { permission: null, text: null, exceptions: [] }, evidenceRequirements: [] },
      ...{ knowledgeOnly: u.knowledgeOnly, worksheet: false, outcomes: [] },
    }),
  )
  const codeOf = new Map(tree.units.map(u => [u.id, u.code]))
  return { qualification, units, codes: (ids: string[]) => ids.flatMap(id => codeOf.get(id) ?? []) }
}

export const nameOfUnit = (u: { number: string | null; title: string; code?: string }) =>
  [u.number ?? u.code, u.title].filter(Boolean).join(' ')
