/** Reads numbered evidence requirements off a unit's page, also where numbers and letters have lines of their own. */

import type { DraftRequirement } from './draft.ts'
import { labelsWithValues } from './labels.ts'
import type { Piece } from './line.ts'
import { markOf } from './marks.ts'
import type { Page } from './page.ts'
import { fieldNamed, withoutHead } from './vocabulary.ts'

/**
 * Whether the piece belongs to a unit's evidence requirements, which it is then added to. They begin with a 1 of its
 * own on a page that has no criteria, or with "1. …" under a heading that says so, and each number must follow the last.
 */
export function readRequirement(page: Page, piece: Piece, next: Piece | null): boolean {
  if (!mayStart(page) && page.mode !== 'requirements') return false
  if (page.mode === 'requirements' && isOther(piece.text)) {
    page.mode = 'head'
    return false
  }
  const number = startOf(piece.text, next)
  const { requirements } = page.unit
  if (
    number &&
    Number(number.code) === requirements.length + 1 &&
    (page.mode === 'requirements' || number.code === '1')
  ) {
    requirements.push({ number: number.code, text: number.text, items: [], line: piece.line })
    page.mode = 'requirements'
    return true
  }
  return page.mode === 'requirements' && readOn(requirements.at(-1), piece)
}

/** What can be no sentence of a requirement: a label, the head of a table, an outcome. */
function isOther(text: string): boolean {
  const mark = markOf(text)
  if (mark?.type === 'outcome' && mark.named !== null) return true
  return fieldNamed(text) !== null || labelsWithValues(text) !== null || withoutHead(text) !== null
}

function mayStart(page: Page): boolean {
  if (page.unit.requirements.length > 0) return false
  if (page.mode === 'head') return page.unit.sightings.length === 0
  return page.mode === 'section' && page.unit.sections.at(-1)?.section === 'evidence'
}

function startOf(text: string, next: Piece | null): { code: string; text: string } | null {
  const alone = /^(\d{1,2})[.):]?$/.exec(text)?.[1]
  if (alone) return next && (/^\(?a[.)]?$/.test(next.text) || isSentence(next.text)) ? { code: alone, text: '' } : null
  const found = /^(\d{1,2})[.):]\s+(\S.*)$/.exec(text)
  return found?.[1] && found[2] && isSentence(found[2]) ? { code: found[1], text: found[2] } : null
}

function isSentence(text: string): boolean {
  return text.length > 18 && /^\p{Lu}/u.test(text) && markOf(text) === null
}

function readOn(requirement: DraftRequirement | undefined, piece: Piece): boolean {
  if (!requirement) return false
  const item = itemIn(piece.text)
  if (item && item.code === String.fromCharCode(97 + requirement.items.length)) {
    requirement.items.push(item)
    return true
  }
  const last = requirement.items.at(-1)
  if (last?.text === '') last.text = piece.text
  else if (!last && requirement.text === '') requirement.text = piece.text
  else if (!piece.afterBlank && last) last.text = `${last.text} ${piece.text}`
  else if (!last) requirement.text = `${requirement.text} ${piece.text}`
  else return false
  return true
}

function itemIn(text: string): { code: string; text: string } | null {
  const alone = /^\(?([a-z])[.)]?$/.exec(text)?.[1]
  if (alone) return { code: alone, text: '' }
  const found = /^\(?([a-z])[.)]\s+(\S.*)$/.exec(text)
  return found?.[1] && found[2] ? { code: found[1], text: found[2] } : null
}
