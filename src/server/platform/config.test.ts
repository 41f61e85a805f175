import { expect, it } from 'vitest'
import { readConfig } from './config.ts'

const secret = 'x'.repeat(40)
const proxies = (TRUSTED_PROXIES?: string) =>
  readConfig({ SECRET: secret, ...(TRUSTED_PROXIES === undefined ? {} : { TRUSTED_PROXIES }) }).trustedProxies

it('proxies are trusted by address or range, and none unless it is named', () => {
  expect(proxies()).toEqual([])
  expect(proxies('127.0.0.1, 10.0.0.0/8,fd00::/8')).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::/8'])
})

it.each(['true', '*', '10.0.0.0/33', '10.0.0', 'proxy.example', '10.0.0.0/8/8', '127.0.0.1,'])(
  'nothing starts where %s is to be trusted',
  text => expect(() => proxies(text)).toThrow('TRUSTED_PROXIES'),
)

it.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
  ['::1', 'http://[::1]:3000'],
  ['192.168.1.20', 'http://192.168.1.20:3000'],
])('listening on %s, people open %s unless told otherwise', (HOST, address) => {
  expect(readConfig({ SECRET: secret, HOST }).baseUrl).toBe(address)
  expect(readConfig({ SECRET: secret, HOST, BASE_URL: 'https://centre.example/' }).baseUrl).toBe(
    'https://centre.example',
  )
})

const kept = (given: NodeJS.ProcessEnv = {}) => readConfig({ SECRET: secret, ...given }).kept

it('storage is limited in gigabytes, and by default', () => {
  expect(kept()).toEqual({ person: 20e9, centre: 200e9 })
  expect(kept({ STORAGE_PER_PERSON: '0.5', STORAGE_PER_CENTRE: '5000' })).toEqual({ person: 0.5e9, centre: 5000e9 })
})

it.each(['-1', '1e3', '20 GB', 'none', '1.2345'])('nothing starts with storage of %s', text =>
  expect(() => kept({ STORAGE_PER_CENTRE: text })).toThrow('STORAGE_PER_CENTRE'),
)
