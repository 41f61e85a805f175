import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { ensureDatabase } from '#platform/db/server.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const password = 'correct horse battery staple'
let dataDir: string
let databaseUrl: string

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'countersign serve '))
  databaseUrl = await ensureDatabase(
    inject('serverUrl'),
    `serve_${randomBytes(3).toString('hex')}_${inject('template').split('_')[1]}`,
    inject('template'),
  )
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

type Served = { process: ChildProcess; output: () => string; ended: Promise<number | null> }

function serve(environment: Record<string, string>): Served {
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk))
  return { process: child, output: () => said, ended: new Promise(resolve => child.once('close', resolve)) }
}

async function addressOf({ output, process }: Served): Promise<string> {
  for (;;) {
    const address = /ready at (http\S+)/.exec(output())?.[1]
    if (address) return address
    if (process.exitCode !== null) throw new Error(`It ended: ${output()}`)
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

it('on a faulty configuration it does not start, and names every fault at once', async () => {
  const served = serve({
    PORT: 'many',
    BASE_URL: 'ftp://x',
    LOG_LEVEL: 'loud',
    SECRET: 'short',
    DATABASE_URL: 'mysql://x',
  })
  expect(await served.ended).toBe(2)
  for (const name of ['PORT', 'BASE_URL', 'LOG_LEVEL', 'SECRET', 'DATABASE_URL'])
    expect(served.output()).toContain(`${name}:`)
})

it('told to stop, it finishes the request in flight, takes no new one, and ends cleanly', async () => {
  const served = serve({ DATABASE_URL: databaseUrl })
  const address = await addressOf(served)
  const holder = new pg.Client({ connectionString: databaseUrl })
  await holder.connect()
  await holder.query('begin; lock table centres in access exclusive mode')
  const inFlight = fetch(`${address}/api/first-run`)
  await untilWaiting(holder)
  served.process.kill('SIGTERM')
  await untilRefused(address)
  await holder.query('rollback')
  await holder.end()
  const answer = await inFlight
  expect([answer.status, await answer.json()]).toEqual([200, { empty: true }])
  expect(await served.ended).toBe(0)
})

it('even at its most talkative the log holds no password, cookie, address of a person or query', async () => {
  const served = serve({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'trace' })
  const address = await addressOf(served)
  const headers = {
    'content-type': 'application/json',
    cookie: 'countersign.session_token=a-stolen-token.c2ln',
    origin: address,
  }
  const founder = { centreName: 'Quay', name: 'Olwen Tregarth', email: 'olwen@quay.example', password }
  await fetch(`${address}/api/first-run/centre?note=written-in-the-query`, {
    method: 'POST',
    headers,
    body: JSON.stringify(founder),
  })
  await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: founder.email, password }),
  })
  await fetch(`${address}/api/auth/request-password-reset`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: founder.email }),
  })
  await fetch(`${address}/api/me?note=written-in-the-query`, { headers })
  served.process.kill('SIGTERM')
  expect(await served.ended).toBe(0)
  const log = served.output()
  expect(log).toContain('answered')
  const never = [
    password,
    'a-stolen-token',
    founder.email,
    founder.name,
    'written-in-the-query',
    new URL(databaseUrl).password,
  ]
  expect(never.filter(secret => secret !== '' && log.includes(secret))).toEqual([])
})

it('given any free port, letters lead to the port that it became, and pages of that port are ours', async () => {
  const served = serve({ DATABASE_URL: databaseUrl })
  const address = await addressOf(served)
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  const email = 'olwen@quay.example'
  await owner.query('insert into identity.people (name, email) values ($1, $2) on conflict do nothing', [
    'Olwen',
    email,
  ])
  await owner.query('delete from letters')
  const asked = await fetch(`${address}/api/auth/request-password-reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address.replace('127.0.0.1', 'localhost') },
    body: JSON.stringify({ email }),
  })
  const { rows } = await owner.query('select body from letters')
  await owner.end()
  served.process.kill('SIGTERM')
  expect(await served.ended).toBe(0)
  expect(asked.status).toBe(200)
  expect(rows.map(r => /https?:\S+(?=\?token=)/.exec(r.body)?.[0])).toEqual([`${address}/reset-password`])
})

async function untilWaiting(client: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query(
      'select 1 from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
    )
    if (rowCount) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

async function untilRefused(address: string): Promise<void> {
  for (;;) {
    const open = await fetch(`${address}/healthz`, { headers: { connection: 'close' } }).then(
      r => r.status < 500,
      () => false,
    )
    if (!open) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
