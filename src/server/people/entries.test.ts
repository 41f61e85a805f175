import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SignedIn } from '#test/server.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
const origin = () => ({ origin: server.address })
const pool = () => server.services.ownerPool
const password = 'four small grey cats'

async function aCentre(name: string) {
  const centreId = await server.centre(name)
  const administrator = await server.person(centreId, `Admin of ${name}`, 'centre-administrator')
  const at = `/centres/${centreId}`
  const add = async (email: string, roles = ['assessor'], named = 'Bea Lindt') => {
    const added = await administrator.post(`${at}/people`, { name: named, email, roles })
    expect(added.status, JSON.stringify(added.body)).toBe(200)
    return added.body.personId as string
  }
  const letters = async () => (await administrator.get(`${at}/letters`)).body.letters as Letter[]
  /** The token in the newest letter that the administrator can read. */
  const token = async () => {
    const [newest] = await letters()
    const { link } = (await administrator.post(`${at}/letters/${newest?.id}/openings`)).body
    return new URL(link).searchParams.get('token') as string
  }
  const role = (personId: string, given: string) =>
    administrator.post(`${at}/people/${personId}/roles`, { role: given })
  const end = (personId: string, ended: string) =>
    administrator.post(`${at}/people/${personId}/role-endings`, { role: ended })
  const person = async (personId: string) => (await administrator.get(`${at}/people/${personId}`)).body
  return { centreId, administrator, at, add, letters, token, role, end, person }
}
type Letter = { id: string; kind: string; recipient: string; name: string }
type Centre = Awaited<ReturnType<typeof aCentre>>

const anAddress = () => `${randomUUID()}@entries.example`
const choose = async (token: string, newPassword = password) =>
  (await server.call('POST', '/auth/reset-password', { token, newPassword }, origin())).status

async function signIn(email: string, given = password): Promise<SignedIn> {
  await pool().query('delete from identity.rate_limits')
  const answer = await server.call('POST', '/auth/sign-in/email', { email, password: given }, origin())
  expect(answer.status).toBe(200)
  const { rows } = await pool().query('select id from identity.people where email = $1', [email])
  return await server.signIn(rows[0].id)
}
const centresOf = async (who: SignedIn) =>
  (await who.get('/me')).body.centres.map((c: { id: string }) => c.id).sort() as string[]
const forget = (email: string) => server.call('POST', '/auth/request-password-reset', { email }, origin())

/** Added by this centre and joined by its own letter. */
async function joinedIn(centre: Centre, email: string) {
  const personId = await centre.add(email)
  expect(await choose(await centre.token())).toBe(200)
  return personId
}

