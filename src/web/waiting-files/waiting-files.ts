/** Files that wait for the server: chosen here, kept on this device, uploaded by one window at a time. */
import { say } from '../ui/announcements.tsx'
import { makeStore } from '../ui/store.ts'
import { uploadedText } from '../words/waiting-files.ts'
import type { BegunEvidence, FileKind, WaitingFile } from './device.ts'
import * as device from './device.ts'
import { beginOnServer, giveUp, type Outcome, upload, type Why, whoIsSignedIn } from './sending.ts'

/** What a file belongs to, and where its upload begins. */
export type Destination = { centreId: string; evidenceId: string; path: string }
export const evidenceUploads = (centreId: string, evidenceId: string): Destination => ({
  centreId,
  evidenceId,
  path: `/api/centres/${centreId}/evidence/${evidenceId}/uploads`,
})

type Waiting = {
  personId: string | null
  files: WaitingFile[]
  begun: BegunEvidence[]
  /** Bytes sent of those on their way, in whichever window. */
  sent: ReadonlyMap<string, number>
  /** Files that are being written to this device: until then they do not survive a reload. */
  keeping: ReadonlySet<string>
  /** Files that this device had no room to keep: closing the window would lose them. */
  onlyHere: ReadonlySet<string>
  why: Why | null
}
const nothing: Omit<Waiting, 'personId'> = {
  ...{ files: [], begun: [], why: null },
  ...{ sent: new Map(), keeping: new Set(), onlyHere: new Set() },
}
const store = makeStore<Waiting>({ personId: null, ...nothing })
const set = (change: Partial<Waiting>) => store.update(was => ({ ...was, ...change }))

export const useWaiting = store.use
export const waitingNow = store.get

/** Files of this window that the device does not have: about to be kept, or without room. */
const here = new Map<string, { file: WaitingFile; bytes: Blob; noRoom: boolean }>()
const uploads = new Map<string, AbortController>()

type Message =
  | { changed: string }
  | { sent: [id: string, bytes: number] }
  | { removed: string }
  | { uploaded: WaitingFile[] }
  | { signedOut: true }
const channel = new BroadcastChannel('countersign.waiting-files')
const tell = (message: Message) => channel.postMessage(message)
channel.onmessage = ({ data }: MessageEvent<Message>) => {
  if ('changed' in data && data.changed === store.get().personId) void look()
  if ('sent' in data) progress(...data.sent)
  if ('removed' in data) uploads.get(data.removed)?.abort()
  if ('uploaded' in data && data.uploaded[0]?.personId === store.get().personId) arrived(data.uploaded)
  if ('signedOut' in data) stop()
}

/** Called with the files that the server has just taken, whichever window sent them; with none, when something else about evidence is to be asked anew. */
type Listener = (files: WaitingFile[]) => unknown
const listeners = new Set<Listener>()
export function whenUploaded(does: Listener): () => void {
  listeners.add(does)
  return () => void listeners.delete(does)
}
function arrived(files: WaitingFile[]): void {
  for (const listener of listeners) listener(files)
  say(uploadedText(files))
}

/** From now on this person's files are shown and sent, and nobody else's. */
export async function waitAs(personId: string): Promise<void> {
  if (store.get().personId !== personId) {
    stop()
    set({ personId, ...nothing })
  }
  await look()
  sendSoon()
}

/** Stops every upload of this window; what waits stays on the device. */
function stop(): void {
  for (const one of uploads.values()) one.abort()
  set({ personId: null, ...nothing })
}
export function stopWaiting(): void {
  here.clear()
  stop()
  tell({ signedOut: true })
}

async function look(): Promise<void> {
  const { personId } = store.get()
  if (!personId) return
  const [kept, begun] = await Promise.all([device.filesOf(personId), device.begunBy(personId)]).catch(
    () => [[], store.get().begun] as [WaitingFile[], BegunEvidence[]],
  )
  if (store.get().personId !== personId) return
  const own = [...here.values()].map(h => h.file).filter(f => f.personId === personId)
  const files = [...kept.filter(k => !here.has(k.id)), ...own].sort((a, b) => a.chosenAt.localeCompare(b.chosenAt))
  const withRoom = (room: boolean) => new Set(own.filter(f => here.get(f.id)?.noRoom !== room).map(f => f.id))
  const [keeping, onlyHere] = [withRoom(true), withRoom(false)]
  const sent = new Map([...store.get().sent].filter(([id]) => files.some(f => f.id === id)))
  set({ files, begun, keeping, onlyHere, sent, ...(files.length + begun.length === 0 ? { why: null } : {}) })
}

