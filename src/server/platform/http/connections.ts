/** Connections that send badly, too slowly or too much, or do not take their answer, are ended by the server. */
import type { ServerResponse } from 'node:http'
import type net from 'node:net'
import type { FastifyInstance } from 'fastify'
import { lengthOf, refuseUnread, type Takes } from './body.ts'
import { type Limits, longestAddress, mostHeaders } from './limits.ts'
import { NotTaken } from './problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a body may be; a route without it takes none. */
    takes?: Takes | undefined
  }
}

export function guardConnections(app: FastifyInstance, limits: Limits): void {
  app.server.maxConnections = limits.connections
  app.server.maxHeadersCount = mostHeaders
  // A body that is not wanted need not be sent: whoever takes one says so.
  app.server.on('checkContinue', (request, response) => app.server.emit('request', request, response))
  app.addHook('onRequest', async request => {
    if (request.url.length > longestAddress) throw new NotTaken(414, 'platform/too-large')
    if (!request.is404) refuseUnread(request.raw, request.routeOptions.config.takes)
  })
  endUnreadRequests(app)
  endUntakenAnswers(app, limits)
}

/** What nobody reads is not waited for: the answer says so, and the connection ends with it. */
function endUnreadRequests(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.raw.complete || lengthOf(request.raw) === 0) return
    reply.header('connection', 'close')
    closeInPeace(request.raw.socket)
  })
}

const peace = 1000

/**
 * A client that still sends would not see the answer if the connection were closed on it: what comes within a second of the
 * answer is thrown away, and then it ends.
 */
function closeInPeace(socket: net.Socket): void {
  socket.destroySoon = () => {
    socket.end()
    const timer = setTimeout(() => socket.destroy(), peace)
    socket.once('close', () => clearTimeout(timer))
  }
}

/** An answer of which the client has taken nothing for a whole `answerMs` ends with its connection. */
function endUntakenAnswers(app: FastifyInstance, { answerMs }: Limits): void {
  const seen = new Map<ServerResponse, number | null>()
  app.addHook('onSend', async (_request, reply) => void seen.set(reply.raw, null))
  app.addHook('onResponse', async (_request, reply) => void seen.delete(reply.raw))
  const timer = setInterval(() => {
    for (const [response, before] of seen) {
      const { socket } = response
      if (!socket || socket.destroyed) seen.delete(response)
      // While nothing waits for the client, it is we who are slow.
      else if (socket.writableLength === 0) seen.set(response, null)
      else {
        const taken = socket.bytesWritten - socket.writableLength
        if (taken === before) socket.destroy()
        seen.set(response, taken)
      }
    }
  }, answerMs).unref()
  app.addHook('onClose', async () => clearInterval(timer))
}

const phrases: Record<number, string> = { 400: 'Bad Request', 408: 'Request Timeout', 431: 'Headers Too Large' }

/** What is no request at all, or never becomes one, is answered before any route is known. */
export function answerNoRequest(error: Error & { code?: string }, socket: net.Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, code] =
    error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? [408, 'platform/too-slow']
      : error.code === 'HPE_HEADER_OVERFLOW'
        ? [431, 'platform/too-large']
        : [400, 'platform/bad-request']
  const body = JSON.stringify({ type: `urn:countersign:${code}`, title: code, status, code })
  const head = [
    `HTTP/1.1 ${status} ${phrases[status as number]}`,
    'content-type: application/problem+json',
    'cache-control: no-store',
    `content-length: ${body.length}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  setTimeout(() => socket.destroy(), peace).unref()
}
