import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Enforcement, enforcements } from '#domain/coverage/coverage.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { Section } from '../ui/Section.tsx'
import { enforcementNames, enforcementText } from '../words/coverage.ts'
import { dayText } from '../words/index.ts'
import style from './coverage.module.css'

/** Whether evidence requirements are advice or the rule in this version, and who said so (R95). */
export function EnforcementSection({ versionId }: { versionId: string }) {
  const asked = useResult('GET /centres/:centreId/versions/:versionId/enforcement', { params: { versionId } })
  const [setting, setSetting] = useState(false)
  if (!asked.data) return null
  const { enforcement, said, can } = asked.data
  return (
    <Section title="Evidence requirements">
      <p>{enforcementText(enforcement)}.</p>
      {said && (
        <p className={style.quiet}>
          Said by {said.by} on {dayText(said.at)}, from: {said.source}
        </p>
      )}
      {can.set && (
        <Button variant="default" onClick={() => setSetting(true)}>
          {said ? 'Say it anew' : 'Say which'}
        </Button>
      )}
      {setting && <Setting versionId={versionId} now={enforcement} close={() => setSetting(false)} />}
    </Section>
  )
}

function Setting({ versionId, now, close }: { versionId: string; now: Enforcement | null; close: () => void }) {
  const form = useForm({ enforcement: now ?? ('mandatory' as Enforcement), source: '' })
  const change = useChange('POST /centres/:centreId/versions/:versionId/enforcements')
  return (
    <FormDialog
      title="Advice or the rule?"
      form={form}
      does={async ({ enforcement, source }) => {
        await change.mutateAsync({ params: { versionId }, body: { enforcement, source } })
        say('It holds from now on.')
      }}
      yes="Record"
      close={close}
    >
      <Radio.Group {...form.choice('enforcement')} label="In this qualification, evidence requirements are">
        <Stack gap="xs" mt="xs">
          {enforcements.map(value => (
            <Radio key={value} value={value} label={enforcementNames[value]} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput {...form.field('source')} label="Where the awarding organisation says so" required />
    </FormDialog>
  )
}
