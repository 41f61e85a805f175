import { placeText } from '#domain/pins/pins.ts'
import { layerNames } from '../words/pins.ts'
import { type ShownPin, usePinBoard } from './board.ts'
import style from './pins.module.css'

/** Where a tick rests, beside it: a press opens the evidence at that place. */
export function PinChips({ criterionKey, onOpen }: { criterionKey: string; onOpen?: () => void }) {
  const board = usePinBoard()
  if (!board) return null
  return <Chips board={board} criterionKey={criterionKey} onOpen={onOpen} />
}

function Chips({
  board,
  criterionKey,
  onOpen,
}: {
  board: NonNullable<ReturnType<typeof usePinBoard>>
  criterionKey: string
  onOpen: (() => void) | undefined
}) {
  const pins = board.use().pins.filter(p => p.key === criterionKey)
  if (pins.length === 0) return null
  const open = (pin: ShownPin) => {
    onOpen?.()
    board.open(pin)
  }
  return (
    <ul className={style.chips} aria-label={`Pins of ${pins[0]?.label}`}>
      {pins.map((pin, i) => (
        <li key={pin.id ?? `${i}${placeText(pin.place)}`} className={style.chip} data-layer={pin.layer}>
          <button type="button" data-small onClick={() => open(pin)} title={`Pinned by the ${layerNames[pin.layer]}`}>
            <span aria-hidden="true">⚲ </span>
            {placeText(pin.place)}
            <span className="hidden-text">, pinned by the {layerNames[pin.layer]}: open it there</span>
          </button>
          {pin.mine && (
            <button type="button" data-small onClick={() => board.deeds.current.remove(pin)}>
              <span aria-hidden="true">×</span>
              <span className="hidden-text">Take out the pin {placeText(pin.place)}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
