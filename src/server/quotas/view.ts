import { type MediaKind, mediaKindOf } from '#domain/files/media.ts'
import type { KeptLimits } from '#domain/quotas/quotas.ts'
import type { ListUsageByPersonRow, ListUsageByTypeRow, SelectUsageRow } from './queries.ts'

export function quotasView(
  { uploads, promised, kept }: SelectUsageRow,
  types: ListUsageByTypeRow[],
  people: ListUsageByPersonRow[],
  limits: KeptLimits,
) {
  const kinds = new Map<MediaKind | 'unused', { files: number; bytes: number }>()
  for (const { mediaType, unused, files, bytes } of types) {
    const kind = unused ? 'unused' : mediaKindOf(mediaType)
    const { files: f, bytes: b } = kinds.get(kind) ?? { files: 0, bytes: 0 }
    kinds.set(kind, { files: f + files, bytes: b + bytes })
  }
  return {
    used: { uploads, promised, kept },
    limits: { kept: limits },
    kinds: [...kinds].map(([kind, sum]) => ({ kind, ...sum })).sort((a, b) => b.bytes - a.bytes),
    people: people.map(({ email: _, people: __, ...person }) => person),
    of: people[0]?.people ?? 0,
  }
}
