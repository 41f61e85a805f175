/** One unit's page while it is read: what has been sighted on it, and what a wrapped line would go on with. */

import type { CriterionSighting, DraftUnit, OutcomeSighting } from './draft.ts'
import type { Piece } from './line.ts'
import type { Mark } from './marks.ts'
import type { Block, Section } from './vocabulary.ts'
import type { Joiner } from './word-breaks.ts'

type Mode = 'head' | 'criteria' | 'section' | 'requirements' | 'closed'

// A line is wrapped because it is full; after a shorter one, a capital begins something else.
const shortestWrapped = 45

export class Page {
  readonly unit: DraftUnit
  mode: Mode = 'head'
  section: Section = 'other'
  /** The outcome or criterion read last, to which parts, bullets and wrapped lines belong. */
  last: OutcomeSighting | CriterionSighting | null = null
  /** The block of a standard without outcomes, and the words at its head. */
  block: Block | null = null
  blockTitle: string | null = null
  /** Whether one of the columns says what may be taught, so that a list in it is no part of a criterion. */
  hasContent = false
  /** How much had been sighted when the head of the table was read. */
  atHead = -1
  private lastRow = 0
  /** The column in which the words read last stand. */
  wordsIn = 0
  private lastLength = 0

  private readonly joined: Joiner

  constructor(unit: DraftUnit, joined: Joiner) {
    this.unit = unit
    this.joined = joined
  }

  private readonly byNumber = new Map<string, CriterionSighting>()
  outcome: OutcomeSighting | null = null
  firstCriterion: CriterionSighting | null = null
  lastCriterion: CriterionSighting | null = null
  /** The highest number of an outcome so far, of its own or of a criterion. */
  highest = 0
  hasDotted = false

  criterion(number: string): CriterionSighting | undefined {
    return this.byNumber.get(number)
  }

  /** The second line of a title that did not fit on one. */
  continueTitle(piece: Piece): boolean {
    const { fields, line, loose } = this.unit
    if (fields.title === undefined || loose.length > 0 || piece.tabular || piece.line !== line + 1) return false
    fields.title = this.joined(fields.title, piece.text)
    return true
  }

  addOutcome(piece: Piece, number: string, title: string, kind: OutcomeSighting['kind']): void {
    this.add(piece, {
      type: 'outcome',
      number,
      title: title === '' ? null : title,
      kind,
      line: piece.line,
      column: piece.column,
    })
    this.mode = 'criteria'
  }

  addCriterion(piece: Piece, number: string, text: string, how: CriterionSighting['how']): void {
    this.openBlock(piece, number, how)
    const under = this.outcome?.number ?? null
    const sighting = {
      type: 'criterion' as const,
      number,
      text,
      parts: [],
      under,
      how,
      line: piece.line,
      column: piece.column,
    }
    this.add(piece, sighting)
    this.mode = 'criteria'
  }

  /** Criteria under "Performance criteria" or "Knowledge and understanding" alone stand in a block each, P and K. */
  private openBlock(piece: Piece, number: string, how: CriterionSighting['how']): void {
    const coded = /^([PKSB])\d{1,2}$/.exec(number)?.[1]
    const block = this.block === null ? null : (coded ?? (how === 'by-position' ? this.block : null))
    const { outcome } = this
    if (block === null || outcome?.number === block) return
    // What must be known for a whole unit stands after its elements, and belongs to none of them.
    const isAfterElements = block === 'K' && outcome?.kind === 'element'
    if (outcome !== null && !/^[PKSB]$/.test(outcome.number) && !isAfterElements) return
    this.addOutcome(piece, block, this.blockTitle ?? '', block === 'K' ? 'knowledge' : 'element')
  }

  private add(piece: Piece, sighting: OutcomeSighting | CriterionSighting): void {
    this.unit.sightings.push(sighting)
    this.last = sighting
    this.highest = Math.max(this.highest, Number.parseInt(sighting.number, 10) || 0)
    if (sighting.type === 'outcome') this.outcome = sighting
    else this.index(sighting)
    this.touch(piece)
  }

  private index(criterion: CriterionSighting): void {
    this.firstCriterion ??= criterion
    this.lastCriterion = criterion
    this.hasDotted ||= /\.\d+$/.test(criterion.number)
    if (!this.byNumber.has(criterion.number)) this.byNumber.set(criterion.number, criterion)
  }

  addPart(piece: Piece, code: string, text: string): void {
    if (this.lastCriterion === null) return
    this.lastCriterion.parts.push({ code, text })
    this.last = this.lastCriterion
    this.touch(piece)
  }

  leaveOut(piece: Piece, mark: Mark | null): void {
    const number = mark === null ? null : mark.type === 'letter' ? mark.code : mark.number
    this.unit.leftOut.push({ number, text: mark?.rest ?? piece.text, line: piece.line })
  }

  openSection(section: Section, line: number, rest: string): void {
    this.mode = 'section'
    this.section = section
    this.last = null
    this.unit.sections.push({ section, texts: rest === '' ? [] : [rest], line })
  }

  addToSection(text: string): void {
    this.unit.sections.at(-1)?.texts.push(text)
  }

  /** Whether a piece without a mark goes on with what was read last: the next line, or one that starts small. */
  goesOn(piece: Piece): boolean {
    if (this.last === null || !/\p{L}/u.test(piece.text)) return false
    if (this.last.type === 'outcome' && this.last.title === null) return piece.row - this.lastRow <= 4
    if (piece.tabular || piece.column !== this.wordsIn) return false
    const ended = /[.;]$/.test(this.lastText())
    const isCapital = /^\p{Lu}/u.test(piece.text)
    if (piece.row - this.lastRow <= 1) return !isCapital || (!ended && this.lastLength >= shortestWrapped)
    return !ended && piece.row - this.lastRow <= 3 && /^\p{Ll}/u.test(piece.text)
  }

  goOn(piece: Piece): void {
    const { last } = this
    const part = last?.type === 'criterion' ? last.parts.at(-1) : undefined
    if (part) part.text = this.joined(part.text, piece.text)
    else if (last?.type === 'criterion') last.text = this.joined(last.text, piece.text)
    else if (last) last.title = last.title === null ? piece.text : this.joined(last.title, piece.text)
    this.touch(piece)
  }

  private touch(piece: Piece): void {
    this.lastRow = piece.row
    this.wordsIn = piece.until
    this.lastLength = piece.text.length
  }

  private lastText(): string {
    const { last } = this
    if (last?.type === 'criterion') return last.parts.at(-1)?.text ?? last.text
    return last?.title ?? ''
  }
}
