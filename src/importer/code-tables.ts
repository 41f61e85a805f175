/** Tables that give a qualification's other numbers, and from when until when it runs, also where they have come apart. */

import type { Line } from './line.ts'

export type CodeRow = {
  line: number
  level: number | null
  framework: string | null
  codes: { scheme: string; value: string }[]
  date: { about: 'from' | 'to'; day: string } | null
}

const codeHead = /^([A-Z][\w ]{0,24}?)\s*(?:code|number|no\.?)$/i
const dateHead = /^(?:accredited|valid|available|registration|operational)\s+(from|to|until|start|end)\b/i
const codeForm = /^(?=[A-Z0-9 ]*\d)(?=[A-Z0-9 ]*[A-Z])[A-Z0-9]{3,10}(?: [A-Z0-9]{1,4})?$/
const dayForm = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})$/
const levelForm = /^(?:(SCQF|RQF|QCF|NQF|CQFW)\s*)?(?:level\s*)?(\d{1,2})$/i

/** The rows of every such table: each with the level it is for, its codes by scheme, and the date it ends with. */
export function codeRows(lines: Line[]): CodeRow[] {
  const cells = lines.flatMap(line => line.pieces.map(piece => ({ line: line.number, text: piece.text })))
  const starts = cells.flatMap((cell, at) => (isHead(cell.text) && !isHead(cells[at - 1]?.text ?? '') ? [at] : []))
  return starts.flatMap(start => tableFrom(cells.slice(start, start + 400)))
}

function isHead(text: string): boolean {
  return /\bcode$/i.test(text) && codeHead.test(text)
}

/** Reads from the heads of a table on, until four cells running are neither level nor code nor date nor short words. */
function tableFrom(cells: { line: number; text: string }[]): CodeRow[] {
  const { schemes, dates, rest } = headsOf(cells)
  const rows: CodeRow[] = []
  let row: CodeRow | null = null
  for (const { line, text } of rest) {
    const level = levelForm.exec(text)
    if (level) {
      row = { line, level: Number(level[2]), framework: level[1]?.toUpperCase() ?? null, codes: [], date: null }
      rows.push(row)
    } else if (row && codeForm.test(text)) {
      const scheme = schemes[row.codes.length % Math.max(1, schemes.length)]
      if (scheme) row.codes.push({ scheme, value: text })
    } else if (row && dayForm.test(text)) {
      const about = dates[(rows.length - 1) % Math.max(1, dates.length)]
      if (about) row.date = { about, day: dayOf(text) }
    } else if (text.length > 60) break
  }
  return rows.filter(({ codes }) => codes.length > 0)
}

function headsOf(cells: { line: number; text: string }[]) {
  const end = cells.findIndex(({ text }) => codeForm.test(text))
  const heads = cells.slice(0, Math.max(0, Math.min(end, 20)))
  const schemes = heads.flatMap(({ text }) => (isHead(text) ? [slug(codeHead.exec(text)?.[1] ?? text)] : []))
  const dates = heads.flatMap(({ text }) => {
    const about = dateHead.exec(text)?.[1]?.toLowerCase()
    return about ? [about === 'from' || about === 'start' ? ('from' as const) : ('to' as const)] : []
  })
  const last = heads.findLastIndex(({ text }) => isHead(text) || dateHead.test(text))
  return { schemes: [...new Set(schemes)], dates, rest: cells.slice(last + 1) }
}

function slug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
}

/** 01/05/11 as 2011-05-01. Accreditation began after 1970, so two figures from 70 up are of the last century. */
function dayOf(text: string): string {
  const [, day = '', month = '', year = ''] = dayForm.exec(text) ?? []
  const century = year.length === 4 ? '' : Number(year) >= 70 ? '19' : '20'
  return `${century}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
