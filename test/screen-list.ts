import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Page } from 'playwright-core'

/** A screen as somebody of the sample centre comes to it. `as` is their e-mail, null for nobody, 'empty' before there is any centre. */
export type Screen = {
  name: string
  as: string | null
  path: (pool: pg.Pool) => Promise<string>
  then?: (page: Page) => Promise<void>
  whole?: boolean
}

const amina = 'amina@cast.example'
const ben = 'ben@cast.example'
const carol = 'carol@cast.example'
const alan = 'alan@weir-street.example'
const jo = 'jo@cast.example'
const dev = 'dev@larkfield-awards.example'

const at = (path: string) => async () => path

const one = async (pool: pg.Pool, sql: string, values: unknown[] = []): Promise<Record<string, string>> => {
  const { rows } = await pool.query(sql, values)
  if (!rows[0]) throw new Error(`nothing found by ${sql}`)
  return rows[0]
}

const centreOf = async (pool: pg.Pool) => (await one(pool, `select id from centres where name like 'Weir Street%'`)).id
const inCentre = (rest: string) => async (pool: pg.Pool) => `/c/${await centreOf(pool)}${rest}`
const registrationOf =
  (email: string, rest = '') =>
  async (pool: pg.Pool) => {
    const { id } = await one(
      pool,
      'select r.id from registrations r join identity.people p on p.id = r.learner_id where p.email = $1 order by registered_at limit 1',
      [email],
    )
    return `/c/${await centreOf(pool)}/registrations/${id}${rest}`
  }
const evidenceOf =
  (email: string, state: string, rest = '') =>
  async (pool: pg.Pool) => {
    const { id } = await one(
      pool,
      `select v.evidence_id as id from evidence_versions v join identity.people p on p.id = v.learner_id
      where p.email = $1 and v.state = $2 and not exists (select 1 from evidence_versions n where n.evidence_id = v.evidence_id and n.version > v.version) order by v.created_at desc limit 1`,
      [email, state],
    )
    return `/c/${await centreOf(pool)}/evidence/${id}${rest}`
  }
/** Evidence that answers a worksheet of the centre. */
const answersOf =
  (email: string, rest = '') =>
  async (pool: pg.Pool) => {
    const { id } = await one(
      pool,
      `select v.evidence_id as id from evidence_versions v join identity.people p on p.id = v.learner_id where p.email = $1 and v.worksheet_id is not null order by v.created_at desc limit 1`,
      [email],
    )
    return `/c/${await centreOf(pool)}/evidence/${id}${rest}`
  }
const versionOf = (pool: pg.Pool) =>
  one(
    pool,
    'select v.id from qualification_versions v join centres c on c.id = v.centre_id where c.name like $1 order by title desc limit 1',
    ['Weir Street%'],
  )

/** Refusals as a month brings them, for the picture. */
const refuseSome = (pool: pg.Pool, centreId: string) =>
  pool.query(
    `insert into refusals (centre_id, day, person_id, kind, route, count)
     select $1, current_date - d, case when t.email is not null then (select person_id from addresses where centre_id = $1 and email = t.email) end, t.kind, t.route, 1 + (d * 7 + t.most) % t.most
       from generate_series(0, 29) d,
            (values ('amina@cast.example', 'sign-in-failed', 'POST /auth/sign-in/email', 3, 3), ('jo@cast.example', 'forbidden', 'POST /centres/:centreId/evidence/:evidenceId/decisions', 2, 5),
                    ('ben@cast.example', 'not-found', 'GET /centres/:centreId/evidence/:evidenceId', 4, 4), (null, 'not-found', 'GET /centres/:centreId/people', 2, 11), ('amina@cast.example', 'locked-out', 'POST /auth/sign-in/email', 2, 17)) t (email, kind, route, most, every)
      where d % t.every = 1 on conflict do nothing`,
    [centreId],
  )

