/** The floors, as a process of its own: what the machine can do at most, asked for in the same way. `node bench/floors.ts` */
import fastify from 'fastify'
import { z } from 'zod'
import { readConfig } from '#platform/config.ts'
import { type Action, action } from '#platform/http/action.ts'
import { perform } from '#platform/http/perform.ts'
import { sessionTokenOf } from '#platform/sessions/cookies.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { makeServices } from '#server/main.ts'

const config = readConfig()
const { services } = await makeServices(config, config.databaseUrl as string)

/** Sign-in check, one transaction as the application's role, one row by its index: the least that any true answer costs. */
const guarded = action({
  load: async ({ db, params }) => {
    db.statements++
    const text = 'select id, learner_id, version_id from registrations where centre_id = current_centre() and id = $1'
    return (await db.client.query({ name: 'guarded', text, values: [params.registrationId] })).rows[0]
  },
  may: anyoneSignedIn,
  input: { key: 'GET /centres/:centreId/guarded/:registrationId' as const, summary: '', result: z.any() },
  run: async ({ loaded }) => loaded,
}) as unknown as Action

const app = fastify()
app.get('/hello', async () => ({ hello: 'world' }))
app.get('/centres/:centreId/guarded/:registrationId', async request => {
  const params = request.params as Record<string, string>
  const sessionToken = sessionTokenOf(request.headers.cookie, config)
  const call = { params, query: {}, body: undefined, sessionToken, headers: request.headers, ip: request.ip }
  return (await perform(guarded, call, services)).answer
})
console.log(`ready at ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
