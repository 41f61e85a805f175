/** Decides what a number, a letter or a bullet at the start of a text stands for, given the page it stands on. */

import type { Ahead } from './ahead.ts'
import { commandVerb, isStem } from './criterion-words.ts'
import type { CriterionSighting } from './draft.ts'
import type { Piece } from './line.ts'
import { type Mark, markOf } from './marks.ts'
import type { Page } from './page.ts'
import { partsIn } from './parts.ts'

type Found = { page: Page; piece: Piece; ahead: Ahead; at: number; runOn: boolean; orphan: (line: number) => Page }

/**
 * Reads a marked piece into the page and says whether it was one. Numbered lists that are no criteria, such as
 * notes for tutors, are left alone: `false`.
 */
export function readMark(
  page: Page | null,
  piece: Piece,
  ahead: Ahead,
  at: number,
  runOn: boolean,
  orphan: (line: number) => Page,
): boolean {
  if (page === null) return false
  if (read({ page, piece, ahead, at, runOn, orphan })) return true
  if (mayBeLeftOut(page, piece)) page.leaveOut(piece, markOf(piece.text))
  return false
}

/** A number or letter with a command after it that was taken for nothing, outside what is there to be taught. */
function mayBeLeftOut(page: Page, piece: Piece): boolean {
  const mark = markOf(piece.text)
  if (piece.tabular && isBeside(page, piece)) return false
  if (mark === null || mark.type === 'outcome') return false
  const isTaught = page.mode === 'section' && page.section === 'content'
  const isGrade = mark.type === 'criterion' && /^[PMDK]\d/.test(mark.number)
  if (isGrade ? !hasAnother(page, mark.number) : isTaught) return false
  const number = mark.type === 'letter' ? mark.code : mark.number
  return commandVerb(mark.rest) !== null && page.criterion(number) === undefined
}

/** Whether the page has a criterion coded like this one: elsewhere "D2" is the code of a unit. */
function hasAnother(page: Page, number: string): boolean {
  return page.unit.sightings.some(
    ({ type, number: other }) => type === 'criterion' && /^[A-Z]\d/.test(other) && other[0] === number[0],
  )
}

function read(found: Found): boolean {
  const { page, piece } = found
  const mark = blockMark(found) ?? bracketed(page, piece.text) ?? markOf(piece.text)
  if (mark?.type === 'criterion') return readCriterion(found, mark)
  if (mark?.type === 'outcome' && readOutcome(found, mark)) return true
  if (page.mode !== 'criteria') return page.mode !== 'head' && readStemAgain(found)
  if (isBeside(page, piece)) return false
  if (mark?.type === 'letter') return readLetter(found, mark.code, mark.rest)
  return piece.bullet ? readBullet(found) : readBareStem(found)
}

/** "(2.2) Row in time" where 2.1 came last; elsewhere such a number says what a range is about. */
function bracketed(page: Page, text: string): (Mark & { type: 'criterion' }) | null {
  const found = page.mode === 'criteria' ? /^\((\d{1,2}\.\d{1,2})\)\s*(\S.*)$/.exec(text) : null
  return found?.[1] && found[2] && follows(page, found[1]) && page.criterion(found[1]) === undefined
    ? { type: 'criterion', number: found[1], rest: found[2] }
    : null
}

/** "S1" and "B2" are statements only under the heads of skills and behaviours: elsewhere they number what is taught. */
function blockMark({ page, piece, ahead, at }: Found): (Mark & { type: 'criterion' }) | null {
  const found = page.mode === 'criteria' ? /^([SB])(\d{1,2})(?![\w/])\s*[.:)–-]*\s*(\S.*)$/.exec(piece.text) : null
  if (!found?.[1] || !found[3] || page.block === null || /^[A-Z]\d/.test(found[3])) return null
  const [, letter, number, rest] = found
  // The head may be lost: a first number with a second after it stands for it.
  if (letter !== page.block && (number !== '1' || !ahead.after(at).startsWith(`${letter}2`))) return null
  page.block = letter === 'S' ? 'S' : 'B'
  return { type: 'criterion', number: `${letter}${number}`, rest }
}

// A list in another column than the criteria is guidance about them.
function isBeside(page: Page, piece: Piece): boolean {
  return (
    piece.tabular && page.lastCriterion !== null && piece.column > Math.max(page.wordsIn, page.lastCriterion.column)
  )
}

function readCriterion(found: Found, mark: Mark & { type: 'criterion' }): boolean {
  const { page, piece, runOn } = found
  if (mark.rest === '') return false
  if (isPartOfBlock(page, mark.number)) {
    page.addPart(piece, mark.number, mark.rest)
    return true
  }
  if (!isPlausible(page, mark.number)) return false
  if (isRestart(page, mark.number, mark.rest)) found.page = found.orphan(piece.line)
  else if (!mayCount(page, mark.number, mark.rest) && !opensBlock(found, mark.number)) return false
  const { text, parts } = partsIn(mark.rest)
  found.page.addCriterion(piece, mark.number, text, runOn ? 'run-on' : 'printed')
  for (const part of parts) found.page.addPart(piece, part.code, part.text)
  return true
}

