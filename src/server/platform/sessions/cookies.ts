import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Config } from '../config.ts'

type Site = Pick<Config, 'baseUrl' | 'secret'>

export const isHttps = ({ baseUrl }: Pick<Config, 'baseUrl'>): boolean => baseUrl.startsWith('https:')

/** Behind https a browser takes a cookie of this name from this very host only, never from a neighbour or over http. */
export const cookiePrefix = (site: Pick<Config, 'baseUrl'>): string => `${isHttps(site) ? '__Host-' : ''}countersign`

/**
 * Our own cookies of a request, by name, as they were sent. One that comes twice with two values is left out: somebody
 * else has set one of them, and nobody can say which.
 */
export function cookiesIn(header: string | undefined, site: Pick<Config, 'baseUrl'>): Map<string, string> {
  const start = `${cookiePrefix(site)}.`
  const found = new Map<string, Set<string>>()
  for (const pair of header?.split(';') ?? []) {
    const [name = '', ...value] = pair.trim().split('=')
    if (name.startsWith(start)) found.set(name, (found.get(name) ?? new Set()).add(value.join('=')))
  }
  return new Map([...found].flatMap(([name, values]) => (values.size === 1 ? [[name, [...values][0] as string]] : [])))
}

/** The session token in a request's cookie, when its signature is ours; the database decides whether it still stands. */
export function sessionTokenOf(header: string | undefined, site: Site): string | null {
  const cookie = cookiesIn(header, site).get(`${cookiePrefix(site)}.session_token`)
  if (!cookie) return null
  let value: string
  try {
    value = decodeURIComponent(cookie)
  } catch {
    return null
  }
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const given = Buffer.from(value.slice(dot + 1))
  const right = Buffer.from(createHmac('sha256', site.secret).update(token).digest('base64'))
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}
