import { describe, expect, it } from 'vitest'
import { isLaidOut, layoutText } from './layout-text.ts'

const laidOut = `Learning outcomes          Assessment criteria
The learner will:          The learner can:

1. Understand how willow   1.1 Explain how willow is cut in the
   is grown                    winter months
                           1.2 Describe two kinds of willow

2. Be able to weave        2.1 Weave a base`

describe('text laid out with spaces', () => {
  it('gets its columns and its wrapped cells back [R22]', () => {
    expect(isLaidOut(laidOut)).toBe(true)
    expect(
      layoutText(laidOut)
        .split('\n')
        .filter(line => line !== ''),
    ).toEqual([
      'Learning outcomes\tAssessment criteria',
      'The learner will:\tThe learner can:',
      '1. Understand how willow is grown\t1.1 Explain how willow is cut in the winter months',
      '1.2 Describe two kinds of willow',
      '2. Be able to weave\t2.1 Weave a base',
    ])
  })

  it('is told from other text, which is left as it is [R22]', () => {
    expect(isLaidOut('A sentence.\nAnother   one.\n'.repeat(3) + 'And more of them.\n'.repeat(60))).toBe(false)
    expect(isLaidOut(laidOut.replaceAll('   ', '\t'))).toBe(false)
  })
})
