/** What the viewer of a piece of evidence and the criteria beside it share: the pins, the criterion in hand, the place in hand. */
import { createContext, useContext, useEffect, useState } from 'react'
import type { EvidencePin, EvidenceVersion } from '#contract/evidence.ts'
import { type CriterionKey, keyOf, type Layer } from '#domain/decisions/layers.ts'
import type { Place } from '#domain/pins/pins.ts'
import { makeStore } from '../ui/store.ts'

/** `key` is the criterion's, `label` its number; `id` is null while a judgement's pin is not saved yet. */
export type ShownPin = CriterionKey & {
  id: string | null
  key: string
  label: string
  layer: Layer
  fileId: string | null
  place: Place
  /** The reader's own, and still to be taken out. */
  mine: boolean
}

type State = {
  pins: readonly ShownPin[]
  /** The criteria to which one may pin now; none where one may only look. */
  options: readonly { key: string; label: string }[]
  /** What criteria are called beside the evidence, by key. */
  labels: ReadonlyMap<string, string>
  inHand: string | null
  /** Words or an area that were marked and not pinned yet. */
  marked: { fileId: string | null; place: Place } | null
  /** Whether a drag draws an area instead of scrolling. */
  drawing: boolean
  /** The pin that is being looked at; `asked` counts, so that the same one is shown again. */
  opened: { pin: ShownPin; asked: number } | null
}
const empty: State = {
  pins: [],
  options: [],
  labels: new Map(),
  inHand: null,
  marked: null,
  drawing: false,
  opened: null,
}

type Deeds = { set: (key: string, fileId: string | null, place: Place) => void; remove: (pin: ShownPin) => void }

function makeBoard() {
  const store = makeStore<State>(empty)
  const put = (change: Partial<State>) => store.update(was => ({ ...was, ...change }))
  const deeds: { current: Deeds } = { current: { set: () => {}, remove: () => {} } }
  return {
    use: store.use,
    get: store.get,
    put,
    deeds,
    open: (pin: ShownPin) => put({ opened: { pin, asked: (store.get().opened?.asked ?? 0) + 1 } }),
  }
}
export type Board = ReturnType<typeof makeBoard>

const BoardContext = createContext<Board | null>(null)
export const PinBoard = BoardContext.Provider
export const usePinBoard = (): Board | null => useContext(BoardContext)
export const useNewBoard = (): Board => useState(makeBoard)[0]

/** The pins of one file, or of the statement; and the one that is to be shown in it now. */
export function usePinsOn(fileId: string | null) {
  const board = useContext(BoardContext)
  const state = (board ?? none).use()
  const opened = state.opened?.pin.fileId === fileId ? state.opened : null
  return { board, state, pins: state.pins.filter(p => p.fileId === fileId), opened }
}
export const useOpenedPin = () => (useContext(BoardContext) ?? none).use().opened
const none = makeBoard()

/** Puts on the board what one may pin, and what is done with it: by the draft's form, or by the decision being written. */
export function useBoardFilled(
  board: Board | null,
  filled: Pick<State, 'pins' | 'options' | 'labels'> & { inHand?: string | null } & Deeds,
): void {
  const { pins, options, labels, inHand, set, remove } = filled
  // Reached from the viewer by key or button: always the newest.
  useEffect(() => {
    if (board) board.deeds.current = { set, remove }
  })
  useEffect(() => board?.put({ pins, labels }), [board, pins, labels])
  // The same choice made anew is no change: letters typed beside it must not draw the viewer again.
  const which = JSON.stringify(options)
  useEffect(() => board?.put({ options: JSON.parse(which) as State['options'] }), [board, which])
  useEffect(() => {
    if (inHand !== undefined && inHand !== null) board?.put({ inHand })
  }, [board, inHand])
}

/** "6: 1.3" for each criterion that is claimed. */
export const labelsOf = (claims: EvidenceVersion['claims']): Map<string, string> =>
  new Map(claims.map(c => [keyOf(c), `${c.unitNumber ? `${c.unitNumber}: ` : ''}${c.number}`]))

/** The pins of a version as the house has them, named by their criteria. */
export function pinsOf(
  version: { pins: EvidencePin[] },
  labels: ReadonlyMap<string, string>,
  mine: (pin: EvidencePin) => boolean = () => false,
): ShownPin[] {
  return version.pins.map(p => ({ ...p, key: keyOf(p), label: labels.get(keyOf(p)) ?? '', mine: mine(p) }))
}
