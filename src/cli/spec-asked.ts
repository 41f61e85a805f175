/** Finds what a person means by a qualification's number or title, and by a unit's id, reference or local number. */

import { readQualificationNumber } from '#domain/qualifications/qualification-number.ts'
import type {
  QualificationSpecification,
  Specification,
  UnitSpecification,
} from '#domain/qualifications/specification.ts'

/** The command was asked for something it cannot find or read; the message is one sentence for the person. */
export class AskedWrongly extends Error {}

/**
 * The qualification meant by a number however written, by another number (a scheme code), by a title in either case, or
 * by the beginning of a title that only one has. The only one where nothing is asked. Throws `AskedWrongly` otherwise.
 */
export function qualificationAsked(
  { qualifications }: Specification,
  asked: string | null,
): QualificationSpecification {
  const named = qualifications.map(({ title, number }) => (number ? `${title} (${number})` : title)).join('; ')
  const [only, ...others] = qualifications
  if (!only) throw new AskedWrongly('The specification holds no qualification.')
  if (asked === null) {
    if (others.length === 0) return only
    throw new AskedWrongly(`Say which qualification is meant, with --qualification: ${named}.`)
  }
  const number = sameNumber(asked)
  const title = plain(asked)
  const waysToMean: ((qualification: QualificationSpecification) => boolean)[] = [
    q => q.number !== null && sameNumber(q.number) === number,
    q => q.otherNumbers.some(({ value }) => sameNumber(value) === number),
    q => plain(q.title) === title,
    q => title !== '' && plain(q.title).startsWith(title),
  ]
  for (const means of waysToMean) {
    const [found, ...more] = qualifications.filter(means)
    if (found && more.length === 0) return found
    if (found) throw new AskedWrongly(`“${asked}” may mean more than one qualification; the file holds ${named}.`)
  }
  throw new AskedWrongly(`No qualification is numbered or called “${asked}”; the file holds ${named}.`)
}

/**
 * The ids of the units meant by ids, references or local numbers. A unit of the qualification comes before another of the
 * file; a code that names none is passed on as it is, for the rules to refuse. Throws `AskedWrongly` for a code that
 * names several.
 */
export function unitsAsked(
  { units }: Specification,
  qualification: QualificationSpecification,
  codes: readonly string[],
): string[] {
  const places = new Set(qualification.units.map(place => place.unit))
  const inside = units.filter(unit => places.has(unit.id))
  return codes.map(code => unitMeant(inside, code) ?? unitMeant(units, code) ?? placeMeant(places, code) ?? code)
}

function unitMeant(units: UnitSpecification[], code: string): string | null {
  const fields = ['id', 'reference', 'number'] as const
  for (const field of fields) {
    const [found, ...more] = units.filter(unit => sameCode(unit[field] ?? '') === sameCode(code))
    if (found && more.length === 0) return found.id
    if (found) {
      const meanings = [found, ...more].map(({ id, title }) => `${id} “${title}”`).join(' or ')
      throw new AskedWrongly(`“${code}” may mean ${meanings}; give the unit’s id.`)
    }
  }
  return null
}

/** A unit that is listed in the structure but nowhere described has only its id. */
function placeMeant(places: Set<string>, code: string): string | null {
  return [...places].find(id => sameCode(id) === sameCode(code)) ?? null
}

function sameNumber(text: string): string {
  const read = readQualificationNumber(text)
  return read.ok ? read.number : sameCode(text)
}

/** A506-2130, a/506/2130 and A/506/2130 are one code; "Unit 4" is 4. */
function sameCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/^\s*UNIT\s+/, '')
    .replace(/[\s/_\\-]/g, '')
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ')
}
