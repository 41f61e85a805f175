import { useMemo } from 'react'
import type { EvidenceVersion } from '#contract/evidence.ts'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { type Pin, samePin } from '#domain/pins/pins.ts'
import { pinsOf, type ShownPin, useBoardFilled, usePinBoard } from '../pins/board.ts'
import { type Choice, type JudgingLayer, judges, type Place, type Typed } from './form.ts'

/** The pins that stand in the reader's own layer: what an earlier decision of it pinned goes on with the next one. */
export const standingPins = (
  version: EvidenceVersion | undefined,
  layer: JudgingLayer,
  places: ReadonlyMap<string, Place>,
): Pin[] =>
  (version?.pins ?? [])
    .filter(p => p.layer === layer && judges(places.get(keyOf(p))?.registration.own ?? [], layer))
    .map(pinOf)

const pinOf = ({ registrationId, criterionId, fileId, place }: Pin): Pin => ({
  registrationId,
  criterionId,
  fileId,
  place,
})
const keyed = ({ registrationId, criterionId }: CriterionKey) => ({ registrationId, criterionId })
export const labelOf = ({ unit, criterion }: Place): string =>
  `${unit.number ? `${unit.number}: ` : ''}${criterion.number}`

const nobody = { set: () => {}, remove: () => {} }
const noOptions: [] = []

/** For those who look: the pins of all layers. */
export function usePinsShown(version: EvidenceVersion | undefined, places: ReadonlyMap<string, Place>): void {
  const labels = useMemo(() => new Map([...places.values()].map(p => [p.key, labelOf(p)])), [places])
  const pins = useMemo(() => (version ? pinsOf(version, labels) : []), [version, labels])
  useBoardFilled(usePinBoard(), { pins, labels, options: noOptions, ...nobody })
}

/** While a decision is being written: what stands in the other layers, and in one's own what is in the draft. */
export function useJudgedPins(
  version: EvidenceVersion | undefined,
  layer: JudgingLayer,
  places: ReadonlyMap<string, Place>,
  drafted: { typed: Typed; choices: ReadonlyMap<string, Choice>; pinned: Pin[] },
  current: string | null,
  type: (change: (was: Typed) => Typed) => void,
): void {
  const { typed, choices, pinned } = drafted
  const own = typed.pins ?? pinned
  const labels = useMemo(() => new Map([...places.values()].map(p => [p.key, labelOf(p)])), [places])
  const pins = useMemo(() => {
    const others = version ? pinsOf(version, labels).filter(p => p.layer !== layer) : []
    const mine = own.map(
      (p): ShownPin => ({ ...p, id: null, key: keyOf(p), label: labels.get(keyOf(p)) ?? '', layer, mine: true }),
    )
    return [...others, ...mine]
  }, [version, labels, layer, own])
  const options = useMemo(() => {
    const claimed = new Set((version?.claims ?? []).map(keyOf))
    return [...places.values()]
      .filter(p => judges(p.registration.own, layer) && (claimed.has(p.key) || choices.has(p.key) || p.key === current))
      .map(p => ({ key: p.key, label: labelOf(p) }))
  }, [version, places, layer, choices, current])
  useBoardFilled(usePinBoard(), {
    pins,
    options,
    labels,
    inHand: current,
    set: (key, fileId, place) => {
      const at = places.get(key)
      if (!at) return
      const pin = { ...keyed(at), fileId, place }
      if (!own.some(p => samePin(p, pin))) type(was => ({ ...was, pins: [...(was.pins ?? pinned), pin] }))
    },
    remove: pin => type(was => ({ ...was, pins: (was.pins ?? pinned).filter(p => !samePin(p, pin)) })),
  })
}
