/** One line of a file of people, read by itself: what it says, and what is wrong with how it says it. */

import { oneLine } from '../one-line.ts'
import { type AllocationRole, allocationRoles, type Role } from '../people/roles.ts'
import { type Funding, fundingOf } from '../registrations/selection.ts'
import { type Day, daysInMonth } from '../time.ts'
import { type Column, columnOfPlace, roleOf } from './columns.ts'

export type FaultCode = `people-files/${string}` | `registrations/${string}`

/** What is wrong, where, and what the sentence that tells the mend needs to name. Lines count from 1, the headings included. */
export type Fault = { line: number; column: Column | null; code: FaultCode; details: Record<string, unknown> }

export type FileLine = {
  line: number
  name: string
  /** In lower case: one address is one person. */
  email: string
  roles: Role[]
  /** Some word among the roles could not be read: then nothing is concluded from what is missing. */
  rolesUnclear: boolean
  /** As written; empty where the line registers nobody. */
  qualification: string
  units: string[]
  registeredOn: Day | null
  levelReason: string
  funding: Funding | null
  optionsReason: string
  /** Addresses by place. */
  named: Partial<Record<AllocationRole, string>>
}

export type Cells = Partial<Record<Column, string>>

/** Reads the cells of a line. Whatever cannot be read is left out and named as a fault, every one of them. */
export function readLine(line: number, cells: Cells): { read: FileLine; faults: Fault[] } {
  const faults: Fault[] = []
  const wrong = (column: Column, code: FaultCode, details: Record<string, unknown> = {}) =>
    faults.push({ line, column, code, details })
  const cell = (column: Column) => (cells[column] ?? '').trim()
  const addressIn = (column: Column): string => {
    const address = cell(column).toLowerCase()
    if (address && !isAddress(address)) wrong(column, 'people-files/malformed-e-mail', { email: cell(column) })
    return isAddress(address) ? address : ''
  }

  const email = addressIn('e-mail')
  if (!cell('e-mail')) wrong('e-mail', 'people-files/e-mail-missing')
  if (cell('name').length > 200) wrong('name', 'people-files/name-too-long')
  const roles = cell('roles')
    .split(/[;,|+/\n]/)
    .map(word => word.trim())
    .filter(Boolean)
    .flatMap(word => {
      const role = roleOf(word)
      if (!role) wrong('roles', 'people-files/unknown-role', { role: word })
      return role ? [role] : []
    })
  const qualification = cell('qualification')
  const named: FileLine['named'] = {}
  for (const place of allocationRoles) {
    const address = addressIn(columnOfPlace[place])
    if (address) named[place] = address
  }
  if (!qualification)
    for (const column of [
      ...['units', 'registered on', ...allocationRoles.map(p => columnOfPlace[p])],
      ...['level reason', 'funding', 'options reason'],
    ] as Column[])
      if (cell(column)) wrong(column, 'people-files/without-qualification')
  const registeredOn = dayOf(cell('registered on'))
  if (qualification && !cell('registered on')) wrong('registered on', 'people-files/day-missing')
  if (cell('registered on') && !registeredOn)
    wrong('registered on', 'people-files/malformed-day', { day: cell('registered on') })
  const funding = fundingOf(cell('funding'))
  if (qualification && !cell('level reason')) wrong('level reason', 'people-files/level-reason-missing')
  if (qualification && !cell('funding')) wrong('funding', 'people-files/funding-missing')
  if (cell('funding') && !funding) wrong('funding', 'people-files/unknown-funding', { funding: cell('funding') })
  for (const column of ['level reason', 'options reason'] as const)
    if (cell(column).length > 2000) wrong(column, 'people-files/reason-too-long')
  const units = cell('units')
    .split(/[;,|\s]+/)
    .filter(Boolean)
  const rolesUnclear = faults.some(f => f.column === 'roles')
  const read = {
    line,
    rolesUnclear,
    name: oneLine(cell('name')),
    email,
    roles: [...new Set(roles)],
    qualification,
    units,
    registeredOn,
    levelReason: cell('level reason'),
    funding,
    optionsReason: cell('options reason'),
    named,
  }
  return { read, faults }
}

const isAddress = (text: string) =>
  text.length <= 254 && /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]{2,}$/.test(text)

/** 2026-05-14 or, as spreadsheets write it here, 14/05/2026. Null for a day that no calendar has. */
export function dayOf(text: string): Day | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
  const [year, month, day] = iso ? iso.slice(1).map(Number) : british ? british.slice(1).reverse().map(Number) : []
  if (!year || !month || !day || month > 12 || day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
