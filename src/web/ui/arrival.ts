import { type RefObject, useEffect } from 'react'

let arrived = false

/**
 * Names the window after the page, and moves focus to the page's name, so that a screen reader says where one is.
 * Not on the very first page, which the browser has announced already, and not where a field asked for focus.
 */
export function useArrival(title: string, heading: RefObject<HTMLElement | null>): void {
  // A page that turns into another, as a form into its answer, takes the focused field with it.
  useEffect(() => {
    document.title = `${title} – Countersign`
    if (arrived && document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [title, heading])
  // Once for each page that is opened.
  useEffect(() => {
    if (arrived && !heading.current?.closest('main')?.contains(document.activeElement))
      heading.current?.focus({ preventScroll: true })
    arrived = true
  }, [heading])
}
