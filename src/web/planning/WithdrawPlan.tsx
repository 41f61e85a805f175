import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'

/** Why something planned does not take place; it is kept on record. */
export function WithdrawPlan({ planEntryId, name, close }: { planEntryId: string; name: string; close: () => void }) {
  const form = useForm({ reason: '' })
  const change = useChange('POST /centres/:centreId/plan-entries/:planEntryId/withdrawal')
  return (
    <Dialog title={`Withdraw: ${name}`} onClose={close}>
      <form
        noValidate
        onSubmit={form.submit(async body => {
          await change.mutateAsync({ params: { planEntryId }, body })
          say('The plan is withdrawn.')
          close()
        })}
      >
        <Stack>
          <Textarea
            {...form.field('reason')}
            label="Why"
            description="Everybody who sees the plan reads it."
            autosize
            minRows={2}
            required
          />
          <FormRefusal form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Keep it
            </Button>
            <Button type="submit" loading={form.busy}>
              Withdraw it
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
