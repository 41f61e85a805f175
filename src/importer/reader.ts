/** Reads a document piece by piece into the units it shows, the units it lists and the headings around them. */

import { Ahead } from './ahead.ts'
import { bareHeading, titleAbove } from './bare-headings.ts'
import { commandVerb, isStem } from './criterion-words.ts'
import { type DraftUnit, draftUnit } from './draft.ts'
import { FlatList, flatHead } from './flat-list.ts'
import { groupHeading, plainNumber, titled, type UnitHeading, unitHeading } from './headings.ts'
import { joinsHead } from './joined-heads.ts'
import { labelsWithValues, suits } from './labels.ts'
import type { Line, Piece } from './line.ts'
import { readMark } from './marked.ts'
import { markOf } from './marks.ts'
import { unitNumberIn, withoutUnitNumber } from './numbers.ts'
import { Page } from './page.ts'
import type { Reading } from './reading.ts'
import { readRequirement } from './requirement-lines.ts'
import { ruleClauses } from './rule-sentences.ts'
import { takenApart } from './running-text.ts'
import { plain } from './sameness.ts'
import { type Columns, columnsOf, type ListedUnit, rowOf } from './unit-lists.ts'
import {
  type Block,
  blockNamed,
  type Field,
  fieldNamed,
  isBackMatter,
  isColumnWord,
  isContentHead,
  isSignOff,
  sectionOf,
  withoutHead,
} from './vocabulary.ts'
import { Whereabouts } from './whereabouts.ts'
import { type Joiner, joinerFor } from './word-breaks.ts'

/** Reads lines in order. Nothing is settled yet: units may come twice, and criteria stand where they were printed. */
export function read(lines: Line[]): Reading {
  const reader = new Reader(lines)
  for (const at of lines.keys()) reader.line(at)
  return reader.reading
}

class Reader {
  readonly reading: Reading = { drafts: [], listed: [], groups: [], sentences: [] }
  private page: Page | null = null
  private readonly whereabouts = new Whereabouts()
  private columns: Columns | null = null
  private pending: Field[] = []
  private at = 0
  /** The piece being read, and how many after it have been read along with it. */
  private current = 0
  private skip = 0
  /** Whether the head of a table of criteria has been read where no unit's heading stood. */
  private isHeadless = false
  private flat: FlatList | null = null
  private flatFrom = 0
  private readonly lines: Line[]
  private readonly pieces: Piece[]
  private readonly ahead: Ahead
  private readonly joined: Joiner

  constructor(lines: Line[]) {
    this.lines = lines
    this.pieces = lines.flatMap(line => line.pieces)
    this.ahead = new Ahead(this.pieces)
    this.joined = joinerFor(() => this.pieces.map(piece => piece.text).join('\n'))
  }

  line(at: number): void {
    const line = this.lines[at] as Line
    if (this.flatLine(line, at)) this.at += line.pieces.length
    else this.wholeLine(line)
  }

  /** A cell of a list that has come apart into lines, or of its head. */
  private flatLine(line: Line, at: number): boolean {
    const columns = at < this.flatFrom ? null : flatHead(this.lines, at)
    if (columns) {
      this.flat = new FlatList(columns)
      this.flatFrom = at + columns.length
      this.close()
    }
    if (this.flat === null) return false
    if (at < this.flatFrom) return true
    const known = this.flat.rows.length
    if (!this.flat.take(line)) {
      const text = line.pieces[0]?.text ?? ''
      if (groupHeading(text) === null && ruleClauses(text, this.whereabouts.place).length === 0) this.flat = null
      else this.flat.endRow()
      return false
    }
    for (const row of this.flat.rows.slice(known)) this.list(row)
    return true
  }

  private list(row: ListedUnit): void {
    this.reading.listed.push(Object.assign(row, { place: this.whereabouts.place }))
  }

  private wholeLine(line: Line): void {
    const columns = columnsOf(line)
    const row = columns ? null : rowOf(line, this.columns)
    if (columns) this.columns = columns
    else if (row) this.list(row)
    else if (this.headingRow(line) || this.kindRow(line) || this.backRow(line)) this.skip = 0
    else for (const [at, piece] of line.pieces.entries()) this.piece(piece, this.at + at)
    this.at += line.pieces.length
  }

  /** "Unit 201" and its title in two cells, as a handbook heads every page of a unit. */
  private headingRow(line: Line): boolean {
    const [number = '', title = '', ...others] = line.cells.filter(cell => cell !== '')
    if (others.length > 0 || title === '' || !/^(?:unit|module)\s+[A-Z]{0,6}\d{1,5}[A-Za-z]?\s*[:.]?$/i.test(number))
      return false
    const heading = unitHeading(`${number.replace(/[:.]$/, '')}: ${title}`)
    if (heading === null) return false
    this.open(line.number, heading)
    return true
  }

