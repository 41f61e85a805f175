import { useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { useWaitingSummary } from './WaitingBadge.tsx'
import { WaitingFiles, WhyWaiting } from './WaitingFiles.tsx'
import style from './waiting-files.module.css'
import { useWaiting } from './waiting-files.ts'

/** On pages that list evidence: a line while something is not uploaded yet. */
export function WaitingNotice() {
  const { files, why } = useWaiting()
  const summary = useWaitingSummary()
  const [open, setOpen] = useState(false)
  if (!summary) return null
  return (
    <div className={style.notice}>
      <p role="status">
        <b>{summary}</b>
      </p>
      {files.length > 0 && (
        <button type="button" onClick={() => setOpen(true)}>
          Show {files.length === 1 ? 'it' : 'them'}
        </button>
      )}
      {files.some(f => !f.refused) && <WhyWaiting why={why} />}
      {open && (
        <Dialog title="Waiting to upload" onClose={() => setOpen(false)} size="lg">
          {files.length > 0 ? <WaitingFiles links /> : <p>Everything is uploaded.</p>}
        </Dialog>
      )}
    </div>
  )
}
