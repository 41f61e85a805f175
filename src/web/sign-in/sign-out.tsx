import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Problem } from '../api.ts'
import { unsentText } from '../draft.ts'
import { forgetPerson } from '../offline/last-person.ts'
import { queryClient } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { makeStore } from '../ui/store.ts'
import { removeAll, stopWaiting, waitingNow } from '../waiting-files/waiting-files.ts'
import { filesText, leftBehindText, leftText } from '../words/waiting-files.ts'
import { auth } from './auth.ts'

type Leaving = { personId: string; texts: string[] }
const leaving = makeStore<Leaving | null>(null)

/** Signs out; asks first where this device has something that the server does not have yet. */
export async function askSignOut(personId: string): Promise<void> {
  const texts = unsentText(personId)
  const { files, begun } = waitingNow()
  if (files.length + begun.length + texts.length === 0) await leave()
  else leaving.set({ personId, texts })
}

async function leave(clearing?: () => Promise<void>): Promise<void> {
  await signOut(clearing).catch(error => {
    if (!(error instanceof Problem)) throw error
    say('There is no connection, so you are still signed in. Sign out when you are online.', 'refused')
  })
}

/**
 * Forgets everything that was on the screen: the next person at this desk sees none of it. Files that are not uploaded yet
 * stay on the device for their own person, unless `clearing` takes them away. Without a connection it is refused, because the
 * session would go on.
 */
async function signOut(clearing?: () => Promise<void>): Promise<void> {
  await auth('POST /sign-out').catch((error: unknown) => {
    if (error instanceof Problem && error.unreachable) throw error
  })
  await clearing?.()
  stopWaiting()
  forgetPerson()
  queryClient.clear()
  location.assign('/sign-in')
}

/** Stands once in the frame. */
export function SignOutPlace() {
  const asked = leaving.use()
  const [busy, setBusy] = useState(false)
  if (!asked) return null
  const { files, begun, onlyHere } = waitingNow()
  const texts = asked.texts.length + begun.length
  const close = () => leaving.set(null)
  const carry = (deed: () => Promise<void>) => async () => {
    setBusy(true)
    await deed().finally(() => setBusy(false))
    close()
  }
  const clear = async () => {
    await removeAll()
    for (const key of unsentText(asked.personId)) localStorage.removeItem(key)
  }
  return (
    <Dialog title="Sign out?" size="lg" closeLabel="Stay signed in" onClose={close}>
      <p>{leftBehindText(files, texts)}</p>
      <p>What you keep stays on this device for you only. It continues when you sign in again.</p>
      {onlyHere.size > 0 && (
        <p>
          <b>There is no room on this device for {filesText(files.filter(f => onlyHere.has(f.id)))}.</b> Signing out
          deletes {onlyHere.size === 1 ? 'it' : 'them'}. Save a copy first.
        </p>
      )}
      <p>If you share this device, you can delete it instead.</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={close} disabled={busy}>
          Stay signed in
        </Button>
        <Button color="red.9" variant="outline" onClick={() => void carry(() => leave(clear))()} disabled={busy}>
          Delete {leftText(files, texts)}, and sign out
        </Button>
        <Button onClick={() => void carry(() => leave())()} disabled={busy} data-autofocus>
          Keep and sign out
        </Button>
      </Group>
    </Dialog>
  )
}
