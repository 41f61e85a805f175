import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'

/** Something on record ends, with the reason; with its last day, where it counts until one. */
export function EndDialog({
  title,
  day,
  does,
  close,
}: {
  title: string
  /** The last day to begin with; absent where the thing has no days. */
  day?: string
  does: (values: { until: string; reason: string }) => Promise<unknown>
  close: () => void
}) {
  const form = useForm({ until: day ?? '', reason: '' })
  return (
    <Dialog title={title} onClose={close}>
      <form
        noValidate
        onSubmit={form.submit(async values => {
          await does(values)
          close()
        })}
      >
        <Stack>
          {day !== undefined && (
            <TextInput
              {...form.field('until')}
              type="date"
              label="Last day"
              description="The day itself still counts."
              required
            />
          )}
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
