/**
 * `npm run attack`: attacks an instance of its own, on loopback, for five minutes at the most: as a stranger, as each role,
 * as another centre's administrator and as whoever uploads hostile files. It ends with the server answering, or says what did not hold.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '#platform/config.ts'
import { ensureDatabase, startEmbedded } from '#platform/db/server.ts'
import { makeServices } from '#server/main.ts'
import { aFullCentre, type FullCentre } from './full-centre.ts'
import { fuzzedRoutes, fuzzFields, fuzzRandomly } from './fuzz.ts'
import { lineBreaks, manyCriteria, pdfBomb, slowPdf, workbookBomb } from './hostile/files.ts'
import { rawConnection } from './raw.ts'
import { testSecret } from './secret.ts'
import { type TestServer, verbs } from './server.ts'

const started = performance.now()
const seconds = () => (performance.now() - started) / 1000
const longest = 300
const inputs = Number(process.env.ATTACK_INPUTS ?? 50_000)

let held = 0
const broken: string[] = []
async function attack(what: string, work: () => Promise<string>): Promise<void> {
  const at = seconds()
  try {
    const seen = await work()
    held++
    console.log(`held    ${what}: ${seen} (${(seconds() - at).toFixed(1)} s)`)
  } catch (error) {
    broken.push(what)
    console.log(`BROKEN  ${what}: ${(error as Error).message}`)
  }
}
function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'countersign-attack-'))
const database = await startEmbedded(dataDir)
const databaseUrl = await ensureDatabase(database.url, 'countersign')
const config = {
  ...readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'fatal', SECRET: testSecret, PORT: '0' }),
  databaseUrl,
}
// Ours only to put people in; who is attacked is the other process.
const { services, close } = await makeServices(config, databaseUrl)
const child = await serve()
config.baseUrl = child.address
const server: TestServer = { address: child.address, services, ...verbs(child.address, services) }
const centre = await aFullCentre(server, 'Lighthouse')
const other = await aFullCentre(server, 'Northgate')

/** As `npm start` runs it. */
async function serve(): Promise<{ process: ChildProcess; address: string }> {
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
  const own = spawn(process.execPath, ['--max-semi-space-size=16', '--max-old-space-size=512', main, 'serve'], {
    env: {
      ...{ PATH: process.env.PATH, LOG_LEVEL: 'fatal', DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
      ...{ SECRET: testSecret, PORT: '0' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    own.once('exit', code => reject(new Error(`the server ended with ${code}`)))
    own.stdout?.on('data', chunk => {
      const said = /ready at (\S+)/.exec(String(chunk))?.[1]
      if (said) resolve(said)
    })
  })
  return { process: own, address }
}

const administrator = centre.named['centre-administrator']
const at = (url: string) => `/centres/${centre.centreId}${url}`

async function megabytes(): Promise<number> {
  const status = await readFile(`/proc/${child.process.pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000)
}

/** Whether the server goes on answering others while `work` is under way. */
async function answersMeanwhile(work: () => Promise<unknown>): Promise<number> {
  let done = false
  let answered = 0
  const working = work().finally(() => {
    done = true
  })
  while (!done) {
    const { status } = await other.named.learner.get('/me')
    demand(status === 200, `somebody of another centre was answered ${status} meanwhile`)
    answered++
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  await working
  return answered
}

await attack('12 bodies of 45 MB to sign-in and to a public page', async () => {
  const body = new Uint8Array(45_000_000)
  const type = { 'content-type': 'application/octet-stream' }
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      fetch(`${child.address}${i % 2 ? '/api/auth/sign-in/email' : '/sign-in'}`, {
        method: 'POST',
        body,
        headers: type,
      }).then(
        a => a.status,
        () => 0,
      ),
    ),
  )
  demand(
    answers.every(a => [0, 404, 413, 415].includes(a)),
    `answered ${answers}`,
  )
  const held = await megabytes()
  demand(held < 400, `${held} MB are held`)
  return `refused unread, ${held} MB held`
})

const halves = Array.from({ length: 60 }, (_, i) => {
  const raw = rawConnection(child.address)
  raw.send(
    i % 2
      ? 'POST /api/auth/sign-in/email HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"email":'
      : 'GET /healthz HTTP/1.1\r\nHost: here\r\nX-Half: ',
  )
  return raw
})

await attack('endpoints of the sign-in library that nobody needs', async () => {
  const learner = centre.named.learner
  for (const [method, url] of [
    ['POST', '/auth/update-user'],
    ['POST', '/auth/sign-up/email'],
    ['POST', '/auth/change-email'],
    ['POST', '/auth/delete-user'],
    ['GET', '/auth/ok'],
  ] as const) {
    const headers = { cookie: learner.cookie, origin: child.address }
    const { status } = await server.call(method, url, method === 'POST' ? { name: 'Ben Carter' } : undefined, headers)
    demand(status === 404, `${url} answers ${status}`)
  }
  return 'not found'
})

await attack('a stranger who guesses a password', async () => {
  const { rows } = await services.ownerPool.query('select email from identity.people where id = $1', [
    centre.named.assessor.personId,
  ])
  const statuses = []
  for (let i = 0; i < 25; i++) {
    const body = { email: rows[0].email, password: `a guessed password ${i}` }
    statuses.push((await server.call('POST', '/auth/sign-in/email', body, { origin: child.address })).status)
  }
  demand(statuses.at(-1) === 429, `answered ${statuses.at(-1)} after 25 tries`)
  return 'made to wait'
})

await attack('another centre’s people on every record of this one', async () => {
  const leaks: string[] = []
  let asked = 0
  for (const { key, method, path: route } of fuzzedRoutes) {
    if (method !== 'GET' || !route.startsWith('/centres/:centreId')) continue
    for (const who of [other.named['centre-administrator'], other.named.eqa, other.named.learner]) {
      const url = route.replace(/:(\w+)/g, (_, name: string) => centre.ids[name] ?? centre.ids.versionId ?? '')
      const { status, body } = await who.get(url)
      asked++
      if (status === 200 || JSON.stringify(body).includes(centre.mark)) leaks.push(key)
      // In their own centre, with the records of this one.
      const inOwn = await who.get(url.replace(centre.centreId, other.centreId))
      asked++
      if (JSON.stringify(inOwn.body).includes(centre.mark)) leaks.push(`${key} in their own centre`)
    }
  }
  demand(leaks.length === 0, `leaked: ${leaks.join(', ')}`)
  return `${asked} questions, nothing told`
})

await attack('300 uploads of 5 GB, promised by one learner', async () => {
  const learner = centre.named.learner
  const { evidenceId } = (await learner.post(at(`/learners/${learner.personId}/evidence`), { kind: 'file' })).body
  const statuses: number[] = []
  for (let i = 0; i < 300; i++) {
    const { status } = await learner.post(at(`/evidence/${evidenceId}/uploads`), undefined, {
      ...{ 'tus-resumable': '1.0.0', 'upload-length': '5368709120' },
      'upload-metadata': `filename ${Buffer.from(`film ${i}.mp4`).toString('base64')}`,
    })
    statuses.push(status)
  }
  const begun = statuses.filter(s => s === 201).length
  demand(begun <= 20, `${begun} were begun`)
  return `${begun} begun, ${300 - begun} refused`
})

await attack('120 letters to one stranger', async () => {
  const learner = centre.named.learner
  let written = 0
  for (let i = 0; i < 120; i++) {
    const body = {
      type: 'witness-testimony',
      witnessName: 'A Stranger',
      email: 'stranger@elsewhere.example',
      asks: `Sign this ${i}`,
    }
    if ((await learner.post(at(`/learners/${learner.personId}/testimony-requests`), body)).status === 200) written++
  }
  demand(written <= 10, `${written} were written`)
  return `${written} written`
})

await attack('hostile documents and tables', async () => {
  const answers: string[] = []
  const give = async (name: string, bytes: Uint8Array) => {
    const { status, body } = await administrator.post(at(`/imports?name=${name}`), bytes)
    answers.push(`${name} ${status}`)
    demand([409, 503].includes(status), `${name} was answered ${status} ${body.code}`)
  }
  const answered = await answersMeanwhile(async () => {
    const preview = await administrator.post(at('/people-files/preview'), lineBreaks())
    demand(preview.status === 200, `line breaks were answered ${preview.status}`)
    await give('bomb.pdf', pdfBomb())
    await give('slow.pdf', slowPdf())
    await give('bomb.xlsx', workbookBomb())
    await give('endless.txt', manyCriteria())
  })
  const held = await megabytes()
  demand(held < 500, `${held} MB are held`)
  return `${answers.join(', ')}; ${answered} questions of others answered meanwhile, ${held} MB held`
})

await attack('connections to the database that die in use', async () => {
  const statuses = new Map<number, number>()
  let done = false
  const killing = (async () => {
    while (!done) {
      await services.ownerPool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
            and usename = $1 and random() < 0.5`,
        [services.appRole],
      )
      await new Promise(resolve => setTimeout(resolve, 40))
    }
  })()
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let i = 0; i < 60; i++) {
        const { status } = await administrator.get(at('/people'))
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }),
  )
  done = true
  await killing
  const told = [...statuses].map(([status, n]) => `${n} × ${status}`).join(', ')
  demand(
    [...statuses.keys()].every(s => s === 200 || s === 503),
    told,
  )
  demand((await administrator.get(at('/people'))).status === 200, 'the next request is not answered')
  return told
})

