import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import type { SetUp } from './SetUpsPage.tsx'

/** Why a set-up is given up; evidence that names it keeps its name. */
export function EndSetUp({ setUp, close }: { setUp: SetUp; close: () => void }) {
  const form = useForm({ reason: '' })
  const change = useChange('POST /centres/:centreId/set-ups/:setUpId/ending')
  return (
    <Dialog title={`${setUp.name} is no longer in use`} onClose={close}>
      <form
        noValidate
        onSubmit={form.submit(async body => {
          await change.mutateAsync({ params: { setUpId: setUp.id }, body })
          say('It is no longer in use.')
          close()
        })}
      >
        <Stack>
          <Textarea {...form.field('reason')} label="Why" autosize minRows={2} required />
          <FormRefusal form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={form.busy}>
              End it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
