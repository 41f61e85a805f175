import { beforeAll, describe, expect, it } from 'vitest'
import { bodyKindOf, type Endpoint } from '#contract/endpoint.ts'
import { type Role, roles } from '#domain/people/roles.ts'
import type { Action } from '#platform/http/action.ts'
import { anyone } from '#policy/verdict.ts'
import { routes } from '#server/routes.ts'
import { aFullCentre, type FullCentre } from '#test/full-centre.ts'
import { grounds } from '#test/grounds.ts'
import { type Answer, type SignedIn, testServer } from '#test/server.ts'

const server = testServer()
let alpha: FullCentre
let beta: FullCentre
beforeAll(async () => {
  alpha = await aFullCentre(server, 'Alpha')
  beta = await aFullCentre(server, 'Beta')
})

// Reading first: what a change does to the fixture must not hide what reading would have shown.
const actions = (Object.values(routes) as Action[]).sort((a, b) => Number(isChange(a)) - Number(isChange(b)))
const ofCentres = actions.filter(a => a.key.includes('/centres/:centreId'))
function isChange({ key }: Action): boolean {
  return !key.startsWith('GET')
}

/** The address of a route with records of `centre`, asked in `entered`. A new parameter needs a record in the fixture. */
function addressOf({ key }: Action, centre: FullCentre, entered = centre.centreId): [method: string, path: string] {
  const [method, path] = key.split(' ') as [string, string]
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const id = name === 'centreId' ? entered : centre.ids[name]
    if (!id) throw new Error(`test/full-centre.ts has no record for :${name}. Add one, so that ${key} is walked too.`)
    return id
  })
  return [method, filled]
}

// What stands after "?" is read before the record is looked for: without it, a route would not be walked to its end.
const queryValues: Record<string, string> = { revision: '1', token: 'a'.repeat(64), name: 'a.txt', search: 'a' }

function queryOf({ key, input }: Action): Record<string, string> {
  const parsed = (input as Endpoint).query?.safeParse({})
  const missing = parsed?.success === false ? parsed.error.issues.map(i => String(i.path[0])) : []
  return Object.fromEntries(
    missing.map(name => {
      const value = queryValues[name]
      if (!value) throw new Error(`isolation.test.ts has no value for ?${name}. Add one, so that ${key} is walked too.`)
      return [name, value]
    }),
  )
}

async function ask(action: Action, who: SignedIn | null, centre: FullCentre, entered?: string): Promise<Answer> {
  const [method, path] = addressOf(action, centre, entered)
  const query = new URLSearchParams(queryOf(action))
  const kind = bodyKindOf(action.input)?.kind
  const body = kind && (kind === 'json' ? {} : Buffer.from('a'))
  const answer = await server.call(method, `${path}?${query}`, body, who ? { cookie: who.cookie } : {})
  const keeping = answer.headers.get('cache-control')
  // Stored files are asked for again each time; all else is not kept at all.
  if (keeping !== 'no-store' && !(keeping === 'private, no-cache' && answer.headers.has('etag')))
    keepable.add(`${action.key}: ${answer.status} ${keeping}`)
  return answer
}

/** Answers that a browser or a proxy would keep. */
const keepable = new Set<string>()

const asEveryRole = (asks: (role: Role) => Promise<Answer>) =>
  Promise.all(roles.map(async role => ({ role, answer: await asks(role) })))

const told = (answer: Answer) => JSON.stringify([answer.body, [...answer.headers]])

/** The ids that are a centre's own; some, as of a kind of thing, are the same everywhere. */
const ownIds = (centre: FullCentre) =>
  Object.entries(centre.ids).filter(([name, id]) => id.includes('-') && alpha.ids[name] !== beta.ids[name])

/** What of a centre stands in an answer: a name or the id of a record. */
function shownOf(centre: FullCentre, answer: Answer): string[] {
  const text = told(answer)
  return [centre.mark, ...ownIds(centre).map(([, id]) => id)].filter(secret => text.includes(secret))
}

async function eventsIn(centre: FullCentre): Promise<number> {
  const { rows } = await server.services.ownerPool.query('select count(*)::int as n from events where centre_id = $1', [
    centre.centreId,
  ])
  return rows[0].n
}

