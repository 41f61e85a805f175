/** What goes wrong outside of us: the database is away or in the way of itself, or there is no room left. */

/** 503 for this request: the next one may work. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}

/** 507: what was sent cannot be kept. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
}

export type Outage = 'unavailable' | 'no-room'

// Two transactions were in each other's way, and this one gave in: done once more, it may well succeed.
const inEachOthersWay = new Set(['40001', '40P01'])
export const mayTryAgain = (error: unknown): boolean => inEachOthersWay.has(codeOf(error))

const unavailable =
  /^(08\w{3}|57P0\d|57014|53300|53200|55P03|25P0[34]|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|MFILE|NFILE)|EAI_AGAIN)$/
const noRoom = /^(53100|ENOSPC|EDQUOT)$/

/** What kind of outage an error tells of; null where it is a fault of ours. */
export function outageOf(error: unknown): Outage | null {
  if (error instanceof Unavailable)
    return error.cause && outageOf(error.cause) === 'no-room' ? 'no-room' : 'unavailable'
  if (error instanceof NoRoom) return 'no-room'
  const code = codeOf(error)
  if (noRoom.test(code)) return 'no-room'
  return unavailable.test(code) || mayTryAgain(error) || lostBy(error) ? 'unavailable' : null
}

// The driver gives these no code.
const lost = /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed))/
const lostBy = (error: unknown) => error instanceof Error && lost.test(error.message)

/** It may have a disk of its own, which we cannot look at. */
export const isDatabaseFull = (error: unknown): boolean => codeOf(error) === '53100'

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')
