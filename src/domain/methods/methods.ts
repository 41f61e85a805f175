/** Which kinds of evidence a version of a qualification accepts, as its awarding organisation has it (R69). */
import { type EvidenceType, evidenceTypes } from '../evidence/evidence.ts'
import { Refusal } from '../refusal.ts'

/** Something said of a version: every kind that is switched off from then on. */
export type Methods = { switchedOff: readonly EvidenceType[] }

/**
 * The kinds that are switched off now, each with what was said when it was: it may be older than the last change.
 * @param history newest first; while nothing was said every kind is accepted
 */
export function switchedOffBy<T extends Methods>(history: readonly T[]): Map<EvidenceType, T> {
  const found = new Map<EvidenceType, T>()
  for (const type of inOrder(history[0]?.switchedOff ?? [])) {
    const last = history.findIndex(m => !m.switchedOff.includes(type))
    found.set(type, history.at(last === -1 ? -1 : last - 1) as T)
  }
  return found
}

/**
 * What a change switches off and on. Refuses `methods/nothing-changed`, and `methods/none-left` where no kind would be
 * accepted any more.
 */
export function changeOfMethods(standing: readonly EvidenceType[], next: readonly EvidenceType[]) {
  const switchedOff = inOrder(next.filter(t => !standing.includes(t)))
  const switchedOn = inOrder(standing.filter(t => !next.includes(t)))
  if (switchedOff.length + switchedOn.length === 0) throw new Refusal('methods/nothing-changed')
  if (evidenceTypes.every(t => next.includes(t))) throw new Refusal('methods/none-left')
  return { switchedOff, switchedOn }
}

/** The kinds that are not accepted, for each qualification that a learner works towards. */
export type KindsOff = readonly (readonly EvidenceType[])[]

/** Whether none of a learner's qualifications accepts a kind; one who works towards none yet may put in anything. */
export const acceptedNowhere = (type: EvidenceType, kindsOff: KindsOff): boolean =>
  kindsOff.length > 0 && kindsOff.every(off => off.includes(type))

/** Before a kind is chosen, asked for or planned: refuses `methods/not-accepted` where no qualification accepts it (R69). */
export function requireAccepted(type: EvidenceType, kindsOff: KindsOff): void {
  if (acceptedNowhere(type, kindsOff)) throw new Refusal('methods/not-accepted', { type })
}

/** Each of them once, in the order of the kinds. */
export const inOrder = (types: readonly EvidenceType[]) => evidenceTypes.filter(t => types.includes(t))
