import { Button, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Enforcement, enforcements } from '#domain/coverage/coverage.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
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
  const form = useForm({ enforcement: (now ?? 'mandatory') as string, source: '' })
  const change = useChange('POST /centres/:centreId/versions/:versionId/enforcements')
  return (
    <Dialog title="Advice or the rule?" onClose={close}>
      <form
        noValidate
        onSubmit={form.submit(async ({ enforcement, source }) => {
          await change.mutateAsync({ params: { versionId }, body: { enforcement: enforcement as Enforcement, source } })
          say('It holds from now on.')
          close()
        })}
      >
        <Stack>
          <Radio.Group
            label="In this qualification, evidence requirements are"
            value={form.values.enforcement}
            onChange={value => form.set('enforcement', value)}
          >
            <Stack gap="xs" mt="xs">
              {enforcements.map(value => (
                <Radio key={value} value={value} label={enforcementNames[value]} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput {...form.field('source')} label="Where the awarding organisation says so" required />
          <FormRefusal form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={form.busy}>
              Record
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
