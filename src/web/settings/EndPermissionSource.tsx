import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'

/** Why what was recorded no longer holds; it is kept on record. */
export function EndPermissionSource({ sourceId, close }: { sourceId: string; close: () => void }) {
  const form = useForm({ reason: '' })
  const change = useChange('POST /centres/:centreId/permission-sources/:sourceId/ending')
  return (
    <Dialog title="This no longer holds" onClose={close}>
      <form
        noValidate
        onSubmit={form.submit(async body => {
          await change.mutateAsync({ params: { sourceId }, body })
          say('The source no longer counts.')
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
