import type { FileRefusal, MediaKind } from '#domain/files/media.ts'
import { type Codes, text } from './codes.ts'

export const mediaNames: Record<MediaKind, string> = {
  image: 'Picture',
  pdf: 'PDF',
  audio: 'Recording',
  video: 'Video',
  text: 'Text',
  document: 'Document',
  other: 'File',
}

const fileRefusalSentences: Record<FileRefusal, (name: string) => string> = {
  'active-content': name =>
    `${name} holds a web page or a script, which could run by itself, so it was not taken. Save it as PDF, or take a picture of it.`,
  program: name => `${name} is a program, so it was not taken. Put in what you made with it instead.`,
  macros: name => `${name} holds macros, so it was not taken. Save it without macros (.docx, .xlsx or .pptx).`,
  shortcut: name =>
    `${name} is a shortcut, which only leads to something else, so it was not taken. Choose the file that it leads to.`,
  'disk-image': name => `${name} is a disk image, so it was not taken. Put in the files that are on it.`,
  empty: name => `${name} is empty. Look whether it was saved, and choose it again.`,
  unreadable: name =>
    `${name} is damaged or not what its name says, so it was not taken. Open it, save it again and choose the new file.`,
  'removed-before': name =>
    `${name} was taken out here for good because it holds private details, so it was not taken again. Say in words what it shows, and where it can be seen.`,
  'too-large': name => `${name} is larger than 5 GB, so it was not taken. Cut it into parts.`,
}
const refused = (why: FileRefusal) => (d: Record<string, unknown>) =>
  fileRefusalSentences[why](text(d.name, 'The file'))

export const filesCodes = {
  'files/active-content': refused('active-content'),
  'files/program': refused('program'),
  'files/macros': refused('macros'),
  'files/shortcut': refused('shortcut'),
  'files/disk-image': refused('disk-image'),
  'files/empty': refused('empty'),
  'files/too-large': refused('too-large'),
  'files/unreadable': refused('unreadable'),
  'files/removed-before': refused('removed-before'),
  'files/faulty-header': d =>
    `The header ${text(d.header, 'of the upload')} is not one that the server can use. Reload the page and choose the file again.`,
  'files/tus-version': () => 'The server takes uploads by version 1.0.0 of tus only.',
  'files/bytes-only': () => 'An upload is sent as application/offset+octet-stream.',
  'files/more-than-promised': () =>
    'More came than the upload announced, so this part was not kept. Choose the file again.',
} satisfies Codes
