import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Result as Answer } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { evidenceTitle } from '../words/evidence.ts'
import { agoText, dayText, sizeText } from '../words/index.ts'
import style from './quotas.module.css'

const key = 'GET /centres/:centreId/uploads'
type Upload = Answer<typeof key>['uploads'][number]

/**
 * A person’s own uploads that are not finished, from any page or device, to be cancelled. Those that this page is sending
 * are shown by the uploader. `refusals` counts refused files: after each one the list is read again and opened.
 */
export function UnfinishedUploads({ isSending, refusals }: { isSending: (id: string) => boolean; refusals: number }) {
  const list = useResult(key, {})
  const [open, setOpen] = useState(false)
  const { refetch } = list
  useEffect(() => {
    if (refusals === 0) return
    setOpen(true)
    void refetch()
  }, [refusals, refetch])
  const uploads = (list.data?.uploads ?? []).filter(u => !isSending(u.id))
  if (uploads.length === 0) return null
  return (
    <details className={style.unfinished} open={open} onToggle={e => setOpen(e.currentTarget.open)}>
      <summary>
        {uploads.length === 1 ? '1 unfinished upload' : `${uploads.length} unfinished uploads`},{' '}
        {sizeText(uploads.reduce((sum, u) => sum + u.size, 0))}
      </summary>
      <p className={style.text}>To continue one, choose the same file again in the same place.</p>
      <ul>
        {uploads.map(u => (
          <One key={u.id} upload={u} />
        ))}
      </ul>
    </details>
  )
}

function One({ upload: u }: { upload: Upload }) {
  const cancel = useChange('DELETE /centres/:centreId/uploads/:upload', { invalidates: [key] })
  return (
    <li>
      <span className={style.name}>
        {u.name}
        <small>
          {sizeText(u.received)} of {sizeText(u.size)}, started {agoText(u.startedAt)}.
          {u.into && (
            <>
              {' '}
              In{' '}
              <Link
                to={'/c/$centreId/evidence/$evidenceId' as '/'}
                params={{ evidenceId: u.into.evidenceId } as never}
                className={style.evidence}
              >
                evidence {u.into.number}, {evidenceTitle(u.into.title)}
              </Link>
              .
            </>
          )}{' '}
          Deleted on {dayText(u.expiresAt)}.
        </small>
        {cancel.error && <Refused problem={cancel.error} />}
      </span>
      <Button
        variant="default"
        size="compact-md"
        loading={cancel.isPending}
        onClick={() =>
          cancel.mutate({ params: { upload: u.id } }, { onSuccess: () => say(`Upload of ${u.name} cancelled.`) })
        }
      >
        Cancel<span className="hidden-text"> the upload of {u.name}</span>
      </Button>
    </li>
  )
}