async function changed(): Promise<void> {
  await look()
  const { personId } = store.get()
  if (personId) tell({ changed: personId })
}

function progress(id: string, bytes: number): void {
  store.update(was => ({ ...was, sent: new Map(was.sent).set(id, bytes) }))
}

/** Takes a file in: on this device first, then to the server. */
export async function choose(chosen: { name: string; type: string; data: Blob }, to: Destination): Promise<void> {
  const { personId } = store.get()
  if (!personId) return
  const { name, type, data } = chosen
  const file: WaitingFile = {
    ...{ id: crypto.randomUUID(), personId, ...to, name, type, size: data.size, kind: kindOf(type) },
    ...{ chosenAt: new Date().toISOString(), uploadUrl: null, refused: null },
  }
  here.set(file.id, { file, bytes: data, noRoom: false })
  await look()
  try {
    await device.keepFile(file, data)
    // Removed again while it was being written.
    if (!here.delete(file.id)) await device.forgetFile(file.id)
  } catch {
    here.set(file.id, { file, bytes: data, noRoom: true })
    say(`This device has no room left for ${name}. Keep this window open until it is uploaded.`, 'refused')
  }
  await changed()
  sendSoon()
}

export function kindOf(type: string): FileKind {
  if (type.startsWith('image/')) return 'photo'
  return /^(audio|video)\//.test(type) ? 'recording' : 'file'
}

/** Begins evidence without a connection: its id is known at once, the server hears of it later. */
export async function beginHere(begun: Omit<BegunEvidence, 'personId' | 'begunAt' | 'refused'>): Promise<void> {
  const { personId } = store.get()
  if (!personId) return
  await device.keepBegun({ ...begun, personId, begunAt: new Date().toISOString(), refused: null })
  await changed()
}

export async function describeHere(evidenceId: string, text: { title: string; description: string }): Promise<void> {
  store.update(was => ({
    ...was,
    begun: was.begun.map(b => (b.evidenceId === evidenceId ? { ...b, ...text } : b)),
  }))
  await device.changeBegun(evidenceId, text)
}

export async function remove(file: WaitingFile): Promise<void> {
  uploads.get(file.id)?.abort()
  tell({ removed: file.id })
  here.delete(file.id)
  await device.forgetFile(file.id).catch(() => {})
  await changed()
  if (file.uploadUrl) void giveUp(file.uploadUrl)
}

/** A file that a limit refused is sent again: the limit may have room now. */
export async function tryAgain(file: WaitingFile): Promise<void> {
  await change(file.id, { refused: null })
  await changed()
  sendSoon()
}

export async function removeBegun({ evidenceId }: BegunEvidence): Promise<void> {
  await device.forgetBegun(evidenceId)
  await changed()
}

/** Everything of this person leaves the device, sent or not. */
export async function removeAll(): Promise<void> {
  const { files, begun } = store.get()
  for (const file of files) await remove(file)
  for (const one of begun) await removeBegun(one)
}

export const bytesOf = async (id: string): Promise<Blob | undefined> =>
  here.get(id)?.bytes ?? (await device.bytesOf(id))

async function change(id: string, what: Partial<WaitingFile>): Promise<void> {
  const own = here.get(id)
  if (own) here.set(id, { ...own, file: { ...own.file, ...what } })
  else await device.changeFile(id, what)
}

/** Tried again after these many seconds while something waits; a connection that returns is noticed at once. */
const pauses = [5, 15, 30, 60, 120, 300]
let tries = 0
let timer: ReturnType<typeof setTimeout> | undefined
let sending = false
let again = false

/** Sends what waits, now; called when there may be something new or a connection. */
export function sendSoon(): void {
  tries = 0
  void send()
}

async function send(): Promise<void> {
  clearTimeout(timer)
  if (sending) {
    again = true
    return
  }
  sending = true
  try {
    do {
      again = false
      // One window at a time, so that no file is sent twice.
      if (navigator.locks) await navigator.locks.request('countersign.waiting-files', sendAll)
      else await sendAll()
    } while (again)
  } finally {
    sending = false
  }
  const { why, files, begun } = store.get()
  if (why === null || why === 'signed-out' || files.length + begun.length === 0) return
  void device.keepForGood().catch(() => {})
  timer = setTimeout(send, 1000 * (pauses[Math.min(tries, pauses.length - 1)] as number))
  tries++
}

