/** Looks ahead on a page, because what "1." means depends on whether 1.1 is still to come. */

import { unitHeading } from './headings.ts'
import type { Piece } from './line.ts'

/** As far as a page's criteria are looked for: more than any outcome holds. */
const reach = 60
const dotted = /(?:^|\s)(?:AC\s?)?(\d{1,2})\.\d{1,2}[.:)]?\s?\p{L}/u

export class Ahead {
  private readonly pieces: Piece[]
  /** What was found out about each piece, since the same pieces are looked at again and again. */
  private readonly known = new Map<number, { outcome: string | null; endsPage: boolean }>()

  constructor(pieces: Piece[]) {
    this.pieces = pieces
  }

  /** The outcomes that have numbered criteria between the piece given and the end of its page. */
  dottedAfter(from: number): Set<string> {
    const outcomes = new Set<string>()
    for (let at = from; at < Math.min(from + reach, this.pieces.length); at++) {
      const { outcome, endsPage } = this.look(at)
      if (endsPage && at > from) break
      if (outcome !== null) outcomes.add(outcome)
    }
    return outcomes
  }

  private look(at: number): { outcome: string | null; endsPage: boolean } {
    const text = this.pieces[at]?.text ?? ''
    const found = this.known.get(at) ?? {
      outcome: dotted.exec(text.slice(0, 400))?.[1] ?? null,
      endsPage: unitHeading(text) !== null,
    }
    this.known.set(at, found)
    return found
  }
}
