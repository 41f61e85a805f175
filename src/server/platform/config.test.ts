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
