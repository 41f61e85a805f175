import type { ConflictKind, ConflictWay } from './conflict.ts'

/** What happens to conflicts of interest. */
export type ConflictEvent =
  | { type: 'conflict-declared'; body: { conflictId: string; personId: string; kind: ConflictKind } }
  | { type: 'conflict-managed'; body: { conflictId: string; personId: string; way: ConflictWay } }
  | { type: 'conflict-ended'; body: { conflictId: string; personId: string } }
