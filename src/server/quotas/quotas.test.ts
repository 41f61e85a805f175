import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { letterLimits, uploadLimits } from '#domain/quotas/quotas.ts'
import { aPortfolio, askOffset, type Portfolio, sendBytes, startUpload, upload } from '#test/evidence.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let here: string
beforeAll(async () => {
  p = await aPortfolio(server)
  here = (await p.add(p.amina)).here
})

const GB = 10 ** 9
const sql = async (text: string, ...values: unknown[]) => (await server.services.ownerPool.query(text, values)).rows
const begin = (size: number, name = 'film.mp4', who = p.amina, where = here) =>
  startUpload(server, who, where, name, size)
const open = async (who = p.amina) => (await who.get(`${p.at}/uploads`)).body.uploads as { id: string; name: string }[]
/** As many unfinished uploads of somebody as a test needs, without the requests. */
const unfinished = (count: number, size: number, person = p.priya.personId) =>
  sql(
    `insert into uploads (centre_id, id, evidence_id, version, person_id, name, size, started_at)
     select $1, gen_random_uuid()::text, $2, 1, $3, 'film.mp4', $4, now() from generate_series(1, $5::int)`,
    ...[p.centreId, here.split('/').at(-1), person, size, count],
  )
afterEach(async () => {
  await sql('delete from uploads where finished_at is null')
  server.services.config.kept = { person: 20 * GB, centre: 200 * GB }
})

describe('uploads that are begun and not finished', () => {
  it('are limited for one person, also when many are begun at once', async () => {
    const asked = uploadLimits.person.uploads + 10
    // Each into evidence of its own: whoever begins in one has to wait for that one anyway.
    const drafts = await Promise.all(Array.from({ length: asked }, () => p.add(p.amina)))
    const answers = await Promise.all(drafts.map(d => begin(1, 'note.txt', p.amina, d.here)))
    expect(answers.filter(a => a.status === 201)).toHaveLength(uploadLimits.person.uploads)
    const refused = answers.filter(a => a.status !== 201)
    expect(refused.map(a => [a.status, a.body.code])).toEqual(refused.map(() => [422, 'quotas/uploads-person']))
    expect(refused[0]?.body.details).toEqual({ used: 20, limit: 20, days: 7 })
    expect((await begin(1, 'sheet.pdf', p.ben, (await p.add(p.ben)).here)).status, 'another person').toBe(201)
  })

  it('are listed for the person who began them, and one that is cancelled makes room for another', async () => {
    await Promise.all(Array.from({ length: uploadLimits.person.uploads }, () => begin(10)))
    const [first] = await open()
    expect(first).toMatchObject({ name: 'film.mp4', size: 10, received: 0, into: { number: expect.any(Number) } })
    expect((await begin(10)).status).toBe(422)
    for (const who of [p.priya, p.ben, p.alan]) {
      expect(await open(who)).toEqual([])
      expect((await who.delete(`${p.at}/uploads/${first?.id}`)).status).toBe(404)
    }
    expect((await p.amina.delete(`${p.at}/uploads/${first?.id}`)).status).toBe(200)
    expect((await p.amina.delete(`${p.at}/uploads/${first?.id}`)).status).toBe(404)
    expect((await begin(10)).status).toBe(201)
    expect(await open()).toHaveLength(uploadLimits.person.uploads)
  })

  it('leave nothing behind when they are cancelled, with what has come so far', async () => {
    const url = (await begin(10)).headers.get('location') as string
    await sendBytes(server, p.amina, url, 0, Buffer.from('12345'))
    const [one] = await open()
    expect(one).toMatchObject({ received: 5, size: 10 })
    expect(await readdir(server.services.files.stagingDir)).toContain(one?.id)
    await p.amina.delete(`${p.at}/uploads/${one?.id}`)
    expect(await readdir(server.services.files.stagingDir)).not.toContain(one?.id)
    expect((await askOffset(server, p.amina, url)).status).toBe(404)
    expect((await sendBytes(server, p.amina, url, 5, Buffer.from('67890'))).status).toBe(404)
  })

  it('that are finished are not cancelled: their file is in', async () => {
    const draft = (await p.add(p.amina)).here
    await upload(server, p.amina, draft, 'note.txt', 'A note.')
    const [{ id }] = (await sql(`select id from uploads where name = 'note.txt'`)) as [{ id: string }]
    expect((await p.amina.delete(`${p.at}/uploads/${id}`)).status).toBe(200)
    expect((await p.amina.get(draft)).body.versions[0].files).toHaveLength(1)
  })

  it('are limited for the centre', async () => {
    await unfinished(uploadLimits.centre.uploads, 1)
    expect(await begin(1)).toMatchObject({ status: 422, body: { code: 'quotas/uploads-centre' } })
  })
})

