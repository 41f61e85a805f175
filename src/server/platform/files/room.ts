/** How much room the disks have left that files and the database that comes along are kept on. */
import { statfs } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { NoRoom } from '../db/outage.ts'

export type Room = {
  /** Refuses where keeping `bytes` more would eat into what is left for the database. */
  require: (bytes: number) => Promise<void>
  /** False while the reserve is touched, or shortly after the database had no room for something. */
  enough: () => Promise<boolean>
  /** The database, wherever its disk is, said that it is full. */
  notice: () => void
}

/** Uploads leave this much of the disk free, so that the database can still write what people type. */
export const usualReserve = 256_000_000
const noticed = 60_000

export function makeRoom({ storageDir, dataDir, databaseUrl }: Config, reserve: number): Room {
  let full = 0
  const dirs = databaseUrl ? [storageDir] : [storageDir, dataDir]
  const left = async () => {
    const all = await Promise.all(dirs.map(dir => statfs(dir)))
    return Math.min(...all.map(({ bavail, bsize }) => bavail * bsize))
  }
  return {
    require: async bytes => {
      if ((await left()) - bytes < reserve) throw new NoRoom()
    },
    enough: async () => Date.now() - full > noticed && (await left()) >= reserve,
    notice: () => {
      full = Date.now()
    },
  }
}