  /** "Appendix 1" and its title in two cells. */
  private backRow(line: Line): boolean {
    const [first = '', ...others] = line.cells.filter(cell => cell !== '')
    if (others.length !== 1 || !/^(?:appendix|annexe?)(?: \w{1,2})?:?$/i.test(first)) return false
    this.page = null
    this.columns = null
    return true
  }

  /** "Mandatory" or "Optional" on a row of its own within a list of units. */
  private kindRow(line: Line): boolean {
    const [kind = '', ...others] = line.cells.filter(cell => cell !== '')
    if (this.columns === null || others.length > 0 || !/^(?:mandatory|optional|core|elective)$/i.test(kind))
      return false
    this.whereabouts.enterGroup(
      { mandatory: /^(?:mandatory|core)$/i.test(kind), group: null, theme: null, title: kind },
      kind,
    )
    return true
  }

  private piece(piece: Piece, at: number): void {
    this.current = at
    if (this.skip > 0) {
      this.skip--
      return
    }
    const last = lastNumber(this.page, piece.text)
    const parts = takenApart(piece.text, last)
    for (const [index, text] of parts.entries()) this.text({ ...piece, text }, at, index > 0)
  }

  private text(piece: Piece, at: number, runOn: boolean): void {
    const { text } = piece
    if (this.wrapped(piece) || this.fill(text) || this.around(piece) || this.rule(piece)) return
    const heading = piece.tabular && this.page?.mode === 'criteria' ? null : unitHeading(text)
    if (heading) return this.open(piece.line, heading)
    const bare = this.pieces[at]?.text === text ? bareHeading(this.pieces, at) : null
    if (bare) {
      this.skip = bare.pieces - 1
      return this.open(piece.line, bare)
    }
    if (this.runs(piece)) return
    if (this.page && readRequirement(this.page, piece, this.pieces[at + 1] ?? null)) return
    if (this.labels(piece)) return
    if (!piece.tabular && /signature/i.test(text) && isSignOff(text)) return this.close()
    if (isColumnWord(text)) return this.columnWord(text)
    if (this.contentColumn(text)) return
    if (this.blockHead(piece, at)) return
    const rest = isNamedOutcome(text) ? null : withoutHead(text)
    if (rest !== null && this.head(piece, rest, at, runOn)) return
    if (this.section(piece)) return
    if (isSignOff(text)) return this.close()
    if (this.page === null && (this.isHeadless ? opensUnit(text) : opensElement(text, this.pieces[at + 1])))
      this.orphan(piece.line)
    if (readMark(this.page, piece, this.ahead, at, runOn, line => this.orphan(line))) return
    this.plain(piece)
  }

  /** A line that begins small, right below what it goes on with, whatever its words may mean elsewhere. */
  private wrapped(piece: Piece): boolean {
    const { page } = this
    if (!page || piece.bullet || piece.afterBlank || !/^\p{Ll}/u.test(piece.text) || markOf(piece.text) !== null)
      return false
    if (page.mode === 'head') return page.continueTitle(piece)
    if (page.mode !== 'criteria' || !page.goesOn(piece)) return false
    page.goOn(piece)
    return true
  }

  /** Headings that stand around units: of groups, of qualifications, of parts of the document that hold none. */
  private around(piece: Piece): boolean {
    if (piece.tabular) return false
    const group = groupHeading(piece.text)
    if (group) {
      const { qualification } = this.whereabouts.enterGroup(group, piece.text)
      this.reading.groups.push({ ...group, line: piece.line, qualification })
      this.close()
      this.rule(piece)
      return true
    }
    const isOutside = this.page === null || this.page.mode === 'closed'
    if (!isBackMatter(piece.text)) return isOutside && this.whereabouts.enterQualification(piece.text)
    this.page = null
    this.columns = null
    return true
  }

  /** A rule of combination, which stands outside every unit's page. */
  private rule({ text, line }: Piece): boolean {
    if (this.page !== null && this.page.mode !== 'closed') return false
    const clauses = ruleClauses(text, this.whereabouts.place)
    if (clauses.length > 0)
      this.reading.sentences.push({ line, text, clauses, qualification: this.whereabouts.place.qualification })
    return clauses.length > 0
  }