const atOnce = 3

async function sendAll(): Promise<void> {
  const waits = new Set<string>()
  const took: WaitingFile[] = []
  let why: Why | null = null
  for (;;) {
    await look()
    const { personId, files, begun } = store.get()
    const toBegin = begun.filter(b => !b.refused && !waits.has(b.evidenceId))
    const kept = files.filter(f => !here.has(f.id) || here.get(f.id)?.noRoom)
    const next = kept.filter(f => !f.refused && !waits.has(f.id)).slice(0, atOnce)
    if (!personId || toBegin.length + next.length === 0) break
    const who = await whoIsSignedIn()
    if (!('personId' in who)) why = who.later
    if (!('personId' in who) || who.personId !== personId) break
    for (const one of toBegin) {
      const outcome = await beginOnServer(one)
      if ('later' in outcome) why = outcome.later
      if ('done' in outcome) {
        await device.forgetBegun(one.evidenceId)
        // Its page asks for it before it disappears from here.
        await Promise.all([...listeners].map(listener => listener([])))
      } else waits.add(one.evidenceId)
      if ('refused' in outcome) await refuseBegun(one, outcome.refused)
      if (!('later' in outcome)) await changed()
    }
    const notBegun = new Set(store.get().begun.map(b => b.evidenceId))
    for (const file of next) if (notBegun.has(file.evidenceId)) waits.add(file.id)
    await Promise.all(
      next
        .filter(f => !waits.has(f.id))
        .map(async file => {
          const outcome = await uploadKept(file)
          if ('done' in outcome) took.push(file)
          else waits.add(file.id)
          if ('later' in outcome) why = outcome.later
          if ('anew' in outcome) again = true
        }),
    )
  }
  if (store.get().personId) set({ why })
  if (took.length > 0) {
    arrived(took)
    tell({ uploaded: took })
  }
}

async function refuseBegun(one: BegunEvidence, refused: device.FileRefused): Promise<void> {
  await device.changeBegun(one.evidenceId, { refused })
  for (const file of store.get().files) if (file.evidenceId === one.evidenceId) await change(file.id, { refused })
}

async function uploadKept(file: WaitingFile): Promise<Outcome> {
  const bytes = await readable(file)
  const stopping = new AbortController()
  uploads.set(file.id, stopping)
  const outcome: Outcome = bytes
    ? await upload(
        file,
        bytes,
        stopping.signal,
        sent => {
          progress(file.id, sent)
          tell({ sent: [file.id, sent] })
        },
        uploadUrl => change(file.id, { uploadUrl }),
      )
    : { refused: { code: 'unreadable', details: {} } }
  uploads.delete(file.id)
  if ('done' in outcome) {
    here.delete(file.id)
    await device.forgetFile(file.id).catch(() => {})
  }
  if ('anew' in outcome) await change(file.id, { uploadUrl: null })
  if ('refused' in outcome) {
    // "Not yours" may be said to somebody else who signed in during the upload.
    const who = await whoIsSignedIn()
    if (!('personId' in who)) return who
    if (who.personId !== file.personId) return { stopped: true }
    await change(file.id, { refused: outcome.refused, uploadUrl: null })
    // What it belongs to has changed since it was shown: submitted, withdrawn, or no longer theirs.
    await Promise.all([...listeners].map(listener => listener([])))
  }
  store.update(was => {
    const sent = new Map(was.sent)
    sent.delete(file.id)
    return { ...was, sent }
  })
  await changed()
  return outcome
}

async function readable(file: WaitingFile): Promise<Blob | null> {
  try {
    const bytes = await bytesOf(file.id)
    await bytes?.slice(0, 1).arrayBuffer()
    return bytes ?? null
  } catch {
    return null
  }
}

window.addEventListener('online', sendSoon)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') sendSoon()
})
// What the device does not have is lost with the window: the browser asks first.
window.addEventListener('beforeunload', event => {
  if (here.size > 0) event.preventDefault()
})
/** Whether the page may be loaded anew by itself. */
export const nothingOnlyHere = (): boolean => here.size === 0
