import { expect, it } from 'vitest'
import { deviceName } from '../words/sign-in.ts'
import { ownPage } from './auth.ts'

it('after signing in one goes on to a page of ours, never to another site', () => {
  expect(ownPage('/c/1/evidence?page=2')).toBe('/c/1/evidence?page=2')
  for (const elsewhere of [
    undefined,
    '',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
  ])
    expect(ownPage(elsewhere)).toBe('/')
})

it('a device is named as its owner would name it', () => {
  const agents = {
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0':
      'Edge on Windows',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1':
      'Chrome on iPhone',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15':
      'Safari on Mac',
    'Mozilla/5.0 (Linux; Android 15; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36':
      'Samsung Internet on Android',
    'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0': 'Firefox on Linux',
    'curl/8.5.0': 'A program',
    '': 'A device we cannot name',
  }
  for (const [agent, name] of Object.entries(agents)) expect(deviceName(agent), agent).toBe(name)
})