export const screens: Screen[] = [
  { name: 'first-run', as: 'empty', path: at('/first-run') },
  { name: 'sign-in', as: null, path: at('/sign-in') },
  { name: 'forgot-password', as: null, path: at('/forgot-password') },
  { name: 'account', as: ben, path: at('/account') },
  { name: 'invitation', as: null, path: at('/invitation?token=a-token') },
  { name: 'enter', as: 'nadia@cast.example', path: at('/enter?token=a-token') },
  { name: 'centres', as: 'nadia@cast.example', path: at('/centres') },
  { name: 'home-learner', as: amina, path: inCentre('') },
  { name: 'home-trainee', as: jo, path: inCentre('') },
  { name: 'home-assessor', as: ben, path: inCentre('') },
  { name: 'home-iqa', as: carol, path: inCentre('') },
  { name: 'home-administrator', as: alan, path: inCentre('') },
  {
    name: 'coverage-of-a-unit',
    as: ben,
    path: async pool => {
      const { id } = await one(pool, `select id from units where number = '5' and centre_id = $1`, [
        await centreOf(pool),
      ])
      return registrationOf(amina, `/units/${id}`)(pool)
    },
  },
  { name: 'matrix', as: amina, path: registrationOf(amina) },
  { name: 'matrix-assessor', as: ben, path: registrationOf('leanne@cast.example') },
  { name: 'registration-people', as: alan, path: registrationOf(amina, '/people') },
  { name: 'registration-new', as: alan, path: inCentre('/registrations/new') },
  { name: 'evidence-new', as: amina, path: inCentre('/evidence/new') },
  { name: 'evidence-staff', as: ben, path: inCentre('/evidence') },
  { name: 'plan', as: amina, path: registrationOf(amina, '/plan') },
  { name: 'plan-assessor', as: ben, path: registrationOf(amina, '/plan') },
  { name: 'evidence', as: amina, path: inCentre('/evidence') },
  { name: 'evidence-draft', as: 'kofi@cast.example', path: evidenceOf('kofi@cast.example', 'draft') },
  { name: 'evidence-accepted', as: amina, path: evidenceOf(amina, 'accepted') },
  { name: 'evidence-returned', as: amina, path: evidenceOf(amina, 'returned') },
  { name: 'assessing', as: ben, path: evidenceOf(amina, 'submitted', '/assessment') },
  { name: 'assessing-countersigner', as: ben, path: evidenceOf('leanne@cast.example', 'under-review', '/assessment') },
  {
    name: 'in-question',
    as: ben,
    path: async pool => {
      const { id } = await one(pool, `select evidence_id as id from questions order by raised_at limit 1`)
      return `/c/${await centreOf(pool)}/evidence/${id}/assessment`
    },
  },
  { name: 'witness-ask', as: amina, path: inCentre('/evidence/witness') },
  {
    name: 'witnesses',
    as: carol,
    path: async pool => {
      const { id } = await one(pool, 'select id from identity.people where email = $1', [amina])
      return `/c/${await centreOf(pool)}/witnesses?learnerId=${id}`
    },
  },
  {
    name: 'testimony',
    as: null,
    path: async pool => {
      // The link itself is in nobody's hands but the witness's: for the picture it gets one that we know.
      const token = 'a-link-that-is-made-for-a-picture'
      await pool.query(
        'update testimony_requests set token_hash = $1 where id = (select id from testimony_requests limit 1)',
        [createHash('sha256').update(token).digest('hex')],
      )
      return `/testimony?token=${token}`
    },
    whole: true,
  },
  { name: 'report', as: alan, path: inCentre('/reports/progress') },
  { name: 'report-eqa', as: dev, path: inCentre('/reports/progress') },
  { name: 'catalogue', as: ben, path: inCentre('/catalogue') },
  {
    name: 'version',
    as: ben,
    path: async pool => `/c/${await centreOf(pool)}/catalogue/versions/${(await versionOf(pool)).id}`,
  },
  {
    name: 'unit',
    as: ben,
    path: async pool =>
      `/c/${await centreOf(pool)}/catalogue/units/${(await one(pool, `select u.id from units u join centres c on c.id = u.centre_id where c.name like 'Weir Street%' order by u.code limit 1`)).id}`,
  },
  {
    name: 'worksheet-of-a-unit',
    as: ben,
    path: async pool => {
      const { id } = await one(pool, `select unit_id as id from worksheets where title like '%expect'`)
      return `/c/${await centreOf(pool)}/catalogue/units/${id}`
    },
  },
  { name: 'worksheet-marking', as: ben, path: answersOf('tomos@cast.example', '/assessment') },
  { name: 'worksheet-marks', as: amina, path: answersOf(amina) },
  { name: 'worksheet-marks-countersigned', as: ben, path: answersOf('leanne@cast.example', '/assessment') },
  { name: 'set-ups', as: ben, path: inCentre('/catalogue/set-ups') },
  { name: 'contradictions', as: alan, path: inCentre('/catalogue/contradictions') },
  { name: 'standards', as: alan, path: inCentre('/catalogue/standards') },
  { name: 'imports', as: alan, path: inCentre('/catalogue/imports') },
  { name: 'search', as: ben, path: inCentre('/search?q=complaint') },
  { name: 'people', as: alan, path: inCentre('/people') },
  {
    name: 'security',
    as: alan,
    path: async pool => {
      await refuseSome(pool, String(await centreOf(pool)))
      return inCentre('/refusals')(pool)
    },
  },
  { name: 'storage', as: alan, path: inCentre('/quotas') },
  {
    name: 'person',
    as: alan,
    path: async pool =>
      `/c/${await centreOf(pool)}/people/${(await one(pool, 'select id from identity.people where email = $1', [ben])).id}`,
  },
  { name: 'person-new', as: alan, path: inCentre('/people/new') },
  { name: 'people-file', as: alan, path: inCentre('/people/file') },
  { name: 'competence', as: 'ruth@cast.example', path: inCentre('/competence') },
  {
    name: 'competence-record',
    as: 'ruth@cast.example',
    path: async pool =>
      `/c/${await centreOf(pool)}/competence/${(await one(pool, 'select id from identity.people where email = $1', [jo])).id}`,
  },
  { name: 'quality', as: 'ruth@cast.example', path: inCentre('/quality') },
  { name: 'my-record', as: ben, path: inCentre('/my-record') },
  { name: 'learners', as: ben, path: inCentre('/learners') },
  { name: 'outbox', as: alan, path: inCentre('/people/outbox') },
  // Last, since it adds somebody: a person whom another centre knows, until she opens this one's letter.
  {
    name: 'person-invited',
    as: 'graham@northgate.example',
    path: async pool => {
      const { id } = await one(pool, `select id from centres where name like 'Northgate%'`)
      const typed = [id, amina]
      await pool.query(
        `with typed as (
           insert into identity.people (name) select 'A. Yusuf' where not exists (select 1 from addresses where centre_id = $1 and email = $2) returning id),
         addressed as (insert into addresses (centre_id, person_id, email) select $1::uuid, id, $2::citext from typed)
         insert into role_grants (centre_id, person_id, role, granted_at) select $1::uuid, id, 'mentor', now() from typed`,
        typed,
      )
      const added = await one(pool, 'select person_id from addresses where centre_id = $1 and email = $2', typed)
      return `/c/${id}/people/${added.person_id}`
    },
    whole: true,
  },
]