describe('bytes that are announced and have not come', () => {
  it('are limited for one person, also from two pages at once', async () => {
    server.services.config.kept = { person: 1000 * GB, centre: 1000 * GB }
    const drafts = await Promise.all(Array.from({ length: 8 }, () => p.add(p.amina)))
    const answers = await Promise.all(drafts.map(d => begin(3 * GB, 'film.mp4', p.amina, d.here)))
    expect(answers.map(a => a.status).sort()).toEqual([...Array(6).fill(201), ...Array(2).fill(422)])
    const refused = answers.find(a => a.status === 422)
    expect(refused?.body).toMatchObject({ code: 'quotas/promised-person', details: { used: 18 * GB, size: 3 * GB } })
    expect((await begin(2 * GB)).status, 'what still fits is taken').toBe(201)
  })

  it('are limited for the centre, also for several people at once', async () => {
    server.services.config.kept = { person: 20 * GB, centre: 1000 * GB }
    await unfinished(1, uploadLimits.centre.promised - 5 * GB)
    const people = [p.ben, p.helen, p.amina, p.ben, p.helen, p.amina]
    const drafts = await Promise.all(people.map(async who => ({ who, here: (await p.add(who)).here })))
    const answers = await Promise.all(drafts.map(d => begin(4 * GB, 'film.mp4', d.who, d.here)))
    expect(answers.map(a => a.status).sort()).toEqual([201, ...Array(5).fill(422)])
    expect(answers.find(a => a.status === 422)?.body.code).toBe('quotas/promised-centre')
  })
})

