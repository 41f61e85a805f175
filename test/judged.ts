import type { JudgedPiece } from '#domain/decisions/obstacles.ts'

/** A piece of evidence in whose way nothing stands, but for what a test says of it: each fact is added here once. */
export const aPiece = (over: Partial<JudgedPiece> = {}): JudgedPiece => ({
  type: 'work-product',
  shownOn: '2026-05-14',
  planned: { kind: 'discussion', visibleFrom: '2026-05-01', withdrawn: false },
  ...over,
})
