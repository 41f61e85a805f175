import { type RefObject, useEffect, useRef, useState } from 'react'
import { clock, type Place, placeText } from '#domain/pins/pins.ts'
import { say } from '../ui/announcements.tsx'
import { useKeys } from '../ui/keys.tsx'
import { usePinsOn } from './board.ts'
import { rangeOf, showRange } from './passages.ts'
import style from './pins.module.css'

/**
 * Under a file: pins the place in hand to the criterion in hand. The place is what was marked, or else where one is now:
 * the page on the screen, the moment that is playing, all of it. Works by key, by button and by touch.
 */
export function PinBar({
  fileId,
  here,
  hereSays,
  draws = false,
  words,
  now,
}: {
  fileId: string | null
  /** Where one is now, asked at the press. */
  here: () => Place
  /** "this page", "this moment", "all of it" */
  hereSays: string
  /** Whether areas can be drawn in it. */
  draws?: boolean
  /** Writing to find words in, without a mouse. */
  words?: RefObject<HTMLElement | null>
  /** In a recording, the second that is playing: a span is begun at one and ended at another. */
  now?: () => number
}) {
  const { board, state } = usePinsOn(fileId)
  const [wanted, setWanted] = useState('')
  const [missed, setMissed] = useState(false)
  const marked = state.marked?.fileId === fileId ? state.marked.place : null
  const chosen = state.options.find(o => o.key === state.inHand)
  const pin = () => {
    if (!board) return
    if (!chosen) return say('Choose first which criterion the pin is for.', 'refused')
    // By key, what was marked is meant, whichever of several files it is in.
    const { fileId: of, place } = state.marked ?? { fileId, place: here() }
    board.deeds.current.set(chosen.key, of, place)
    board.put({ marked: null, drawing: false })
    window.getSelection()?.removeAllRanges()
    say(`${chosen.label} is pinned: ${placeText(place)}.`)
  }
  // What had the focus leaves the page with the frame or the button: whoever works by keys goes on from here.
  const button = useRef<HTMLButtonElement>(null)
  const busy = state.drawing || marked !== null
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !busy && document.activeElement === document.body)
      button.current?.focus({ preventScroll: true })
    wasBusy.current = busy
  }, [busy])
  useKeys({ p: { says: 'Pin this place to the criterion in hand', does: pin } }, state.options.length > 0)
  if (!board || state.options.length === 0) return null
  const mark = (place: Place) => board.put({ marked: { fileId, place } })
  const find = () => {
    const range = words?.current && rangeOf(words.current, { text: wanted, occurrence: 1 })
    setMissed(!range)
    if (!range) return
    showRange(range)
    const selection = window.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }
  return (
    <div
      className={style.bar}
      data-marked={marked !== null || undefined}
      role="group"
      aria-label="Pin a place to a criterion"
    >
      <label className={style.for}>
        Pin to
        <select value={chosen?.key ?? ''} onChange={e => board.put({ inHand: e.currentTarget.value || null })}>
          <option value="">a criterion …</option>
          {state.options.map(o => (
            <option key={o.key} value={o.key}>
              {o.label}
            </option>
          ))}
        </select>
      </label>
      <button
        ref={button}
        type="button"
        className={style.pin}
        // What is marked must not be lost by pressing the button.
        onMouseDown={e => e.preventDefault()}
        onClick={pin}
      >
        <span aria-hidden="true">⚲ </span>Pin {marked ? placeText(marked) : hereSays} <kbd aria-hidden="true">P</kbd>
      </button>
      {now && <Span now={now} begun={marked?.kind === 'time' ? marked : null} mark={mark} />}
      {marked && (
        <button type="button" className={style.quiet} onClick={() => board.put({ marked: null })}>
          Not this
        </button>
      )}
      {draws && (
        <button
          type="button"
          className={style.quiet}
          aria-pressed={state.drawing}
          onClick={() => board.put({ drawing: !state.drawing, marked: null })}
        >
          {state.drawing ? 'Stop marking an area' : 'Mark an area'}
        </button>
      )}
      {words && (
        <label className={style.for}>
          <span className="hidden-text">Find words, to pin them</span>
          <input
            type="search"
            placeholder="Find words to pin"
            value={wanted}
            onChange={e => {
              setWanted(e.currentTarget.value)
              setMissed(false)
            }}
            onKeyDown={e => {
              if (e.key !== 'Enter') return
              e.preventDefault()
              find()
            }}
          />
        </label>
      )}
      {missed && <span role="status">These words are not in it.</span>}
    </div>
  )
}

/** From one moment of a recording to another, each pressed where it plays. */
function Span({
  now,
  begun,
  mark,
}: {
  now: () => number
  begun: Extract<Place, { kind: 'time' }> | null
  mark: (place: Place) => void
}) {
  const begin = () => {
    const from = now()
    mark({ kind: 'time', from, to: null })
    say(`From ${clock(from)}. Go on to where it ends.`)
  }
  const end = ({ from }: { from: number }) => {
    const to = now()
    if (to <= from) return say('Play on, or move forward: the end comes after the beginning.', 'refused')
    mark({ kind: 'time', from, to })
    say(`From ${clock(from)} to ${clock(to)}. Pin it.`)
  }
  return begun?.to === null ? (
    <button type="button" className={style.quiet} onClick={() => end(begun)}>
      Until here
    </button>
  ) : (
    <button type="button" className={style.quiet} onClick={begin}>
      From here …
    </button>
  )
}
