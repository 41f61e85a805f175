import { expect, it } from 'vitest'
import { leftBehindText, refusalText, refusedText, uploadedText, waitingText } from './waiting-files.ts'

const files = (...kinds: ('photo' | 'recording' | 'file')[]) => kinds.map(kind => ({ kind }))

it('what waits is counted by kind, in the order photos, recordings, files', () => {
  expect(waitingText(files('photo'))).toBe('1 photo is waiting to upload')
  expect(waitingText(files('file', 'photo', 'photo'))).toBe('2 photos and 1 file are waiting to upload')
  expect(waitingText(files('recording', 'file', 'photo', 'file'))).toBe(
    '1 photo, 1 recording and 2 files are waiting to upload',
  )
  expect(refusedText(files('recording'))).toBe('1 recording was not accepted')
  expect(uploadedText(files('file', 'file'))).toBe('Uploaded: 2 files.')
})

it('a sign-out says what would stay behind: files, text, or both', () => {
  expect(leftBehindText(files('photo'), 0)).toBe('1 photo is not saved yet.')
  expect(leftBehindText(files('photo', 'photo'), 0)).toBe('2 photos are not saved yet.')
  expect(leftBehindText([], 3)).toBe('Text that you typed is not saved yet.')
  expect(leftBehindText(files('file'), 1)).toBe('1 file and text that you typed are not saved yet.')
})

it('a refused file says why, and what to do with it', () => {
  expect(refusalText({ code: 'files/program', details: {} }, 'till.exe')).toContain('till.exe is a program')
  expect(refusalText({ code: 'platform/not-found', details: {} }, 'x')).toContain('Save a copy')
  expect(refusalText({ code: 'unreadable', details: {} }, 'x')).toContain('Choose it again')
})
