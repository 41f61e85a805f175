import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import type { Obstacle } from '#domain/decisions/obstacles.ts'
import { useResult } from '../results.ts'
import { list } from '../words/codes.ts'
import { obstacleSentence } from '../words/obstacles.ts'
import { isOfSetting } from '../words/settings.ts'
import style from './settings.module.css'

/** Told where the setting is chosen: which of the ticked criteria it may not be used for, and what would help (R99, R100). */
export function SettingNote({ evidenceId, ticked }: { evidenceId: string; ticked: ReadonlyMap<string, CriterionKey> }) {
  const { data } = useResult('GET /centres/:centreId/evidence/:evidenceId/claimable', { params: { evidenceId } })
  const told = new Map<string, { obstacle: Obstacle; criteria: string[] }>()
  for (const { registrationId, units } of data?.registrations ?? [])
    for (const unit of units)
      for (const c of unit.outcomes.flatMap(o => o.criteria)) {
        if (!ticked.has(keyOf({ registrationId, criterionId: c.id }))) continue
        for (const obstacle of c.obstacles.filter(isOfSetting)) {
          const sentence = obstacleSentence(obstacle)
          const criterion = [unit.number, c.number].filter(Boolean).join('-')
          const known = told.get(sentence)
          if (known) known.criteria.push(criterion)
          else told.set(sentence, { obstacle, criteria: [criterion] })
        }
      }
  return (
    <div role="status">
      {[...told].map(([sentence, { criteria }]) => (
        <p key={sentence} className={style.told}>
          <b>For {list(criteria)}:</b> {sentence}
        </p>
      ))}
    </div>
  )
}
