import { expect, it } from 'vitest'
import { isOwnOrigin } from './origins.ts'

it('a page is ours where it comes from the address that people open, and from nowhere else', () => {
  const ours = (origin: string, host?: string) => isOwnOrigin(origin, host, 'https://centre.example')
  expect(ours('https://centre.example')).toBe(true)
  expect(
    [
      ...['http://centre.example', 'https://centre.example:8443', 'https://centre.example.evil.example', 'null', ''],
      ...['https://www.centre.example', 'http://localhost', 'http://127.0.0.1'],
    ].filter(origin => ours(origin, URL.canParse(origin) ? new URL(origin).host : undefined)),
  ).toEqual([])
})

it('tried out on one machine, it is ours by the machine’s other names and by the address that the request came to', () => {
  const ours = (origin: string, host?: string) => isOwnOrigin(origin, host, 'http://127.0.0.1:3000')
  for (const origin of ['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'])
    expect(ours(origin), origin).toBe(true)
  expect(ours('http://192.168.1.20:3000', '192.168.1.20:3000'), 'a telephone on the same network').toBe(true)
  expect(ours('http://[fd00::7]:3000', '[fd00::7]:3000')).toBe(true)
  expect(ours('http://192.168.1.66:3000', '192.168.1.20:3000'), 'a page of another machine').toBe(false)
  expect(ours('http://localhost:8080', 'localhost:3000'), 'another program on this machine').toBe(false)
  expect(ours('https://localhost:3000', 'localhost:3000')).toBe(false)
})

it('a name that somebody else lets lead to this machine is not ours, whatever the request calls itself', () => {
  for (const baseUrl of ['http://127.0.0.1:3000', 'http://localhost:3000', 'https://centre.example'])
    for (const name of ['rebound.example', '127.0.0.1.rebound.example', 'localhost.rebound.example'])
      expect(isOwnOrigin(`http://${name}:3000`, `${name}:3000`, baseUrl), `${name} at ${baseUrl}`).toBe(false)
})
