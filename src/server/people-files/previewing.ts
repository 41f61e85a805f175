import { createHash } from 'node:crypto'
import type { Role } from '#domain/people/roles.ts'
import type { Fault } from '#domain/people-files/line.ts'
import { type Facts, type KnownVersion, type Plan, planFile } from '#domain/people-files/plan.ts'
import { registrationDays } from '#domain/qualifications/accreditation.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Db } from '#platform/db/query.ts'
import type { Owner } from '#platform/reading/reader.ts'
import type { Services } from '#platform/services.ts'
import { listOfferedUnits, listRegisteredBefore } from '#server/registrations/queries.ts'
import type { ReadFile } from './lines-of-file.ts'
import { listCurrentVersions, listKnownPeople } from './queries.ts'

export type Preview = {
  file: ReadFile
  facts: Facts
  plan: Plan
  faults: Fault[]
  sha256: string
  token: string | null
}

export type PeopleFile = ReadFile & { sha256: string }

/** The lines of a file, read in another process. Refuses a file that passes a limit. */
export async function readPeopleFile({ reader }: Services, bytes: Uint8Array, owner: Owner): Promise<PeopleFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const module = new URL('./lines-of-file.ts', import.meta.url)
  const reading = await reader.read<ReadFile>('words', { module, input: { bytes }, owner, key: sha256 })
  if (reading === 'busy') throw new Refusal('people-files/busy')
  if ('notRead' in reading) throw new Refusal('people-files/unreadable')
  return { ...reading.read, sha256 }
}

/** Looks at a file against the centre as it is now. The token binds the bytes and everything that they would do. */
export async function previewFile(db: Db, { sha256, ...file }: PeopleFile, now: string): Promise<Preview> {
  const facts = await factsFor(db, file, now)
  const { plan, faults: found } = planFile(file.lines, facts)
  const faults = [...file.faults, ...found].sort((a, b) => a.line - b.line)
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
