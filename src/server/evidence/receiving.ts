/** Bytes on their way from the network to the disk, hashed as they pass. */
import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'

/** Large enough for the disk, small enough that many uploads at once fit into memory. */
const portion = 1 << 20

/** What has been hashed of an upload so far, and by whom it is being received now; forgotten when the process ends. */
type Receiving = { hash: Hash; hashed: number }
const begun = new Map<string, Receiving>()
const inFlight = new Map<string, { request: IncomingMessage; done: Promise<unknown> }>()

/** An upload that is asked for again has lost its first line, even where we have not noticed: that line is cut. */
export async function takeOver(id: string): Promise<void> {
  const other = inFlight.get(id)
  other?.request.destroy()
  await other?.done
}

export function cutAllLines(): void {
  for (const { request } of inFlight.values()) request.destroy()
}

/**
 * Appends what the request brings, from `offset` on and at most to `size`; answers how far the file reaches then. What
 * came before a line was cut is kept, and all of it is on the disk before this answers.
 */
export function receive(
  request: IncomingMessage,
  id: string,
  path: string,
  offset: number,
  size: number,
): Promise<number> {
  const done = append(request, id, path, offset, size).finally(() => {
    if (inFlight.get(id)?.request === request) inFlight.delete(id)
  })
  inFlight.set(id, { request, done: done.catch(() => {}) })
  return done
}

async function append(
  request: IncomingMessage,
  id: string,
  path: string,
  offset: number,
  size: number,
): Promise<number> {
  const file = await open(path, 'r+')
  let at = offset
  let waiting: Buffer[] = []
  let length = 0
  const keep = async () => {
    const [part, from] = [waiting, at]
    at += length
    waiting = []
    length = 0
    await Promise.all([writeAll(file, part, from), hashOn(id, part, from)])
  }
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      if (at + length + chunk.length > size) break
      waiting.push(chunk)
      length += chunk.length
      if (length >= portion) await keep()
    }
  } catch (error) {
    if (!request.destroyed) throw error
  } finally {
    if (length > 0) await keep()
    await file.datasync()
    await file.close()
  }
  return at
}

async function writeAll(file: FileHandle, part: Buffer[], at: number): Promise<void> {
  const { bytesWritten } = await file.writev(part, at)
  const length = part.reduce((sum, b) => sum + b.length, 0)
  if (bytesWritten < length) await writeAll(file, [Buffer.concat(part).subarray(bytesWritten)], at + bytesWritten)
}

/** Works while the disk does. */
async function hashOn(id: string, part: Buffer[], at: number): Promise<void> {
  if (at === 0) begun.set(id, { hash: createHash('sha256'), hashed: 0 })
  const receiving = begun.get(id)
  if (!receiving || receiving.hashed !== at) return void begun.delete(id)
  for (const buffer of part) {
    receiving.hash.update(buffer)
    receiving.hashed += buffer.length
  }
}

/** The hash of a whole upload where every byte of it passed through this process; otherwise the file must be read. */
export function hashOfReceived(id: string, size: number): string | null {
  const receiving = begun.get(id)
  begun.delete(id)
  return receiving?.hashed === size ? receiving.hash.digest('hex') : null
}