describe('a proof of an address is for one entry', () => {
  it('who left a centre is no way into the others: not by a reset letter, not by an old link, not by a role given again', async () => {
    const [a, b] = [await aCentre('Harbour Training'), await aCentre('Northgate Academy')]
    const email = anAddress()
    const inA = await joinedIn(a, email)
    const inB = await b.add(email)
    const old = await b.token()
    const bea = await signIn(email)
    expect((await bea.post('/entries', { token: old })).status).toBe(200)
    expect(await centresOf(bea)).toEqual([a.centreId, b.centreId].sort())

    // She leaves B. Its administrator asks for a new password in her name and reads the outbox.
    expect((await b.end(inB, 'assessor')).status).toBe(200)
    expect(await centresOf(bea)).toEqual([a.centreId])
    expect((await bea.get(`${b.at}/queue`)).status).toBe(404)
    expect((await forget(email)).status).toBe(200)
    for (const centre of [a, b]) {
      const kinds = (await centre.letters()).map(l => l.kind)
      expect(kinds, 'no letter that opens the account').not.toContain('password-reset')
    }
    expect(await b.letters(), 'nor any other letter to her').toEqual([])
    const { rows } = await pool().query(
      `select id, body from letters where recipient = $1 and kind = 'password-reset'`,
      [email],
    )
    for (const centre of [a, b])
      expect((await centre.administrator.post(`${centre.at}/letters/${rows[0].id}/openings`)).status).toBe(404)
    expect(await b.person(inB)).toMatchObject({ entry: 'left', twoFactor: false })

    // B gives her a role again: it waits, and the link from before she left opens nothing.
    expect((await b.role(inB, 'iqa')).status).toBe(200)
    expect(await b.person(inB)).toMatchObject({ entry: 'invited', can: { correctEmail: false, invite: true } })
    expect(await centresOf(bea)).toEqual([a.centreId])
    expect((await bea.get(`${b.at}/queue`)).status).toBe(404)
    expect((await bea.post('/entries', { token: old })).body.code).toBe('people/no-such-entry')
    expect(await choose(old, 'another long password')).toBe(400)
    expect((await b.letters()).map(l => l.kind)).toEqual(['invitation'])
    const fresh = await b.token()
    expect(await choose(fresh, 'another long password'), 'a letter of B sets no password of hers').toBe(400)
    expect((await b.administrator.post('/entries', { token: fresh })).body.code).toBe('people/no-such-entry')
    expect((await bea.post('/entries', { token: fresh })).status).toBe(200)
    expect(await centresOf(bea)).toEqual([a.centreId, b.centreId].sort())
    expect((await bea.get('/me')).body.centres.map((c: { person: { id: string } }) => c.person.id).sort()).toEqual(
      [inA, inB].sort(),
    )
  })

  it('who left and works nowhere else proves the address again too, and meanwhile no letter opens the account', async () => {
    const a = await aCentre('Harbour Training')
    const email = anAddress()
    const personId = await joinedIn(a, email)
    const bea = await signIn(email)
    await forget(email)
    expect(
      (await a.letters()).map(l => l.kind),
      'one centre, one account',
    ).toContain('password-reset')
    await a.end(personId, 'assessor')
    expect(await a.letters()).toEqual([])
    await a.role(personId, 'assessor')
    await forget(email)
    expect((await a.letters()).map(l => l.kind)).toEqual(['invitation'])
    expect(await centresOf(bea)).toEqual([])
    expect((await bea.post('/entries', { token: await a.token() })).status).toBe(200)
    expect(await centresOf(bea)).toEqual([a.centreId])
    await forget(email)
    expect((await a.letters())[0]?.kind).toBe('password-reset')
  })

  it('a letter that opens the account stays unread where its person was in another centre before, and links handed out are spent', async () => {
    const [a, b] = [await aCentre('Harbour Training'), await aCentre('Northgate Academy')]
    const email = anAddress()
    const inA = await joinedIn(a, email)
    await forget(email)
    const { rows } = await pool().query(
      `select value from identity.verifications where value in (select id::text from identity.people where email = $1)`,
      [email],
    )
    expect(rows.length, 'a link that the administrator of A may have read').toBe(1)
    await b.add(email)
    expect(
      (await a.letters()).map(l => l.kind),
      'whom another centre expects is nothing to A',
    ).toContain('password-reset')
    const bea = await signIn(email)
    await bea.post('/entries', { token: await b.token() })
    const left = await pool().query('select 1 from identity.verifications where value = $1', [rows[0].value])
    expect(left.rowCount).toBe(0)
    await a.end(inA, 'assessor')
    await forget(email)
    for (const centre of [a, b]) expect((await centre.letters()).map(l => l.kind)).not.toContain('password-reset')
  })

  it('added to two centres before joining either, a person proves each with the letter of each', async () => {
    const [a, b] = [await aCentre('Harbour Training'), await aCentre('Northgate Academy')]
    const email = anAddress()
    await a.add(email)
    await b.add(email)
    const [toA, toB] = [await a.token(), await b.token()]
    expect(await choose(toB)).toBe(200)
    const bea = await signIn(email)
    expect(await centresOf(bea)).toEqual([b.centreId])
    expect(await choose(toA, 'another long password')).toBe(400)
    expect((await bea.post('/entries', { token: toA })).status).toBe(200)
    expect((await bea.post('/entries', { token: toA })).status, 'sent twice').toBe(200)
    expect(await centresOf(bea)).toEqual([a.centreId, b.centreId].sort())
    const entered = await pool().query(
      `select distinct centre_id from events where type = 'centre-entered' and centre_id = any ($1)`,
      [[a.centreId, b.centreId]],
    )
    expect(entered.rowCount, 'both centres have it in the ledger').toBe(2)
  })

  it('a link that was spent, and not taken, proves nothing with somebody else’s password', async () => {
    const [a, b] = [await aCentre('Harbour Training'), await aCentre('Northgate Academy')]
    const email = anAddress()
    await a.add(email)
    await b.add(email)
    const toB = await b.token()
    // As a trigger does that spends older links whenever a new one is written.
    const client = await pool().connect()
    try {
      await client.query(`
        create or replace function public.spend_for_a_test() returns trigger language plpgsql as $$
          begin delete from identity.verifications v using identity.entries e where e.invitation_id = v.id and e.centre_id = '${a.centreId}'; return null; end $$;
        create trigger spend_for_a_test after insert on identity.verifications for each row execute function public.spend_for_a_test()`)
      await forget(email)
      await client.query(
        'drop trigger spend_for_a_test on identity.verifications; drop function public.spend_for_a_test()',
      )
    } finally {
      client.release()
    }
    expect(await choose(toB)).toBe(200)
    expect(await centresOf(await signIn(email))).toEqual([b.centreId])
  })

  it('a password chosen by another way proves nothing to anybody', async () => {
    const a = await aCentre('Harbour Training')
    const email = anAddress()
    await a.add(email)
    const token = await a.token()
    await forget(email)
    const { rows } = await pool().query(`select body from letters where recipient = $1 and kind = 'password-reset'`, [
      email,
    ])
    expect(await choose(/reset-password(?:\/|\?token=)([\w-]+)/.exec(rows[0].body)?.[1] as string)).toBe(200)
    const bea = await signIn(email)
    expect(await centresOf(bea)).toEqual([])
    expect((await bea.post('/entries', { token })).status).toBe(200)
    expect(await centresOf(bea)).toEqual([a.centreId])
  })

  it('who leaves before joining cannot join by the letter that is out', async () => {
    const a = await aCentre('Harbour Training')
    const email = anAddress()
    const personId = await a.add(email)
    const token = await a.token()
    await a.end(personId, 'assessor')
    expect(await choose(token)).toBe(400)
    const again = await a.administrator.post(`${a.at}/people/${personId}/invitations`)
    expect(again.body.code).toBe('people/holds-no-role')
    const corrected = await a.administrator.put(`${a.at}/people/${personId}/email`, { email: anAddress() })
    expect(corrected.body.code).toBe('people/holds-no-role')
    expect(await a.add(email, ['iqa']), 'added again it is the same person').toBe(personId)
    expect(await choose(await a.token())).toBe(200)
    expect(await centresOf(await signIn(email))).toEqual([a.centreId])
  })

  it('moving from one role to another in one step is not leaving', async () => {
    const a = await aCentre('Harbour Training')
    const email = anAddress()
    const personId = await joinedIn(a, email)
    const client = await pool().connect()
    try {
      await client.query('begin')
      await client.query('update role_grants set ended_at = now() where person_id = $1', [personId])
      await client.query(
        `insert into role_grants (centre_id, person_id, role, granted_at) values ($1, $2, 'iqa', now())`,
        [a.centreId, personId],
      )
      await client.query('commit')
    } finally {
      client.release()
    }
    expect(await a.person(personId)).toMatchObject({ entry: 'joined' })
    await a.role(personId, 'mentor')
    await a.end(personId, 'iqa')
    expect(await centresOf(await signIn(email))).toEqual([a.centreId])
  })

  it('a person of a centre stays the account’s that joined them', async () => {
    const a = await aCentre('Harbour Training')
    const email = anAddress()
    const personId = await joinedIn(a, email)
    await a.end(personId, 'assessor')
    await a.role(personId, 'assessor')
    const moved = await a.administrator.put(`${a.at}/people/${personId}/email`, { email: anAddress() })
    expect(moved.body.code).toBe('people/has-joined')
  })
})