describe('the database, as the application’s role', () => {
  type Table = { name: string; columns: string; view: boolean }
  let tables: Table[]
  beforeAll(async () => {
    const { rows } = await server.services.ownerPool.query(`
      select c.relname as name, c.relkind = 'v' as view,
             (select string_agg(quote_ident(a.attname), ', ') from pg_attribute a
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
        from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')
         and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'centre_id')
       order by c.relname`)
    tables = rows
  })

  /** One statement as the application, with a centre entered or none, undone afterwards. */
  async function within(centreId: string | null, sql: string, ...values: unknown[]) {
    const client = await server.services.pool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('countersign.centre', $1, true)`, [centreId ?? ''])
      return await client.query(sql, values)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }

  it('sees no row of another centre in any table, and none at all before it has entered one', async () => {
    expect(tables.length).toBeGreaterThan(20)
    for (const { name } of tables) {
      const { rows } = await server.services.ownerPool.query(
        `select count(*)::int as n from ${name} where centre_id = $1`,
        [alpha.centreId],
      )
      expect(rows[0].n, `test/full-centre.ts has no row of ${name}. Add one, so that it is tried too.`).toBeGreaterThan(
        0,
      )
      const seen = async (entered: string | null) =>
        (await within(entered, `select count(*)::int as n from ${name} where centre_id = $1`, alpha.centreId)).rows[0].n
      expect([name, await seen(beta.centreId), await seen(null)]).toEqual([name, 0, 0])
    }
  })

  it('writes no row into another centre, moves none there, changes none and takes none away', async () => {
    const refused = { code: '42501' }
    for (const { name, columns, view } of tables) {
      if (view) continue
      const { rows } = await server.services.ownerPool.query(
        `select row_to_json(t) as row from ${name} t where centre_id = $1 limit 1`,
        [alpha.centreId],
      )
      const copy = `insert into ${name} (${columns}) overriding system value select ${columns} from json_populate_record(null::${name}, $1)`
      await expect(
        within(beta.centreId, copy, JSON.stringify(rows[0].row)),
        `${name}: a row is written`,
      ).rejects.toMatchObject(refused)
      // A column that the application may change, so that it is row-level security that keeps it away.
      const [changed] = (
        await server.services.ownerPool.query(
          `select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and has_column_privilege($2, a.attrelid, a.attnum, 'update')`,
          [name, server.services.appRole],
        )
      ).rows
      const column = changed?.name ?? 'centre_id'
      for (const sql of [
        `update ${name} set ${column} = ${column} where centre_id = $1`,
        `delete from ${name} where centre_id = $1`,
      ]) {
        const touched = await within(beta.centreId, sql, alpha.centreId).catch(error => error)
        if (touched instanceof Error)
          expect(['42501', '55000', '23001'], sql).toContain((touched as { code?: string }).code)
        else expect(touched.rowCount, sql).toBe(0)
      }
      const move = within(
        beta.centreId,
        `update ${name} set centre_id = $1 where centre_id = $2`,
        alpha.centreId,
        beta.centreId,
      )
      await expect(move, `${name}: a row is moved`).rejects.toThrow()
    }
  })

  it('reads neither passwords nor sessions nor links, and of people only those of the centre entered', async () => {
    for (const table of ['accounts', 'sessions', 'verifications', 'two_factors', 'rate_limits'])
      await expect(within(alpha.centreId, `select * from identity.${table}`), table).rejects.toMatchObject({
        code: '42501',
      })
    const names = (await within(alpha.centreId, 'select name from identity.people')).rows.map(r => r.name as string)
    expect(names.length).toBeGreaterThan(15)
    expect(names.filter(n => !n.startsWith('Alpha'))).toEqual([])
    expect((await within(null, 'select 1 from identity.people')).rowCount).toBe(0)
  })

  it('reads of a person no more than their name: what belongs to an account stays outside', async () => {
    for (const column of ['email', 'two_factor_enabled', 'email_verified', 'image', 'created_at'])
      await expect(within(alpha.centreId, `select ${column} from identity.people`), column).rejects.toMatchObject({
        code: '42501',
      })
    await expect(within(alpha.centreId, 'select * from identity.entries')).rejects.toMatchObject({ code: '42501' })
  })

  it('adds, invites and renames nobody unless an administrator of the centre is at work', async () => {
    const at = new Date().toISOString()
    const as = async (person: string, sql: string, ...values: unknown[]) => {
      const set = `select set_config('countersign.person', '${person}', true)`
      const client = await server.services.pool.connect()
      try {
        await client.query('begin')
        await client.query(`select set_config('countersign.centre', $1, true)`, [alpha.centreId])
        await client.query(set)
        return await client.query(sql, values)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    const doors: [string, ...unknown[]][] = [
      ['select * from identity.add_people($1, $2, $3)', ['Eve'], ['eve@test.example'], at],
      ['select * from identity.invite($1, $2, $3, $3)', [alpha.ids.personId], ['a-token'], at],
      [`select identity.correct_name($1, 'Eve', $2)`, alpha.ids.personId, at],
      [`select identity.correct_email($1, 'eve@test.example', $2)`, alpha.ids.personId, at],
    ]
    const outsiders = [alpha.named.assessor, alpha.named['lead-iqa'], beta.named['centre-administrator']]
    for (const door of doors) {
      for (const { personId } of outsiders)
        await expect(as(personId, ...door), door[0]).rejects.toMatchObject({ code: '42501' })
      expect((await as(alpha.named['centre-administrator'].personId, ...door)).rowCount, door[0]).toBe(1)
    }
    for (const { personId } of outsiders)
      await expect(
        as(personId, 'select * from identity.ask_entry($1, $2, $3)', [alpha.ids.personId], ['a-hash'], at),
      ).rejects.toMatchObject({ code: '42501' })
    for (const { personId } of outsiders)
      expect((await as(personId, 'select * from identity.accounts_of($1)', [alpha.ids.personId])).rowCount).toBe(0)
    // What only the owner of the tables may do stands open to nobody else, an administrator included.
    const ours = alpha.named['centre-administrator'].personId
    for (const door of [
      ['select identity.settle($1, $2, $3)', alpha.centreId, ours, at],
      ['select identity.open_accounts($1, $2, $3)', ['Eve'], ['eve@test.example'], at],
      ['select identity.join_entry($1, $2, $3)', alpha.ids.personId, ours, at],
      ['select identity.name_account($1)', ours],
      [`select identity.give_up_account('eve@test.example')`],
    ] as [string, ...unknown[]][])
      await expect(as(ours, ...door), door[0]).rejects.toMatchObject({ code: '42501' })
  })
})

// Some two thousand requests: a busy machine may take its time.
describe('every route of the house', { timeout: 120_000 }, () => {
  it('asks a stranger to sign in, and changes nothing for one [R107]', async () => {
    const before = await eventsIn(alpha)
    for (const action of actions) {
      const answer = await ask(action, null, alpha)
      const open = action.may === (anyone as unknown)
      if (open) expect(answer.status, action.key).toBeLessThan(500)
      else expect([action.key, answer.status, answer.body.code]).toEqual([action.key, 401, 'people/not-signed-in'])
      expect([action.key, ...shownOf(alpha, answer)]).toEqual([action.key])
    }
    expect(await eventsIn(alpha)).toBe(before)
  })

  it('does not exist for anybody of another centre, whatever their role there [R107]', async () => {
    const before = await eventsIn(alpha)
    for (const action of ofCentres)
      for (const answer of await Promise.all(roles.map(role => ask(action, beta.named[role], alpha)))) {
        expect([action.key, answer.status, answer.body.code]).toEqual([action.key, 404, 'platform/not-found'])
        expect([action.key, ...shownOf(alpha, answer)]).toEqual([action.key])
      }
    expect(await eventsIn(alpha)).toBe(before)
  })

  it('tells a centre of somebody whom it has only invited what it typed itself [R107]', async () => {
    const { ownerPool } = server.services
    const { personId: account } = alpha.named.learner
    const { rows } = await ownerPool.query(
      'update identity.people set two_factor_enabled = true where id = $1 returning email',
      [account],
    )
    const administrator = beta.named['centre-administrator']
    const at = `/centres/${beta.centreId}`
    const invited: Role[] = ['learner', 'assessor', 'mentor', 'iqa', 'eqa', 'trainee-assessor']
    const typed = { name: 'Typed Name', email: rows[0].email as string, roles: invited }
    const { personId } = (await administrator.post(`${at}/people`, typed)).body
    // In every place where a name is shown: as the learner of one registration, and named on another.
    const register = async (learnerId: string, allocations: Record<string, string>) => {
      const registered = await administrator.post(`${at}/registrations`, {
        ...{ learnerId, versionId: beta.ids.versionId, registeredOn: '2026-01-12', allocations, ...grounds() },
      })
      expect(registered.status, told(registered)).toBe(200)
      return { ...beta.ids, personId, learnerId, registrationId: registered.body.registrationId as string }
    }
    const theirs = await register(personId, { assessor: beta.named.assessor.personId })
    const anothers = await register(beta.others.learner.personId, { assessor: personId, mentor: personId })
    let named = 0
    for (const action of ofCentres.filter(a => !isChange(a)))
      for (const ids of [theirs, anothers])
        for (const role of ['centre-administrator', 'lead-iqa', 'assessor'] as const) {
          const answer = await ask(action, beta.named[role], { ...beta, ids })
          const said = `${action.key} as ${role}: ${told(answer).slice(0, 300)}`
          expect([action.key, role, ...shownOf(alpha, answer)], said).toEqual([action.key, role])
          expect(answer.body?.id === personId ? answer.body.twoFactor : undefined, said).not.toBe(true)
          if (told(answer).includes(typed.name)) named++
        }
    expect(named, 'the walk meets them where names are shown').toBeGreaterThan(30)
    const person = (await administrator.get(`${at}/people/${personId}`)).body
    expect(person).toMatchObject({ name: typed.name, entry: 'invited', twoFactor: false })
    expect((await administrator.get(`${at}/people.csv?search=typed`)).body).toContain('invited')
    const ledger = await ownerPool.query('select body, subject_id, learner_id from events where centre_id = $1', [
      beta.centreId,
    ])
    for (const secret of [alpha.mark, account]) expect(JSON.stringify(ledger.rows)).not.toContain(secret)
  })

  it('finds no record of another centre from within one’s own [R107]', async () => {
    const own = ownIds(alpha).map(([name]) => `:${name}`)
    const records = ofCentres.filter(a => own.some(name => a.key.replace(':centreId', '').includes(name)))
    const before = await eventsIn(alpha)
    for (const action of records)
      for (const { role, answer } of await asEveryRole(role => ask(action, beta.named[role], alpha, beta.centreId))) {
        expect([403, 404], `${action.key} as ${role}: ${answer.status} ${told(answer)}`).toContain(answer.status)
        expect([action.key, ...shownOf(alpha, answer)]).toEqual([action.key])
      }
    expect(await eventsIn(alpha)).toBe(before)
  })

  it('shows a role nothing of registrations that do not concern it, and never stumbles [R107]', async () => {
    const aboutLearners = /:(registrationId|evidenceId|learnerId|fileId|criterionId)/
    for (const action of ofCentres)
      for (const { role, answer } of await asEveryRole(role => ask(action, alpha.others[role], alpha))) {
        const said = `${action.key} as ${role}: ${answer.status} ${told(answer).slice(0, 300)}`
        expect(answer.status, said).toBeLessThan(500)
        expect(shownOf(beta, answer), said).toEqual([])
        const everywhere: Role[] = ['centre-administrator', 'lead-iqa']
        if (aboutLearners.test(action.key) && !everywhere.includes(role))
          expect([403, 404], said).toContain(answer.status)
      }
  })

  it('answers those whom it concerns without stumbling, and says why where it refuses [R107]', async () => {
    for (const action of ofCentres) {
      const answers = await asEveryRole(role => ask(action, alpha.named[role], alpha))
      for (const { role, answer } of answers) {
        const said = `${action.key} as ${role}: ${answer.status} ${told(answer).slice(0, 300)}`
        expect(answer.status, said).toBeLessThan(500)
        expect(shownOf(beta, answer), said).toEqual([])
        if (answer.status === 403) expect(answer.body.code, said).toMatch(/^[a-z-]+\/[a-z0-9-]+$/)
      }
      // Else the walks above would have found nothing because there was nothing to find.
      const found = answers.some(({ answer }) => answer.status === 200)
      if (!isChange(action)) expect(found, `${action.key} finds the fixture's record for somebody`).toBe(true)
    }
  })

  it('asks a stranger to sign in for an upload too, and has none for another centre', async () => {
    const into = [
      `evidence/${alpha.ids.evidenceId}`,
      `decisions/${alpha.ids.decisionId}/further-documents`,
      `questions/${alpha.ids.questionId}/further-documents`,
    ]
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': '9', 'upload-metadata': `filename ${btoa('a.txt')}` }
    const asked = into
      .map(place => `/centres/${alpha.centreId}/${place}/uploads`)
      .flatMap(at => [
        ['POST', at] as const,
        ['HEAD', `${at}/Alpha-upload`] as const,
        ['PATCH', `${at}/Alpha-upload`] as const,
      ])
    for (const [method, path] of asked) {
      const more: Record<string, string> =
        method === 'PATCH' ? { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' } : {}
      expect((await server.call(method, path, undefined, { ...headers, ...more })).status, method).toBe(401)
      for (const who of [beta.named.learner, beta.named['centre-administrator']])
        expect(
          (await server.call(method, path, undefined, { ...headers, ...more, cookie: who.cookie })).status,
          method,
        ).toBe(404)
    }
  })

  it('lets nobody keep what it answered, be it a page, a refusal or a file', () => {
    expect([...keepable]).toEqual([])
  })
})
