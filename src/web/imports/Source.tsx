import { memo, useEffect, useMemo, useRef } from 'react'
import style from './imports.module.css'
import { reveal } from './review.ts'

const perBlock = 80

/** The text that was read, line by line. Blocks of lines are laid out only when they come near the screen. */
export function Source({
  lines,
  shown,
  marked,
}: {
  lines: string[]
  shown: { line: number | null; at: number }
  marked: ReadonlySet<number>
}) {
  const pane = useRef<HTMLDivElement>(null)
  const blocks = useMemo(
    () =>
      Array.from({ length: Math.ceil(lines.length / perBlock) }, (_, at) =>
        lines.slice(at * perBlock, (at + 1) * perBlock),
      ),
    [lines],
  )
  // Scrolls to the line that was asked for. Twice, because blocks on the way get their true height only once laid out.
  useEffect(() => {
    if (shown.line === null) return
    const go = () => reveal(pane.current, pane.current?.querySelector(`[data-line="${shown.line}"]`))
    go()
    const again = requestAnimationFrame(go)
    return () => cancelAnimationFrame(again)
  }, [shown])
  return (
    // A pane that scrolls must be reachable by keyboard
    <div className={style.source} ref={pane} tabIndex={0} role="region" aria-label="Source text">
      {blocks.map((block, at) => {
        const first = at * perBlock + 1
        const here = shown.line !== null && shown.line >= first && shown.line < first + perBlock ? shown.line : null
        return <Block key={first} first={first} lines={block} here={here} marked={marked} />
      })}
    </div>
  )
}

const Block = memo(function Block({
  first,
  lines,
  here,
  marked,
}: {
  first: number
  lines: string[]
  here: number | null
  marked: ReadonlySet<number>
}) {
  return (
    <div className={style.block} style={{ containIntrinsicBlockSize: `auto ${lines.length * 24}px` }}>
      {lines.map((text, index) => {
        const number = first + index
        return (
          <div
            key={number}
            className={style.line}
            data-line={number}
            data-here={number === here || undefined}
            data-marked={marked.has(number) || undefined}
          >
            <span className={style.lineNumber}>{number}</span>
            <span>{text}</span>
          </div>
        )
      })}
    </div>
  )
})
