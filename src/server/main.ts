import type { FastifyInstance } from 'fastify'
import { makeApp } from './app.ts'
import { takeOutRemoved } from './files/gone.ts'
import { ofPeople } from './people/account.ts'
import type { Config } from './platform/config.ts'
import { migrate } from './platform/db/migrate.ts'
import { makePool, ofJobs } from './platform/db/pool.ts'
import { ensureDatabase, startEmbedded } from './platform/db/server.ts'
import { makeRoom, usualReserve } from './platform/files/room.ts'
import { makeFileStore } from './platform/files/store.ts'
import { makeLog } from './platform/log.ts'
import { makeMailer } from './platform/mail.ts'
import { makeReader } from './platform/reading/reader.ts'
import { makeRefusals } from './platform/refusals.ts'
import type { Services } from './platform/services.ts'
import { makeAuth } from './platform/sessions/auth.ts'

export type Running = { app: FastifyInstance; services: Services; address: string; stop: () => Promise<void> }

/** Builds everything by hand, in the order in which it depends on each other. */
export async function makeServices(
  config: Config,
  ownerUrl: string,
  rolePrefix?: string,
  reserve = usualReserve,
): Promise<{ services: Services; close: () => Promise<void> }> {
  const log = makeLog(config.logLevel)
  const { applied, appUrl, authUrl } = await migrate(ownerUrl, config.secret, rolePrefix)
  if (applied.length > 0) log.info({ applied }, 'schema brought up to date')
  const pool = makePool(appUrl, 16)
  const ownerPool = makePool(ownerUrl, 4, ofJobs)
  const mail = makeMailer(config, ownerPool, log)
  const refusals = makeRefusals(ownerPool, log)
  const auth = makeAuth(config, authUrl, ofPeople({ config, ownerPool, mail }), refusals)
  const files = await makeFileStore(config.storageDir)
  const reader = makeReader()
  const room = makeRoom(config, reserve)
  const services: Services = {
    config,
    log,
    pool,
    ownerPool,
    appRole: new URL(appUrl).username,
    files,
    reader,
    room,
    mail,
    refusals,
    auth,
  }
  const close = async () => {
    reader.close()
    await refusals.close()
    await Promise.all([pool.end(), ownerPool.end(), auth.close()])
  }
  return { services, close }
}

/** Starts the database when none is given, brings the schema up to date and serves the web. */
export async function start(
  config: Config,
  options: {
    countStatements?: boolean
    /** What has to be done before it says that it is ready; it listens meanwhile. */
    first?: (services: Services) => Promise<void>
  } = {},
): Promise<Running> {
  const database = config.databaseUrl ? null : await startEmbedded(config.dataDir)
  const ownerUrl = config.databaseUrl ?? (await ensureDatabase((database as { url: string }).url, 'countersign'))
  const { services, close } = await makeServices(config, ownerUrl)
  let loading = options.first !== undefined
  const app = await makeApp(services, { ...options, loading: () => loading })
  const address = await app.listen({ host: config.host, port: config.port })
  // Any free port was asked for: links and the origin check need the one that it became.
  if (config.port === 0) config.baseUrl = config.baseUrl.replace(/:0$/, `:${new URL(address).port}`)
  void takeOutRemoved(services).catch(error =>
    services.log.error({ code: error.code }, 'removed content is still stored'),
  )
  void services.mail.deliver() // what was written when the process last ended
  const stop = async () => {
    await app.close() // waits for requests in flight
    await close()
    await database?.stop()
  }
  await options.first?.(services)
  loading = false
  return { app, services, address, stop }
}
