import { createHash } from 'node:crypto'
import { largestPeopleFile } from '#contract/people-files.ts'
import type { Role } from '#domain/people/roles.ts'
import type { Fault } from '#domain/people-files/line.ts'
import { type Facts, type KnownVersion, type Plan, planFile } from '#domain/people-files/plan.ts'
import { registrationDays } from '#domain/qualifications/accreditation.ts'
import type { Db } from '#platform/db/query.ts'
import { InvalidInput } from '#platform/http/problems.ts'
import { listOfferedUnits, listRegisteredBefore } from '#server/registrations/queries.ts'
import { listCurrentVersions, listKnownPeople } from './queries.ts'
import { type ReadFile, readFile } from './reading.ts'

export type Preview = {
  file: ReadFile
  facts: Facts
  plan: Plan
  faults: Fault[]
  sha256: string
  token: string | null
}

/** Reads a file against the centre as it is now. The token binds the bytes and everything that they would do. */
export async function previewFile(db: Db, bytes: Uint8Array, now: string): Promise<Preview> {
  if (bytes.length > largestPeopleFile)
    throw new InvalidInput([{ path: '', message: `Use at most ${largestPeopleFile / 1_000_000} MB` }])
  const file = readFile(bytes)
  const facts = await factsFor(db, file, now)
  const { plan, faults: found } = planFile(file.lines, facts)
  const faults = [...file.faults, ...found].sort((a, b) => a.line - b.line)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const token =
    faults.length > 0
      ? null
      : createHash('sha256')
          .update(JSON.stringify([sha256, plan]))
          .digest('hex')
  return { file, facts, plan, faults, sha256, token }
}

async function factsFor(db: Db, { lines }: ReadFile, now: string): Promise<Facts> {
  const emails = [...new Set(lines.flatMap(l => [l.email, ...Object.values(l.named)]))]
  const people = new Map(
    (await listKnownPeople(db, { emails })).map(p => [p.email.toLowerCase(), { ...p, roles: p.roles as Role[] }]),
  )
  const versions = await versionsByName(db)
  const learnerIds = [...people.values()].map(p => p.personId)
  const registered = new Set((await listRegisteredBefore(db, { learnerIds })).map(r => `${r.learnerId}/${r.versionId}`))
  return {
    now,
    people,
    versionOf: written => versions.get(nameKey(written)) ?? null,
    isRegistered: (personId, versionId) => registered.has(`${personId}/${versionId}`),
  }
}

/** Newest versions by every number they carry and by title; a title that two qualifications share finds neither. */
async function versionsByName(db: Db): Promise<Map<string, KnownVersion>> {
  const rows = await listCurrentVersions(db, {})
  const units = Map.groupBy(await listOfferedUnits(db, { versionIds: rows.map(v => v.id) }), u => u.versionId)
  const named = new Map<string, KnownVersion | null>()
  for (const { id, qualificationId, level, title, dates, number, otherNumbers, successors, ...accreditation } of rows) {
    const days = registrationDays(dates, accreditation)
    const version = {
      versionId: id,
      qualificationId,
      level,
      title,
      dates: days,
      successors,
      units: units.get(id) ?? [],
    }
    for (const name of new Set(
      [number, title, ...otherNumbers.map(o => o.value)].flatMap(n => (n ? [nameKey(n)] : [])),
    ))
      named.set(name, named.has(name) ? null : version)
  }
  return new Map([...named].flatMap(([name, version]) => (version ? [[name, version]] : [])))
}

/** 601/3544/X, 601_3544_X and 6013544x are one number. */
const nameKey = (written: string) => written.toLowerCase().replace(/[\s/_.-]/g, '')
