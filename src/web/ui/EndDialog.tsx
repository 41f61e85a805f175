import { Textarea, TextInput } from '@mantine/core'
import { FormDialog } from './FormDialog.tsx'
import { useForm } from './form.tsx'

/** Something on record ends, with the reason; with its last day, where it counts until one. */
export function EndDialog({
  title,
  why = 'Why',
  read,
  day,
  yes = 'End it',
  no,
  does,
  close,
}: {
  title: string
  why?: string
  /** Who reads the reason. */
  read?: string
  /** The last day to begin with; absent where the thing has no days. */
  day?: string
  yes?: string
  no?: string
  does: (values: { until: string; reason: string }) => Promise<unknown>
  close: () => void
}) {
  const form = useForm({ until: day ?? '', reason: '' })
  return (
    <FormDialog {...{ title, form, does, yes, no, close }}>
      {day !== undefined && (
        <TextInput
          {...form.field('until')}
          type="date"
          label="Last day"
          description="The day itself still counts."
          required
        />
      )}
      <Textarea {...form.field('reason')} label={why} description={read} autosize minRows={2} required />
    </FormDialog>
  )
}
