import { Button } from '@mantine/core'
import type { EvidenceResult } from '#contract/evidence.ts'
import { keyOf } from '#domain/decisions/layers.ts'
import { count } from '../words/codes.ts'
import style from './capture.module.css'
import type { useClaiming } from './claiming.ts'

/** Claims do not move to a new version by themselves: the learner looks again, and may tick the same ones at once. */
export function OldClaims({
  evidence,
  claiming,
}: {
  evidence: EvidenceResult
  claiming: ReturnType<typeof useClaiming>
}) {
  const before = evidence.versions[1]
  const left = before?.claims.filter(c => !claiming.ticked.has(keyOf(c))) ?? []
  if (!before || left.length === 0) return null
  return (
    <div className={style.note}>
      <p>
        Version {before.version} claimed {count(left.length, 'criterion', 'criteria')} that{' '}
        {left.length === 1 ? 'is' : 'are'} not ticked here:
      </p>
      <ul>
        {left.map(c => (
          <li key={keyOf(c)}>
            {c.unitNumber ? `Unit ${c.unitNumber}, ` : `${c.unitTitle}, `}
            {c.number} {c.text}
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => claiming.set(left, true)}>
        Claim {left.length === 1 ? 'it' : `these ${left.length}`} again
      </Button>
    </div>
  )
}
