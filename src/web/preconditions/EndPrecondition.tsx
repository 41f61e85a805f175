import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'

/** Why a precondition no longer holds; it is kept on record. */
export function EndPrecondition({ preconditionId, close }: { preconditionId: string; close: () => void }) {
  const form = useForm({ reason: '' })
  const change = useChange('POST /centres/:centreId/preconditions/:preconditionId/ending')
  return (
    <Dialog title="End this precondition" onClose={close}>
      <form
        noValidate
        onSubmit={form.submit(async body => {
          await change.mutateAsync({ params: { preconditionId }, body })
          say('The precondition no longer holds.')
          close()
        })}
      >
        <Stack>
          <Textarea {...form.field('reason')} label="Why it no longer holds" autosize minRows={2} required />
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
