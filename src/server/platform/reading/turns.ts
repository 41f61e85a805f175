/** Whose work it is. Turns go round between centres first, then between the people of a centre. */
export type Owner = { centreId: string; personId: string }

/** How many may wait at once; more are refused at once, because each holds its file in memory. */
export type Waiting = { ofPerson: number; ofCentre: number }

type Entry = Owner & { start: () => void }

/**
 * Shares a few places out fairly. Where there are two places or more, one centre never holds the last of them, so that a
 * centre whose files are slow delays itself and nobody else. Among those who wait, the centre served longest ago comes
 * first, and in it the person served longest ago.
 */
export class Turns {
  readonly #places: number
  readonly #most: Waiting
  readonly #running: Owner[] = []
  readonly #waiting: Entry[] = []
  /** The number of the turn in which a centre or a person was last served; only of those who wait or run. */
  readonly #served = new Map<string, number>()
  #turn = 0

  constructor(places: number, most: Waiting) {
    this.#places = places
    this.#most = most
  }

  /** Runs `work` when its turn comes; answers `'busy'` at once where too much of its owner waits already. */
  async take<T>(owner: Owner, work: () => Promise<T>): Promise<T | 'busy'> {
    const waiting = (same: (other: Owner) => boolean) => this.#waiting.filter(same).length
    if (
      waiting(other => other.personId === owner.personId) >= this.#most.ofPerson ||
      waiting(other => other.centreId === owner.centreId) >= this.#most.ofCentre
    )
      return 'busy'
    await new Promise<void>(start => {
      this.#waiting.push({ ...owner, start })
      this.#startNext()
    })
    try {
      return await work()
    } finally {
      this.#running.splice(
        this.#running.findIndex(other => other.personId === owner.personId && other.centreId === owner.centreId),
        1,
      )
      this.#startNext()
    }
  }

  #startNext(): void {
    while (this.#running.length < this.#places) {
      const next = this.#next()
      if (!next) break
      this.#waiting.splice(this.#waiting.indexOf(next), 1)
      this.#running.push(next)
      this.#turn++
      this.#served.set(next.centreId, this.#turn).set(next.personId, this.#turn)
      next.start()
    }
    if (this.#waiting.length === 0 && this.#running.length === 0) this.#served.clear()
  }

  #next(): Entry | undefined {
    const ofOneCentre = Math.max(1, this.#places - 1)
    const held = (centreId: string) => this.#running.filter(other => other.centreId === centreId).length
    const last = (id: string) => this.#served.get(id) ?? 0
    return this.#waiting
      .filter(entry => held(entry.centreId) < ofOneCentre)
      .reduce<Entry | undefined>((best, entry) => {
        const sooner =
          best && (last(entry.centreId) - last(best.centreId) || last(entry.personId) - last(best.personId))
        return sooner === undefined || sooner < 0 ? entry : best
      }, undefined)
  }
}
