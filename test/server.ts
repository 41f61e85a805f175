import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Role } from '#domain/people/roles.ts'
import { readConfig } from '#platform/config.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { ensureDatabase } from '#platform/db/server.ts'
import type { Services } from '#platform/services.ts'
import { type AppOptions, makeApp } from '#server/app.ts'
import { insertPerson, insertRole } from '#server/centres/founding.ts'
import { makeServices } from '#server/main.ts'
import { keepAnswered } from './answered.ts'
import { testSecret } from './secret.ts'

export type Answer = { status: number; body: any; headers: Headers }
export type SignedIn = { personId: string; cookie: string; get: Caller; post: Caller; put: Caller; delete: Caller }
type Caller = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

export type TestServer = {
  address: string
  services: Services
  /** A request by nobody. */
  call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  centre: (name: string) => Promise<string>
  person: (centreId: string, name: string, ...roles: Role[]) => Promise<SignedIn>
  signIn: (personId: string) => Promise<SignedIn>
}

let sequence = 0

/** A whole server on its own clone of the template database, spoken to through HTTP. Call it at the top of a test file. */
export function testServer(options: AppOptions = {}): TestServer & { app: FastifyInstance } {
  const server = {} as TestServer & { app: FastifyInstance }
  let stop = async () => {}
  beforeAll(async () => {
    const name = `t_${process.env.VITEST_POOL_ID ?? 0}_${sequence++}_${randomBytes(3).toString('hex')}_${inject('template').split('_')[1]}`
    const ownerUrl = await ensureDatabase(inject('serverUrl'), name, inject('template'))
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'countersign-test-'))
    const config = {
      ...readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error', SECRET: testSecret, PORT: '0' }),
      databaseUrl: ownerUrl,
    }
    const { services, close } = await makeServices(config, ownerUrl, 'tests')
    const app = await makeApp(services, { countStatements: true, ...options })
    keepAnswered(app)
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    config.baseUrl = address
    Object.assign(server, { app, address, services }, verbs(address, services))
    stop = async () => {
      await app.close()
      await close()
      await rm(dataDir, { recursive: true, force: true })
    }
  })
  afterAll(() => stop())
  return server
}

/** How tests speak to a server at an address, and put people into its database. */
export function verbs(
  address: string,
  services: Pick<Services, 'ownerPool' | 'config'>,
): Omit<TestServer, 'address' | 'services'> {
  const call = async (
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const raw = body instanceof Uint8Array
    const sent = body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }
    const type: Record<string, string> =
      body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }
    const answer = await fetch(`${address}/api${url}`, {
      method,
      headers: { ...type, ...headers },
      redirect: 'manual',
      ...sent,
    })
    const text = await answer.text()
    const json = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, body: json && text ? JSON.parse(text) : text, headers: answer.headers }
  }
  const signIn = async (personId: string): Promise<SignedIn> => {
    const token = randomBytes(24).toString('base64url')
    await services.ownerPool.query(
      `insert into identity.sessions (person_id, token, expires_at) values ($1, $2, now() + interval '1 day')`,
      [personId, token],
    )
    const signature = createHmac('sha256', services.config.secret).update(token).digest('base64')
    const cookie = `countersign.session_token=${encodeURIComponent(`${token}.${signature}`)}`
    const as =
      (method: string): Caller =>
      (url, body, headers) =>
        call(method, url, body, { cookie, ...headers })
    return { personId, cookie, get: as('GET'), post: as('POST'), put: as('PUT'), delete: as('DELETE') }
  }
  return {
    call,
    signIn,
    centre: async name => {
      const id = randomUUID()
      await services.ownerPool.query('insert into centres (id, name, created_at) values ($1, $2, now())', [id, name])
      return id
    },
    person: async (centreId, name, ...roles) => {
      const at = new Date().toISOString()
      const id = await inTransaction(services.ownerPool, async ({ client }) => {
        const email = `${name.toLowerCase().replace(/\W+/g, '.')}.${randomBytes(3).toString('hex')}@test.example`
        const personId = await insertPerson(client, { name, email, passwordHash: null }, at)
        // Entitled since long ago, for tests that stop the clock in some other year.
        for (const role of roles) await insertRole(client, centreId, personId, role, at, '2000-01-01')
        return personId
      })
      return await signIn(id)
    },
  }
}
