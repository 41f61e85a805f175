import { type RefObject, useEffect } from 'react'
import { usePinsOn } from './board.ts'
import { coloured, passageIn, rangeOf, showRange } from './passages.ts'

/**
 * Makes writing pinnable: what is marked in it becomes the place in hand, what is pinned is coloured, and a pin that is
 * opened is scrolled to. `drawn` changes when the words were drawn anew; `page` is null where there are no pages.
 */
export function usePassages(
  place: RefObject<HTMLElement | null>,
  fileId: string | null,
  page: number | null,
  drawn: unknown,
): void {
  const { board, state, pins, opened } = usePinsOn(fileId)
  const may = state.options.length > 0
  const passages = pins.flatMap(p => (p.place.kind === 'passage' && p.place.page === page ? [p.place] : []))
  const which = JSON.stringify(passages)

  useEffect(() => {
    if (!may || !board) return
    const mark = () => {
      const words = place.current && passageIn(place.current)
      if (words) board.put({ marked: { fileId, place: { kind: 'passage', page, ...words } } })
    }
    document.addEventListener('selectionchange', mark)
    return () => document.removeEventListener('selectionchange', mark)
  }, [board, may, place, fileId, page])

  // The words are drawn after the page: coloured again whenever they are.
  useEffect(() => {
    const container = place.current
    if (!container || !drawn) return
    return coloured(
      'pins',
      (JSON.parse(which) as typeof passages).flatMap(p => rangeOf(container, p) ?? []),
    )
  }, [place, which, drawn])

  useEffect(() => {
    const container = place.current
    const pinned = opened?.pin.place
    if (!container || !drawn || pinned?.kind !== 'passage' || pinned.page !== page) return
    const range = rangeOf(container, pinned)
    if (!range) return
    showRange(range)
    return coloured('pin-opened', [range])
  }, [place, opened, page, drawn])
}
