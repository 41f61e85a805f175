import type { PlanKind } from '#domain/planning/plan-entry.ts'
import { type Codes, count, list, text } from './codes.ts'
import { dayText } from './times.ts'

export const planKindNames: Record<PlanKind, string> = {
  discussion: 'Discussion',
  questions: 'Questions',
  observation: 'Observation',
}
/** As the choice of what to plan, each with what it is. */
export const planKindChoices: Record<PlanKind, string> = {
  discussion: 'A discussion',
  questions: 'Questions to answer',
  observation: 'An observation at work',
}

type Planned = { number: string; unitId: string; unitNumber: string | null; unitTitle: string }

/** "Unit 1: 1.1, 1.2 and 2.1; unit 4: 2.3" */
export function plannedCriteriaText(criteria: readonly Planned[]): string {
  const units = Map.groupBy(criteria, c => c.unitId)
  const said = [...units.values()].map(of => {
    const [first] = of as [Planned, ...Planned[]]
    return `${first.unitNumber ? `unit ${first.unitNumber}` : first.unitTitle}: ${list(of.map(c => c.number))}`
  })
  const all = said.join('; ')
  return all.charAt(0).toUpperCase() + all.slice(1)
}

/** "Discussion on 14 May 2026", as a choice in a list. */
export const planText = (plan: { kind: PlanKind; plannedFor: string }): string =>
  `${planKindNames[plan.kind]} planned for ${dayText(plan.plannedFor)}`

export const planningCodes = {
  'planning/not-yours': () => 'The learner, and the assessors named for the learner, plan here. You may read it.',
  'planning/written-by-another': () => 'Somebody else planned this. Only they can change what it says.',
  'planning/day-gone': () => 'This day has gone. Plan for a day to come.',
  'planning/no-time-to-read': d =>
    `The learner needs the plan before the day, so ${d.kind === 'questions' ? 'questions are' : 'a discussion is'} planned for tomorrow at the earliest.`,
  'planning/not-chosen': () => 'Some criteria are not in the units that were chosen. Reload the page.',
  'planning/withdrawn': () => 'This plan was withdrawn. It stays as it was.',
  'planning/day-has-come': d =>
    `The day of this plan, ${dayText(text(d.plannedFor))}, has come, so it stays as it is. You can withdraw it and say why.`,
  'planning/in-use': d =>
    `${count(Number(d.evidence) || 0, 'piece of evidence rests', 'pieces of evidence rest')} on this plan, so it stays.`,
} satisfies Codes
