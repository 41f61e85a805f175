import type { Outcome, Severity, SimulationPermission } from '#domain/qualifications/specification.ts'
import type { SpecificationFault, SpecificationFaultCode } from '#domain/qualifications/usable.ts'
import { type Codes, count, text } from './codes.ts'

export const outcomeKinds: Record<Outcome['kind'], string> = {
  'learning-outcome': 'Learning outcome',
  element: 'Element',
  knowledge: 'What you must know',
}

export const simulationWords: Record<SimulationPermission, string> = {
  'not-allowed': 'Simulation is not allowed.',
  allowed: 'Simulation is allowed.',
  'rwe-only': 'Simulation is allowed only in a realistic working environment.',
  exceptions: 'Simulation is allowed only as an exception.',
}

export const severityWords: Record<Severity, [one: string, many: string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
}

/** "2 units", "617 criteria" */
export const unitsText = (n: number) => count(n, 'unit')
export const criteriaText = (n: number) => count(n, 'criterion', 'criteria')

const where = ({ qualification, unit, number }: SpecificationFault) =>
  [unit && `unit ${unit}`, number, qualification].filter(Boolean).join(', ')

const faultWords: Record<SpecificationFaultCode, (fault: SpecificationFault) => string> = {
  'no-qualification': () => 'No qualification was found in the document.',
  'qualification-without-title': f => `A qualification has no title (${where(f)}).`,
  'qualification-without-units': f => `${where(f)} has no units.`,
  'qualification-twice': f => `The number ${f.qualification} stands for two qualifications.`,
  'unit-without-id': f => `A unit has neither number nor code (${where(f)}).`,
  'unit-without-title': f => `${where(f)} has no title.`,
  'unit-twice': f => `Two units have the number ${f.unit}.`,
  'unit-unknown': f => `${f.unit} is listed under ${f.qualification}, but there is no such unit.`,
  'unit-placed-twice': f => `${f.unit} is listed twice under ${f.qualification}.`,
  'outcome-without-number': f => `An outcome of ${where(f)} has no number.`,
  'outcome-twice': f => `Outcome ${f.number} stands twice in unit ${f.unit}.`,
  'criterion-without-number': f => `A criterion of ${where(f)} has no number.`,
  'criterion-without-text': f => `Criterion ${f.number} of unit ${f.unit} has no text.`,
  'criterion-twice': f => `Criterion ${f.number} stands twice in unit ${f.unit}.`,
}

/** What is wrong with a specification, a sentence for each fault. */
export const faultSentence = (fault: SpecificationFault): string => {
  const sentence = faultWords[fault.code](fault)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

const faultsOf = (value: unknown) => (Array.isArray(value) ? (value as SpecificationFault[]) : [])

export const qualificationsCodes = {
  'qualifications/not-usable': d =>
    `Before this can be published, put right: ${faultsOf(d.faults).slice(0, 5).map(faultSentence).join(' ')}${
      faultsOf(d.faults).length > 5 ? ` And ${faultsOf(d.faults).length - 5} more.` : ''
    }`,
  'qualifications/no-such-place': d => `There is nothing to correct at this place (${text(d.path)}). Reload the page.`,
  'qualifications/no-such-correction': () => 'This correction has been undone already.',
  'qualifications/correction-needed': () => 'A later correction rests on this one. Undo that one first.',
} satisfies Codes
