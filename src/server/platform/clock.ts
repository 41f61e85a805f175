/** The only place that asks the machine for the time; tests and the sample centre's story move it on purpose. */
let offset: number | null = null

export const now = (): Date => (offset === null ? new Date() : new Date(offset))

export function freezeClock(at: Date): void {
  offset = at.getTime()
}

export function releaseClock(): void {
  offset = null
}

/** The day it is at the centre; in summer the clocks in Britain are an hour ahead of UTC. */
export const todayAt = (now: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(now))
