import type { JudgedCriterion, JudgedPiece } from '#domain/decisions/obstacles.ts'

/** A piece of evidence in whose way nothing stands, but for what a test says of it: each fact is added here once. */
export const aPiece = (over: Partial<JudgedPiece> = {}): JudgedPiece => ({
  type: 'work-product',
  ...{ setting: 'real-job', simulationReason: '', setUp: null },
  shownOn: '2026-05-14',
  planned: { kind: 'discussion', visibleFrom: '2026-05-01', withdrawn: false },
  recorded: false,
  occasions: [{ criteria: null, setting: null }],
  kept: null,
  telling: null,
  ...over,
})

/** A criterion on which nothing is laid down of where its evidence may come from. */
export const aCriterion = (over: Partial<JudgedCriterion> = {}): JudgedCriterion => ({
  criterionId: 'c',
  number: '1.1',
  kind: 'performance',
  plural: false,
  ...{ text: 'Mend the net', verb: 'mend' },
  kindsOff: [],
  ...{ unitId: 'u', permission: null },
  ...over,
})
