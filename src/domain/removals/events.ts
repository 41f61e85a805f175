import type { RemovalKind } from './removal.ts'

type Content = { removalId: string; what: RemovalKind; sha256: string | null; size: number | null }

/** What happened to sensitive content. The reason stands with the event; what the content was does not. */
export type RemovalEvent =
  | { type: 'removal-asked'; body: Content & { seenAt: string | null } }
  | { type: 'content-removed'; body: Content }
  | { type: 'removal-declined'; body: Content }
