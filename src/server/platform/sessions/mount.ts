import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { signInEndpoints } from '#contract/sign-in.ts'
import type { makeIncoming } from '../http/body.ts'
import { checkedInput } from '../http/perform.ts'
import { InvalidInput } from '../http/problems.ts'
import type { Services } from '../services.ts'
import { cookiesIn } from './cookies.ts'

// The largest body is two passwords.
const takes = { kind: 'json', limit: 10_000 } as const

/** The endpoints of the sign-in library that are on our list. No other has a route, so it is not found. */
export function mountSignIn(app: FastifyInstance, incoming: ReturnType<typeof makeIncoming>, services: Services): void {
  for (const [key, schema] of Object.entries(signInEndpoints)) {
    const [method, path] = key.split(' ') as [string, string]
    app.route({
      method,
      url: `/api/auth${path}`,
      config: schema ? { takes } : {},
      handler: async (request, reply) => {
        const given = schema && (await incoming(request.raw, reply.raw, takes)?.take(request.ip))
        const body = schema ? checkedInput(schema as z.ZodType, given ?? {}, '') : undefined
        return await handOver(`/api/auth${path}`, body, request, reply, services)
      },
    })
  }
}

/** Better Auth speaks the web's Request and Response; its limiter counts by the address we saw, not one a client claims. */
async function handOver(
  path: string,
  body: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { auth, config }: Services,
): Promise<void> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value && !ours.includes(name)) headers.set(name, String(value))
  headers.set('x-client-ip', request.ip)
  if (body !== undefined) headers.set('content-type', 'application/json')
  // Only cookies that we can have set, so that the library never chooses between two.
  const cookies = [...cookiesIn(request.headers.cookie, config)].map(([name, value]) => `${name}=${value}`)
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '))
  const init = { method: request.method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const answer = await auth.handler(new Request(new URL(path, config.baseUrl), init))
  if (answer.status === 422) throw new InvalidInput((await answer.json()).faults)
  reply.status(answer.status)
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') reply.header(name, value)
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
  await reply.send(answer.body ? Buffer.from(await answer.arrayBuffer()) : null)
}

/** What we say to the library ourselves, or what is no longer true of the body that we write anew. */
const ours = ['x-client-ip', 'cookie', 'content-length', 'content-type', 'transfer-encoding']
