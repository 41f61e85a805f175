import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'
import { defaultKept, type KeptLimits } from '#domain/quotas/quotas.ts'

/** `10.0.0.7`, `10.0.0.0/8`, `::1`, `fd00::/8`. */
function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = { 4: 32, 6: 128 }[isIP(address)]
  return (
    most !== undefined && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  )
}

/** `200`, `0.5`: gigabytes as people and shops count them. */
const gigabytes = /^\d{1,6}(\.\d{1,3})?$/
const notGigabytes = 'must be a number of gigabytes such as 200 or 0.5'
const inBytes = (text: string) => Math.round(Number(text) * 10 ** 9)

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  STORAGE_URL: z
    .string()
    .regex(/^file:/, 'must start with file: (S3 is not built yet)')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default('Countersign <no-reply@localhost>'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  TRUSTED_PROXIES: z
    .string()
    .transform(text => text.split(',').map(one => one.trim()))
    .refine(all => all.every(isAddressOrRange), 'must be addresses or ranges such as 10.0.0.0/8, separated by commas')
    .default([]),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  STORAGE_PER_CENTRE: z.string().regex(gigabytes, notGigabytes).transform(inBytes).default(defaultKept.centre),
  STORAGE_PER_PERSON: z.string().regex(gigabytes, notGigabytes).transform(inBytes).default(defaultKept.person),
})

export type Config = {
  port: number
  host: string
  baseUrl: string
  dataDir: string
  databaseUrl: string | null
  storageDir: string
  smtpUrl: string | null
  mailFrom: string
  logLevel: z.infer<typeof environment>['LOG_LEVEL']
  /** Addresses whose word on the client's address is taken; of anybody else it is not. */
  trustedProxies: string[]
  secret: string
  /** How many bytes are stored for one person and for one centre. */
  kept: KeptLimits
}

export class ConfigurationFault extends Error {}

/** Reads the configuration from the environment; every fault is named at once, and nothing starts on a wrong one. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.keys(environment.shape).flatMap(k => (env[k] ? [[k, env[k]]] : [])))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(i => `  ${i.path.join('.')}: ${i.message}`)
    throw new ConfigurationFault(`The configuration cannot be used:\n${faults.join('\n')}`)
  }
  const e = parsed.data
  const dataDir = path.resolve(e.DATA_DIR)
  return {
    port: e.PORT,
    host: e.HOST,
    baseUrl: (e.BASE_URL ?? `http://${nameOf(e.HOST)}:${e.PORT}`).replace(/\/$/, ''),
    dataDir,
    databaseUrl: e.DATABASE_URL ?? null,
    storageDir: e.STORAGE_URL ? path.resolve(e.STORAGE_URL.replace(/^file:(\/\/)?/, '')) : path.join(dataDir, 'files'),
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    logLevel: e.LOG_LEVEL,
    trustedProxies: e.TRUSTED_PROXIES,
    secret: e.SECRET ?? keptSecret(dataDir),
    kept: { person: e.STORAGE_PER_PERSON, centre: e.STORAGE_PER_CENTRE },
  }
}

/** How a browser on this machine writes the address that we listen on. */
const nameOf = (host: string): string =>
  ['0.0.0.0', '::'].includes(host) ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host

function keptSecret(dataDir: string): string {
  const file = path.join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
