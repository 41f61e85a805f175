/**
 * What each numbered requirement of a unit asks for, and on how many occasions the unit wants competence shown: read from its
 * words, once, and then looked through by a named person whose reading counts instead (R91, R94, R96, R97, R101).
 */
import type { EvidenceRequirement, Simulation } from '../qualifications/specification.ts'

/**
 * How a requirement is met. `ticks`: somebody entitled to judge ticks it, item by item. `occasions`: counted from the days and
 * customers. `observations`: counted from observations. `setting`: by where the evidence comes from, asked for each piece.
 * `person`: by a record of who it was. `plan`: by a record of what was agreed. `nothing`: it informs and is not counted.
 */
export const requirementRoles = ['ticks', 'occasions', 'observations', 'setting', 'person', 'plan', 'nothing'] as const
export type RequirementRole = (typeof requirementRoles)[number]

/** What is recorded of a learner's workplace because a unit names people or plans; `precondition` is a proof for R31. */
export const recordKinds = [
  'appropriate-person',
  'manager-feedback',
  'line-management',
  'development-plan',
  'objectives',
  'precondition',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** What somebody is to the learner. */
export const relationships = ['line-manager', 'supervisor', 'colleague', 'assessor', 'mentor', 'training'] as const
export type Relationship = (typeof relationships)[number]

export type RequirementReading = {
  number: string
  role: RequirementRole
  /** With `person` and `plan`: which record answers it; null with the other roles. */
  record: RecordKind | null
  /** Who may stand in that record; nobody named: anybody. */
  people: Relationship[]
}

/** How often, for whom and for how long competence must be shown; zero where the unit does not ask. */
export type Demand = {
  /** False where the words speak of it and do not say enough: a named person then says what they mean. */
  known: boolean
  /** On so many different days. One is not several, so it is never 1 (R90). */
  days: number
  customers: number
  /** From the first to the last, in days. */
  period: number
  /** So many different days of observation, where any of the evidence is simulated (R101). */
  observations: number
}

export type UnitReading = { requirements: RequirementReading[]; demand: Demand }

export const noDemand: Demand = { known: true, days: 0, customers: 0, period: 0, observations: 0 }

const several =
  /\b(?:sufficient|reasonable|adequate|long enough) period\b|\bdifferent (?:occasions|days|dates|times)\b|\b(?:more than one|several|two or more) (?:occasions?|days?)\b/i
const otherCustomers = /\b(?:different|various|several|more than one) customers?\b/i
const observed = /\bobserv\w*\b[^.]*\bmore than one (?:occasion|day)\b|\bmore than one (?:occasion|day)\b[^.]*\bobserv/i
const unclear = /\b(?:occasions|regularly|over (?:a period|time)|enough times|repeatedly)\b/i
const amounts = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const amount = `(\\d{1,3}|${amounts.join('|')})`
const daysIn = { day: 1, week: 7, month: 30, year: 365 } as const

/** The reading of a unit's requirements, and of what its words on simulation say about observing. */
export function readingOf(requirements: readonly EvidenceRequirement[], simulation: Simulation | null): UnitReading {
  const allowed = requirements
    .filter(r => /appropriate person.{0,3} must be/i.test(r.text))
    .flatMap(r => peopleIn(r.text))
  const musts = requirements.filter(r => r.kind === 'must')
  return {
    requirements: requirements.map(r => roleOf(r, allowed)),
    demand: demandIn(
      musts.filter(r => r.items.length === 0).map(r => r.text),
      [...musts.map(r => r.text), simulation?.text ?? ''],
    ),
  }
}

function roleOf({ number, text, kind, items }: EvidenceRequirement, allowed: Relationship[]): RequirementReading {
  const as = (role: RequirementRole, record: RecordKind | null = null, people: Relationship[] = []) => ({
    ...{ number, role, record, people },
  })
  if (kind === 'may') return as('nothing')
  if (items.length > 0) return as('ticks')
  if (observed.test(text)) return as('observations')
  if (/\bsimulat(?:ion|ed)\b|realistic working environment|under workplace conditions/i.test(text)) return as('setting')
  if (several.test(text)) return as('occasions')
  if (/appropriate person.{0,3} must be/i.test(text)) return as('person', 'appropriate-person', peopleIn(text))
  if (/feedback\b.*\bmust involve\b/i.test(text)) return as('person', 'manager-feedback', peopleIn(text))
  if (/\b(?:prove|proof)\b.*\bresponsib\w+ for\b/i.test(text) && /line manage|supervis/i.test(text))
    return as('person', 'line-management')
  if (/development plan must be\b.*\b(?:record|agreed)/i.test(text)) return as('plan', 'development-plan', allowed)
  if (/\bSMART\b.*\bagreed\b|\bobjectives\b.*\bmust be agreed\b/i.test(text))
    return as('plan', 'objectives', ['line-manager'])
  return as('ticks')
}

function peopleIn(text: string): Relationship[] {
  const words: Record<Relationship, RegExp> = {
    'line-manager': /\b(?:line )?manager\b/i,
    supervisor: /\bsupervisor\b|\bteam leader\b/i,
    colleague: /\bcolleague\b/i,
    assessor: /\bassessor\b/i,
    mentor: /\bmentor\b/i,
    training: /\btraining\b|\bpersonnel\b/i,
  }
  return relationships.filter(r => words[r].test(text))
}

/** @param general sentences without items, which are about the unit as a whole; @param all every sentence that obliges. */
function demandIn(general: readonly string[], all: readonly string[]): Demand {
  const spread = general.filter(t => several.test(t) && !observed.test(t))
  const demand = {
    days: Math.max(spread.length > 0 ? 2 : 0, ...all.map(t => least(t, `(?:different )?(?:occasions|days)`))),
    customers: Math.max(
      spread.some(t => otherCustomers.test(t)) ? 2 : 0,
      ...general.map(t => Math.max(least(t, `(?:different )?customers`), severalEach(t))),
    ),
    period: Math.max(0, ...general.map(periodIn)),
    observations: all.some(t => observed.test(t)) ? 2 : 0,
  }
  const says = demand.days + demand.customers + demand.period > 0
  return { known: says || !general.some(t => unclear.test(t) && !observed.test(t)), ...demand }
}

/** "at least three different customers"; 0 where it is not said. */
const least = (text: string, what: string): number =>
  valueOf(new RegExp(`\\bat least ${amount} ${what}\\b`, 'i').exec(text)?.[1])

/** "at least three problems, each with a different customer" */
const severalEach = (text: string): number =>
  valueOf(new RegExp(`\\bat least ${amount} \\w+, each (?:with|for) a different customer\\b`, 'i').exec(text)?.[1])

function periodIn(text: string): number {
  const found = new RegExp(`\\bover at least ${amount} (day|week|month|year)s?\\b`, 'i').exec(text)
  return found ? valueOf(found[1]) * daysIn[found[2]?.toLowerCase() as keyof typeof daysIn] : 0
}

const valueOf = (written: string | undefined): number =>
  written === undefined ? 0 : /^\d/.test(written) ? Number(written) : amounts.indexOf(written.toLowerCase()) + 1