/** "K1" with K2 after it where the head of the block is lost. */
function opensBlock({ page, ahead, at }: Found, number: string): boolean {
  const letter = /^([PK])1$/.exec(number)?.[1]
  if (page.mode !== 'head' || letter === undefined || !ahead.after(at).startsWith(`${letter}2`)) return false
  page.block = letter === 'K' ? 'K' : 'P'
  return true
}

/** In a unit's head, a section of prose or after the sign-off, only a number that goes on and a verb will do. */
function mayCount(page: Page, number: string, text: string): boolean {
  if (page.mode === 'criteria') return true
  const opens = commandVerb(text) !== null
  if (page.mode === 'head') return opens && /(?:^|\D)1$/.test(number)
  if (opens && /^[A-Z]{1,3}\.[PMD]\d{1,2}$/.test(number)) return page.criterion(number) === undefined
  return opens && page.criterion(number) === undefined && follows(page, number)
}

function follows(page: Page, number: string): boolean {
  const [outcome, index] = lastTwo(number)
  const last = page.lastCriterion
  const [lastOutcome, lastIndex] = last ? lastTwo(last.number) : [0, 0]
  return (outcome === lastOutcome && index === lastIndex + 1) || (outcome === lastOutcome + 1 && index === 1)
}

function lastTwo(number: string): [number, number] {
  const [outcome = 0, index = 0] = (number.match(/\d+/g) ?? []).slice(-2).map(Number)
  return number.includes('.') ? [outcome, index] : [0, outcome]
}

/** The same numbers over again, with other words: the heading of the next unit is lost. */
function isRestart(page: Page, number: string, text: string): boolean {
  const earlier = page.criterion(number)
  if (!earlier || same(earlier.text, text) || commandVerb(text) === null) return false
  return page.mode === 'closed' || (page.mode === 'criteria' && number === page.firstCriterion?.number)
}

function same(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return plain(a).startsWith(plain(b)) || plain(b).startsWith(plain(a))
}

/** "4.1" below the fourth statement of a block is a part of it. */
function isPartOfBlock(page: Page, number: string): boolean {
  return (
    page.block !== null && page.last?.type === 'criterion' && page.last.how === 'by-position' && number.includes('.')
  )
}

function isPlausible(page: Page, number: string): boolean {
  const found = /^(\d+)\./.exec(number)
  if (!found) return true
  return Number(found[1]) <= page.highest + 2
}

function readOutcome(found: Found, mark: Mark & { type: 'outcome' }): boolean {
  const { page, piece } = found
  const title = mark.rest
  if (page.mode === 'section' && page.section === 'content' && !found.ahead.opensCriteria(found.at, mark.number))
    return false
  if (mark.named === 'element') {
    page.addOutcome(piece, mark.number, title, 'element')
    return true
  }
  if (mark.named === null && page.mode === 'section' && !isStem(title)) return false
  if (page.mode === 'closed' && !reopens(found, mark, title)) return false
  if (mark.named === null && !isStem(title)) return readWholeNumber(found, mark)
  found.page.addOutcome(piece, mark.number, title, 'learning-outcome')
  return true
}

function reopens(found: Found, { number, named }: Mark & { type: 'outcome' }, title: string): boolean {
  if (
    !isStem(title) &&
    !(named !== null && (found.ahead.opensCriteria(found.at, number) || found.ahead.opensLetters(found.at)))
  )
    return false
  const earlier = found.page.unit.sightings.some(sighting => sighting.type === 'criterion' && sighting.under === number)
  const last = Number(found.page.lastCriterion?.number.split('.')[0] ?? 0)
  if (earlier || Number(number) <= last) found.page = found.orphan(found.piece.line)
  return true
}

/** "1. Weave and trim a basket": an outcome if criteria 1.x stand on the page, else a criterion of a list. */
function readWholeNumber(found: Found, mark: Mark & { type: 'outcome' }): boolean {
  const { page, piece } = found
  if (page.mode !== 'criteria') return false
  const ahead = found.ahead.dottedAfter(found.at)
  if (page.block !== null && (page.outcome?.number === page.block || !ahead.has(mark.number)))
    return readNumbered(found, mark)
  const dotted = ahead.size > 0 || page.hasDotted
  if (ahead.has(mark.number) && page.criterion(`${mark.number}.1`) === undefined) {
    page.addOutcome(piece, mark.number, mark.rest, 'learning-outcome')
    return true
  }
  if (dotted) return readNumberedPart(page, piece, mark)
  return readNumbered(found, mark)
}

/** "1. large nets" below a criterion that ends in a colon, or right below it, is a part of it. */
function readNumberedPart(page: Page, piece: Piece, mark: Mark & { type: 'outcome' }): boolean {
  const { lastCriterion } = page
  if (lastCriterion === null) return false
  const { parts, text } = lastCriterion
  const goesOn = parts.length > 0 && parts.at(-1)?.code === String(Number(mark.number) - 1)
  const begins = parts.length === 0 && mark.number === '1' && (/[:;]$/.test(text) || /\bfollowing\b/i.test(text))
  if (!goesOn && !begins) return false
  page.addPart(piece, mark.number, mark.rest)
  return true
}