  private open(line: number, heading: UnitHeading): void {
    if (this.page?.mode === 'head' && joinsHead(this.page.unit, heading)) return
    if (this.page && isRepeated(this.page.unit, heading)) return
    const { fields, mandatory } = heading
    const unit = { ...draftUnit(line, { ...fields }), mandatory, place: this.whereabouts.place }
    this.reading.drafts.push(unit)
    this.page = new Page(unit, this.joined)
    this.isHeadless = false
    this.pending = []
    this.columns = null
  }

  private orphan(line: number): Page {
    this.open(line, { fields: {}, mandatory: null })
    const page = this.page as Page
    page.unit.orphan = true
    page.mode = 'criteria'
    return page
  }

  private close(): void {
    if (this.page) this.page.mode = 'closed'
    this.pending = []
  }

  private labels(piece: Piece): boolean {
    const field = fieldNamed(piece.text)
    const inCriteria = this.page?.mode === 'criteria'
    if (field !== null && (!inCriteria || (!piece.tabular && /^(?:unit\b|urn|uan)/i.test(piece.text)))) {
      this.pending.push(field)
      return true
    }
    const labelled = labelsWithValues(piece.text)
    for (const { field, value } of labelled ?? []) this.set(piece.line, field, value)
    return labelled !== null
  }

  /** A value whose label stood before it, in the cell or on the line above. */
  private fill(text: string): boolean {
    if (isSignOff(text) || isColumnWord(text)) this.pending = []
    const field = this.pending.find(field => suits(field, text))
    if (field === undefined || markedAway(text, field)) return false
    this.pending = this.pending.filter(other => other !== field)
    this.set(0, field, text)
    return true
  }

  /** Puts a value into the unit, or into the next one where this unit has had its own already. */
  private set(line: number, label: Field, value: string): void {
    const field = label === 'number' && unitNumberIn(value) !== null ? 'reference' : label
    const unit = this.page?.unit
    const said = unit?.fields[field]
    const done = unit === undefined || unit.sightings.length > 0 || (said !== undefined && said !== value)
    const names = field === 'title' || field === 'reference' || field === 'number'
    const above = done && field !== 'title' ? titleAbove(this.pieces, this.current) : null
    if (done && (names || (above !== null && this.ahead.opensTable(this.current))))
      this.open(line || (this.pieces[this.current]?.line ?? 1), above ?? { fields: {}, mandatory: null })
    const target = this.page?.unit
    if (!target || target.fields[field] !== undefined) return
    const inside = label === 'title' ? unitNumberIn(value) : null
    const { title, mandatory } = titled(inside ? withoutUnitNumber(value) : value)
    if (inside) target.fields.reference ??= inside
    const plain = { title, reference: unitNumberIn(value) ?? value, number: plainNumber(value) }
    if (/^(?:mandatory|core|optional)$/i.test(value)) target.mandatory ??= !/^optional$/i.test(value)
    target.fields[field] = field in plain ? plain[field as keyof typeof plain] : value
    if (field === 'title') target.mandatory ??= mandatory
  }

  /** The unit's own code or title over again at the head of its next page. */
  private runs({ text, afterBlank, tabular }: Piece): boolean {
    const { page } = this
    if (!page || page.mode === 'head' || tabular) return false
    const { number, title } = page.unit.fields
    if (number !== undefined && /^\p{L}{2}/u.test(number) && plain(text) === plain(`${number}${title}`)) return true
    if (text === number && /^\p{L}{2}/u.test(text)) return true
    return afterBlank && title !== undefined && plain(text) === plain(title)
  }

  /** A column of what may be taught, beside the criteria, named in the head of their table. */
  private contentColumn(text: string): boolean {
    const { page } = this
    if (!page || page.mode !== 'criteria' || page.atHead !== page.unit.sightings.length || !isContentHead(text))
      return false
    page.hasContent = true
    return true
  }

  /** "Skills", alone, above S1. */
  private blockHead(piece: Piece, at: number): boolean {
    const { text, tabular } = piece
    const glued = /^(skills|behaviours)\s*:?\s+([SB]1\b.*)$/i.exec(text)
    if (this.page && glued?.[1] && glued[2]) {
      this.openBlock(glued[2].startsWith('S') ? 'S' : 'B', glued[1])
      this.text({ ...piece, text: glued[2] }, at, true)
      return true
    }
    const block = tabular ? null : blockNamed(text)
    const next = this.pieces[at + 1]?.text ?? ''
    if (!this.page || (block !== 'S' && block !== 'B') || !/^[SB]\d/.test(next) || next[0] !== block) return false
    this.openBlock(block, text)
    return true
  }

