import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

export type Ask = { path: string; cookie?: string; method?: 'GET' | 'POST'; body?: unknown; gzip?: boolean }
export type Load = { perSecond: number; p50: number; p99: number; kilobytes: number; failed: number }

const connections = 10

/**
 * The same tool for floors and for ourselves: autocannon on loopback. Each connection goes round its own share of the
 * requests; with `once` each request is sent exactly once.
 */
export async function load(address: string, asks: Ask[], how: { seconds: number } | 'once'): Promise<Load> {
  const share = Math.floor(asks.length / connections)
  const requests = asks.map(requestOf)
  let next = 0
  const started = performance.now()
  let last = started
  const result = await autocannon({
    url: address,
    connections,
    ...(how === 'once' ? { amount: share * connections } : { duration: how.seconds }),
    setupClient: client => {
      const own = share === 0 ? requests : requests.slice(next * share, (next + 1) * share)
      next++
      client.setRequests(own)
      client.on('response', () => {
        last = performance.now()
      })
    },
  })
  const answered = result.requests.total
  return {
    // Autocannon looks once a second whether all have been sent, and counts the rest of that second too.
    perSecond: answered / (how === 'once' ? (last - started) / 1000 : result.duration),
    p50: result.latency.p50,
    p99: result.latency.p99,
    kilobytes: result.throughput.total / Math.max(1, answered) / 1000,
    failed: result.non2xx + result.errors,
  }
}

const requestOf = ({ path, cookie, method, body, gzip }: Ask): autocannon.Request => ({
  path,
  method: method ?? 'GET',
  headers: {
    ...(cookie ? { cookie } : {}),
    ...(gzip ? { 'accept-encoding': 'gzip' } : {}),
    ...(body ? { 'content-type': 'application/json' } : {}),
  },
  ...(body ? { body: JSON.stringify(body) } : {}),
})

/** Milliseconds of each of `times` requests, one after the other, finer than autocannon tells them. */
export async function oneByOne(address: string, asks: Ask[], times: number): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const took: number[] = []
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    await get(address, asks[i % asks.length] as Ask, agent)
    took.push(performance.now() - started)
  }
  agent.destroy()
  return took.sort((a, b) => a - b)
}

export const middle = (sorted: number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN

/** How many SQL statements a request took, as the server counts them. */
export const statementsOf = async (address: string, ask: Ask): Promise<number> =>
  Number((await get(address, ask)).headers['x-sql-statements'] ?? Number.NaN)

function get(address: string, ask: Ask, agent?: http.Agent): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${address}${ask.path}`,
      {
        agent,
        method: ask.method ?? 'GET',
        headers: {
          ...(ask.cookie ? { cookie: ask.cookie } : {}),
          ...(ask.body ? { 'content-type': 'application/json' } : {}),
        },
      },
      answer => {
        let text = ''
        answer.on('data', chunk => {
          text += chunk
        })
        answer.on('end', () =>
          answer.statusCode === 200
            ? resolve(answer)
            : reject(new Error(`${ask.path}: ${answer.statusCode} ${text.slice(0, 300)}`)),
        )
      },
    )
    request.on('error', reject).end(ask.body ? JSON.stringify(ask.body) : undefined)
  })
}

export type Process = { address: string; megabytes: () => number; stop: () => Promise<void> }

const root = fileURLToPath(new URL('..', import.meta.url))

/** A process of ours, once it says where it is ready. */
export function startProcess(args: string[], environment: Record<string, string>): Promise<Process> {
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    let said = ''
    void ended.then(() => reject(new Error(`${path.basename(args[0] ?? '')} ended: ${said}`)))
    child.stdout?.on('data', chunk => {
      said += chunk
      const address = /ready at (http\S+)/.exec(said)?.[1]
      if (!address) return
      resolve({
        address,
        megabytes: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', `${child.pid}`], { encoding: 'utf8' })) / 1024,
        stop: async () => {
          child.kill('SIGTERM')
          await ended
        },
      })
    })
  })
}