function readNumbered({ page, piece }: Found, mark: Mark & { type: 'outcome' }): boolean {
  const { text, parts } = partsIn(mark.rest)
  page.addCriterion(piece, mark.number, text, 'by-position')
  for (const part of parts) page.addPart(piece, part.code, part.text)
  return true
}

function readLetter(found: Found, code: string, text: string): boolean {
  const { page, piece } = found
  const { last, lastCriterion, outcome } = page
  const isLettered = lastCriterion !== null && follow(lastCriterion, code)
  const own = outcome === null ? null : `${outcome.number}${code}`
  if (lastCriterion !== null && !isLettered && last?.type !== 'outcome' && isLetterOf(lastCriterion) && code === 'a')
    return readFirstLetter(found, lastCriterion, own, text)
  if (lastCriterion !== null && !isLettered && (last?.type === 'criterion' || page.hasDotted)) {
    page.addPart(piece, code, text)
    return true
  }
  if (own === null) return readUnheaded(found, '1', code, text)
  if (last === null && !isLettered) return false
  page.addCriterion(piece, own, text, 'printed')
  return true
}

/** A letter a after b, c: the one left out before, a part of a criterion that opens a list, or a new row. */
function readFirstLetter(found: Found, last: CriterionSighting, own: string | null, text: string): boolean {
  const { page, piece } = found
  if (own !== null && page.criterion(own) === undefined) {
    page.addCriterion(piece, own, text, 'printed')
    return true
  }
  if (/[:;]$/.test(last.text)) {
    page.addPart(piece, 'a', text)
    return true
  }
  return readUnheaded(found, successor(last.under ?? '0'), 'a', text)
}

/** A row of lettered criteria whose outcome has lost its heading. */
function readUnheaded({ page, piece }: Found, outcome: string, code: string, text: string): boolean {
  page.addOutcome(piece, outcome, '', outcome.includes('.') ? 'element' : 'learning-outcome')
  page.addCriterion(piece, `${outcome}${code}`, text, 'printed')
  return true
}

function isLetterOf({ number, under }: CriterionSighting): boolean {
  return under !== null && number.startsWith(under) && /^[a-z]$/.test(number.slice(under.length))
}

function successor(number: string): string {
  return number.replace(/\d+$/, digits => String(Number(digits) + 1))
}

/** Whether a letter goes on with a row of lettered criteria: later than the last, which may have parts i, ii, iii. */
function follow({ number, under }: CriterionSighting, code: string): boolean {
  const last = under !== null && number.startsWith(under) ? number.slice(under.length) : ''
  if (!/^[a-z]$/.test(last) || code.length > 1 || code <= last) return false
  return code !== 'i' || last === 'h'
}

/** A bullet under an outcome is a criterion without a number; a bullet under a numbered criterion is a part of it. */
function readBullet(found: Found): boolean {
  const { page, piece } = found
  const { last } = page
  if (last === null) return false
  if (last.type === 'criterion' && isAside(page, last.text)) return false
  if (last.type === 'criterion' && last.how !== 'by-position') {
    page.addPart(piece, String.fromCharCode(97 + (last.parts.length % 26)), piece.text)
    return true
  }
  if (found.ahead.dottedAfter(found.at).has(page.outcome?.number ?? '')) return false
  page.addCriterion(piece, '', piece.text, 'by-position')
  return true
}

/** What a column of content lists, or a footnote to the star at the end of the words before. */
function isAside(page: Page, text: string): boolean {
  return text.endsWith('*') || (page.hasContent && !/[:;,]$|\b(?:following|including)$/.test(text))
}

/** "Be able to…" whose number is lost, above "You can:", after a section or a sign-off. */
function readStemAgain({ page, piece, ahead, at }: Found): boolean {
  if (!isStem(piece.text) || !ahead.opensCriteria(at, '')) return false
  const titles = page.unit.sightings.filter(sighting => sighting.type === 'outcome')
  const known = titles.find(({ title }) => title !== null && same(title, piece.text))
  page.addOutcome(piece, known?.number ?? String(titles.length + 1), piece.text, 'learning-outcome')
  return true
}

/** "Understand how to…" without its number: an outcome, whose number the criteria after it tell. */
function readBareStem(found: Found): boolean {
  const { page, piece } = found
  if (!isStem(piece.text) || (page.last?.type === 'outcome' && page.last.title === null)) return false
  if (page.goesOn(piece) && !piece.afterBlank && page.last?.type === 'criterion' && !isEnded(page.last.text))
    return false
  const [next] = found.ahead.dottedAfter(found.at)
  const titles = page.unit.sightings.filter(sighting => sighting.type === 'outcome')
  const number = next ?? String(titles.length + 1)
  if (titles.some(outcome => outcome.number === number)) return false
  page.addOutcome(piece, number, piece.text, 'learning-outcome')
  return true
}

function isEnded(text: string): boolean {
  return /[.;:]$/.test(text)
}
