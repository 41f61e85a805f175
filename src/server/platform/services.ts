import type pg from 'pg'
import type { Config } from './config.ts'
import type { Room } from './files/room.ts'
import type { FileStore } from './files/store.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'
import type { Reader } from './reading/reader.ts'
import type { Refusals } from './refusals.ts'
import type { Auth } from './sessions/auth.ts'

/** Everything an action may use besides its transaction, built once by hand in `main.ts`. */
export type Services = {
  config: Config
  log: Log
  /** As the application's role, under row-level security. */
  pool: pg.Pool
  /** As the owner of the tables: first run, jobs and stories only, never an ordinary request. */
  ownerPool: pg.Pool
  /** The role of `pool`, which a story or a job puts on inside an owner transaction so that the same rules hold. */
  appRole: string
  files: FileStore
  /** Reads foreign files, in processes of their own. */
  reader: Reader
  room: Room
  mail: Mailer
  refusals: Refusals
  auth: Auth
}
