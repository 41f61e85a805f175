import { type Limits, type NotRead, ReaderProcess } from './reader-process.ts'
import { type Owner, Turns, type Waiting } from './turns.ts'

export type { NotRead } from './reader-process.ts'
export type { Owner } from './turns.ts'

/** What it came to: what the file holds, why it could not be read, or that too many of the owner's files wait already. */
export type Reading<T> = { read: T } | { notRead: NotRead } | 'busy'

type Lane = { places: number; limits: Limits; waiting: Waiting }

/** Three lanes, so that a document that takes a minute keeps nobody from uploading. */
const lanes = {
  /** A look at the type of a file. */
  look: {
    places: 1,
    limits: { seconds: 10, megabytes: 300, characters: 10_000 },
    waiting: { ofPerson: 40, ofCentre: 400 },
  },
  /** The words in a file. */
  words: {
    places: 2,
    limits: { seconds: 20, megabytes: 500, characters: 12_000_000 },
    waiting: { ofPerson: 6, ofCentre: 60 },
  },
  /** A document or a table that a centre takes its data from. */
  document: {
    places: 2,
    limits: { seconds: 30, megabytes: 700, characters: 40_000_000 },
    waiting: { ofPerson: 2, ofCentre: 6 },
  },
} as const satisfies Record<string, Lane>

export type LaneName = keyof typeof lanes

/** Reads foreign files in processes of their own, with limits of time, memory and answer, and fair turns. */
export type Reader = {
  /**
   * Runs the default export of `module` on `input` in another process. `key` names the content, such as the hash of the
   * file: two who ask at once share one answer, and content that passed a limit is not tried again by this process.
   */
  read: <T>(lane: LaneName, work: { module: URL; input: unknown; owner: Owner; key?: string }) => Promise<Reading<T>>
  close: () => void
}

const idle = 60_000
const mostRemembered = 10_000

export function makeReader(overridden: Partial<Record<LaneName, Lane>> = {}): Reader {
  const open = new Map<LaneName, OpenLane>()
  const laneOf = (name: LaneName) => {
    const lane = open.get(name) ?? new OpenLane(overridden[name] ?? lanes[name])
    open.set(name, lane)
    return lane
  }
  return {
    read: (name, work) => laneOf(name).read(work) as never,
    close: () => {
      for (const lane of open.values()) lane.close()
    },
  }
}

class OpenLane {
  readonly #turns: Turns
  readonly #limits: Limits
  readonly #idle: ReaderProcess[] = []
  readonly #all = new Set<ReaderProcess>()
  readonly #shared = new Map<string, Promise<Reading<unknown>>>()
  readonly #notRead = new Map<string, NotRead>()
  #timer: NodeJS.Timeout | undefined

  constructor({ places, limits, waiting }: Lane) {
    this.#turns = new Turns(places, waiting)
    this.#limits = limits
  }

  read({ module, input, owner, key }: { module: URL; input: unknown; owner: Owner; key?: string }) {
    const work = () => this.#turns.take(owner, () => this.#inProcess(module.href, input))
    return key ? this.#once(`${module.href} ${key}`, work) : work()
  }

  async #once(name: string, work: () => Promise<Reading<unknown>>): Promise<Reading<unknown>> {
    const before = this.#notRead.get(name)
    if (before) return { notRead: before }
    const shared = this.#shared.get(name)
    if (shared) return await shared
    const reading = work()
    this.#shared.set(name, reading)
    try {
      const outcome = await reading
      if (outcome !== 'busy' && 'notRead' in outcome) this.#remember(name, outcome.notRead)
      return outcome
    } finally {
      this.#shared.delete(name)
    }
  }

  #remember(name: string, reason: NotRead): void {
    const [oldest] = this.#notRead.keys()
    if (oldest && this.#notRead.size >= mostRemembered) this.#notRead.delete(oldest)
    this.#notRead.set(name, reason)
  }

  async #inProcess(module: string, input: unknown): Promise<Reading<unknown>> {
    clearTimeout(this.#timer)
    const process = this.#idle.pop() ?? new ReaderProcess(this.#limits)
    this.#all.add(process)
    const outcome = await process.read(module, input)
    if (process.usable) this.#idle.push(process)
    else this.#all.delete(process)
    this.#timer = setTimeout(() => this.#endIdle(), idle).unref()
    return 'json' in outcome ? { read: JSON.parse(outcome.json) as unknown } : outcome
  }

  #endIdle(): void {
    for (const process of this.#idle.splice(0)) {
      process.end()
      this.#all.delete(process)
    }
  }

  close(): void {
    clearTimeout(this.#timer)
    for (const process of this.#all) process.end()
  }
}
