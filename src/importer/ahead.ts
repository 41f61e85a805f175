/** Looks ahead on a page, because what "1." means depends on whether 1.1 is still to come. */

import { unitHeading } from './headings.ts'
import type { Piece } from './line.ts'
import { markOf } from './marks.ts'
import { withoutHead } from './vocabulary.ts'

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

  /** Whether the head of a table, or the outcome's own first criterion, stands right below its title. */
  opensCriteria(at: number, outcome: string): boolean {
    for (const { text } of this.pieces.slice(at + 1, at + 4)) {
      const mark = markOf(text)
      if (mark?.type === 'outcome' && mark.named !== null) return false
      if (withoutHead(text) !== null || dotted.exec(text.slice(0, 40))?.[1] === outcome) return true
    }
    return false
  }

  /** The text of the piece after the one given. */
  after(at: number): string {
    return this.pieces[at + 1]?.text ?? ''
  }

  /** Whether a row of lettered criteria stands right below a title. */
  opensLetters(at: number): boolean {
    return this.pieces.slice(at + 1, at + 3).some(({ text }) => /^\(?a[.)]\s+\p{Lu}/u.test(text))
  }

  /** Whether a table of criteria begins between the piece given and the next heading of a unit. */
  opensTable(from: number): boolean {
    for (let at = from + 1; at < Math.min(from + reach, this.pieces.length); at++) {
      if (this.look(at).endsPage) return false
      if (withoutHead(this.pieces[at]?.text ?? '') !== null) return true
    }
    return false
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
