import { type CastPerson, centres, people, registrations } from '#cast/people.ts'
import { sampleSpecification } from '#cast/qualification.ts'
import { story } from '#cast/story.ts'
import type { Role } from '#domain/people/roles.ts'
import { Refusal } from '#domain/refusal.ts'
import { now } from '#platform/clock.ts'
import { inTransaction } from '#platform/db/pool.ts'
import type { Db } from '#platform/db/query.ts'
import type { Services } from '#platform/services.ts'
import { hashPassword } from '#platform/sessions/auth.ts'
import { insertCentre, insertPerson, insertRole } from '#server/centres/founding.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { treeOf } from '#server/qualifications/tree.ts'
import { recordCompetence } from './competence.ts'
import { play } from './playing.ts'
import { allotAll, register } from './registering.ts'
import { makeWorksheets, setAllMethods, setUpAll } from './setting-up.ts'
import { momentOf, type Stage } from './stage.ts'

export type SignIn = { name: string; email: string; roles: Role[]; centre: string; story: string; password: string }

/** Who can sign in to the sample centre, and what each is there to show. */
export const signIns = (): SignIn[] =>
  people.flatMap(p =>
    p.roles.map(r => ({
      name: p.name,
      email: p.email,
      roles: r.roles,
      centre: centres.find(c => c.key === r.centre)?.name ?? '',
      story: p.story,
      password: p.password,
    })),
  )

/**
 * Loads the sample centre into an empty system: its people, its catalogue, and five months of what they did, repeated
 * through the same actions, policies and rules that people use. All of it is there afterwards, or none.
 */
export async function loadSampleCentre(services: Services): Promise<void> {
  const passwordHashes = new Map<string, string>()
  for (const { password } of people)
    if (!passwordHashes.has(password)) passwordHashes.set(password, await hashPassword(password))
  await inTransaction(services.ownerPool, async db => {
    await db.client.query(`select pg_advisory_xact_lock(hashtext('countersign-first-run'))`)
    const { rows } = await db.client.query('select identity.is_empty() as empty')
    if (!rows[0].empty) throw new Refusal('centres/not-empty')
    const stage: Stage = {
      db,
      services,
      today: now().toISOString().slice(0, 10),
      people: new Map(),
      centres: new Map(),
      versions: new Map(),
      registrations: new Map(),
      evidence: new Map(),
      setUps: new Map(),
      plans: new Map(),
      worksheets: new Map(),
      onClaims: new Map(),
    }
    await settle(stage, passwordHashes)
    await setAllMethods(stage)
    await setUpAll(stage)
    await makeWorksheets(stage)
    for (const registration of registrations) await register(stage, registration)
    for (const step of story) await play(stage, step)
  })
  // Five months arrived at once: without fresh statistics the first pages would be planned as if the tables were empty.
  await services.ownerPool.query('analyze')
}

async function settle(stage: Stage, passwordHashes: ReadonlyMap<string, string>): Promise<void> {
  const { db } = stage
  const founded = momentOf(stage, { daysAgo: 200, time: '09:00' })
  for (const person of people)
    stage.people.set(
      person.key,
      await insertPerson(
        db.client,
        { name: person.name, email: person.email, passwordHash: passwordHashes.get(person.password) ?? null },
        founded,
      ),
    )
  for (const centre of centres) {
    const administrator = people.find(p => holds(p, centre.key).includes('centre-administrator')) as CastPerson
    const centreId = await insertCentre(
      db.client,
      { name: centre.name, number: centre.number },
      stage.people.get(administrator.key) as string,
      founded,
    )
    stage.centres.set(centre.key, centreId)
    for (const person of people) {
      for (const role of holds(person, centre.key)) {
        if (person !== administrator || role !== 'centre-administrator')
          await insertRole(db.client, centreId, stage.people.get(person.key) as string, role, founded)
      }
    }
    await publish(db, stage, centre.key, administrator, founded)
    await allotAll(stage, centre.key, administrator)
    await recordCompetence(stage, centre.key, administrator)
  }
}

const holds = (person: CastPerson, centre: string) => person.roles.find(r => r.centre === centre)?.roles ?? []

async function publish(db: Db, stage: Stage, centre: string, administrator: CastPerson, at: string): Promise<void> {
  const centreId = stage.centres.get(centre) as string
  const published = await publishSpecification(db, {
    centreId,
    specification: sampleSpecification,
    importId: null,
    personId: stage.people.get(administrator.key) as string,
    as: 'centre-administrator',
    at,
  })
  for (const { versionId, qualificationId } of published) {
    const tree = await treeOf(db, versionId)
    stage.versions.set(`${centre} ${tree.number}`, { versionId, qualificationId, tree })
  }
}
