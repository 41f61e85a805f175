/** Kinds of file as people name them; the type itself is found from the content when it is put in. */

export const mediaKinds = ['image', 'pdf', 'audio', 'video', 'text', 'document', 'other'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** What the page can show of a file of this type, and what a filter calls it. */
export function mediaKindOf(mediaType: string): MediaKind {
  if (mediaType === 'application/pdf') return 'pdf'
  const [main = ''] = mediaType.split('/')
  if (main === 'image' || main === 'audio' || main === 'video' || main === 'text') return main
  if (mediaType === 'message/rfc822') return 'text'
  return /officedocument|opendocument|msword|ms-excel|ms-powerpoint|rtf|x-cfb/.test(mediaType) ? 'document' : 'other'
}

/** The largest document that a centre imports, in bytes: larger than any specification seen. */
export const largestDocument = 40_000_000

/** The largest file that is taken, 5 GB. */
export const largestFile = 5 * 1024 ** 3

/**
 * Why a file is not taken. Active content could run as a program, ours or the reader's; sensitive content that was taken out
 * stays out; a file whose type cannot be found out within the limits is `unreadable`.
 */
export const fileRefusals = [
  'active-content',
  'program',
  'macros',
  'shortcut',
  'disk-image',
  'empty',
  'too-large',
  'unreadable',
  'removed-before',
] as const
export type FileRefusal = (typeof fileRefusals)[number]
