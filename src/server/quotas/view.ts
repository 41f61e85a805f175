import { type MediaKind, mediaKindOf } from '#domain/files/media.ts'
import type { ListUsageByPersonRow, ListUsageByTypeRow } from './queries.ts'

export function usageView(types: ListUsageByTypeRow[], people: ListUsageByPersonRow[]) {
  const kinds = new Map<MediaKind | 'unused', { files: number; bytes: number }>()
  for (const { mediaType, unused, files, bytes } of types) {
    const kind = unused ? 'unused' : mediaKindOf(mediaType)
    const sum = kinds.get(kind) ?? { files: 0, bytes: 0 }
    kinds.set(kind, { files: sum.files + files, bytes: sum.bytes + bytes })
  }
  return {
    kinds: [...kinds].map(([kind, sum]) => ({ kind, ...sum })).sort((a, b) => b.bytes - a.bytes),
    people: people.map(({ email: _, people: __, ...person }) => person),
    of: people[0]?.people ?? 0,
  }
}
