import { Checkbox, Stack, Textarea } from '@mantine/core'
import { evidenceTypes } from '#domain/evidence/evidence.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { kindExplanations, kindText } from '../words/evidence.ts'
import type { MethodsAnswer } from './MethodsSection.tsx'

/** Every kind with a tick where it is accepted, and one reason for what is changed (R69). */
export function SetMethods({
  versionId,
  answer: { off, history },
  close,
}: {
  versionId: string
  answer: MethodsAnswer
  close: () => void
}) {
  const form = useForm({ accepted: evidenceTypes.filter(t => !off.some(o => o.type === t)), reason: '' })
  const change = useChange('POST /centres/:centreId/versions/:versionId/methods')
  const save = async ({ accepted, reason }: typeof form.values) => {
    const switchedOff = evidenceTypes.filter(t => !accepted.includes(t))
    const replaces = history[0]?.number ?? 0
    await change.mutateAsync({ params: { versionId }, body: { switchedOff, reason, replaces } })
    say('It holds from now on.')
  }
  return (
    <FormDialog title="Kinds of evidence accepted" form={form} does={save} yes="Record" close={close} size="lg">
      <p style={{ margin: 0 }}>
        Take the tick away from what the awarding organisation does not accept in this version. It can then not be
        planned or handed in, and nothing more is confirmed on what is waiting. What is confirmed stays.
      </p>
      <Checkbox.Group {...form.choice('accepted')} label="Accepted">
        <Stack gap="xs" mt="xs">
          {evidenceTypes.map(type => (
            <Checkbox key={type} value={type} label={kindText(type, null)} description={kindExplanations[type]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea
        {...form.field('reason')}
        label="Reason and source"
        description="What the awarding organisation says, and where. Learners read it."
        autosize
        minRows={2}
        required
      />
    </FormDialog>
  )
}