describe('bytes that are stored', () => {
  it('are limited for one person as the operator says, with those on their way', async () => {
    const draft = (await p.add(p.ben)).here
    await upload(server, p.ben, draft, 'one.txt', 'a'.repeat(400))
    server.services.config.kept = { person: 1000, centre: 200 * GB }
    expect((await begin(400, 'two.txt', p.ben, draft)).status).toBe(201)
    expect(await begin(201, 'three.txt', p.ben, draft)).toMatchObject({
      status: 422,
      body: { code: 'quotas/kept-person', details: { used: 400, promised: 400, limit: 1000, size: 201 } },
    })
    expect((await begin(200, 'three.txt', p.ben, draft)).status).toBe(201)
    expect((await begin(900)).status, 'another person').toBe(201)
  })

  it('count though the file was taken out of its draft, and once where the same bytes came twice', async () => {
    const draft = (await p.add(p.helen)).here
    for (const name of ['a.txt', 'b.txt']) await upload(server, p.helen, draft, name, 'b'.repeat(500))
    const files = (await p.helen.get(draft)).body.versions[0].files
    expect(files).toHaveLength(2)
    for (const f of files) await p.helen.delete(`${draft}/files/${f.id}`)
    server.services.config.kept = { person: 1000, centre: 200 * GB }
    expect((await begin(501, 'c.txt', p.helen, draft)).body.details).toMatchObject({ used: 500 })
    expect((await begin(500, 'c.txt', p.helen, draft)).status).toBe(201)
  })

  it('are limited for the centre', async () => {
    const [{ kept }] = (await sql('select sum(size)::int as kept from files')) as [{ kept: number }]
    server.services.config.kept = { person: 20 * GB, centre: kept + 100 }
    expect(await begin(101)).toMatchObject({
      status: 422,
      body: { code: 'quotas/kept-centre', details: { used: kept } },
    })
    expect((await begin(100)).status).toBe(201)
  })

  it('are added up as files come and are taken out for good, also when many come at once', async () => {
    const sums = async () =>
      (
        await sql(
          `select (select coalesce(sum(bytes), 0)::int from stored_bytes s where s.centre_id = c.id) as told,
                  (select coalesce(sum(size), 0)::int from files f where f.centre_id = c.id and removed_at is null) as real
             from centres c where c.id = $1`,
          p.centreId,
        )
      )[0] as { told: number; real: number }
    const before = await sums()
    const drafts = await Promise.all(Array.from({ length: 12 }, () => p.add(p.amina)))
    // Each content twice.
    await Promise.all(drafts.map((d, i) => upload(server, p.amina, d.here, 'n.txt', `${i % 6}`.repeat(1000))))
    expect(await sums()).toEqual({ told: before.real + 6000, real: before.real + 6000 })
    const [one] = (await p.amina.get(drafts[0]?.here as string)).body.versions[0].files
    await sql('update files set removed_at = now() where sha256 = $1', one.sha256)
    await sql('update files set removed_at = now() where sha256 = $1', one.sha256)
    expect(await sums()).toEqual({ told: before.real + 5000, real: before.real + 5000 })
  })

  it('are shown to an administrator by kind and by person, and to nobody else', async () => {
    await unfinished(2, 1000, p.ben.personId)
    const { used, limits } = (await p.alan.get(`${p.at}/quotas`)).body
    expect(limits).toEqual({ person: 20 * GB, centre: 200 * GB })
    expect(used).toMatchObject({ uploads: 2, promised: 2000 })
    const { status, body } = await p.alan.get(`${p.at}/quotas/usage`)
    expect(status).toBe(200)
    expect(body.kinds.reduce((sum: number, k: { bytes: number }) => sum + k.bytes, 0)).toBe(used.kept)
    expect(body.kinds.find((k: { kind: string }) => k.kind === 'unused')).toMatchObject({ files: 1, bytes: 500 })
    expect(body.people.find((u: { name: string }) => u.name === 'Ben Carter')).toMatchObject({
      uploads: 2,
      promised: 2000,
      kept: 400,
      files: 1,
    })
    expect(body.of).toBe(body.people.length)
    const file = await p.alan.get(`${p.at}/quotas.csv`)
    expect(file.body.split('\r\n')[0]).toContain('name,e-mail,files,bytes stored,unfinished uploads,bytes announced')
    expect(file.body).toMatch(/Ben Carter,ben.carter\S+,1,400,2,2000/)
    for (const who of [p.amina, p.ben, p.carol])
      for (const path of ['quotas', 'quotas/usage', 'quotas.csv'])
        expect(await who.get(`${p.at}/${path}`)).toMatchObject({
          status: 403,
          body: { code: 'people/needs-role-centre-administrator' },
        })
  })
})

