import { pathToFileURL } from 'node:url'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { everyContract } from '#contract/index.ts'
import { operationIdOf } from '#platform/reference/openapi.ts'
import { routes } from '#server/routes.ts'
import { testServer } from '#test/server.ts'
import { root, sources } from './text/sources.ts'

const server = testServer()
const keys = Object.keys(everyContract)

it('every contract has its action under its own name, and every action a contract', () => {
  expect(Object.keys(routes).sort()).toEqual([...keys].sort())
  expect(
    Object.entries(routes)
      .filter(([key, action]) => action.key !== key)
      .map(([key]) => key),
  ).toEqual([])
})

it('every contract file is listed', async () => {
  const listed = new Set(keys)
  const forgotten: string[] = []
  for (const { path } of sources('src/contract/*.ts').filter(f => !/(endpoint|index)\.ts$|\.test\.ts$/.test(f.path))) {
    const module: Record<string, unknown> = await import(pathToFileURL(root + path).href)
    for (const [name, value] of Object.entries(module))
      if (name.endsWith('Contract'))
        forgotten.push(
          ...Object.keys(value as object)
            .filter(key => !listed.has(key))
            .map(key => `${path}: ${key}`),
        )
  }
  expect(forgotten).toEqual([])
})

it('the OpenAPI document is one of version 3.1, and every operation has a name of its own', async () => {
  const answer = await server.call('GET', '/openapi.json')
  expect(answer.status).toBe(200)
  const { valid, errors } = await new Validator().validate(structuredClone(answer.body))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
  const operations = Object.values(answer.body.paths).flatMap(p => Object.values(p as object)) as {
    operationId: string
  }[]
  expect(operations.length).toBe(Object.keys(routes).length)
  const ids = operations.map(o => o.operationId)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

it('the reference names every endpoint and needs no script', async () => {
  const page = await server.call('GET', '')
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.body.includes('<script')).toBe(false)
  const missing = Object.keys(routes).filter(key => !page.body.includes(`id="${operationIdOf(key as never)}"`))
  expect(missing).toEqual([])
})
