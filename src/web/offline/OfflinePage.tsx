import { Button } from '@mantine/core'
import { useLocation, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { Outside } from '../frame/Outside.tsx'
import { useOnline } from '../waiting-files/online.ts'
import { whoIsSignedIn } from '../waiting-files/sending.ts'
import { WaitingFiles } from '../waiting-files/WaitingFiles.tsx'
import { beginHere, useWaiting, waitAs } from '../waiting-files/waiting-files.ts'
import { begunText } from '../words/waiting-files.ts'
import { lastPerson } from './last-person.ts'
import { OfflineEvidence } from './OfflineEvidence.tsx'

/** Opened or reloaded while the server cannot be reached: what waits, and a way to add evidence all the same. */
export function OfflinePage() {
  const router = useRouter()
  const online = useOnline()
  const { pathname } = useLocation()
  const [person] = useState(lastPerson)
  const [begunHere, setBegunHere] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { files, begun, personId } = useWaiting()
  useEffect(() => {
    if (person) void waitAs(person.id)
  }, [person])
  const [, centreOfPage, evidenceOfPage] =
    /^\/c\/([0-9a-f-]{36})\/evidence\/([0-9a-f-]{36})(?:\/|$)/.exec(pathname) ?? []
  const centreId = centreOfPage ?? person?.centreId ?? null
  const again = useCallback(async () => {
    const who = await whoIsSignedIn()
    if ('later' in who && who.later !== 'signed-out') return
    if (begunHere && centreId)
      await router.navigate({
        to: '/c/$centreId/evidence/$evidenceId' as '/',
        params: { centreId, evidenceId: begunHere } as never,
      })
    else await router.invalidate()
  }, [router, begunHere, centreId])
  // The page comes back by itself, but never in the middle of a recording.
  useEffect(() => {
    if (busy) return
    if (online) void again()
    const timer = setInterval(again, 10_000)
    return () => clearInterval(timer)
  }, [online, busy, again])

  const known = [...files, ...begun].some(one => one.evidenceId === evidenceOfPage)
  const evidenceId = begunHere ?? (person?.isLearner || known ? evidenceOfPage : undefined)
  const begin = async () => {
    if (!person || !centreId) return
    const id = crypto.randomUUID()
    const empty = { title: '', description: '', as: { kind: 'file' as const } }
    await beginHere({ evidenceId: id, centreId, learnerId: person.id, ...empty })
    setBegunHere(id)
  }
  const elsewhere = files.filter(f => f.evidenceId !== evidenceId)
  return (
    <Outside title={online ? 'The server cannot be reached' : 'You are offline'} wide>
      <p>{online ? 'We try again every few seconds.' : 'This page opens by itself when you have a connection.'}</p>
      <p>
        <Button variant="default" disabled={busy} onClick={() => void again()}>
          Try now
        </Button>
      </p>
      {personId && evidenceId && centreId ? (
        <OfflineEvidence centreId={centreId} evidenceId={evidenceId} onBusy={setBusy} plain />
      ) : (
        personId &&
        person?.isLearner &&
        centreId && (
          <p>
            <Button onClick={() => void begin()}>Add evidence</Button>
          </p>
        )
      )}
      {elsewhere.length > 0 && (
        <>
          {evidenceId && <h2>Other evidence</h2>}
          {[...new Set(elsewhere.map(f => f.path))].map(path => (
            <WaitingFiles key={path} path={path} />
          ))}
        </>
      )}
      {begun.length > 0 && !evidenceId && <p>{begunText(begun.length)}.</p>}
      {person && files.length + begun.length === 0 && !evidenceId && <p>Nothing is waiting to upload.</p>}
    </Outside>
  )
}
