import { expect, it } from 'vitest'
import { testServer } from '#test/server.ts'

const server = testServer()

async function aCentre(name = 'Harbour Training') {
  const centreId = await server.centre(name)
  const administrator = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  const at = `/centres/${centreId}`
  const events = async () =>
    (
      await server.services.ownerPool.query('select type from events where centre_id = $1 order by id', [centreId])
    ).rows.map(r => r.type as string)
  return { centreId, administrator, at, events }
}
type Centre = Awaited<ReturnType<typeof aCentre>>

const ben = { name: 'Ben Carter', email: 'Ben@Harbour.example', roles: ['assessor', 'mentor'] }

async function add({ administrator, at }: Centre, person: { name: string; email: string; roles: string[] }) {
  const added = await administrator.post(`${at}/people`, person)
  expect(added.status, JSON.stringify(added.body)).toBe(200)
  return added.body.personId as string
}

async function rolesNow({ administrator, at }: Centre, personId: string) {
  const { body } = await administrator.get(`${at}/people/${personId}`)
  return body.roles.filter((r: { endedAt: string | null }) => !r.endedAt).map((r: { role: string }) => r.role)
}

it('a name with a line break in it is one line wherever it goes: on record, in the letter and in its subject', async () => {
  const centreId = await server.centre('Quay')
  const ann = await server.person(centreId, 'Ann Administrator', 'centre-administrator')
  const email = `olwen.${Date.now()}@test.example`
  const name = 'Olwen\r\nBcc: everybody@test.example\u2028Pryce'
  const { personId } = (await ann.post(`/centres/${centreId}/people`, { name, email, roles: ['learner'] })).body
  const one = 'Olwen Bcc: everybody@test.example Pryce'
  expect((await ann.get(`/centres/${centreId}/people/${personId}`)).body.name).toBe(one)
  const { rows } = await server.services.ownerPool.query('select body from letters where person_id = $1', [personId])
  expect(rows[0].body.split('\n')[0]).toBe(`Dear ${one}`)
  await ann.put(`/centres/${centreId}/people/${personId}/name`, { name: 'Olwen\nPryce' })
  expect((await ann.get(`/centres/${centreId}/people/${personId}`)).body.name).toBe('Olwen Pryce')
  const letter = (subject: string, recipient: string) =>
    server.services.ownerPool.query(
      `insert into letters (recipient, kind, subject, body, written_at) values ($2, 'notice', $1, '', now())`,
      [subject, recipient],
    )
  await expect(letter('Your place at Quay\nBcc: x@test.example', email)).rejects.toThrow('subject_is_one_line')
  await expect(letter('Your place', `${email}\r\nBcc: x@test.example`)).rejects.toThrow('subject_is_one_line')
  await expect(server.centre('Quay\nSide')).rejects.toThrow('name_is_one_line')
})

it('an administrator adds a person, who chooses a password by the link in the outbox and signs in', async () => {
  const centre = await aCentre()
  const { administrator, at } = centre
  const email = 'nina@harbour.example'
  const personId = await add(centre, { name: 'Nina Holt', email, roles: ['assessor'] })
  const { letters, sends } = (await administrator.get(`${at}/letters`)).body
  expect([sends, letters.length, letters[0].recipient, letters[0].kind]).toEqual([false, 1, email, 'invitation'])
  const opened = await administrator.post(`${at}/letters/${letters[0].id}/openings`)
  const link = new URL(opened.body.link)
  expect(link.pathname).toBe('/invitation')
  const headers = { origin: server.address }
  const password = 'a long enough password'
  const older = link.searchParams.get('token')
  const again = await administrator.post(`${at}/people/${personId}/invitations`)
  expect(again.body).toEqual({ sends: false })
  const chosen = (await server.call('POST', '/auth/reset-password', { token: older, newPassword: password }, headers))
    .status
  expect(chosen, 'a newer letter took its place').toBe(400)
  const [letter] = (await administrator.get(`${at}/letters`)).body.letters
  const newer = (await administrator.post(`${at}/letters/${letter.id}/openings`)).body.link
  const token = new URL(newer).searchParams.get('token')
  expect((await server.call('POST', '/auth/reset-password', { token, newPassword: password }, headers)).status).toBe(
    200,
  )
  const second = (
    await server.call('POST', '/auth/reset-password', { token, newPassword: 'another long password' }, headers)
  ).status
  expect(second, 'the link works once').toBe(400)
  const spent = await server.services.ownerPool.query('select 1 from identity.verifications where value = $1', [
    personId,
  ])
  expect(spent.rowCount, 'every other link to the account is spent').toBe(0)
  expect((await server.call('POST', '/auth/sign-in/email', { email, password }, headers)).status).toBe(200)
  const answer = await administrator.post(`${at}/people/${personId}/invitations`)
  expect([answer.status, answer.body.code]).toEqual([409, 'people/has-joined'])
  expect(await centre.events()).toEqual([
    ...['person-added', 'authority-declared', 'person-invited', 'letter-opened', 'person-invited', 'letter-opened'],
    'centre-entered',
  ])
  expect((await administrator.get(`${at}/people/${personId}`)).body).toMatchObject({
    entry: 'joined',
    twoFactor: false,
  })
})

