/** The only place that asks the machine for the time; tests and the sample centre's story move it on purpose. */
let offset: number | null = null

export const now = (): Date => (offset === null ? new Date() : new Date(offset))

export function freezeClock(at: Date): void {
  offset = at.getTime()
}

export function releaseClock(): void {
  offset = null
}
