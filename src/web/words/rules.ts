import { amount, namesOf, whereOf } from '#domain/qualifications/combination-words.ts'
import type { Rule } from '#domain/qualifications/specification.ts'
import type { StructureUnit } from '#domain/qualifications/structure.ts'

/** A rule of combination as a sentence, so that people can hold what we understood against what the document prints. */
export function ruleSentence(rule: Rule, structure: StructureUnit[]): string {
  if ('require' in rule) return `Units that must be taken: ${namesOf(rule.require, structure)}.`
  if ('barred' in rule) return `Not to be taken together: ${namesOf(rule.barred, structure)}.`
  if ('unknown' in rule) return `Not known: ${rule.unknown.replace(/\.$/, '')}.`
  const measure = 'credits' in rule ? ('credits' as const) : ('units' as const)
  const bounds = 'credits' in rule ? rule.credits : rule.count
  const { min, max } = bounds
  const where = whereOf(bounds.of, structure)
  if (min !== undefined && min === max) return `Exactly ${amount(min, measure)}${where}.`
  if (min !== undefined && max !== undefined) return `Between ${min} and ${amount(max, measure)}${where}.`
  return min !== undefined
    ? `At least ${amount(min, measure)}${where}.`
    : `At most ${amount(max ?? 0, measure)}${where}.`
}