it('adding an address that is here already grants what is new, and is refused where nothing is', async () => {
  const centre = await aCentre()
  const personId = await add(centre, { ...ben, email: 'twice@harbour.example' })
  const again = await centre.administrator.post(`${centre.at}/people`, { ...ben, email: 'TWICE@harbour.example' })
  expect([again.status, again.body.code, again.body.details]).toEqual([409, 'people/already-here', { personId }])
  expect(await add(centre, { ...ben, email: 'twice@harbour.example', roles: ['iqa'] })).toBe(personId)
  expect(await rolesNow(centre, personId)).toEqual(['assessor', 'iqa', 'mentor'])
  expect(await centre.events()).toEqual([
    ...['person-added', 'authority-declared', 'person-invited', 'role-granted', 'authority-declared'],
  ])
})

it('every fault of a new person is named at once', async () => {
  const { administrator, at } = await aCentre()
  const answer = await administrator.post(`${at}/people`, { name: ' ', email: 'nobody', roles: [] })
  expect([answer.status, answer.body.faults.map((f: { path: string }) => f.path)]).toEqual([
    422,
    ['name', 'email', 'roles'],
  ])
})

it('a role keeps its dates when it is ended, and the last administrator cannot end their own', async () => {
  const centre = await aCentre()
  const { administrator, at } = centre
  const personId = await add(centre, { ...ben, email: 'dates@harbour.example' })
  const end = (id: string, role: string) => administrator.post(`${at}/people/${id}/role-endings`, { role })
  expect((await end(personId, 'mentor')).status).toBe(200)
  const { roles } = (await administrator.get(`${at}/people/${personId}`)).body
  expect(roles.find((r: { role: string }) => r.role === 'mentor')).toMatchObject({
    grantedBy: 'Grace Okafor',
    endedBy: 'Grace Okafor',
  })
  const own = await end(administrator.personId, 'centre-administrator')
  expect([own.status, own.body.code]).toEqual([409, 'people/last-administrator'])
  await administrator.post(`${at}/people/${personId}/roles`, { role: 'centre-administrator' })
  expect((await end(administrator.personId, 'centre-administrator')).status).toBe(200)
  expect((await administrator.get(`${at}/people`)).status, 'without a role the centre is gone').toBe(404)
  expect(await centre.events()).toEqual([
    ...['person-added', 'authority-declared', 'person-invited', 'role-ended', 'role-granted', 'role-ended'],
  ])
})

it('two administrators who end each other’s role at once leave one', async () => {
  const centre = await aCentre()
  const other = await server.person(centre.centreId, 'Mo Field', 'centre-administrator')
  const role = 'centre-administrator'
  const answers = await Promise.all([
    centre.administrator.post(`${centre.at}/people/${other.personId}/role-endings`, { role }),
    other.post(`${centre.at}/people/${centre.administrator.personId}/role-endings`, { role }),
  ])
  expect(answers.map(a => a.status).sort()).not.toEqual([200, 200])
  const { rows } = await server.services.ownerPool.query(
    `select 1 from role_grants where centre_id = $1 and role = 'centre-administrator' and ended_at is null`,
    [centre.centreId],
  )
  expect(rows.length).toBe(1)
})

