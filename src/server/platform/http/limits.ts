/** How long the server waits for a client, and how much it takes at once. Docs: operating.md, "Limits". */
export type Limits = {
  /** From the first byte of a request, or from the opening of a connection that sends nothing, to the end of the headers. */
  headersMs: number
  /** For a small body; a larger one is given more, as `bodyTime` says. */
  bodyMs: number
  /** An upload must bring at least `uploadBytes` in each such time. */
  uploadMs: number
  uploadBytes: number
  /** A client must take some of its answer in each such time. */
  answerMs: number
  /** How often headers are looked at; they may take this much longer. */
  checkMs: number
  /** Connections at once, whoever they belong to. */
  connections: number
  /** Bytes of large bodies that may be held in memory at once. */
  largeBodies: number
}

export const usualLimits: Limits = {
  headersMs: 10_000,
  bodyMs: 30_000,
  uploadMs: 60_000,
  uploadBytes: 16_384,
  answerMs: 120_000,
  checkMs: 2000,
  connections: 2000,
  largeBodies: 256_000_000,
}

const slowestLarge = 64

/** A small body has `bodyMs`; a longer one as much more as it needs at 64 kB a second. */
export const bodyTime = ({ bodyMs }: Limits, length: number): number => bodyMs + length / slowestLarge

// Not to be changed by tests: what a request line and its headers may have.
export const longestHeaders = 16_384
export const longestAddress = 8192
export const mostHeaders = 100
