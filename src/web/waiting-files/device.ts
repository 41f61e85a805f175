/** What waits on this device until the server has it: files with their bytes, and evidence begun without a connection. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export type FileKind = 'photo' | 'recording' | 'file'
export type FileRefused = { code: string; details: Record<string, unknown> }

export type WaitingFile = {
  id: string
  /** Who chose it. Nobody else on this device sees it or uploads it. */
  personId: string
  centreId: string
  /** What it belongs to, or stands beside. */
  evidenceId: string
  /** Where its upload begins. */
  path: string
  name: string
  type: string
  size: number
  kind: FileKind
  chosenAt: string
  /** Where its upload goes on, once the server has begun it. */
  uploadUrl: string | null
  refused: FileRefused | null
}

export type BegunEvidence = {
  /** Chosen here, so that a repeated request finds the evidence that the first one made. */
  evidenceId: string
  personId: string
  centreId: string
  learnerId: string
  as: { kind: 'file' | 'statement'; type?: string; ownMethodId?: string }
  title: string
  description: string
  begunAt: string
  refused: FileRefused | null
}

interface Stores extends DBSchema {
  files: { key: string; value: WaitingFile; indexes: { personId: string } }
  bytes: { key: string; value: Blob }
  begun: { key: string; value: BegunEvidence; indexes: { personId: string } }
}

let opened: Promise<IDBPDatabase<Stores>> | null = null
function open(): Promise<IDBPDatabase<Stores>> {
  opened ??= openDB<Stores>('countersign', 1, {
    upgrade: database => {
      database.createObjectStore('files', { keyPath: 'id' }).createIndex('personId', 'personId')
      database.createObjectStore('bytes')
      database.createObjectStore('begun', { keyPath: 'evidenceId' }).createIndex('personId', 'personId')
    },
    // A newer release in another window may change the stores: it is not held up, and the next use opens anew.
    blocking: (_was, _will, event) => {
      opened = null
      ;(event.target as IDBDatabase).close()
    },
    terminated: () => {
      opened = null
    },
  })
  // A browser that refuses once, for instance in a private window, may allow it later.
  opened.catch(() => {
    opened = null
  })
  return opened
}

// Strict: an answer means that the bytes are on the disk, not in the memory of a phone that may run out of power.
const strict = { durability: 'strict' } as const

/** Fails where the device has no room, or does not let a page keep anything. */
export async function keepFile(file: WaitingFile, bytes: Blob): Promise<void> {
  const tx = (await open()).transaction(['files', 'bytes'], 'readwrite', strict)
  await Promise.all([tx.objectStore('files').put(file), tx.objectStore('bytes').put(bytes, file.id), tx.done])
}

export const filesOf = async (personId: string): Promise<WaitingFile[]> =>
  (await (await open()).getAllFromIndex('files', 'personId', personId)).sort((a, b) =>
    a.chosenAt.localeCompare(b.chosenAt),
  )

export const bytesOf = async (id: string): Promise<Blob | undefined> => (await open()).get('bytes', id)

/** Changes what is known of a file that is still here; one that left meanwhile stays away. */
export async function changeFile(id: string, change: Partial<WaitingFile>): Promise<void> {
  const tx = (await open()).transaction('files', 'readwrite', strict)
  const was = await tx.store.get(id)
  if (was) await tx.store.put({ ...was, ...change })
  await tx.done
}

export async function forgetFile(id: string): Promise<void> {
  const tx = (await open()).transaction(['files', 'bytes'], 'readwrite', strict)
  await Promise.all([tx.objectStore('files').delete(id), tx.objectStore('bytes').delete(id), tx.done])
}

export const begunBy = async (personId: string): Promise<BegunEvidence[]> =>
  (await open()).getAllFromIndex('begun', 'personId', personId)

export async function keepBegun(begun: BegunEvidence): Promise<void> {
  await (await open()).put('begun', begun)
}

export async function changeBegun(evidenceId: string, change: Partial<BegunEvidence>): Promise<void> {
  const tx = (await open()).transaction('begun', 'readwrite', strict)
  const was = await tx.store.get(evidenceId)
  if (was) await tx.store.put({ ...was, ...change })
  await tx.done
}

export async function forgetBegun(evidenceId: string): Promise<void> {
  await (await open()).delete('begun', evidenceId)
}

/** Asks the browser not to clear this when the device runs out of room. */
export async function keepForGood(): Promise<void> {
  if (!(await navigator.storage?.persisted?.())) await navigator.storage?.persist?.()
}