it('a name is corrected and both names are kept in the ledger', async () => {
  const centre = await aCentre()
  const personId = await add(centre, { ...ben, email: 'name@harbour.example' })
  expect(
    (await centre.administrator.put(`${centre.at}/people/${personId}/name`, { name: 'Benedict Carter' })).status,
  ).toBe(200)
  expect((await centre.administrator.get(`${centre.at}/people/${personId}`)).body.name).toBe('Benedict Carter')
  const { rows } = await server.services.ownerPool.query(
    `select body from events where centre_id = $1 and type = 'person-corrected'`,
    [centre.centreId],
  )
  expect(rows[0].body.name).toEqual({ from: 'Ben Carter', to: 'Benedict Carter' })
})

it('an address is corrected until somebody has joined with it, and what went to the wrong one opens nothing', async () => {
  const centre = await aCentre()
  const { administrator, at } = centre
  const personId = await add(centre, { ...ben, email: 'wrnog@harbour.example' })
  const tokenOf = async () => {
    const { letters } = (await administrator.get(`${at}/letters`)).body
    const { link } = (await administrator.post(`${at}/letters/${letters[0].id}/openings`)).body
    return [letters[0].recipient, new URL(link).searchParams.get('token')]
  }
  const [, wrong] = await tokenOf()
  const correct = (email: string) => administrator.put(`${at}/people/${personId}/email`, { email })
  await add(centre, { name: 'Mo', email: 'taken@harbour.example', roles: ['iqa'] })
  expect((await correct('TAKEN@harbour.example')).body.code).toBe('people/address-taken')
  expect((await correct('Right@harbour.example')).status).toBe(200)
  const [recipient, right] = await tokenOf()
  expect(recipient).toBe('right@harbour.example')
  const choose = async (token: unknown) =>
    (
      await server.call(
        'POST',
        '/auth/reset-password',
        { token, newPassword: 'a long enough password' },
        { origin: server.address },
      )
    ).status
  expect([await choose(wrong), await choose(right)]).toEqual([400, 200])
  expect((await correct('other@harbour.example')).body.code).toBe('people/has-joined')
})

it('people are searched, filtered by role, sorted, paged and taken away as a file', async () => {
  const centre = await aCentre()
  const { administrator, at } = centre
  for (const [name, role] of [
    ['Zoe Abbot', 'learner'],
    ['=Adam Zeal', 'learner'],
    ['Bo Quill', 'iqa'],
  ] as const)
    await add(centre, { name, email: `${name.replace(/\W/g, '')}@list.example`, roles: [role] })
  const names = async (query: string) =>
    (await administrator.get(`${at}/people?${query}`)).body.people.map((p: { name: string }) => p.name)
  expect(await names('role=learner&sort=-name')).toEqual(['Zoe Abbot', '=Adam Zeal'])
  expect(await names('search=QUILL')).toEqual(['Bo Quill'])
  expect(await names('size=1&page=2&sort=email')).toEqual(['Bo Quill'])
  expect((await administrator.get(`${at}/people?size=1`)).body.total).toBe(4)
  const file = await administrator.get(`${at}/people.csv?role=learner`)
  expect(file.headers.get('content-type')).toContain('text/csv')
  expect(file.body, 'a formula becomes text').toContain(
    `'=Adam Zeal,AdamZeal@list.example`.toLowerCase().replace('adam zeal', 'Adam Zeal'),
  )
})

it('only an administrator keeps people, and a person of another centre does not exist [R107]', async () => {
  const [centre, other] = [await aCentre(), await aCentre('Northgate Academy')]
  const personId = await add(centre, { ...ben, email: 'only@harbour.example' })
  const iqa = await server.person(centre.centreId, 'Carol Iqa', 'lead-iqa')
  const refused = await iqa.get(`${centre.at}/people/${personId}`)
  expect(refused.status).toBe(404)
  const list = await iqa.get(`${centre.at}/people`)
  expect([list.status, list.body.code]).toEqual([403, 'people/needs-role-centre-administrator'])
  expect((await other.administrator.get(`${other.at}/people/${personId}`)).status).toBe(404)
  expect((await other.administrator.get(`${centre.at}/people/${personId}`)).status).toBe(404)
  expect((await server.call('GET', `${centre.at}/people`)).status).toBe(401)
})
