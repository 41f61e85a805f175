import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'

/**
 * Which endpoints answered with success while tests ran, so that `npm test` can say which never did. Each test file
 * leaves its own list in the folder that CHECK_ANSWERED names; without it nothing is kept.
 */
export function keepAnswered(app: FastifyInstance): void {
  const folder = process.env.CHECK_ANSWERED
  if (!folder) return
  const answered = new Set<string>()
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode < 300 && request.routeOptions.url)
      answered.add(`${request.method} ${request.routeOptions.url}`)
  })
  app.addHook('onClose', async () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(folder, `${randomUUID()}.json`), JSON.stringify([...answered]))
  })
}

/** The endpoints of the OpenAPI document that no test has had answered with success. */
export function neverAnswered(folder: string, openApi: { paths: Record<string, Record<string, unknown>> }): string[] {
  const answered = new Set(
    readdirSync(folder).flatMap(f => JSON.parse(readFileSync(path.join(folder, f), 'utf8')) as string[]),
  )
  return Object.entries(openApi.paths)
    .flatMap(([place, methods]) =>
      Object.keys(methods).map(m => `${m.toUpperCase()} ${place.replace(/\{(\w+)\}/g, ':$1')}`),
    )
    .filter(endpoint => !answered.has(endpoint))
}
