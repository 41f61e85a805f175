/**
 * What a centre looks into before evidence from a simulation or a realistic working environment can be used: eight points for
 * the one, nine for the other, each answered for by a named assessor or quality assurer (R105). The wording is in the words.
 */
import { Refusal } from '../refusal.ts'

export const setUpKinds = ['simulation', 'realistic-working-environment'] as const
export type SetUpKind = (typeof setUpKinds)[number]

export const simulationPoints = [
  'briefed',
  'ordinary',
  'credible',
  'equipped',
  'to-standard-and-time',
  'lawful',
  'professional',
  'encouraging',
] as const
export const environmentPoints = [
  'under-pressure',
  'acceptable-service',
  'volume',
  'up-to-date',
  'lawfully-run',
  'responsible',
  'productive',
  'seen-as-real',
  'managed',
] as const
export type ChecklistPoint = (typeof simulationPoints)[number] | (typeof environmentPoints)[number]

export const checklists: Record<SetUpKind, readonly ChecklistPoint[]> = {
  simulation: simulationPoints,
  'realistic-working-environment': environmentPoints,
}

/** Whether nothing of the checklist is left open. Refuses `settings/no-such-point` for a point of the other list. */
export function checkOf(kind: SetUpKind, met: readonly ChecklistPoint[]): { met: ChecklistPoint[]; complete: boolean } {
  const points = checklists[kind]
  const strange = met.filter(point => !points.includes(point))
  if (strange.length > 0) throw new Refusal('settings/no-such-point', { points: strange, kind })
  const held = points.filter(point => met.includes(point))
  return { met: held, complete: held.length === points.length }
}

/** The set-up that a piece of evidence names, as a decision needs to know it. */
export type SetUpFact = { kind: SetUpKind; name: string; met: number; complete: boolean; unitIds: string[] }
