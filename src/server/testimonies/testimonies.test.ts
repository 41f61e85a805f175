import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startUpload } from '#test/evidence.ts'
import { met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const seen = {
  ...{ day: '2026-05-14', relationship: 'Her shift supervisor', position: 'Supervisor', telephone: '01632 960 001' },
  what: 'She took the returned kettle, checked the receipt and offered a swap or the money back.',
  ...{ where: 'The returns desk', how: 'Calmly, with the customer looking on', why: 'The kettle leaked' },
  ...{ withWhom: 'A customer, and me at the next till', accurate: true, signedName: 'Denise Okoro' },
}

describe('a testimony by link [R110]', () => {
  let p: Portfolio
  const asking = {
    ...{ type: 'witness-testimony', witnessName: 'Denise Okoro', email: 'denise@shop.example' },
    asks: 'The kettle on 14 May: what I offered and how the customer left.',
  }
  const requests = (who = p.amina) => who.get(p.at(`/learners/${p.amina.personId}/testimony-requests`))
  const ask = (who: Portfolio['amina'], over: Record<string, unknown> = {}) =>
    who.post(p.at(`/learners/${p.amina.personId}/testimony-requests`), { ...asking, ...over })
  /** What the witness finds in the letter: nobody else is given it. */
  const newestToken = async () => {
    const { rows } = await server.services.ownerPool.query(
      'select body from letters where centre_id = $1 order by written_at desc, id limit 1',
      [p.centreId],
    )
    return /token=([\w-]+)/.exec(rows[0].body)?.[1] as string
  }
  const asked = async (over: Record<string, unknown> = {}) => {
    const answer = await ask(p.amina, over)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return await newestToken()
  }
  const open = (token: string) => server.call('POST', '/testimonies/opening', { token })
  const sign = (token: string, over: Record<string, unknown> = {}) =>
    server.call('POST', '/testimonies/signature', { token, type: 'witness-testimony', ...seen, ...over })
  beforeAll(async () => {
    p = await startPortfolio(server)
  })
  // One witness is asked more often here than the limit of a day allows.
  beforeEach(() =>
    server.services.ownerPool.query(`update testimony_requests set asked_at = asked_at - interval '1 day'`),
  )

  it('is asked for by the learner and those who add evidence; the link goes to the witness alone, never to the learner or whoever asks', async () => {
    for (const who of [p.carol, p.grace]) expect((await ask(who)).status).toBe(403)
    expect((await ask(p.amina, { email: 'not an address' })).status).toBe(422)
    const { rows } = await server.services.ownerPool.query('select email from identity.people where id = $1', [
      p.amina.personId,
    ])
    expect((await ask(p.ben, { email: rows[0].email })).body.code).toBe('testimonies/own-address')
    const token = await asked()
    const told = JSON.stringify([(await requests()).body, (await requests(p.ben)).body])
    expect(told).not.toContain(token)
    expect((await requests(p.ben)).body.requests[0].email).toBeNull()
    expect((await requests()).body.requests[0]).toMatchObject({ witness: 'Denise Okoro', email: 'denise@shop.example' })
  })

  it('asked twice by a retry sends one letter, and nobody asks by another’s request', async () => {
    const id = randomUUID()
    const letters = async () =>
      (await server.services.ownerPool.query('select 1 from letters where centre_id = $1', [p.centreId])).rowCount
    const before = await letters()
    const both = await Promise.all([ask(p.amina, { id }), ask(p.amina, { id })])
    expect(both[1]?.body).toEqual(both[0]?.body)
    expect((await ask(p.amina, { id })).body).toMatchObject({ requestId: id })
    expect((await ask(p.ben, { id })).body.code).toBe('platform/request-already-used')
    expect(await letters()).toBe((before ?? 0) + 1)
  })

  it('opens for whoever holds the link, without an account, and for nobody else', async () => {
    const token = await asked()
    expect((await open(token)).body).toMatchObject({ learner: 'Amina', witness: 'Denise Okoro', asks: asking.asks })
    expect((await open(`${token}x`)).status).toBe(404)
    expect((await requests()).body.requests[0].openedAt).toMatch(/^20/)
  })

  it('is signed once, whole, and becomes evidence that the learner claims and submits but cannot change [R55] [R109]', async () => {
    const token = await asked()
    expect((await sign(token, { what: 'She exceeded expectations.', accurate: false })).body).toMatchObject({
      code: 'testimonies/not-ready',
      details: { missing: ['too-little', 'accurate'] },
    })
    const said = { currentExpertise: true, knowsStandards: true }
    const both = await Promise.all([sign(token, said), sign(token, said)])
    expect(both.map(b => b.status).sort()).toEqual([200, 409])
    expect((await open(token)).body.code).toBe('testimonies/signed-already')
    const { signed } = (await requests()).body.requests[0]
    const at = p.at(`/evidence/${signed.evidenceId}`)
    const evidence = (await p.amina.get(at)).body
    expect(evidence.testimony).toMatchObject({ signedName: 'Denise Okoro', status: 3, unchanged: true, contact: null })
    const { descriptionRevision, recordRevision } = evidence.versions[0]
    const denied = { code: 'evidence/signed-by-witness' }
    expect(
      (await p.amina.put(`${at}/description`, { revision: descriptionRevision, shownOn: '2026-05-13' })).body,
    ).toMatchObject(denied)
    expect(
      (await p.amina.put(`${at}/record`, { revision: recordRevision, record: { what: 'More' } })).body,
    ).toMatchObject(denied)
    const where = { revision: descriptionRevision, setting: 'real-job', sector: 'private', customers: 'external' }
    expect((await p.amina.put(`${at}/description`, where)).status).toBe(200)
    const claimed = p.criteria.slice(0, 1)
    await p.amina.put(`${at}/claims`, { claim: claimed })
    const submitted = await p.amina.post(`${at}/submission`, { authentic: true })
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
    const decided = await p.decide(p.ben, signed.evidenceId, met(claimed))
    expect(decided.status, JSON.stringify(decided.body)).toBe(200)
  })

  it('tells how to reach the witness to quality staff only, and enters the list of witnesses by itself [R59] [R110]', async () => {
    const path = p.at(`/learners/${p.amina.personId}/witnesses`)
    const mine = (await p.amina.get(path)).body.witnesses
    expect(mine).toMatchObject([
      { name: 'Ben', status: null, decisions: 1 },
      { name: 'Denise Okoro', status: 3, testimonies: 1, contact: null },
    ])
    expect((await p.ben.get(path)).body.witnesses[1].contact).toBeNull()
    const reached = (await p.carol.get(path)).body.witnesses[1].contact
    expect(reached).toMatchObject({ telephone: '01632 960 001', email: 'denise@shop.example' })
    expect((await p.amina.get(`${path}.csv`)).body).not.toContain('01632')
    expect((await p.carol.get(`${path}.csv`)).body).toContain('01632')
  })

  it('as an expert only under its conditions; as a witness all the same [R56]', async () => {
    const token = await asked({ type: 'expert-witness' })
    const expert = { type: 'expert-witness', currentExpertise: true, knowsStandards: true }
    expect((await sign(token, expert)).body.code).toBe('testimonies/not-an-expert')
    expect((await sign(token, { ...expert, evaluatesPractice: true })).body).toMatchObject({ status: 3 })
  })

  it('is no longer possible once it was taken back or has expired', async () => {
    const token = await asked()
    const [request] = (await requests()).body.requests
    const path = p.at(`/testimony-requests/${request.id}/cancellation`)
    expect((await p.ben.post(path, {})).status).toBe(403)
    expect((await p.amina.post(path, {})).status).toBe(200)
    expect((await sign(token)).body.code).toBe('testimonies/taken-back')
    const late = await asked()
    await server.services.ownerPool.query(
      `update testimony_requests set expires_at = now() - interval '1 second' where signed_at is null`,
    )
    expect((await sign(late)).body.code).toBe('testimonies/expired')
  })
})

describe('what a witness signed is the witness’s, whole [R55] [R110]', () => {
  let p: Portfolio
  const asking = {
    ...{ type: 'witness-testimony', witnessName: 'Denise Okoro', email: 'denise@shop.example' },
    asks: 'The kettle on 14 May: what I offered and how the customer left.',
  }
  const requestsOf = (who: Portfolio['amina']) => who.get(p.at(`/learners/${p.amina.personId}/testimony-requests`))
  const askAs = (who: Portfolio['amina'], over: Record<string, unknown> = {}) =>
    who.post(p.at(`/learners/${p.amina.personId}/testimony-requests`), { ...asking, ...over })
  /** Asked for by this person: the link that the witness finds in the letter. */
  const linkFrom = async (who: Portfolio['amina'], over: Record<string, unknown> = {}): Promise<string> => {
    // One witness is asked more often here than the limit of a day allows.
    await sql(`update testimony_requests set asked_at = asked_at - interval '1 day'`)
    const answer = await askAs(who, over)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const { rows } = await server.services.ownerPool.query(
      'select body from letters where centre_id = $1 order by written_at desc, id limit 1',
      [p.centreId],
    )
    return /token=([\w-]+)/.exec(rows[0].body)?.[1] as string
  }
  const open = (token: string, headers = {}) => server.call('POST', '/testimonies/opening', { token }, headers)
  const sign = (token: string, headers = {}) =>
    server.call('POST', '/testimonies/signature', { token, type: 'witness-testimony', ...seen }, headers)
  /** Signed by a witness whom this person asked: where the evidence is. */
  const signedFor = async (who = p.amina, over: Record<string, unknown> = {}): Promise<string> => {
    expect((await sign(await linkFrom(who, over))).status).toBe(200)
    return p.at(`/evidence/${(await requestsOf(who)).body.requests[0].signed.evidenceId}`)
  }
  const where = { setting: 'real-job', sector: 'private', customers: 'external' }
  const sql = (text: string, ...values: unknown[]) => server.services.ownerPool.query(text, values)
  const sessionOf = async (who: Portfolio['amina'], address: string) => {
    await sql('update identity.sessions set ip_address = $2 where person_id = $1', who.personId, address)
  }
  const newest = async (here: string, who = p.amina) => (await who.get(here)).body.versions[0]
  beforeAll(async () => {
    p = await startPortfolio(server)
  })

  it('no action changes any of it, and the learner’s own facts, relations, claims and submission stay open', async () => {
    const other = await p.submitted(p.criteria.slice(0, 1), { draft: true })
    const here = await signedFor()
    const v = await newest(here)
    const id = randomUUID()
    const described = (body: Record<string, unknown>) => () =>
      p.amina.put(`${here}/description`, { revision: v.descriptionRevision, ...body })
    const statement = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'And more' }] }] }
    const occasion = { day: null, customer: 'B', channel: 'telephone', seenBy: 'Denise' }
    const refused: Record<string, () => Promise<{ status: number; body: { code: string } }>> = {
      title: described({ title: 'Testimony of the director' }),
      description: described({ description: 'She leads the team' }),
      kind: described({ type: 'expert-witness' }),
      day: described({ shownOn: '2026-05-13' }),
      plan: described({ planEntryId: id }),
      'the day together with what is the learner’s': described({ shownOn: '2026-05-13', setting: 'real-job' }),
      statement: () => p.amina.put(`${here}/statement`, { revision: v.statementRevision, statement }),
      record: () => p.amina.put(`${here}/record`, { revision: v.recordRevision, record: { what: 'More' } }),
      occasions: () =>
        p.amina.put(`${here}/occasions`, {
          revision: v.occasionsRevision,
          occasions: [occasion, { ...occasion, day: '2026-05-12' }],
        }),
      'the first occasion': () =>
        p.amina.put(`${here}/occasions`, { revision: v.occasionsRevision, occasions: [occasion] }),
      'a file': () => startUpload(server, p.amina, here, 'praise.txt', 20),
      'a file taken out': () => p.amina.delete(`${here}/files/${id}`),
      'the length of a recording': () => p.amina.put(`${here}/files/${id}/length`, { seconds: 20 }),
      'the parts of a recording': () => p.amina.put(`${here}/files/${id}/parts`, { revision: 1, parts: [] }),
    }
    for (const [what, change] of Object.entries(refused)) {
      const answer = await change()
      expect([what, answer.body.code]).toEqual([what, 'evidence/signed-by-witness'])
      expect([409, 422]).toContain(answer.status)
    }
    expect((await p.amina.get(here)).body).toMatchObject({
      testimony: { unchanged: true },
      versions: [{ revision: v.revision }],
    })

    const allowed = [
      await p.amina.put(`${here}/description`, { revision: v.descriptionRevision, ...where }),
      await p.amina.put(`${here}/relations`, { evidenceIds: [other] }),
      await p.amina.put(p.at(`/evidence/${other}/relations`), { evidenceIds: [here.split('/').at(-1)] }),
      await p.amina.put(`${here}/claims`, { claim: p.criteria.slice(0, 1) }),
      await p.amina.post(`${here}/submission`, { authentic: true }),
    ]
    expect(allowed.map(a => a.status)).toEqual([200, 200, 200, 200, 200])
    const after = (await p.amina.get(here)).body
    expect(after.testimony).toMatchObject({
      unchanged: true,
      asks: asking.asks,
      askedBy: { name: 'Amina' },
      about: null,
    })
    expect([after.versions[0].relations, after.namedBy].map(r => r.map((o: { id: string }) => o.id))).toEqual([
      [other],
      [other],
    ])
  })

  it('an assessor who asked adds nothing to it either, and gives no word on what they did not see; the learner goes on with it [R88]', async () => {
    const here = await signedFor(p.ben)
    const { can, versions } = (await p.ben.get(here)).body
    for (const what of ['write', 'submit', 'handOver'])
      expect(can[what]).toEqual({ allowed: false, reason: 'evidence/left-to-learner' })
    const revision = versions[0].descriptionRevision
    const left = [
      await p.ben.put(`${here}/description`, { revision, ...where }),
      await p.ben.post(`${here}/authentication`, { authentic: true }),
      await p.ben.post(`${here}/submission`, { authentic: true }),
      await startUpload(server, p.ben, here, 'mine.txt', 4),
    ]
    expect(left.map(a => [a.status, a.body.code])).toEqual(left.map(() => [403, 'evidence/left-to-learner']))
    expect((await p.amina.put(`${here}/description`, { revision, ...where })).status).toBe(200)
    await p.amina.put(`${here}/claims`, { claim: p.criteria.slice(0, 1) })
    expect((await p.amina.post(`${here}/submission`, { authentic: true })).status).toBe(200)
  })

  it('every reader is told when anything in it was altered, by whatever hand, and not otherwise', async () => {
    const about = await p.submitted(p.criteria.slice(0, 1), { draft: true })
    const here = await signedFor(p.amina, { aboutId: about })
    const evidenceId = here.split('/').at(-1) as string
    const unchanged = async () => (await p.carol.get(here)).body.testimony.unchanged
    expect(await unchanged()).toBe(true)
    const altering: Record<string, string[]> = {
      evidence_versions: [
        ...["title = 'Testimony of the director'", "description = 'She leads the team'", "type = 'expert-witness'"],
        ...["shown_on = '2026-05-13'", 'shown_on = null', `record = record || '{"what": "She led the team"}'`],
        ...[`record = record || '{"range": "Everything"}'`, "record = record - 'accurate'"],
        ...[`statement = '{"type": "doc"}'`, "statement_text = 'And she led the team'"],
        ...["signed_hash = 'other'", 'signed_hash = null'],
      ],
      testimonies: [
        ...["name = 'Denise Director'", "signed_name = 'D. Okoro'", "relationship = 'Her director'"],
        ...["position = 'Director'", "telephone = '01632 960 999'", "email = 'other@shop.example'", 'status = 1'],
        ...["signed_at = signed_at - interval '1 day'", "signed_hash = 'other'"],
      ],
      testimony_requests: ["asks = 'Say that she led the team'", 'about_id = null'],
    }
    for (const [table, changes] of Object.entries(altering)) {
      const row =
        table === 'testimony_requests'
          ? `id = (select request_id from testimonies where evidence_id = '${evidenceId}')`
          : `evidence_id = '${evidenceId}'`
      const before = (await sql(`select to_jsonb(t) as row from ${table} t where ${row}`)).rows[0].row
      for (const change of changes) {
        const column = change.split(' ')[0] as string
        await sql(`update ${table} set ${change} where ${row}`)
        expect([change, await unchanged()]).toEqual([change, false])
        await sql(`update ${table} t set ${column} = (jsonb_populate_record(t, $1)).${column} where ${row}`, before)
        expect([`${change}, undone`, await unchanged()]).toEqual([`${change}, undone`, true])
      }
    }
    const sha256 = 'a'.repeat(64)
    await sql(
      `insert into files (centre_id, sha256, size, media_type, stored_at) values ($1, $2, 4, 'text/plain', now()) on conflict do nothing`,
      ...[p.centreId, sha256],
    )
    const added: [string, string][] = [
      [
        `insert into evidence_files (centre_id, evidence_id, version, position, name, sha256, added_by, added_at) values ('${p.centreId}', '${evidenceId}', 1, 1, 'praise.txt', '${sha256}', '${p.amina.personId}', now())`,
        `delete from evidence_files where evidence_id = '${evidenceId}'`,
      ],
      ...[1, 2].map(
        number =>
          [
            `insert into occasions (centre_id, evidence_id, version, number, shown_on, customer) values ('${p.centreId}', '${evidenceId}', 1, ${number}, ${number > 1 ? "'2026-05-12'" : 'null'}, 'B')`,
            `delete from occasions where evidence_id = '${evidenceId}'`,
          ] as [string, string],
      ),
    ]
    for (const [insert, undo] of added) {
      await sql(insert)
      expect([insert, await unchanged()]).toEqual([insert, false])
      await sql(undo)
      expect(await unchanged()).toBe(true)
    }
  })

  it('one that was signed before the whole was hashed still holds, and what was not hashed then has to be as it began', async () => {
    const here = await signedFor()
    const evidenceId = here.split('/').at(-1)
    const { record, type, shownOn } = await newest(here)
    const sorted = Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    const text = JSON.stringify({ signed: 1, type, day: shownOn, record: sorted })
    const hash = createHash('sha256').update(text).digest('hex')
    for (const table of ['testimonies', 'evidence_versions'])
      await sql(`update ${table} set signed_hash = $2 where evidence_id = $1`, evidenceId, hash)
    expect((await p.amina.get(here)).body.testimony.unchanged).toBe(true)
    await sql(`update evidence_versions set title = 'Testimony of the director' where evidence_id = $1`, evidenceId)
    expect((await p.amina.get(here)).body.testimony.unchanged).toBe(false)
  })

  it('a second version of a returned testimony is the same testimony with other claims: nothing of it can be altered', async () => {
    const here = await signedFor()
    const evidenceId = here.split('/').at(-1) as string
    const claim = p.criteria.slice(1, 2)
    await p.amina.put(`${here}/description`, { revision: (await newest(here)).descriptionRevision, ...where })
    await p.amina.put(`${here}/claims`, { claim })
    expect((await p.amina.post(`${here}/submission`, { authentic: true })).status).toBe(200)
    const returned = await p.decide(p.ben, evidenceId, notYet(claim))
    expect(returned.status, JSON.stringify(returned.body)).toBe(200)
    expect((await p.amina.post(`${here}/versions`, {})).status).toBe(200)
    const second = await newest(here)
    expect(second).toMatchObject({ version: 2, state: 'draft', claims: [], title: 'Testimony of Denise Okoro' })
    const title = { revision: second.descriptionRevision, title: 'Mine' }
    expect((await p.amina.put(`${here}/description`, title)).body.code).toBe('evidence/signed-by-witness')
    const record = { revision: second.recordRevision, record: { what: 'Mine' } }
    expect((await p.amina.put(`${here}/record`, record)).body.code).toBe('evidence/signed-by-witness')
    expect((await startUpload(server, p.amina, here, 'mine.txt', 4)).body.code).toBe('evidence/signed-by-witness')
    expect((await p.amina.get(here)).body.testimony.unchanged).toBe(true)
    for (const altered of [1, 2]) {
      const mark = (to: string, from: string) =>
        sql(
          `update evidence_versions set record = jsonb_set(record, '{where}', to_jsonb($3::text)) where evidence_id = $1 and version = $2 and record->>'where' = $4`,
          ...[evidenceId, altered, to, from],
        )
      await mark('Everywhere', seen.where)
      expect((await p.amina.get(here)).body.testimony.unchanged, `version ${altered}`).toBe(false)
      await mark(seen.where, 'Everywhere')
      expect((await p.amina.get(here)).body.testimony.unchanged).toBe(true)
    }
  })

  it('an address of the learner or of whoever asks is refused in every spelling that reaches the same mailbox', async () => {
    const emailOf = async (who: Portfolio['amina']) =>
      (await sql('select email from addresses where person_id = $1', who.personId)).rows[0].email as string
    const before = await emailOf(p.amina)
    await sql(`update addresses set email = 'amina.yusuf@gmail.com' where person_id = $1`, p.amina.personId)
    const ben = await emailOf(p.ben)
    for (const email of ['Amina.Yusuf@Gmail.com', 'amina.yusuf+witness@gmail.com', 'a.m.i.n.a.yusuf@googlemail.com'])
      for (const who of [p.amina, p.ben])
        expect([email, (await askAs(who, { email })).body.code]).toEqual([email, 'testimonies/own-address'])
    for (const email of [ben.toUpperCase(), ben.replace('@', '+supervisor@')])
      expect((await askAs(p.ben, { email })).body.code).toBe('testimonies/own-address')
    // What was no address of the learner's when it was asked, and is one when it is signed.
    const token = await linkFrom(p.amina)
    await sql(`update addresses set email = 'DENISE+me@shop.example' where person_id = $1`, p.amina.personId)
    expect((await sign(token)).body.code).toBe('testimonies/own-address')
    await sql('update addresses set email = $2 where person_id = $1', p.amina.personId, before)
    expect((await sign(token)).status).toBe(200)
  })

  it('a browser in which the learner is signed in signs nothing; whose browser it was is told to quality staff, and to nobody else', async () => {
    const flagsOf = async (here: string, who = p.carol) => (await who.get(here)).body.testimony.contact?.flags
    const signedWith = async (who: Portfolio['amina'], signer: Portfolio['amina'] | null, opener = signer) => {
      const token = await linkFrom(who)
      const opened = await open(token, opener ? { cookie: opener.cookie } : {})
      expect(opened.status).toBe(200)
      const answer = await sign(token, signer ? { cookie: signer.cookie } : {})
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      return [opened.body.signedIn, p.at(`/evidence/${(await requestsOf(who)).body.requests[0].signed.evidenceId}`)]
    }
    const token = await linkFrom(p.amina)
    expect((await open(token, { cookie: p.amina.cookie })).body.signedIn).toEqual({ as: 'learner', name: 'Amina' })
    const own = await sign(token, { cookie: p.amina.cookie })
    expect([own.status, own.body.code]).toEqual([409, 'testimonies/learner-signed-in'])
    // Signed out in the meantime: it is signed, and told.
    expect((await sign(token)).status).toBe(200)
    const here = p.at(`/evidence/${(await requestsOf(p.amina)).body.requests[0].signed.evidenceId}`)
    expect(await flagsOf(here)).toEqual([{ code: 'browser-of-learner', name: 'Amina' }])
    for (const who of [p.amina, p.ben]) expect((await who.get(here)).body.testimony.contact).toBeNull()

    const nobody = await signedWith(p.amina, null)
    expect([nobody[0], await flagsOf(nobody[1])]).toEqual([null, []])
    const asker = await signedWith(p.ben, p.ben)
    expect([asker[0], await flagsOf(asker[1])]).toEqual([
      { as: 'asker', name: 'Ben' },
      [{ code: 'browser-of-asker', name: 'Ben' }],
    ])
    const another = await signedWith(p.amina, p.grace)
    expect(await flagsOf(another[1])).toEqual([{ code: 'browser-of-another', name: 'Grace' }])
    const stranger = await server.person(await server.centre('Northgate'), 'Stranger', 'assessor')
    expect(await flagsOf((await signedWith(p.amina, null, stranger))[1])).toEqual([
      { code: 'browser-of-another', name: null },
    ])
    // Whoever has an account under the address that the link went to is the witness.
    const denise = await server.person(p.centreId, 'Denise', 'mentor')
    await sql(`update identity.people set email = 'Denise+work@shop.example' where id = $1`, denise.personId)
    await sql(`update addresses set email = 'Denise+work@shop.example' where person_id = $1`, denise.personId)
    const witness = await signedWith(p.amina, denise)
    expect([witness[0], await flagsOf(witness[1])]).toEqual([null, []])

    const list = p.at(`/learners/${p.amina.personId}/witnesses`)
    const [listed] = (await p.carol.get(list)).body.witnesses.filter((w: { name: string }) => w.name === 'Denise Okoro')
    expect(listed.contact.flags.map((f: { code: string }) => f.code).toSorted()).toEqual([
      'browser-of-another',
      'browser-of-another',
      'browser-of-asker',
      'browser-of-learner',
    ])
    expect((await p.carol.get(`${list}.csv`)).body).toContain('browser-of-learner (Amina)')
    for (const who of [p.amina, p.ben]) {
      expect(JSON.stringify((await who.get(list)).body)).not.toContain('browser-of')
      expect((await who.get(`${list}.csv`)).body).not.toContain('browser-of')
    }
    const { rows } = await sql(
      `select actor_id, actor_role from events where type = 'testimony-signed' and centre_id = $1`,
      p.centreId,
    )
    expect(new Set(rows.map(r => `${r.actor_id} ${r.actor_role}`))).toEqual(new Set(['null witness']))
  })

  it('a network in which the learner was signed in within the hour is told to quality staff, and one of yesterday is not', async () => {
    const codes = async (here: string) =>
      (await p.carol.get(here)).body.testimony.contact.flags.map((f: { code: string }) => f.code)
    await sessionOf(p.amina, '192.0.2.7')
    expect(await codes(await signedFor())).toEqual([])
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1']) {
      await sessionOf(p.amina, address)
      expect(await codes(await signedFor()), address).toEqual(['network-of-learner'])
    }
    // Signing out hides nothing, for an hour.
    const again = await server.signIn(p.amina.personId)
    await sql(`delete from identity.sessions where person_id = $1 and ip_address is not null`, p.amina.personId)
    const asked = { ...p.amina, ...again }
    expect(await codes(await signedFor(asked))).toEqual(['network-of-learner'])
    await sql(`update identity.recent_addresses set seen_at = seen_at - interval '61 minutes'`)
    expect(await codes(await signedFor(asked))).toEqual([])
    const { rows } = await sql(
      `select identity.network_of('2001:db8:1:2:3::4') = identity.network_of('2001:0db8:0001:0002:0000:0000:0000:0000') as same,
              identity.network_of('2001:db8:1:2::') = identity.network_of('2001:db8:1:3::') as other, identity.network_of('no address') as none`,
    )
    expect(rows).toEqual([{ same: true, other: false, none: null }])
  })

  it('a learner who is quality staff as well is not told how to reach the witness in their own portfolio', async () => {
    await sql(
      `insert into role_grants (centre_id, person_id, role, granted_at) values ($1, $2, 'lead-iqa', now())`,
      ...[p.centreId, p.amina.personId],
    )
    const me = await server.signIn(p.amina.personId)
    const witnesses = (await me.get(p.at(`/learners/${p.amina.personId}/witnesses`))).body.witnesses
    expect(witnesses.map((w: { contact: unknown }) => w.contact)).toEqual(witnesses.map(() => null))
    expect(witnesses.length).toBeGreaterThan(0)
  })
})
