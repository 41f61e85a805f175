import { CloseButton, Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import style from './Dialog.module.css'

/** A question or a short task over the page. Escape closes it; focus is kept inside and returns to where it came from. */
export function Dialog({
  title,
  onClose,
  closeLabel = 'Close',
  size,
  children,
}: {
  title: string
  onClose: () => void
  closeLabel?: string
  size?: string
  children: ReactNode
}) {
  // Taken away while it is open, the library's window forgets where focus came from; so it is kept here.
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () =>
      void setTimeout(() => {
        if (document.activeElement === document.body && from instanceof HTMLElement) from.focus({ preventScroll: true })
      }),
    [from],
  )
  return (
    <Modal.Root opened onClose={onClose} centered size={size} transitionProps={{ duration: 0 }} returnFocus={false}>
      <Modal.Overlay />
      <Modal.Content>
        {/* Not the library's header: that is a second banner to a screen reader. */}
        <div className={style.head}>
          <Modal.Title className={style.title}>{title}</Modal.Title>
          <CloseButton aria-label={closeLabel} onClick={onClose} />
        </div>
        <div className={style.body}>{children}</div>
      </Modal.Content>
    </Modal.Root>
  )
}
