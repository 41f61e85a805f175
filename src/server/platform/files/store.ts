import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'

/**
 * Files by the hash of their content. What was stored once never changes; two people who put in the same bytes share
 * them on disk without knowing. Which centre may see them is the database's business.
 */
export type FileStore = {
  /** Where uploads on their way in are kept. */
  stagingDir: string
  /**
   * Keeps the content of a finished file under its SHA-256; the bytes are on disk before it answers. The file itself stays
   * where it is, so that a crash before the database knows of it costs nothing: its owner removes it afterwards. `hashed`
   * is its hash where every byte was hashed on its way in, so that it need not be read again.
   */
  keep: (file: string, hashed?: string | null) => Promise<{ sha256: string; size: number }>
  read: (sha256: string, range?: { start: number; end: number }) => Readable
  size: (sha256: string) => Promise<number | null>
  pathOf: (sha256: string) => string
  /** Takes the bytes out for good; nothing happens where they are gone already. */
  remove: (sha256: string) => Promise<void>
}

export async function makeFileStore(dir: string): Promise<FileStore> {
  const stagingDir = path.join(dir, 'staging')
  await mkdir(stagingDir, { recursive: true, mode: 0o700 })
  const pathOf = (sha256: string) => path.join(dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    stagingDir,
    pathOf,
    read: (sha256, range) => createReadStream(pathOf(sha256), { highWaterMark: 1 << 18, ...range }),
    remove: sha256 => rm(pathOf(sha256), { force: true }),
    size: async sha256 => (await stat(pathOf(sha256)).catch(() => null))?.size ?? null,
    keep: async (file, hashed) => {
      const sha256 = hashed ?? (await hashOf(file))
      const { size } = await stat(file)
      const target = pathOf(sha256)
      if ((await stat(target).catch(() => null))?.size === size) return { sha256, size }
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
      await flush(file)
      await putUnder(file, target)
      await flush(path.dirname(target))
      await flush(path.dirname(path.dirname(target)))
      return { sha256, size }
    },
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk)
  return hash.digest('hex')
}

/** A second name for the same bytes where the disk can give one; a copy, complete before it is named, where it cannot. */
async function putUnder(file: string, target: string): Promise<void> {
  try {
    await link(file, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return
    const unfinished = `${target}.${process.pid}.${Date.now()}`
    try {
      await copyFile(file, unfinished)
      await flush(unfinished)
      await rename(unfinished, target)
    } finally {
      await rm(unfinished, { force: true })
    }
  }
}

/** What is acknowledged must survive a power cut: bytes and directory entry are forced to disk. */
export async function flush(target: string): Promise<void> {
  const handle = await open(target, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
