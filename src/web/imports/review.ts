import type { Correction } from '#domain/qualifications/corrections.ts'
import type { ReportLine, Specification } from '#domain/qualifications/specification.ts'

/** The place that a person is looking at: in the source, in the result, or in both. */
export type Focus = { line: number | null; unit: number | null; criterion: string | null; at: number }

export type Change = { path: string; value: unknown }

/** What an editable value needs to know: what was corrected, and how to correct more. */
export type Review = {
  specification: Specification
  corrections: (Omit<Correction, 'by'> & { by: string })[]
  mayCorrect: boolean
  correct: (changes: Change[]) => Promise<void>
  undo: (correctionId: string) => Promise<void>
  /** Shows where a criterion or unit stands in the source. */
  showSource: (unit: number, criterion?: string) => void
}

/** Where a report line points to in the result: the index of its unit, or null for the document as a whole. */
export function unitOf(specification: Specification, { unit }: ReportLine): number | null {
  const index = specification.units.findIndex(one => one.id === unit)
  return index === -1 ? null : index
}

const letters = (text: string) =>
  text
    .replace(/<[^>]*>/g, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A source made ready for looking things up in it. */
export const searchable = (lines: string[]): string[] => lines.map(letters)

/**
 * The line of the source, counted from 1, where a text stands; the nearest one after a line that names the unit, because
 * many units ask for the same. Null where it is not printed like this.
 */
export function lineOf(source: string[], text: string, unit: string): number | null {
  const wanted = letters(text).slice(0, 60)
  if (wanted.length < 4) return null
  const named = letters(unit)
  let since = -1
  let best: { line: number; far: number } | null = null
  for (const [index, line] of source.entries()) {
    if (named && line.includes(named)) since = index
    if (!line.includes(wanted)) continue
    const far = since === -1 ? Number.MAX_SAFE_INTEGER : index - since
    if (!best || far < best.far) best = { line: index + 1, far }
  }
  return best?.line ?? null
}

/** Brings an element into view by moving its pane alone: the rest of the page stays where it is. */
export function reveal(
  pane: HTMLElement | null,
  element: Element | null | undefined,
  where: 'centre' | 'top' = 'centre',
): void {
  if (!pane || !element) return
  const [outer, inner] = [pane.getBoundingClientRect(), element.getBoundingClientRect()]
  const room = where === 'top' ? 4 : Math.max(4, (outer.height - inner.height) / 2)
  pane.scrollTop += inner.top - outer.top - room
}
