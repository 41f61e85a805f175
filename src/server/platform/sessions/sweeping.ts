import type { FastifyInstance } from 'fastify'
import { now } from '../clock.ts'
import type { Services } from '../services.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** Deletes what counts for nothing any more: tries of yesterday, links that are too old, sessions that have ended. */
export async function sweepSignIn({ ownerPool }: Pick<Services, 'ownerPool'>): Promise<void> {
  const at = now()
  // The longest any count is looked at is an hour.
  await ownerPool.query('delete from identity.rate_limits where last_request < $1', [at.getTime() - day])
  await ownerPool.query('delete from identity.verifications where expires_at < $1', [at])
  await ownerPool.query('delete from identity.sessions where expires_at < $1', [at])
}

/** At the start and every hour, for as long as the server runs. */
export function sweepSignInRegularly(app: FastifyInstance, services: Services): void {
  let sweeping = Promise.resolve()
  const sweep = () => {
    sweeping = sweepSignIn(services).catch(error =>
      services.log.error({ code: error.code }, 'sweeping tries, links and sessions failed'),
    )
  }
  const timer = setInterval(sweep, hour).unref()
  app.addHook('onReady', async () => sweep())
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await sweeping
  })
}
