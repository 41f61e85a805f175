import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Area } from '#domain/pins/pins.ts'
import { usePinsOn } from './board.ts'
import style from './pins.module.css'

const middle: Area = { x: 0.35, y: 0.4, width: 0.3, height: 0.2 }
const step = 0.02
const within = (n: number, least: number, most: number) => Math.min(most, Math.max(least, n))
const percent = (n: number) => `${n * 100}%`
const boxOf = ({ x, y, width, height }: Area) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
})

/** Over a picture or a page: the areas that are pinned, and while one is being marked, the frame that is drawn or moved by keys. */
export function AreaLayer({ fileId, page }: { fileId: string; page: number | null }) {
  const { board, state, pins, opened } = usePinsOn(fileId)
  const place = useRef<HTMLDivElement>(null)
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null)
  const areas = pins.flatMap(p => (p.place.kind === 'area' && p.place.page === page ? [{ pin: p, area: p.place }] : []))
  const onPage = pins.filter(p => p.place.kind === 'page' && p.place.page === page)
  const marked = state.marked?.fileId === fileId && state.marked.place.kind === 'area' ? state.marked.place : null
  const mine = marked && marked.page === page ? marked : null
  const shown = opened?.pin.place
  const here = shown?.kind === 'area' && shown.page === page

  // A pin that is opened is brought to the middle of what one sees.
  useEffect(() => {
    if (opened && here) place.current?.querySelector('[data-opened]')?.scrollIntoView({ block: 'center' })
  }, [opened, here])

  const set = (area: Area) => board?.put({ marked: { fileId, place: { kind: 'area', page, ...area } } })
  const at = (event: PointerEvent) => {
    const box = (place.current as HTMLDivElement).getBoundingClientRect()
    return {
      x: within((event.clientX - box.left) / box.width, 0, 1),
      y: within((event.clientY - box.top) / box.height, 0, 1),
    }
  }
  const draw = (event: PointerEvent) => {
    if (!from) return
    const to = at(event)
    const area = { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) }
    const size = { width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
    if (size.width > 0.01 && size.height > 0.01) set({ ...area, ...size })
  }
  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key]
    if (event.key === 'Escape') return board?.put({ marked: null, drawing: false })
    if (!by) return
    event.preventDefault()
    const [dx = 0, dy = 0] = by
    const was: Area = mine ?? middle
    set(
      event.shiftKey
        ? {
            ...was,
            width: within(was.width + dx, 0.02, 1 - was.x),
            height: within(was.height + dy, 0.02, 1 - was.y),
          }
        : { ...was, x: within(was.x + dx, 0, 1 - was.width), y: within(was.y + dy, 0, 1 - was.height) },
    )
  }
  return (
    <div ref={place} className={style.areas} data-drawing={state.drawing || undefined}>
      {areas.map(({ pin, area }, i) => (
        <span
          key={pin.id ?? i}
          className={style.area}
          style={boxOf(area)}
          data-opened={(here && opened?.pin === pin) || undefined}
        >
          <span className={style.areaLabel}>{pin.label}</span>
        </span>
      ))}
      {onPage.length > 0 && (
        <span className={style.pageLabel}>
          <span className="hidden-text">Pinned to this page: </span>
          {[...new Set(onPage.map(p => p.label))].join(', ')}
        </span>
      )}
      {mine && <span className={style.area} data-marked style={boxOf(mine)} />}
      {state.drawing && (
        <div
          className={style.canvas}
          role="application"
          aria-label={`Area${page ? ` on page ${page}` : ''}: arrows move it, Shift and arrows change its size, P pins it, Escape leaves it`}
          tabIndex={0}
          onFocus={() => !state.marked && page === null && set(middle)}
          onKeyDown={move}
          onPointerDown={event => {
            event.preventDefault()
            event.currentTarget.setPointerCapture(event.pointerId)
            setFrom(at(event))
          }}
          onPointerMove={draw}
          onPointerUp={() => setFrom(null)}
        />
      )}
    </div>
  )
}
