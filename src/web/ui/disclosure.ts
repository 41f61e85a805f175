import { type RefObject, useEffect, useRef, useState } from 'react'

/** Something that opens under its button: closed by Escape (focus goes back to the button), a click elsewhere, or leaving it. */
export function useDisclosure<E extends HTMLElement>(): {
  open: boolean
  set: (open: boolean) => void
  inside: RefObject<E | null>
} {
  const [open, set] = useState(false)
  const inside = useRef<E>(null)
  // Listens to the whole page only while it is open.
  useEffect(() => {
    if (!open) return
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !inside.current?.contains(event.target)) set(false)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      set(false)
      inside.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus()
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
      document.removeEventListener('keydown', escape)
    }
  }, [open])
  return { open, set, inside }
}
