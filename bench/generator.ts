import { createHmac } from 'node:crypto'
import pg from 'pg'
import { competenceOf } from '#domain/competence/authority.ts'
import type { Role } from '#domain/people/roles.ts'
import { onConnection } from '#platform/db/query.ts'
import { updateWaiting } from '#server/progress/queries.ts'
import { Rows } from './copy.ts'
import { type Criterion, full, type Made, makePortfolio, type Staff, thin } from './portfolio.ts'
import { type Random, seeded } from './random.ts'

export type CentrePlan = { name: string; learners: number; fullPortfolios: number; assessors: number; iqas: number }
export type Centre = {
  centreId: string
  versionId: string
  administrator: SignedIn
  /** Those with the most learners first. */
  assessors: (SignedIn & { learners: Made[] })[]
  made: Made[]
}
export type SignedIn = { personId: string; cookie: string }

/** Builds centres from a seed, with COPY, as the owner of the tables: the same rows in every run. */
export async function generate(ownerUrl: string, secret: string, plans: CentrePlan[], seed = 1): Promise<Centre[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Keys are made to fit; asking the database to look each one up would take longer than everything else.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`)
    const random = seeded(seed)
    const centres: Centre[] = []
    for (const plan of plans) centres.push(await makeCentre(client, random, secret, plan))
    await client.query('analyze')
    for (const { centreId } of centres) await writeWaiting(client, centreId)
    await client.query('vacuum analyze')
    return centres
  } finally {
    await client.end()
  }
}

/** One assessor more or less at random has sixty learners in each centre that is large enough. */
const caseload = 60

async function makeCentre(client: pg.Client, random: Random, secret: string, plan: CentrePlan): Promise<Centre> {
  const rows = new Rows()
  const centreId = random.id()
  rows.add('centres (id, name, created_at)', centreId, plan.name, at)
  const person = (role: string, n: number): string => addPerson(rows, random, centreId, role, n)
  const signedIn = (personId: string): SignedIn => ({ personId, cookie: addSession(rows, random, secret, personId) })
  const administrator = signedIn(person('centre-administrator', 1))
  const assessors = numbers(plan.assessors).map(n => ({ ...signedIn(person('assessor', n)), learners: [] as Made[] }))
  const trainees = numbers(Math.ceil(plan.assessors / 10)).map(n => person('trainee-assessor', n))
  const iqas = numbers(plan.iqas).map(n => person('iqa', n))
  const { versionId, criteria } = makeQualification(rows, random, centreId, administrator.personId)
  const made: Made[] = []
  for (let n = 0; n < plan.learners; n++) {
    const assessor = assessorOf(n, plan, assessors)
    const staff: Staff = {
      assessorId: assessor.personId,
      iqaId: iqas[n % iqas.length] as string,
      traineeId: n % 10 === 9 ? (trainees[n % trainees.length] as string) : null,
    }
    const learnerId = person('learner', n + 1)
    const size = n < plan.fullPortfolios ? full : thin
    const one = makePortfolio({ rows, random, centreId, versionId, criteria, staff, learnerId, size })
    assessor.learners.push(one)
    made.push(one)
    if (n % (size === full ? 100 : 1000) === 0) await rows.writeTo(client)
  }
  await rows.writeTo(client)
  return { centreId, versionId, administrator, assessors, made }
}

/** The first assessors take sixty learners each, as far as half of the learners go; the others share the rest evenly. */
function assessorOf<T>(n: number, plan: CentrePlan, assessors: T[]): T {
  const busy = Math.min(Math.floor(plan.learners / 2 / caseload), Math.floor(plan.assessors / 3))
  const place = n < busy * caseload ? Math.floor(n / caseload) : busy + (n % (plan.assessors - busy))
  return assessors[place] as T
}

const at = '2026-01-05T09:00:00.000Z'
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

const firstNames = [
  'Amina',
  'Ben',
  'Carol',
  'Dev',
  'Elin',
  'Farah',
  'Gethin',
  'Hana',
  'Idris',
  'Jo',
  'Kofi',
  'Leanne',
  'Marek',
  'Nia',
]
const lastNames = [
  'Abbott',
  'Baines',
  'Carter',
  'Desai',
  'Evans',
  'Firth',
  'Griffiths',
  'Hughes',
  'Iqbal',
  'Jones',
  'Khan',
  'Lloyd',
  'Mensah',
]

function addPerson(rows: Rows, random: Random, centreId: string, role: string, n: number): string {
  const id = random.id()
  const name = `${firstNames[random.whole(firstNames.length)]} ${lastNames[random.whole(lastNames.length)]}`
  const email = `${role}.${n}.${centreId.slice(0, 8)}@bench.example`
  rows.add('identity.people (id, name, email)', id, name, email)
  rows.add('addresses (centre_id, person_id, email)', centreId, id, email)
  rows.add('identity.entries (centre_id, person_id, started_at, account_id, proven_at)', ...[centreId, id, at, id, at])
  rows.add('role_grants (centre_id, id, person_id, role, granted_at)', centreId, random.id(), id, role, at)
  addAuthority(rows, random, centreId, role as Role, id)
  return id
}

/** What giving the role declares: entitled for everything, or working towards it. */
function addAuthority(rows: Rows, random: Random, centreId: string, held: Role, personId: string): void {
  const role = competenceOf[held]
  if (!role) return
  const [kind, until] = held === 'trainee-assessor' ? ['working-towards', '2099-01-01'] : ['held', null]
  rows.add(
    'authority_scopes (centre_id, id, person_id, role, from_day, declared, recorded_at)',
    ...[centreId, random.id(), personId, role, at, true, at],
  )
  rows.add(
    'staff_awards (centre_id, id, person_id, role, kind, since, until_day, declared, recorded_at)',
    ...[centreId, random.id(), personId, role, kind as string, at, until as string | null, true, at],
  )
}

function addSession(rows: Rows, random: Random, secret: string, personId: string): string {
  const token = `${random.id()}${random.id()}`
  rows.add('identity.sessions (id, person_id, token, expires_at)', random.id(), personId, token, '2099-01-01T00:00:00Z')
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `countersign.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

/** Ten units of four outcomes of four criteria. */
function makeQualification(rows: Rows, random: Random, centreId: string, personId: string) {
  const [qualificationId, versionId] = [random.id(), random.id()]
  const title = 'Diploma in Serving the Public'
  rows.add(
    'qualifications (centre_id, id, number, title, awarding_organisation, created_at)',
    centreId,
    qualificationId,
    '600/0001/0',
    title,
    'Larkfield Awards',
    at,
  )
  rows.add(
    'qualification_versions (centre_id, id, qualification_id, version, title, number, other_numbers, awarding_organisation, framework, level, total_credit, dates, groups, rules, rule_texts, rules_complete, published_by, published_at)',
    ...[
      centreId,
      versionId,
      qualificationId,
      1,
      title,
      '600/0001/0',
      '[]',
      'Larkfield Awards',
      'QCF',
      2,
      40,
      '{}',
      '[]',
      '[]',
      '[]',
      true,
      personId,
      at,
    ],
  )
  const criteria: Criterion[] = []
  for (const u of numbers(10)) {
    const unitId = random.id()
    rows.add(
      'units (centre_id, id, code, number, title, level, credit, simulation, evidence_requirements, knowledge_only, worksheet, criterion_count, digest)',
      ...[
        centreId,
        unitId,
        `U${u}`,
        `A/000/${String(u).padStart(4, '0')}`,
        `Serve people well, part ${u}`,
        2,
        4,
        '{}',
        '[]',
        false,
        false,
        16,
        `bench-${u}`,
      ],
    )
    rows.add('unit_places (centre_id, version_id, unit_id, position, mandatory)', centreId, versionId, unitId, u, true)
    for (const o of numbers(4)) {
      const outcomeId = random.id()
      rows.add(
        'outcomes (centre_id, id, unit_id, position, number, kind, title)',
        centreId,
        outcomeId,
        unitId,
        o,
        `${o}`,
        'learning-outcome',
        `Be able to serve people in situation ${o}`,
      )
      for (const c of numbers(4)) {
        const id = random.id()
        criteria.push({ id, unitId })
        rows.add(
          'criteria (centre_id, id, unit_id, outcome_id, position, number, kind, verb, plural, text, parts)',
          ...[
            centreId,
            id,
            unitId,
            outcomeId,
            (o - 1) * 4 + c,
            `${o}.${c}`,
            'performance',
            'show',
            false,
            `Show how you found out what the customer needed in situation ${o}.${c}, and what you did`,
            '[]',
          ],
        )
      }
    }
  }
  return { versionId, criteria }
}

/** What waits is written by the statement that the house itself keeps it with. */
async function writeWaiting(client: pg.Client, centreId: string): Promise<void> {
  await client.query('begin')
  await client.query(`select set_config('countersign.centre', $1, true)`, [centreId])
  const { rows } = await client.query(
    `select distinct c.registration_id, c.evidence_id, c.version from evidence_versions v
       join claims c on c.centre_id = v.centre_id and c.evidence_id = v.evidence_id and c.version = v.version and c.withdrawn_at is null
      where v.centre_id = $1 and v.state in ('submitted', 'under-review')`,
    [centreId],
  )
  await updateWaiting(onConnection(client), {
    registrationIds: rows.map(r => r.registration_id),
    evidenceIds: rows.map(r => r.evidence_id),
    versions: rows.map(r => r.version),
  })
  await client.query('commit')
}
