import { Button, TextInput } from '@mantine/core'
import type { EvidenceResult, EvidenceVersion } from '#contract/evidence.ts'
import { useCentre, useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { dayText } from '../words/index.ts'
import { today } from '../words/times.ts'
import style from './record.module.css'

type Sighting = EvidenceVersion['sightings'][number]
/** Evidence that stays where it is: what and where, who saw it there, and room for the next one to say so (R71). */
export function Sightings({ evidence, version }: { evidence: EvidenceResult; version: EvidenceVersion }) {
  const { record, sightings } = version
  if (!record.keptElsewhere) return null
  const newest = evidence.versions[0]?.version === version.version
  const waits = !['draft', 'withdrawn'].includes(version.state)
  return (
    <div className={style.elsewhere} data-seen={sightings.length > 0 || undefined}>
      <p>
        <b>Kept elsewhere.</b> {record.keptWhat}: {record.keptAt}.
      </p>
      {sightings.length > 0 ? (
        <ul>
          {sightings.map(s => (
            <li key={`${s.by.id}${s.seenOn}`}>{sightingText(s)}</li>
          ))}
        </ul>
      ) : (
        <p>Nobody has said yet that they saw it there. Until then nothing can be confirmed on it.</p>
      )}
      {newest && waits && evidence.can.sight.allowed && <Say evidenceId={evidence.id} />}
    </div>
  )
}

const sightingText = ({ by, seenOn, note }: Sighting): string =>
  `Seen there by ${by.name} on ${dayText(seenOn)}${note ? `: ${note}` : ''}`

function Say({ evidenceId }: { evidenceId: string }) {
  const { person } = useCentre()
  const record = useChange('POST /centres/:centreId/evidence/:evidenceId/sightings')
  const form = useForm({ seenOn: today(), note: '' })
  return (
    <details>
      <summary>I have seen it there</summary>
      <form
        className={style.fields}
        onSubmit={form.submit(async body => {
          await record.mutateAsync({ params: { evidenceId }, body })
          say(`Kept: ${person.name} saw it on ${dayText(body.seenOn)}.`)
        })}
      >
        <TextInput
          type="date"
          label="Day on which you saw it"
          max={today()}
          className={style.short}
          {...form.field('seenOn')}
        />
        <TextInput label="What you saw, if it needs saying" maxLength={1000} {...form.field('note')} />
        <FormRefusal form={form} />
        <Button type="submit" loading={form.busy} className={style.remove}>
          Keep it, with my name
        </Button>
      </form>
    </details>
  )
}