await attack('odd values in each field of each contract', async () => {
  const { findings, unnamed, asked } = await fuzzFields(server, centre, { thorough: seconds() < 120 })
  demand(findings.length === 0, `${findings.length} of ${asked}: ${JSON.stringify(findings.slice(0, 3))}`)
  demand(unnamed.length === 0, `${unnamed.length} not named: ${unnamed.slice(0, 3)}`)
  return `${asked} asked, no 500`
})

await attack('input at random', async () => {
  const portion = 2000
  let asked = 0
  for (; asked < inputs && seconds() < longest - 20; asked += portion) {
    const { findings } = await fuzzRandomly(server, centre, { inputs: portion, seed: 20_261_201 + asked })
    demand(findings.length === 0, JSON.stringify(findings.slice(0, 3)))
  }
  return `${asked} inputs, no 500${asked < inputs ? ` (of ${inputs}: the time was up)` : ''}`
})

await attack('60 requests that are never sent whole', async () => {
  const rest = Math.max(1, 60 - seconds()) * 1000
  const ended = await Promise.race([
    Promise.all(halves.map(raw => raw.ended)).then(() => true),
    new Promise<boolean>(resolve => setTimeout(() => resolve(false), rest)),
  ])
  demand(ended, 'some were open after a minute')
  return 'ended by the server'
})

await attack('afterwards', async () => {
  const { status } = await fetch(`${child.address}/readyz`)
  demand(status === 200, `readyz says ${status}`)
  demand((await signsIn(centre)) === 200, 'nobody is answered')
  return `the server answers, ${await megabytes()} MB held`
})

async function signsIn({ named }: FullCentre): Promise<number> {
  return (await named.learner.get('/me')).status
}

const gone = new Promise(resolve => child.process.once('exit', resolve))
child.process.kill('SIGTERM')
await gone
await close()
await database.stop()
await rm(dataDir, { recursive: true, force: true })
console.log(`${held} held, ${broken.length} broken, ${seconds().toFixed(0)} s`)
process.exitCode = broken.length > 0 ? 1 : 0