describe('until an entry is proven, a centre knows what it typed', () => {
  /** What a centre is told while it adds an address, names it, corrects it and invites it; ids and links aside. */
  async function everythingTold(email: string, other: string): Promise<string> {
    const centre = await aCentre('Northgate Academy')
    const { administrator, at } = centre
    const told: unknown[] = []
    const keep = (answer: { status: number; body: unknown }) => {
      told.push([answer.status, answer.body])
      return answer
    }
    const file = (address: string) => new TextEncoder().encode(`name,e-mail,roles\nB. Typed,${address},IQA\n`)
    const preview = keep(await administrator.post(`${at}/people-files/preview`, file(email)))
    const { personId } = keep(
      await administrator.post(`${at}/people`, { name: 'B. Typed', email, roles: ['assessor', 'learner'] }),
    ).body as { personId: string }
    const all = async () => {
      for (const path of [
        'people',
        'people.csv',
        `people/${personId}`,
        'letters',
        'search?search=Typed',
        'staff',
        'learners',
      ])
        keep(await administrator.get(`${at}/${path}`))
    }
    await all()
    keep(await administrator.post(`${at}/people`, { name: 'B. Typed', email, roles: ['assessor'] }))
    keep(await administrator.put(`${at}/people/${personId}/name`, { name: 'Bea Typed' }))
    keep(await administrator.post(`${at}/people/${personId}/invitations`))
    keep(await administrator.post(`${at}/people-files/preview`, file(email)))
    await forget(email)
    await all()
    keep(await administrator.put(`${at}/people/${personId}/email`, { email: other }))
    await all()
    const letters = await centre.letters()
    for (const l of letters) keep(await administrator.post(`${at}/letters/${l.id}/openings`))
    keep(await administrator.put(`${at}/people/${personId}/email`, { email }))
    await centre.end(personId, 'assessor')
    await centre.end(personId, 'learner')
    await all()
    const { rows } = await pool().query('select type, actor_role, body from events where centre_id = $1 order by id', [
      centre.centreId,
    ])
    told.push(rows, preview.status)
    return JSON.stringify(told)
      .replaceAll(email, 'ADDRESS')
      .replaceAll(other, 'OTHER')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
      .replace(/token=[\w-]+/g, 'TOKEN')
      .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z?/g, 'MOMENT')
      .replace(/[0-9a-f]{64}/g, 'HASH')
      .replace(/admin\.of[\w.]+@/g, 'ADMIN@')
  }

  it('an address that another centre knows is answered, listed, corrected and recorded like one that nobody knows', async () => {
    const elsewhere = await aCentre('Harbour Training')
    const [known, other] = [anAddress(), anAddress()]
    for (const email of [known, other]) await joinedIn(elsewhere, email)
    await pool().query('update identity.people set two_factor_enabled = true where email = any ($1)', [[known, other]])
    const told = await everythingTold(known, other)
    expect(told).toBe(await everythingTold(anAddress(), anAddress()))
    expect(told).not.toContain('Bea Lindt')
    expect(told).toContain('"invited"')
    // And the other centre has lost nothing of them.
    for (const email of [known, other]) expect(await centresOf(await signIn(email))).toEqual([elsewhere.centreId])
  })

  it('an address put right leads to the account there, and what was mistyped is no account any more', async () => {
    const [a, b] = [await aCentre('Harbour Training'), await aCentre('Northgate Academy')]
    const [right, wrong] = [anAddress(), anAddress()]
    await joinedIn(a, right)
    const inB = await b.add(wrong)
    const toWrong = await b.token()
    expect((await b.administrator.put(`${b.at}/people/${inB}/email`, { email: right })).status).toBe(200)
    expect(await choose(toWrong)).toBe(400)
    expect((await pool().query('select 1 from identity.people where email = $1', [wrong])).rowCount).toBe(0)
    const bea = await signIn(right)
    expect((await bea.post('/entries', { token: toWrong })).body.code).toBe('people/no-such-entry')
    expect((await bea.post('/entries', { token: await b.token() })).status).toBe(200)
    expect(await centresOf(bea)).toEqual([a.centreId, b.centreId].sort())
  })

  it('each centre keeps the name it typed, and corrects it for itself', async () => {
    const [a, b] = [await aCentre('Harbour Training'), await aCentre('Northgate Academy')]
    const email = anAddress()
    const inA = await joinedIn(a, email)
    const inB = await b.add(email, ['iqa'], 'B. Lindt')
    const bea = await signIn(email)
    await bea.post('/entries', { token: await b.token() })
    expect((await b.administrator.put(`${b.at}/people/${inB}/name`, { name: 'Beatrix Lindt' })).status).toBe(200)
    expect([(await a.person(inA)).name, (await b.person(inB)).name]).toEqual(['Bea Lindt', 'Beatrix Lindt'])
    const { person, centres } = (await bea.get('/me')).body
    expect([person.name, ...centres.map((c: { person: { name: string } }) => c.person.name).sort()]).toEqual([
      ...['Bea Lindt', 'Bea Lindt', 'Beatrix Lindt'],
    ])
  })

  it('a first password must not be the name of the centre whose link it is; of other centres its refusal tells nothing', async () => {
    const [a, b] = [await aCentre('Marchbank College'), await aCentre('Northgate Academy')]
    const email = anAddress()
    await a.add(email)
    await b.add(email, ['iqa'], 'Beatrix Quinlan')
    const token = await b.token()
    for (const own of ['NorthgateAcademy1', 'BeatrixQuinlan12'])
      expect([own, await choose(token, own)]).toEqual([own, 422])
    expect(await choose(token, 'MarchbankCollege1')).toBe(200)
  })

  it('where somebody is signed in from is asked of the account that joined, in the centre it joined', async () => {
    const [a, b] = [await aCentre('Harbour Training'), await aCentre('Northgate Academy')]
    const email = anAddress()
    const [inA, inB] = [await joinedIn(a, email), await b.add(email)]
    await signIn(email)
    const seenFrom = async (centreId: string, personId: string, address: string) => {
      const { rows } = await pool().query(
        `select identity.was_signed_in_from($2, $3, now()) as seen from (select set_config('countersign.centre', $1, true)) entered`,
        [centreId, personId, address],
      )
      return rows[0].seen
    }
    expect([await seenFrom(a.centreId, inA, '127.0.0.1'), await seenFrom(a.centreId, inA, '203.0.113.9')]).toEqual([
      ...[true, false],
    ])
    expect(await seenFrom(b.centreId, inB, '127.0.0.1'), 'B has only invited her').toBe(false)
  })

  it('two administrators who add one address at once add one person', async () => {
    const a = await aCentre('Harbour Training')
    const second = await server.person(a.centreId, 'Mo Field', 'centre-administrator')
    const email = anAddress()
    const answers = await Promise.all(
      [a.administrator, second].map((who, i) =>
        who.post(`${a.at}/people`, { name: 'Bea Lindt', email, roles: [i === 0 ? 'iqa' : 'mentor'] }),
      ),
    )
    expect(answers.map(r => r.status)).toEqual([200, 200])
    expect(answers[0]?.body.personId).toBe(answers[1]?.body.personId)
  })
})
