/** Bytes on their way from the network to the disk, hashed as they pass. */
import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Room } from '#platform/files/room.ts'
import { UploadFault } from './tus-headers.ts'

/** Large enough for the disk, small enough that many uploads at once fit into memory. */
const portion = 1 << 20

/** What has been hashed of an upload so far; forgotten when the process ends. */
type Receiving = { hash: Hash; hashed: number }
const begun = new Map<string, Receiving>()

type Line = { request: IncomingMessage; done: Promise<unknown> }
const lines = new Map<string, Line>()

/**
 * One request at a time has an upload in hand, from its first look at the file to the end of it: no two write into one
 * file, and none into a file that another has just finished. An upload that is asked for again while bytes are still to come
 * has lost its earlier line, even where we have not noticed: that line is cut. In any case the earlier request is waited for.
 */
export function inHand<T>(id: string, request: IncomingMessage, work: () => Promise<T>): Promise<T> {
  const before = lines.get(id)
  if (before && !before.request.complete) before.request.destroy()
  const working = (before?.done ?? Promise.resolve()).then(work)
  const line: Line = { request, done: working.catch(() => {}) }
  lines.set(id, line)
  return working.finally(() => lines.get(id) === line && lines.delete(id))
}

/** Ends the request that has an upload in hand, and waits until it has let go of the file. */
export async function cutLine(id: string): Promise<void> {
  const line = lines.get(id)
  if (line && !line.request.complete) line.request.destroy()
  await line?.done
}

export function cutAllLines(): void {
  for (const { request } of lines.values()) if (!request.complete) request.destroy()
}

/**
 * Appends what the request brings from `offset` on, and answers how far the file reaches then. What came before a line was
 * cut is kept, and all of it is on the disk before this answers. A request that brings more than reaches to `size` is
 * refused, and nothing of it is kept: what was promised is not what came.
 */
export async function receive(
  request: IncomingMessage,
  id: string,
  path: string,
  offset: number,
  size: number,
  room: Room,
): Promise<number> {
  const file = await open(path, 'r+')
  let at = offset
  let waiting: Buffer[] = []
  let length = 0
  let broken: unknown = null
  let tooMuch = false
  const keep = async () => {
    const [part, from] = [waiting, at]
    at += length
    waiting = []
    length = 0
    await Promise.all([room.require(0), writeAll(file, part, from), hashOn(id, part, from)]).catch(error => {
      broken = error
      throw error
    })
  }
  try {
    // The line stays open when the loop is left, so that the refusal can still be answered.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      tooMuch = at + length + chunk.length > size
      if (tooMuch) break
      waiting.push(chunk)
      length += chunk.length
      if (length >= portion) await keep()
    }
  } catch (error) {
    // A line that was cut is no fault; a disk that is full is one, and ends the line as well.
    if (broken || !request.destroyed) throw broken ?? error
  } finally {
    if (tooMuch) {
      begun.delete(id)
      await file.truncate(offset)
    } else if (length > 0) await keep()
    await file.datasync()
    await file.close()
  }
  if (tooMuch) throw new UploadFault(413, 'files/more-than-promised')
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

export const forgetReceived = (id: string): boolean => begun.delete(id)

/** The hash of a whole upload where every byte of it passed through this process; otherwise the file must be read. */
export function hashOfReceived(id: string, size: number): string | null {
  const receiving = begun.get(id)
  begun.delete(id)
  return receiving?.hashed === size ? receiving.hash.digest('hex') : null
}
