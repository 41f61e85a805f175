import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ChecklistPoint, checklists } from '#domain/settings/checklists.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { pointSentences, pointsText } from '../words/settings.ts'
import type { SetUp } from './SetUpsPage.tsx'

/** The points one by one; whoever goes through them answers for it by name and day. */
export function CheckSetUp({ setUp, close }: { setUp: SetUp; close: () => void }) {
  const form = useForm({ note: '', checkedOn: new Date().toLocaleDateString('en-CA') })
  const [held, setHeld] = useState<ReadonlySet<ChecklistPoint>>(new Set(setUp.checks[0]?.met))
  const change = useChange('POST /centres/:centreId/set-ups/:setUpId/checks')
  const points = checklists[setUp.kind]
  return (
    <Dialog title={`Checklist of ${setUp.name}`} onClose={close} size="lg">
      <form
        noValidate
        onSubmit={form.submit(async body => {
          const { complete } = await change.mutateAsync({
            params: { setUpId: setUp.id },
            body: { ...body, met: [...held] },
          })
          say(
            complete
              ? 'The checklist is complete. Evidence from it can be used.'
              : 'It is recorded. Evidence from it cannot be used until every point holds.',
          )
          close()
        })}
      >
        <Stack>
          <p style={{ margin: 0 }}>Tick what you have seen to hold.</p>
          {points.map(point => (
            <Checkbox
              key={point}
              label={pointSentences[point]}
              checked={held.has(point)}
              onChange={e => {
                const on = e.currentTarget.checked
                setHeld(was => new Set(on ? [...was, point] : [...was].filter(one => one !== point)))
              }}
            />
          ))}
          <p role="status" style={{ margin: 0 }}>
            {pointsText(held.size, setUp.kind)}
          </p>
          <TextInput {...form.field('checkedOn')} type="date" label="Day you looked into it" required />
          <Textarea
            {...form.field('note')}
            label="What you found"
            description="What is still to be done, and by whom."
            autosize
            minRows={2}
          />
          <FormRefusal form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={form.busy}>
              Record it in my name
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
