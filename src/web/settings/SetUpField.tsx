import { NativeSelect } from '@mantine/core'
import { useEffect } from 'react'
import type { Setting } from '#domain/evidence/evidence.ts'
import { useResult } from '../results.ts'

/** Which of the centre's simulations or environments it came from; the only one that fits is chosen by itself (R105). */
export function SetUpField({
  setting,
  value,
  set,
  ticked,
}: {
  setting: Setting | null
  value: string | null
  set: (setUpId: string | null) => void
  /** The units of the ticked criteria. */
  ticked: string[]
}) {
  const staged = setting === 'simulation' || setting === 'realistic-working-environment'
  const { data } = useResult('GET /centres/:centreId/set-ups', {}, { enabled: staged })
  const offered = data?.setUps.filter(s => s.kind === setting && (!s.endedAt || s.id === value)) ?? []
  const fitting = ticked.length === 0 ? offered : offered.filter(s => s.units.some(u => ticked.includes(u.id)))
  const only = fitting.length === 1 && !value ? fitting[0]?.id : undefined
  useEffect(() => {
    if (only) set(only)
    // `set` is made anew with every letter typed; what matters is that there is one to choose.
  }, [only])
  if (!staged || !data) return null
  if (offered.length === 0)
    return (
      <p role="status">
        Your centre has not set up {setting === 'simulation' ? 'a simulation' : 'a realistic working environment'} yet.
        Ask your assessor before you submit this: without it, nothing can be confirmed on it.
      </p>
    )
  return (
    <NativeSelect
      label={setting === 'simulation' ? 'Which simulation' : 'Which working environment'}
      description="Your centre looks into each of them before evidence from it counts."
      value={value ?? ''}
      onChange={e => set(e.currentTarget.value || null)}
      data={[
        { value: '', label: 'Choose' },
        ...offered.map(s => ({
          value: s.id,
          label: `${s.name}${s.complete ? '' : ' (checklist not complete)'}${s.endedAt ? ' (no longer in use)' : ''}`,
        })),
      ]}
    />
  )
}