  private openBlock(block: Block | null, text: string): void {
    const { page } = this
    if (!page || block === null) return
    if (page.block !== block || page.blockTitle === null)
      page.blockTitle = /^you\b/i.test(text) ? null : text.replace(/\s*:$/, '')
    page.block = block
    page.mode = 'criteria'
    if (page.last?.type === 'criterion') page.last = null
  }

  private columnWord(text: string): void {
    if (/^worksheet$/i.test(text) && this.page) this.page.unit.worksheet = true
  }

  /** The head of a table of criteria. What follows it in the same cell is read as if it stood alone. */
  private head(piece: Piece, rest: string, at: number, runOn: boolean): boolean {
    if (this.page === null) {
      this.isHeadless = true
      return rest === '' || isColumnWord(rest)
    }
    if (rest !== '' && isSignOff(rest)) return false
    if (this.page.mode !== 'closed' || rest === '') {
      this.page.mode = 'criteria'
      this.page.atHead = this.page.unit.sightings.length
    }
    if (/^(?:assessment|(?:assessment and )?grading) criteria\s*:?$/i.test(piece.text))
      this.page.unit.gradesTitle ??= piece.text
    const block = blockNamed(piece.text)
    if (block !== null && block !== this.page.block) this.openBlock(block, piece.text)
    // What "Learners need to know:" opens below a criterion is a list of its parts.
    if (this.page.last?.type === 'criterion' && !/\bneed to\b/i.test(piece.text)) this.page.last = null
    for (const [index, text] of rest === '' ? [] : takenApart(rest).entries())
      this.text({ ...piece, text }, at, runOn || index > 0)
    return true
  }

  private section(piece: Piece): boolean {
    const found = sectionOf(piece.text)
    if (!found || !this.page) return false
    this.page.openSection(found.section, piece.line, found.rest)
    return true
  }

  /** Words without a number among numbered criteria: the end of what came before, or a criterion whose number is lost. */
  private unmarked(page: Page, piece: Piece): void {
    if (page.goesOn(piece)) page.goOn(piece)
    else if (
      page.hasDotted &&
      !piece.tabular &&
      !piece.bullet &&
      /^\p{Lu}/u.test(piece.text) &&
      commandVerb(piece.text) !== null
    )
      page.leaveOut(piece, null)
  }

  private plain(piece: Piece): void {
    const { page } = this
    if (!page || tag.test(piece.text)) return
    if (page.mode === 'head') page.unit.loose.push(piece.text)
    else if (page.mode === 'section') page.addToSection(piece.text)
    else if (page.mode === 'criteria') this.unmarked(page, piece)
  }
}

/** The heading of the unit whose page is being read: it runs on, and does not begin again. */
function isRepeated(unit: DraftUnit, { fields }: UnitHeading): boolean {
  const same = (['reference', 'number'] as const).filter(field => fields[field] !== undefined)
  return (
    unit.sightings.length > 0 &&
    same.length > 0 &&
    same.every(field => fields[field] === unit.fields[field]) &&
    (fields.title === undefined || unit.fields.title === undefined || plain(fields.title) === plain(unit.fields.title))
  )
}

// "Learning outcome 1" is an outcome; "Learning outcomes" is the head of a table of them.
function isNamedOutcome(text: string): boolean {
  const mark = markOf(text)
  return mark?.type === 'outcome' && mark.named !== null
}

/** The first criterion or outcome of a page whose heading is lost. */
function opensUnit(text: string): boolean {
  const mark = markOf(text)
  if (mark?.type === 'criterion') return commandVerb(mark.rest) !== null || /^[PK]\d/.test(mark.number)
  return mark?.type === 'outcome' && isStem(mark.rest)
}

/** "Element C12.1 …" above its performance criteria, where the unit's own heading is lost. */
function opensElement(text: string, next: Piece | undefined): boolean {
  const mark = markOf(text)
  return mark?.type === 'outcome' && mark.named === 'element' && withoutHead(next?.text ?? '') !== null
}

/** The number that one inside a text would have to follow: at the head of a unit, in a text long enough for a page. */
function lastNumber(page: Page | null, text: string): string | null {
  if (page?.mode === 'head') return text.length > 120 ? '1.0' : null
  return page?.mode === 'criteria' ? (page.lastCriterion?.number ?? null) : null
}

/** "(PO1)", by itself: what the words above it count towards elsewhere. */
const tag = /^[([][A-Z]{1,4}\d{1,2}(?:[,; ]+[A-Z]{1,4}\d{1,2})*[)\]]$/

// A title that begins with a number is the next thing on the page, not the value that was missing.
function markedAway(text: string, field: Field): boolean {
  return field === 'title' && /^\d+\.\d/.test(text)
}
