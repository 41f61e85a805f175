import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { isWaiting } from '#domain/evidence/evidence.ts'
import style from './AssessmentPage.module.css'
import type { Assessment } from './form.ts'

/** What changed while one was deciding, in words; nothing on the screen follows until one says so. */
export function Changed({
  changes,
  now,
  version,
  useWhatStands,
}: {
  changes: string[]
  now: Assessment['evidence']
  version: number
  useWhatStands: () => void
}) {
  const place = useRef<HTMLDivElement>(null)
  // The deed that was just refused is answered where one looks next.
  useEffect(() => place.current?.focus(), [])
  const newer = now.latestVersion > version
  const waits = isWaiting(now.state)
  return (
    <div ref={place} role="alert" tabIndex={-1} className={style.changed}>
      <p>
        <b>Something changed while you were working. Nothing was accepted or saved, and nothing you typed is lost.</b>
      </p>
      <ul>
        {changes.map(c => (
          <li key={c}>{c}</li>
        ))}
        {newer && <li>There is a newer version of this evidence.</li>}
        {!waits && <li>The evidence does not wait for a decision any more.</li>}
      </ul>
      {newer ? (
        <Link to={'.' as '/'} search={{} as never} reloadDocument>
          Open version {now.latestVersion}
        </Link>
      ) : (
        waits && (
          <Button onClick={useWhatStands} size="compact-md">
            Use what stands now
          </Button>
        )
      )}
    </div>
  )
}
