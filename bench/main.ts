/**
 * `npm run -s bench -- [--quick] [--json FILE] [--keep]`: builds its own centres, measures ourselves against floors measured in the
 * same run, and prints a table and what it means. Machines differ, so every figure that matters is a ratio.
 * --keep leaves the database, so that a plan can be looked at.
 */
import { createReadStream, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { ensureDatabase, startEmbedded } from '#platform/db/server.ts'
import { measureAlone } from './alone.ts'
import { type Centre, generate } from './generator.ts'
import { type Ask, load, middle, oneByOne, startProcess, statementsOf } from './measure.ts'
import { full, type Made } from './portfolio.ts'
import { checkProgress } from './self-check.ts'

const quick = process.argv.includes('--quick')
const keep = process.argv.includes('--keep')
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined
const seconds = quick ? 3 : 10
const secret = 'the benchmark signs its own sessions with this'
const dataDir = path.join(fileURLToPath(new URL('..', import.meta.url)), '.data', 'bench')

const big = quick
  ? { name: 'Big centre', learners: 5000, fullPortfolios: 300, assessors: 120, iqas: 12 }
  : { name: 'Big centre', learners: 5000, fullPortfolios: 5000, assessors: 120, iqas: 12 }
const small = { name: 'Small centre', learners: 50, fullPortfolios: quick ? 6 : 50, assessors: 3, iqas: 1 }

const began = performance.now()
const since = () => `${((performance.now() - began) / 1000).toFixed(1)} s`
const tell = (what: string) => console.error(`${since()}  ${what}`)

tell('what needs no database')
const alone = await measureAlone()

const database = process.env.DATABASE_URL ? null : await startEmbedded(dataDir)
const serverUrl = process.env.DATABASE_URL ?? (database as { url: string }).url
await dropDatabase()
const ownerUrl = await ensureDatabase(serverUrl, 'countersign_bench')
await migrate(ownerUrl, secret)
tell('writing the centres')
const [bigCentre, smallCentre] = (await generate(ownerUrl, secret, [big, small])) as [Centre, Centre]
await checkProgress(
  ownerUrl,
  bigCentre,
  [0, 1, 9, 300, 4999].map(n => bigCentre.made[n] as Made),
)
tell('the centres are written, and their progress is what the code computes')

const environment = { DATABASE_URL: ownerUrl, DATA_DIR: dataDir, SECRET: secret, PORT: '0', LOG_LEVEL: 'warn' }
const floors = await startProcess(['bench/floors.ts'], environment)
// The web process as `npm start` runs it, with the memory it is told to keep to.
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const flags = (scripts.start as string).match(/--max-\S+/g) ?? []
const web = await startProcess([...flags, 'src/cli/main.ts', 'serve'], { ...environment, COUNT_STATEMENTS: '1' })
let most = 0
const watch = setInterval(() => {
  most = Math.max(most, web.megabytes())
}, 250)

const of = (centre: Centre, rest: string) => `/api/centres/${centre.centreId}${rest}`
const busy = bigCentre.assessors.filter(a => a.learners.length === 60 && a.learners.every(m => m.size === full))
const fullOnes = busy.flatMap(a => a.learners.map(m => ({ cookie: a.cookie, made: m })))
const guarded: Ask[] = fullOnes.map(({ cookie, made }) => ({
  path: `/centres/${bigCentre.centreId}/guarded/${made.registrationId}`,
  cookie,
}))
const matrix: Ask[] = fullOnes.map(({ cookie, made }) => ({
  path: of(bigCentre, `/registrations/${made.registrationId}/matrix`),
  cookie,
}))
const queue: Ask[] = busy.map(({ cookie }) => ({ path: of(bigCentre, '/queue'), cookie }))
const report = (centre: Centre, rest = ''): Ask => ({
  path: of(centre, `/reports/progress?size=50&sort=confirmed&state=under-way${rest}`),
  cookie: centre.administrator.cookie,
})
// Without a trainee, so that the assessor's word is the only one; each piece of evidence is decided once.
const decisions: Ask[] = fullOnes
  .filter(({ made }) => bigCentre.made.indexOf(made) % 10 !== 9)
  .map(({ cookie, made }) => ({
    path: of(bigCentre, `/evidence/${made.waiting?.evidenceId}/decisions`),
    cookie,
    method: 'POST',
    body: decisionOn(made),
  }))

const statements = {
  matrix: await statementsOf(web.address, matrix[0] as Ask),
  queue: await statementsOf(web.address, queue[0] as Ask),
  report: await statementsOf(web.address, report(bigCentre)),
  'report of 50 learners': await statementsOf(web.address, report(smallCentre)),
  decision: await statementsOf(web.address, decisions.pop() as Ask),
}

tell('floors')
await load(floors.address, [{ path: '/hello' }], { seconds: 1 })
const hello = await load(floors.address, [{ path: '/hello' }], { seconds })
await load(floors.address, guarded, { seconds: 1 })
const guard = await load(floors.address, guarded, { seconds })
const disk = await readingSpeed(quick ? 128 : 1024)

tell('ourselves')
await load(web.address, matrix, { seconds: 1 })
const row = async (asks: Ask[], how: { seconds: number } | 'once') => {
  most = 0
  return { ...(await load(web.address, asks, how)), megabytes: Math.max(most, web.megabytes()) }
}
const rows = {
  matrix: await row(matrix, { seconds }),
  'matrix, gzip': await row(
    matrix.map(a => ({ ...a, gzip: true })),
    { seconds },
  ),
  // A part of them first, as every other row has its first second: connections plan, the engine compiles.
  decision:
    (await load(web.address, decisions.splice(0, Math.floor(decisions.length / 4)), 'once'),
    await row(decisions, 'once')),
  queue: await row(queue, { seconds }),
  report: await row([report(bigCentre)], { seconds }),
}
await oneByOne(web.address, [report(smallCentre), report(bigCentre)], 40)
const at50 = middle(await oneByOne(web.address, [report(smallCentre)], quick ? 200 : 1000))
const at5000 = middle(await oneByOne(web.address, [report(bigCentre)], quick ? 200 : 1000))
const inTheMiddle = middle(await oneByOne(web.address, [report(bigCentre, '&page=40')], quick ? 100 : 500))
clearInterval(watch)
const megabytes = Math.max(...Object.values(rows).map(r => r.megabytes))
await web.stop()
await floors.stop()
if (keep) tell(`the database is kept: ${ownerUrl}`)
else await dropDatabase()
if (!keep) await database?.stop()

const ratio = (name: keyof typeof rows) => rows[name].perSecond / guard.perSecond
const bars = [
  bar('matrix of a full portfolio, of guarded', ratio('matrix'), 0.1, 0.5, 'least'),
  bar('saving a decision on 20 criteria, of guarded', ratio('decision'), 0.1, 0.25, 'least'),
  bar('queue of an assessor with 60 learners, of guarded', ratio('queue'), 0.15, 0.5, 'least'),
  bar('report page of 50 of 5,000, p99 in ms', rows.report.p99, 100, 100, 'most'),
  bar('report, p50 at 5,000 learners by p50 at 50', at5000 / at50, 1.5, 1.1, 'most'),
  bar('SQL statements, matrix', statements.matrix, 4, 2, 'most'),
  bar('SQL statements, queue', statements.queue, 4, 2, 'most'),
  bar('SQL statements, report', statements.report, 4, 2, 'most'),
  bar(
    'SQL statements, report, more than at 50 learners',
    statements.report - statements['report of 50 learners'],
    0,
    0,
    'most',
  ),
  bar('memory of the web process, MB', megabytes, 256, 160, 'most'),
  ...alone.map(({ what, times, bar: most }) => bar(`${what}, by its floor`, times, most, most, 'most')),
]
const whole = (n: number) => Math.round(n).toLocaleString('en-GB')
console.log(
  `\n${os.cpus().length} cores, ${os.cpus()[0]?.model.trim()}, Node ${process.version}, fsync on, 10 connections, ${busy.length} sessions\n`,
)
console.log(
  `floors   hello ${whole(hello.perSecond)}/s   guarded ${whole(guard.perSecond)}/s   disk ${whole(disk)} MB/s\n`,
)
const columns = (cells: string[]) => cells.map((c, i) => (i === 0 ? c.padEnd(52) : c.padStart(12))).join('')
console.log(columns(['', 'per second', 'p50 ms', 'p99 ms', 'kB', 'MB', 'failed']))
for (const [name, r] of Object.entries(rows))
  console.log(
    columns([
      name,
      whole(r.perSecond),
      String(r.p50),
      String(r.p99),
      r.kilobytes.toFixed(1),
      whole(r.megabytes),
      String(r.failed),
    ]),
  )
console.log(
  columns([
    'report, one by one: 50 learners, 5,000, its page 40',
    '',
    `${at50.toFixed(2)}`,
    `${at5000.toFixed(2)}`,
    `${inTheMiddle.toFixed(2)}`,
  ]),
)
console.log(`\n${columns(['', 'measured', 'bar now', 'wanted', ''])}`)
for (const b of bars)
  console.log(
    columns([b.what, b.measured.toFixed(2), String(b.now), String(b.wanted), b.reached ? 'reached' : 'NOT YET']),
  )
console.log(`\nSQL statements of a saved decision: ${statements.decision}; in all ${since()}`)

const document = {
  quick,
  cores: os.cpus().length,
  node: process.version,
  floors: { hello, guarded: guard, diskMegabytesPerSecond: disk },
  rows,
  growth: { at50, at5000, inTheMiddle },
  statements,
  alone,
  megabytes,
  bars,
}
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify(document, null, 2)}\n`)
else console.log(`\n${JSON.stringify(document)}`)
const failures = Object.values(rows).reduce((n, r) => n + r.failed, 0)
process.exitCode = failures > 0 ? 1 : 0

function bar(what: string, measured: number, now: number, wanted: number, kind: 'least' | 'most') {
  return { what, measured, now, wanted, reached: kind === 'least' ? measured >= now : measured <= now }
}

function decisionOn({ registrationId, waiting }: Made): unknown {
  if (!waiting) throw new Error('Nothing waits in a thin portfolio')
  const keys = waiting.criterionIds.map(criterionId => ({ registrationId, criterionId }))
  return {
    ...{ requestId: crypto.randomUUID(), version: 1, seenRevision: 1, seenContent: waiting.contentHash },
    seen: { learner: keys, trainee: [] },
    judgements: keys.map(k => ({ ...k, outcome: 'met', reason: null })),
    ...{ outcome: 'accepted', returnReason: null, acceptances: [] },
    feedback: 'You met all of these in one piece of work; next, show them with a second customer.',
  }
}

/** Megabytes a second through Node's streams, of a file that was only just written. */
async function readingSpeed(megabytes: number): Promise<number> {
  const file = path.join(dataDir, 'floor')
  writeFileSync(file, Buffer.alloc(megabytes * 1_000_000, 7))
  const started = performance.now()
  for await (const _ of createReadStream(file, { highWaterMark: 1 << 16 }));
  const took = (performance.now() - started) / 1000
  rmSync(file)
  return megabytes / took
}

async function dropDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query('drop database if exists countersign_bench with (force)')
  await client.end()
}
