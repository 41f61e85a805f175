import { describe, expect, it } from 'vitest'
import { noRealDocuments } from '#test/real-documents.ts'
import { agreementOn, drawn, labels } from './labels.ts'

describe('the labelled criteria', () => {
  it('are 200 in two halves, none twice, and each says why', () => {
    expect(labels).toHaveLength(200)
    expect(labels.filter(l => l.half === 'held')).toHaveLength(100)
    expect(new Set(labels.map(l => l.wording)).size).toBe(200)
    expect(
      labels.filter(l => !/^(?:number|list|cases|one|body|pair|set|people|general|open)\??$/.test(l.reason)),
    ).toEqual([])
  })
})

describe.skipIf(noRealDocuments)('against the documents [001, 002]', () => {
  it('are those that the seed draws', () => {
    expect(labels.map(({ document, unit, wording, half }) => ({ document, unit, wording, half }))).toEqual(
      drawn().map(({ document, unit, wording, half }) => ({ document, unit, wording, half })),
    )
  })

  it.each(['tune', 'held'] as const)(
    'agree with the rule, precision and recall 0.9 at least, in the half “%s” [R30]',
    half => {
      const { precision, recall, wrong } = agreementOn(labels.filter(l => l.half === half))
      expect(precision, wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
      expect(recall, wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
    },
  )
})
