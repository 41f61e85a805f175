/** Pins: where in the evidence a tick rests, so that whoever opens it is taken there (product 3). */
import { type CriterionKey, keyOf } from '../decisions/layers.ts'
import { sameDocument } from '../evidence/content.ts'
import type { MediaKind } from '../files/media.ts'
import { Refusal } from '../refusal.ts'

/** Shares of width and height, from the upper left corner. */
export type Area = { x: number; y: number; width: number; height: number }

export type Place =
  | { kind: 'page'; page: number }
  /** The words themselves; `occurrence` counts from 1 where they stand more than once. On a page of a PDF, or in writing. */
  | { kind: 'passage'; page: number | null; text: string; occurrence: number }
  | ({ kind: 'area'; page: number | null } & Area)
  /** Seconds from the beginning; a moment where there is no end. */
  | { kind: 'time'; from: number; to: number | null }
  /** All of it: a file that has no places in it, or a short one. */
  | { kind: 'whole' }

/** What is pinned to: one file, or where there is none the written statement. */
export type PinnedThing = { fileId: string | null; media: MediaKind | 'statement' }
export type Pin = CriterionKey & { fileId: string | null; place: Place }

const placesIn: Record<MediaKind | 'statement', readonly Place['kind'][]> = {
  pdf: ['page', 'passage', 'area', 'whole'],
  image: ['area', 'whole'],
  audio: ['time', 'whole'],
  video: ['time', 'whole'],
  text: ['passage', 'whole'],
  statement: ['passage', 'whole'],
  document: ['whole'],
  other: ['whole'],
}

/** Whether such a place can be in such a thing: no moment in a picture; pages only where there are pages. */
export function placeFits(place: Place, media: MediaKind | 'statement'): boolean {
  if (!placesIn[media].includes(place.kind)) return false
  if (place.kind === 'area' && place.x + place.width > 1.001) return false
  if (place.kind === 'area' && place.y + place.height > 1.001) return false
  if (place.kind === 'time' && place.to !== null && place.to <= place.from) return false
  return !('page' in place) || place.kind === 'page' || (place.page !== null) === (media === 'pdf')
}

/**
 * Refuses `pins/not-ticked` for a criterion that the pinning person does not tick, and `pins/no-such-place` for a file that
 * is not in the version or a place that such a file has not.
 */
export function requirePins(
  pins: readonly Pin[],
  ticked: readonly CriterionKey[],
  things: readonly PinnedThing[],
): void {
  const keys = new Set(ticked.map(keyOf))
  const loose = pins.filter(p => !keys.has(keyOf(p)))
  if (loose.length > 0) throw new Refusal('pins/not-ticked', { pins: loose.length })
  const media = new Map(things.map(t => [t.fileId, t.media]))
  for (const { fileId, place } of pins) {
    const kind = media.get(fileId)
    if (!kind || !placeFits(place, kind)) throw new Refusal('pins/no-such-place', { kind: place.kind })
  }
}

/** "1:34" or "1:02:07" */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (n: number) => String(n).padStart(2, '0')
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}

/** As short as an index prints it: "p. 2", "p. 2, an area", "“rang the depot first”", "1:34", "1:34–2:10". */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'page':
      return `p. ${place.page}`
    case 'passage':
      return `${place.page ? `p. ${place.page}, ` : ''}“${shortened(place.text)}”`
    case 'area':
      return place.page ? `p. ${place.page}, an area` : 'an area'
    case 'time':
      return place.to === null ? clock(place.from) : `${clock(place.from)}–${clock(place.to)}`
    case 'whole':
      return 'all of it'
  }
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()} …` : text)

/**
 * A pin as the ledger has it: where, and not in which words. The ledger cannot forget, and what is quoted may have to go for
 * good (R76).
 */
export type PinOnRecord = Omit<Pin, 'place'> & {
  place: Exclude<Place, { kind: 'passage' }> | { kind: 'passage'; page: number | null; occurrence: number }
}
export function onRecord({ place, ...pin }: Pin): PinOnRecord {
  if (place.kind !== 'passage') return { ...pin, place }
  const { text: _, ...where } = place
  return { ...pin, place: where }
}

/** The same pin twice says nothing more. */
export const samePin = (one: Pin, other: Pin): boolean =>
  keyOf(one) === keyOf(other) && one.fileId === other.fileId && sameDocument(one.place, other.place)
