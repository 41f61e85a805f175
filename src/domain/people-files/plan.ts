/** What a file of people would do to the centre, line by line; or, where anything is wrong, everything that is wrong. */

import { type AuthorityFacts, gapsInPlace, noFacts } from '../competence/authority.ts'
import { type AllocationRole, type Role, roleNeededFor } from '../people/roles.ts'
import { canRegisterOn } from '../qualifications/dates.ts'
import type { QualificationSpecification } from '../qualifications/specification.ts'
import {
  type Allocations,
  type PlaceStanding,
  problemsOfAllocations,
  withCountersigner,
} from '../registrations/allocations.ts'
import { codeOfDay } from '../registrations/registering.ts'
import type { Agreement, Grounds } from '../registrations/selection.ts'
import { dayOfInstant, type Instant } from '../time.ts'
import { type Column, columnOfPlace } from './columns.ts'
import type { Fault, FaultCode, FileLine } from './line.ts'

export type KnownPerson = {
  personId: string
  name: string
  roles: Role[]
  authority: AuthorityFacts | null
  /** Learners whom a conflict of interest keeps them from. */
  barredFrom: string[]
}

export type KnownUnit = {
  unitId: string
  mandatory: boolean
  code: string
  reference: string | null
  number: string | null
}

export type KnownVersion = {
  versionId: string
  qualificationId: string
  level: number | null
  title: string
  /** Within the days of accreditation. */
  dates: QualificationSpecification['registration']
  /** What follows the qualification, for somebody who comes too late. */
  successors: string[]
  units: KnownUnit[]
}

/** What the centre knows: its people by address, its newest versions by number or title, who is registered on what. */
export type Facts = {
  now: Instant
  people: Map<string, KnownPerson>
  versionOf: (written: string) => KnownVersion | null
  isRegistered: (personId: string, versionId: string) => boolean
}

export type PlannedPerson = { email: string; name: string; roles: Role[] }

/** People are told by their address: some of them are not there yet. */
export type PlannedRegistration = Grounds & {
  email: string
  versionId: string
  registeredOn: string
  unitIds: string[]
  allocations: Allocations
}

export type Plan = { people: PlannedPerson[]; registrations: PlannedRegistration[] }

/** Plans all lines together, since one line may name a person whom another adds. `faults` are in the order of the lines. */
export function planFile(lines: FileLine[], facts: Facts): { plan: Plan; faults: Fault[] } {
  const faults: Fault[] = []
  const readable = lines.filter(l => l.email)
  const people = planPeople(readable, facts, faults)
  const rolesOf = (email: string): Role[] => [
    ...(facts.people.get(email)?.roles ?? []),
    ...(people.get(email)?.roles ?? []),
  ]
  const unclear = new Set(readable.filter(l => l.rolesUnclear).map(l => l.email))
  const there: There = {
    rolesOf,
    isKnown: email => facts.people.has(email) || people.has(email),
    isUnclear: email => unclear.has(email),
  }
  const registrations = readable.flatMap(l => planRegistration(l, facts, there, faults) ?? [])
  const plan = { people: [...people.values()].filter(p => p.roles.length > 0), registrations }
  return { plan, faults: faults.sort((a, b) => a.line - b.line) }
}

function planPeople(lines: FileLine[], facts: Facts, faults: Fault[]): Map<string, PlannedPerson> {
  const people = new Map<string, PlannedPerson>()
  for (const [email, of] of Map.groupBy(lines, l => l.email)) {
    const known = facts.people.get(email)
    const name = known?.name ?? of.find(l => l.name)?.name ?? ''
    const wrong = wrongIn(of[0] as FileLine, faults)
    if (!name) wrong('name', 'people-files/name-missing')
    for (const l of of)
      if (l.name && !sameName(l.name, name))
        wrongIn(l, faults)('name', 'people-files/name-differs', { name, here: known !== undefined })
    const seen = new Map<string, number>()
    for (const l of of) {
      const key = l.qualification.toLowerCase()
      const other = seen.get(key)
      if (other) wrongIn(l, faults)('e-mail', 'people-files/twice-in-file', { other })
      else seen.set(key, l.line)
    }
    const roles = [
      ...new Set(of.flatMap(l => (l.roles.length === 0 && l.qualification ? ['learner' as const] : l.roles))),
    ]
    const added = roles.filter(role => !known?.roles.includes(role))
    people.set(email, { email, name, roles: added })
    for (const l of of) {
      if (l.qualification || l.rolesUnclear) continue
      if (l.roles.length === 0) wrongIn(l, faults)('roles', 'people-files/roles-missing')
      else if (added.length === 0) wrongIn(l, faults)('e-mail', 'people-files/already-here')
    }
  }
  return people
}

