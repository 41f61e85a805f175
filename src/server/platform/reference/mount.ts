import type { FastifyInstance } from 'fastify'
import packageJson from '../../../../package.json' with { type: 'json' }
import type { Action } from '../http/action.ts'
import { type OpenApi, openApiOf } from './openapi.ts'
import { referencePage } from './page.ts'

/** The API's own description, for machines and for people. It holds no secret, so it is open to anyone. */
export function mountReference(app: FastifyInstance, actions: Record<string, Action>): void {
  // Made when first asked for: most processes are never asked.
  let made: { document: OpenApi; page: string } | undefined
  const reference = () => {
    if (!made) {
      const document = openApiOf(actions, packageJson.version)
      made = { document, page: referencePage(document) }
    }
    return made
  }
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(reference().document),
  )
  app.get('/api', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/html').send(reference().page),
  )
}
