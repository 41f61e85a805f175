import { NativeSelect } from '@mantine/core'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { relationOf } from '#domain/evidence/relations.ts'
import { Problem } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { relationText } from '../words/evidence.ts'
import { useEvidenceCache } from './cache.ts'
import { otherText } from './RelationsView.tsx'
import style from './record.module.css'

/** Which other evidence of the portfolio this one follows up or relates to. */
export function RelationsForm({ evidence, version }: { evidence: EvidenceResult; version: EvidenceVersion }) {
  const cache = useEvidenceCache(evidence.id)
  const all = useResult('GET /centres/:centreId/evidence', {
    query: { learnerId: evidence.learner.id, size: 200 } as never,
  })
  const relate = useChange('PUT /centres/:centreId/evidence/:evidenceId/relations', { invalidates: [] })
  const named = version.relations
  const name = async (evidenceIds: string[], says: string) => {
    try {
      const { relations } = await relate.mutateAsync({ params: { evidenceId: evidence.id }, body: { evidenceIds } })
      cache.patch({}, { relations })
      say(says)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
  const others = (all.data?.evidence ?? []).filter(
    e => e.id !== evidence.id && e.state !== 'withdrawn' && !named.some(n => n.id === e.id),
  )
  const verb = relationText[relationOf(version.type)]
  return (
    <div className={style.fields}>
      {named.length > 0 && (
        <ul className={style.relations}>
          {named.map(r => (
            <li key={r.id}>
              <span>
                {verb} {otherText(r)}
              </span>
              <button
                type="button"
                onClick={() =>
                  void name(
                    named.filter(n => n.id !== r.id).map(n => n.id),
                    `Evidence ${r.number} is not named any more.`,
                  )
                }
              >
                Take out<span className="hidden-text"> evidence {r.number}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {relate.error && <Refused problem={relate.error} />}
      {others.length > 0 ? (
        <NativeSelect
          label={`${verb} other evidence`}
          description="A testimony can relate to a piece of work; questions can follow up an observation. Leave it open if it stands by itself."
          value=""
          onChange={e => {
            const chosen = others.find(o => o.id === e.currentTarget.value)
            if (chosen) void name([...named.map(n => n.id), chosen.id], `Evidence ${chosen.number} is named.`)
          }}
          data={[
            { value: '', label: 'Choose evidence to name' },
            ...others.map(o => ({ value: o.id, label: otherText(o).replace(/^e/, 'E') })),
          ]}
        />
      ) : (
        named.length === 0 && <p className={style.small}>There is no other evidence in this portfolio yet.</p>
      )}
    </div>
  )
}