describe('letters to witnesses', () => {
  const asking = { type: 'witness-testimony', witnessName: 'Denise Okoro', asks: 'The kettle on 14 May.' }
  const ask = (email: string, who = p.amina, id?: string) =>
    who.post(`${p.at}/learners/${p.amina.personId}/testimony-requests`, { ...asking, email, ...(id ? { id } : {}) })
  const letters = async () => Number((await sql('select count(*) from letters'))[0]?.count)
  afterEach(() => sql(`update testimony_requests set asked_at = asked_at - interval '2 days'`))
  const statuses = (answers: { status: number }[]) => answers.map(a => a.status).sort()

  it('to one address about one learner are three a day, also when all are asked at once and by different people', async () => {
    const before = await letters()
    const all = [p.amina, p.ben, p.amina, p.ben, p.amina, p.amina]
    const answers = await Promise.all(
      all.map((who, i) => ask(i % 2 ? 'Denise@shop.example' : 'denise@SHOP.example', who)),
    )
    expect(statuses(answers)).toEqual([200, 200, 200, 409, 409, 409])
    const refused = answers.find(a => a.status === 409)?.body
    expect(refused).toMatchObject({ code: 'quotas/letters-witness', details: { most: 3 } })
    const tomorrow = Date.now() + 24 * 60 * 60 * 1000
    expect(Math.abs(Date.parse(refused.details.until) - tomorrow)).toBeLessThan(120_000)
    expect(await letters(), 'no letter for what was refused').toBe(before + 3)
    expect((await ask('another@shop.example')).status).toBe(200)
    await sql(
      `update testimony_requests set asked_at = asked_at - interval '1 day' where email = 'denise@shop.example'`,
    )
    expect((await ask('denise@shop.example')).status, 'the day after').toBe(200)
  })

  it('by one learner are thirty a day, and a retry of the last one is no letter', async () => {
    const { most } = letterLimits.learner
    const ids = Array.from({ length: most }, () => randomUUID())
    const answers = await Promise.all(ids.map((id, i) => ask(`witness${i}@shop.example`, p.amina, id)))
    expect(statuses(answers)).toEqual(ids.map(() => 200))
    const before = await letters()
    expect(await ask('one.more@shop.example')).toMatchObject({ status: 409, body: { code: 'quotas/letters-learner' } })
    expect((await ask('witness0@shop.example', p.amina, ids[0])).body.requestId).toBe(ids[0])
    expect(await letters()).toBe(before)
    expect((await ask('one.more@shop.example', p.ben)).status, 'by the assessor').toBe(200)
  })

  it.each([
    ['from the whole centre to one address', 'address', 'denise@shop.example', null],
    ['by one member of staff', 'staff', null, 'ben'],
  ] as const)('%s are limited too', async (_, quota, email, by) => {
    await sql(
      `insert into testimony_requests (centre_id, learner_id, type, witness_name, email, asks, token_hash, asked_by, asked_as, asked_at, expires_at)
       select $1, $2, 'witness-testimony', 'Denise', coalesce($3, 'w' || i || '@shop.example'), 'It', gen_random_uuid()::text, $4, 'assessor', now(), now()
         from generate_series(1, $5::int) i`,
      ...[p.centreId, p.priya.personId, email, (by ? p[by] : p.helen).personId, letterLimits[quota].most],
    )
    expect(await ask('denise@shop.example', p.ben)).toMatchObject({
      status: 409,
      body: { code: `quotas/letters-${quota}`, details: { most: letterLimits[quota].most } },
    })
  })
})

describe('invitations', () => {
  const added = async (email: string) => {
    const answer = await p.alan.post(`${p.at}/people`, { name: 'Nina Holt', email, roles: ['mentor'] })
    return answer.body.personId as string
  }
  const again = (personId: string) => p.alan.post(`${p.at}/people/${personId}/invitations`)
  const letters = async (personId: string) =>
    Number((await sql('select count(*) from letters where person_id = $1', personId))[0]?.count)

  it('to one person are two within ten minutes, also when two administrators press at once', async () => {
    const personId = await added('nina@harbour.example')
    const answers = await Promise.all([again(personId), again(personId), again(personId)])
    expect(answers.map(a => a.status).sort()).toEqual([200, 409, 409])
    expect(answers.find(a => a.status === 409)?.body).toMatchObject({
      code: 'quotas/letters-again',
      details: { most: 2, until: expect.stringMatching(/^20/) },
    })
    expect(await letters(personId)).toBe(2)
    await sql(`update events set at = at - interval '11 minutes' where type = 'person-invited'`)
    expect((await again(personId)).status, 'eleven minutes later').toBe(200)
  })

  it('to one person are ten a day, to corrected addresses too', async () => {
    const personId = await added('wrong0@harbour.example')
    const statuses: number[] = []
    for (let i = 1; i <= 10; i++) {
      const corrected = { email: `wrong${i}@harbour.example` }
      const answer = await p.alan.put(`${p.at}/people/${personId}/email`, corrected)
      statuses.push(answer.status)
      if (answer.status === 409) expect(answer.body.code).toBe('quotas/letters-invited')
    }
    expect(statuses).toEqual([...Array(9).fill(200), 409])
    const { email } = (await p.alan.get(`${p.at}/people/${personId}`)).body
    expect([email, await letters(personId)], 'the address stays as the last letter has it').toEqual([
      'wrong9@harbour.example',
      10,
    ])
  })
})
