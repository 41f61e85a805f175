/** Takes apart a text in which several criteria run on, as a table cell's do when its paragraphs are lost. */

import { commandVerb, isStem } from './criterion-words.ts'
import { isOpening, markOf } from './marks.ts'

const inside = /(?<=[\s.;:,)])(?:AC\s?)?((?!0)\d{1,2}\.(?!0)\d{1,2})(?![\d/%]|\.\d)[.:)]?\s*(?=\S)/g
const outcomeInside = /(?<=[\s.;:,)])((?!0)\d{1,2})[.):]?\s+(?=\p{Lu})/gu
const reference =
  /(?:\b(?:criteri(?:on|a)|and|or|to|outcomes?|LOs?|ACs?|see|with|section|in|for|of|also|units?|elements?)|[&,;(–-])\s*$/i

/**
 * The pieces of a text, one for each outcome or criterion in it; the text itself where there is only one.
 * It is cut only where a number follows the one before it (1.2 after 1.1, 2.1 after 1.x), so that a number
 * mentioned in a sentence ("for criteria 2.4…") stays a part of that sentence. `last` is the criterion read before a
 * text that has no number of its own.
 */
export function takenApart(text: string, last: string | null = null): string[] {
  const codes = codeCuts(text, last)
  if (codes.length > 1) return pieces(text, codes)
  const first = markOf(text)
  if (first === null && last !== null && /^\d+\.\d+$/.test(last)) return pieces(text, cutsIn(text, pair(last)))
  if (first === null || first.type === 'letter' || !/^\d/.test(first.number)) return [text]
  const before = last === null ? null : pair(last)
  const cuts = cutsIn(text, first.type === 'outcome' ? [Number(first.number), 0] : pair(first.number), before)
  return pieces(text, cuts)
}

const coded = /(?<=\s)(?:([A-Z]{1,3})\.)?([PMDK])(\d{1,2})(?!\w)\s*[.:)–-]*\s+(?=\p{L})/gu

/** Where "P2 …" or "A.M1 …" begins inside a text: after the code before it, or with a command, and not as a mention. */
function codeCuts(text: string, last: string | null): number[] {
  const start = markOf(text)
  const before = start?.type === 'criterion' ? start.number : last
  const cuts = [0]
  let previous = /^(?:[A-Z]{1,3}\.)?([PMDK])(\d{1,2})$/.exec(before ?? '')
  for (const found of text.matchAll(coded)) {
    const [whole, prefix, letter, number] = found
    const follows = previous?.[1] === letter && Number(number) === Number(previous?.[2]) + 1
    const isGraded = letter !== 'K' && (prefix !== undefined || previous !== null)
    const opens = isGraded && commandVerb(text.slice(found.index + whole.length)) !== null
    if ((!follows && !opens) || reference.test(text.slice(Math.max(0, found.index - 24), found.index))) continue
    cuts.push(found.index)
    previous = ['', letter, number] as unknown as RegExpExecArray
  }
  return cuts
}

function pieces(text: string, cuts: number[]): string[] {
  const ends = [...cuts.slice(1), text.length]
  return cuts.map((cut, at) => text.slice(cut, ends[at]).trim())
}

function cutsIn(text: string, from: [number, number], before: [number, number] | null = null): number[] {
  const cuts = [0]
  let [outcome, criterion] = from
  for (const found of candidates(text)) {
    const [nextOutcome, nextCriterion] = found.pair
    const follows =
      (nextOutcome === outcome && nextCriterion === criterion + 1) ||
      (nextOutcome === outcome + 1 && nextCriterion <= 1 && criterion > 0) ||
      // After a title that came early or late, the row before goes on.
      (criterion === 0 && nextOutcome === before?.[0] && nextCriterion === before[1] + 1)
    if (!follows || isMention(text, found.at)) continue
    cuts.push(found.at)
    ;[outcome, criterion] = found.pair
  }
  return cuts
}

/** A number after "criteria", "and" or "see" is a mention, unless a command with a capital follows it. */
function isMention(text: string, at: number): boolean {
  if (!reference.test(text.slice(Math.max(0, at - 24), at))) return false
  const words = text.slice(at, at + 60).replace(/^[\dAC.:)\s]+/, '')
  return !/^\p{Lu}/u.test(words) || commandVerb(words) === null
}

type Candidate = { at: number; pair: [number, number] }

function candidates(text: string): Candidate[] {
  const criteria = [...text.matchAll(inside)]
    .filter(found => isOpening(text.slice(found.index + found[0].length, found.index + found[0].length + 12)))
    .map(found => ({ at: found.index, pair: pair(found[1] as string) }))
  const outcomes = [...text.matchAll(outcomeInside)]
    .filter(found => isStem(text.slice(found.index + found[0].length, found.index + found[0].length + 40)))
    .map(found => ({ at: found.index, pair: [Number(found[1]), 0] as [number, number] }))
  return [...criteria, ...outcomes].sort((a, b) => a.at - b.at)
}

function pair(number: string): [number, number] {
  const [outcome = 0, criterion = 0] = number.split('.').map(Number)
  return [outcome, criterion]
}
