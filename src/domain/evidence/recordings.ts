/** Recordings: how long is too long, and the parts that a long one is cut into (R77). */
import { type CriterionKey, keyOf } from '../decisions/layers.ts'

/** From and to in seconds from the beginning; the criteria are some of those claimed on the evidence. */
export type RecordingPart = { title: string; from: number; to: number; criteria: CriterionKey[] }

const minute = 60
/** Longer than this in one piece, and nobody finds again what was said where. */
export const longestPart = 20 * minute
/** Longer than this in all, and an external quality assurer cannot be asked to hear it. */
export const longestRecording = 60 * minute

export type LengthWarning =
  | { code: 'too-long'; minutes: number }
  | { code: 'uncut'; minutes: number }
  | { code: 'part-too-long'; minutes: number; title: string }

const minutesOf = (seconds: number): number => Math.round(seconds / minute)

/** What is to be said of the length of a recording; it warns and never refuses (R77). */
export function lengthWarnings(seconds: number | null, parts: readonly RecordingPart[]): LengthWarning[] {
  const warnings: LengthWarning[] = []
  if (seconds !== null && seconds > longestRecording) warnings.push({ code: 'too-long', minutes: minutesOf(seconds) })
  if (seconds !== null && seconds > longestPart && parts.length === 0)
    warnings.push({ code: 'uncut', minutes: minutesOf(seconds) })
  for (const { from, to, title } of parts)
    if (to - from > longestPart) warnings.push({ code: 'part-too-long', minutes: minutesOf(to - from), title })
  return warnings
}

/** A beginning: equal parts, as few as keep each within the longest part, and two at least; whole seconds. */
export function cutEvenly(seconds: number): RecordingPart[] {
  const count = Math.max(2, Math.ceil(seconds / longestPart))
  const at = (index: number) => (index === count ? seconds : Math.floor((seconds * index) / count))
  return Array.from({ length: count }, (_, i) => ({ title: '', from: at(i), to: at(i + 1), criteria: [] }))
}

export const partFaults = ['no-title', 'no-time', 'no-criteria'] as const
export type PartFault = (typeof partFaults)[number]

/** What a part still lacks before the evidence can go to the assessor: each is linked to criteria of its own (R77). */
export function faultOfPart(part: RecordingPart, claimed: ReadonlySet<string>): PartFault | null {
  if (!part.title.trim()) return 'no-title'
  if (part.to <= part.from) return 'no-time'
  return part.criteria.some(k => claimed.has(keyOf(k))) ? null : 'no-criteria'
}

/** The parts with only those criteria that are claimed now: a claim that was taken back takes its link with it. */
export const partsShown = (parts: readonly RecordingPart[], claimed: ReadonlySet<string>): RecordingPart[] =>
  parts.map(p => ({ ...p, criteria: p.criteria.filter(k => claimed.has(keyOf(k))) }))

/** The part that is heard at a moment; null between parts. */
export const partAt = (parts: readonly RecordingPart[], seconds: number): RecordingPart | null =>
  parts.find(p => seconds >= p.from && seconds < p.to) ?? null
