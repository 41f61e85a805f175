import { NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { EvidenceResult } from '#contract/evidence.ts'
import type { EvidenceType } from '#domain/evidence/evidence.ts'
import { planNeededFor } from '#domain/planning/plan-entry.ts'
import { useResult } from '../results.ts'
import { evidenceTypeNames } from '../words/evidence.ts'
import { plannedCriteriaText, planText } from '../words/planning.ts'

/** Which plan a discussion or questions followed; without one nothing on it can be confirmed (R78). */
export function PlanField({
  learner,
  type,
  value,
  set,
}: {
  learner: EvidenceResult['learner']
  type: EvidenceType | null
  value: string | null
  set: (planEntryId: string | null) => void
}) {
  const kind = type ? planNeededFor[type] : undefined
  const { data } = useResult(
    'GET /centres/:centreId/plan-entries',
    { query: { learnerId: learner.id } },
    { enabled: kind !== undefined },
  )
  if (!kind || !type) return null
  const entries = (data?.entries ?? []).filter(e => (e.kind === kind && !e.withdrawn) || e.id === value)
  const chosen = entries.find(e => e.id === value)
  return (
    <div>
      <NativeSelect
        label="The plan that it followed"
        description={
          chosen
            ? plannedCriteriaText(chosen.criteria)
            : `A ${evidenceTypeNames[type].toLowerCase()} counts only if it was planned before the day.`
        }
        value={value ?? ''}
        onChange={e => set(e.currentTarget.value || null)}
        data={[
          { value: '', label: entries.length > 0 ? 'Choose' : 'Nothing was planned' },
          ...entries.map(e => ({ value: e.id, label: `${planText(e)}${e.withdrawn ? ' (withdrawn)' : ''}` })),
        ]}
      />
      {data && entries.length === 0 && <PlanLinks learnerId={learner.id} />}
    </div>
  )
}

/** The way to the plan, from where one misses it. */
function PlanLinks({ learnerId }: { learnerId: string }) {
  const queue = useResult('GET /centres/:centreId/queue', {})
  const registrations = queue.data?.registrations.filter(r => r.learner.id === learnerId) ?? []
  return registrations.map(r => (
    <p key={r.registrationId}>
      <Link
        to={'/c/$centreId/registrations/$registrationId/plan' as '/'}
        params={{ registrationId: r.registrationId } as never}
      >
        Open the plan{registrations.length > 1 && ` for ${r.title}`}
      </Link>
    </p>
  ))
}
