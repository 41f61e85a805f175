import { expect, it } from 'vitest'
import { z } from 'zod'
import { line, lineOrNothing } from './endpoint.ts'
import { everyContract } from './index.ts'

it('what is one line stays one line: breaks and control characters become a space, and what is left is trimmed', () => {
  for (const [typed, kept] of [
    ['Ann\nAssessor', 'Ann Assessor'],
    ['  Ann\r\n\tAssessor \u0007', 'Ann Assessor'],
    ['Ann\u2028Assessor\u0085', 'Ann Assessor'],
    ['Ann \u202erosse\u2066ssA', 'Ann  rosse ssA'],
    ['Zoë O’Brien-Ńguyễn', 'Zoë O’Brien-Ńguyễn'],
  ])
    expect(line().parse(typed)).toBe(kept)
  expect(line().safeParse('\n\u0000\t ').success).toBe(false)
  expect(lineOrNothing(5).parse(' \n ')).toBe('')
  expect(line(5).safeParse('\n12345\n').success).toBe(true)
})

/** Every text of a body whose name says that it is a name, with the path to it. */
function namesIn(schema: z.ZodType, path: string): { path: string; schema: z.ZodType }[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return namesIn(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodArray) return namesIn(schema.element as z.ZodType, path)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(o => namesIn(o as z.ZodType, path))
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, s]) => namesIn(s as z.ZodType, `${path}.${key}`))
  return schema instanceof z.ZodString && /(name|title|subject|recipient|person|employer)$/i.test(path)
    ? [{ path, schema }]
    : []
}

it('every name and title that a request carries is one line', () => {
  const names = Object.entries(everyContract as Record<string, { body?: z.ZodType; query?: z.ZodType }>).flatMap(
    ([key, { body, query }]) => [body, query].flatMap(s => (s ? namesIn(s, key) : [])),
  )
  expect(names.length).toBeGreaterThan(12)
  const broken = names.filter(({ schema }) => {
    const parsed = schema.safeParse('Ann\nDear Ben')
    return parsed.success && /\p{Cc}/u.test(parsed.data as string)
  })
  expect(broken.map(n => n.path)).toEqual([])
})
