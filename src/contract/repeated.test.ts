import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { everyContract } from './index.ts'

type Properties = Record<string, { format?: string }>

it('an endpoint whose body has an id that the client makes says that it may be repeated by it', () => {
  const unsaid = Object.entries(everyContract as Record<string, Endpoint>).flatMap(([key, { body, repeatedBy }]) => {
    if (!key.startsWith('POST') || !body) return []
    const { properties = {} } = z.toJSONSchema(body, { unrepresentable: 'any', io: 'input' }) as {
      properties?: Properties
    }
    const made = ['id', 'requestId'].find(name => properties[name]?.format === 'uuid')
    return made === repeatedBy ? [] : [`${key}: ${made}`]
  })
  expect(unsaid).toEqual([])
})
