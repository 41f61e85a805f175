import net from 'node:net'

/** What a connection of our own got to read until it ended. */
export type Raw = {
  send: (text: string | Uint8Array) => void
  /** Everything that came until now. */
  heard: () => string
  /** Until the server has answered with this, or ended the connection. */
  until: (text: string) => Promise<string>
  /** Until the server ends the connection. */
  ended: Promise<string>
  end: () => void
}

/** A connection by hand, for requests that no client library would send. */
export function rawConnection(address: string): Raw {
  const { hostname, port } = new URL(address)
  const socket = net.connect({ host: hostname, port: Number(port), allowHalfOpen: false })
  let heard = ''
  const watching = new Set<() => void>()
  socket.on('data', chunk => {
    heard += chunk.toString('latin1')
    for (const watch of watching) watch()
  })
  socket.on('error', () => {})
  const ended = new Promise<string>(resolve => socket.once('close', () => resolve(heard)))
  return {
    send: text => void (socket.writable && socket.write(text)),
    heard: () => heard,
    until: text =>
      Promise.race([
        ended,
        new Promise<string>(resolve => {
          const watch = () => heard.includes(text) && resolve(heard)
          watching.add(watch)
          watch()
        }),
      ]),
    ended,
    end: () => socket.destroy(),
  }
}

/** A request as text: the body is as long as told by `content-length`, or `chunked`, or is not sent at all. */
export function requestText(method: string, path: string, headers: Record<string, string | number>, body = ''): string {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

export const statusOf = (heard: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0)