/** Who is here or in the file, by address. */
type There = {
  rolesOf: (email: string) => Role[]
  isKnown: (email: string) => boolean
  isUnclear: (email: string) => boolean
}

function planRegistration(
  l: FileLine,
  facts: Facts,
  { rolesOf, isKnown, isUnclear }: There,
  faults: Fault[],
): PlannedRegistration | null {
  if (!l.qualification) return null
  const before = faults.length
  const wrong = wrongIn(l, faults)
  if (!rolesOf(l.email).includes('learner') && !isUnclear(l.email)) wrong('roles', 'people-files/not-a-learner')
  const version = facts.versionOf(l.qualification)
  if (!version) wrong('qualification', 'people-files/unknown-qualification', { qualification: l.qualification })
  const known = facts.people.get(l.email)
  if (version && known && facts.isRegistered(known.personId, version.versionId))
    wrong('qualification', 'people-files/already-registered', { qualification: version.title })
  if (l.registeredOn) checkDay(l, version, facts.now, wrong)
  const chosen = (version?.units ?? []).filter(u => u.mandatory || l.units.some(written => isUnit(u, written)))
  for (const written of version ? l.units : [])
    if (!chosen.some(u => isUnit(u, written)))
      wrong('units', 'people-files/unknown-unit', { unit: written, qualification: version?.title })
  const found = Object.fromEntries(
    Object.entries(l.named).filter(([place, email]) => {
      if (isKnown(email)) return true
      wrong(columnOfPlace[place as keyof typeof columnOfPlace], 'people-files/person-not-found', { email })
      return false
    }),
  )
  const allocations = withCountersigner(found)
  const standingOf = standingHere(version, known?.personId ?? null, facts)
  for (const { place, code, personId: email, gaps } of problemsOfAllocations(
    l.email,
    allocations,
    rolesOf,
    standingOf,
  )) {
    // Whoever could not be found, and roles that could not be read, have been named already.
    const named =
      (l.named[place] && !found[place]) || (code === 'registrations/role-not-held' && isUnclear(email ?? ''))
    if (!named) wrong(columnOfPlace[place], code, { email, gaps })
  }
  const options = chosen.filter(u => !u.mandatory).length
  const agreed = options > 0 ? agreementOf(l, wrong) : null
  if (!version || !l.registeredOn || !l.funding || faults.length > before) return null
  return {
    ...{ email: l.email, versionId: version.versionId, registeredOn: l.registeredOn, allocations },
    ...{ unitIds: chosen.map(u => u.unitId), levelReason: l.levelReason, funding: l.funding, agreement: agreed },
  }
}

/** Somebody new here, or in this role, is entitled by what giving them the role declares; the others by their records. */
const standingHere =
  (version: KnownVersion | null, learnerId: string | null, facts: Facts) =>
  (email: string, place: AllocationRole): PlaceStanding => {
    const known = facts.people.get(email)
    const conflicted = learnerId !== null && (known?.barredFrom.includes(learnerId) ?? false)
    if (!known || !version || !roleNeededFor[place].some(role => known.roles.includes(role)))
      return { gaps: [], conflicted }
    const subject = { qualificationId: version.qualificationId, level: version.level, day: dayOfInstant(facts.now) }
    return { gaps: gapsInPlace(known.authority ?? noFacts, place, subject), conflicted }
  }

/** Options on the line are agreed by its learner and its assessor (R44); told by address until everybody is there. */
function agreementOf(l: FileLine, wrong: ReturnType<typeof wrongIn>): Agreement {
  const assessorId = l.named.assessor ?? l.named['trainee-assessor'] ?? null
  if (!assessorId) wrong('assessor', 'people-files/assessor-to-agree')
  if (!l.optionsReason) wrong('options reason', 'people-files/options-reason-missing')
  return { assessorId, assessorName: null, reason: l.optionsReason }
}

function checkDay(l: FileLine, version: KnownVersion | null, now: Instant, wrong: ReturnType<typeof wrongIn>): void {
  const day = l.registeredOn as string
  if (day > now.slice(0, 10)) return wrong('registered on', 'registrations/day-to-come', { day })
  const closed = version && codeOfDay(canRegisterOn(version.dates, day))
  if (closed) wrong('registered on', closed.code, { limit: closed.limit, successors: version.successors })
}

const wrongIn =
  ({ line }: FileLine, faults: Fault[]) =>
  (column: Column, code: FaultCode, details: Record<string, unknown> = {}): void =>
    void faults.push({ line, column, code, details })

const sameName = (a: string, b: string) => plain(a) === plain(b)
const plain = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim()

/** A unit is told by its accreditation number, its reference or its local number, whatever the capitals. */
const isUnit = (u: KnownUnit, written: string) =>
  [u.code, u.reference, u.number].some(name => name?.toLowerCase() === written.toLowerCase())
