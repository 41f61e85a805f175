import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { EvidenceOccasion, EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { channels } from '#domain/coverage/occasions.ts'
import { api } from '../api.ts'
import { useEvidenceCache } from '../evidence/cache.ts'
import { useKept } from '../evidence/kept.ts'
import { useCentre } from '../results.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { channelNames, occasionText } from '../words/coverage.ts'
import { shownOnText } from '../words/evidence.ts'
import { today } from '../words/times.ts'
import style from './coverage.module.css'

type Row = Omit<EvidenceOccasion, 'number' | 'addedBy'>
const rowOf = ({ day, customer, setting, channel, seenBy, criteria }: EvidenceOccasion): Row => ({
  ...{ day, customer, setting, channel, seenBy, criteria },
})
const another: Row = { day: null, customer: '', setting: null, channel: null, seenBy: '', criteria: null }

/** The day the evidence shows, and every other occasion in it: who the customer was, how, and who saw it. Saved as typed. */
export function OccasionsForm({ evidence, version }: { evidence: EvidenceResult; version: EvidenceVersion }) {
  const { centreId } = useCentre()
  const cache = useEvidenceCache(evidence.id)
  const kept = useKept<Row[]>(
    `${evidence.id}/${version.version}/occasions`,
    { value: version.occasions.map(rowOf), revision: version.occasionsRevision },
    async (occasions, _, revision) => {
      const answer = await api('PUT /centres/:centreId/evidence/:evidenceId/occasions', {
        params: { centreId, evidenceId: evidence.id },
        body: { revision, occasions },
      })
      cache.patch({ missing: answer.missing }, { occasionsRevision: answer.occasionsRevision })
      return answer.occasionsRevision
    },
    changed => (changed.occasions as EvidenceOccasion[]).map(rowOf),
  )
  const rows = kept.value
  const set = (at: number, change: Partial<Row>) => kept.type(rows.map((r, i) => (i === at ? { ...r, ...change } : r)))
  return (
    <div id="evidence-occasions" tabIndex={-1}>
      <p className={style.quiet}>
        Some units must be shown on different days and with different customers. Initials, or “customer B”, are enough.
      </p>
      {rows.map((row, at) => (
        <fieldset key={at} className={style.occasion}>
          <legend>{at === 0 ? `The day it happened: ${shownOnText(version.shownOn)}` : `Occasion ${at + 1}`}</legend>
          {at > 0 && (
            <TextInput
              label="Day"
              type="date"
              max={today()}
              value={row.day ?? ''}
              onChange={e => set(at, { day: e.currentTarget.value || null })}
            />
          )}
          <TextInput
            label="Customer"
            value={row.customer}
            maxLength={100}
            autoComplete="off"
            onChange={e => set(at, { customer: e.currentTarget.value })}
          />
          <NativeSelect
            label="How you were in touch"
            value={row.channel ?? ''}
            data={[{ value: '', label: 'Not said' }, ...channels.map(c => ({ value: c, label: channelNames[c] }))]}
            onChange={e => set(at, { channel: (e.currentTarget.value || null) as Row['channel'] })}
          />
          <TextInput
            label="Who saw it"
            value={row.seenBy}
            maxLength={200}
            autoComplete="off"
            onChange={e => set(at, { seenBy: e.currentTarget.value })}
          />
          {at > 0 && (
            <Button variant="subtle" onClick={() => kept.type(rows.filter((_, i) => i !== at))}>
              Take occasion {at + 1} out
            </Button>
          )}
        </fieldset>
      ))}
      <div className={style.buttons}>
        <Button variant="default" onClick={() => kept.type([...rows, another])}>
          Add another occasion
        </Button>
      </div>
      <DraftNote draft={kept} show={(other: Row[]) => other.map(occasionText).join(' · ')} />
    </div>
  )
}
