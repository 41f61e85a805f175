import type { FileKind, FileRefused } from '../waiting-files/device.ts'
import { count, list } from './codes.ts'
import { sentenceForCode } from './index.ts'

type Counted = { kind: FileKind }

/** "1 photo", "2 photos, 1 recording and 3 files" */
export function filesText(files: readonly Counted[]): string {
  const of = (kind: FileKind) => files.filter(f => f.kind === kind).length
  return list((['photo', 'recording', 'file'] as const).flatMap(kind => (of(kind) > 0 ? [count(of(kind), kind)] : [])))
}

/** "1 photo is waiting to upload" */
export const waitingText = (files: readonly Counted[]): string =>
  `${filesText(files)} ${files.length === 1 ? 'is' : 'are'} waiting to upload`

export const keepingText = (files: readonly Counted[]): string => `Saving ${filesText(files)} on this device …`

export const uploadedText = (files: readonly Counted[]): string => `Uploaded: ${filesText(files)}.`

/** "1 photo was not accepted" */
export const refusedText = (files: readonly Counted[]): string =>
  `${filesText(files)} ${files.length === 1 ? 'was' : 'were'} not accepted`

export const begunText = (n: number): string =>
  n === 1 ? '1 new piece of evidence is waiting to be saved' : `${n} new pieces of evidence are waiting to be saved`

/** "1 photo and text" */
export const leftText = (files: readonly Counted[], texts: number): string =>
  list([...(files.length > 0 ? [filesText(files)] : []), ...(texts > 0 ? ['text'] : [])])

/** Said at sign-out: what this device alone has. */
export function leftBehindText(files: readonly Counted[], texts: number): string {
  if (files.length === 0) return 'Text that you typed is not saved yet.'
  const one = files.length === 1 && texts === 0
  return `${filesText(files)}${texts > 0 ? ' and text that you typed' : ''} ${one ? 'is' : 'are'} not saved yet.`
}

export const whyWaiting = {
  'no-connection': 'No connection. Kept on this device, and uploaded when you are online.',
  'signed-out': 'Sign in again to upload. Kept on this device until then.',
  server: 'The server could not take the upload. Kept on this device; we try again in a few minutes.',
} as const

export const onlyHereText = 'This device has no room left for it. Keep this window open until it is uploaded.'

/** Why the server does not take a file that waits, and what to do with it. */
export function refusalText({ code, details }: FileRefused, name: string): string {
  if (code === 'unreadable') return 'This device can no longer read it. Choose it again.'
  if (code === 'platform/not-found')
    return 'The evidence no longer exists, or you can no longer add to it. Save a copy if you still need the file.'
  return sentenceForCode(code, { name, ...details })
}
