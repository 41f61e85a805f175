import { IconCloudOff, IconCloudUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { begunText, refusedText, waitingText } from '../words/waiting-files.ts'
import { useOnline } from './online.ts'
import { WaitingFiles } from './WaitingFiles.tsx'
import style from './waiting-files.module.css'
import { useWaiting } from './waiting-files.ts'

/** What waits, in a few words; empty where nothing does. */
export function useWaitingSummary(): string {
  const { files, begun, keeping } = useWaiting()
  const waiting = files.filter(f => !f.refused && !keeping.has(f.id))
  const refused = files.filter(f => f.refused)
  if (waiting.length > 0) return waitingText(waiting)
  if (refused.length > 0) return refusedText(refused)
  return begun.length > 0 ? begunText(begun.length) : ''
}

/** In the bar of every page while something waits, or while there is no connection. */
export function WaitingBadge() {
  const { files, begun } = useWaiting()
  const summary = useWaitingSummary()
  const online = useOnline()
  const [open, setOpen] = useState(false)
  if (!summary && online) return null
  const count = files.length || begun.length
  const Icon = online ? IconCloudUpload : IconCloudOff
  return (
    <>
      <button type="button" className={style.badge} onClick={() => setOpen(true)}>
        <Icon size={20} stroke={1.75} aria-hidden="true" />
        <span className={style.badgeText}>{summary || 'Offline'}</span>
        <span className={style.badgeCount} aria-hidden="true">
          {count > 0 ? count : ''}
        </span>
      </button>
      {open && (
        <Dialog title="Waiting to upload" onClose={() => setOpen(false)} size="lg">
          {!online && <p>You are offline. You can still add photos, recordings and files to your evidence.</p>}
          {begun.length > 0 && <p>{begunText(begun.length)}.</p>}
          {files.length > 0 ? (
            <WaitingFiles links />
          ) : (
            <p>{begun.length > 0 ? 'No file is waiting.' : 'Nothing is waiting. Everything you added is uploaded.'}</p>
          )}
        </Dialog>
      )}
    </>
  )
}
