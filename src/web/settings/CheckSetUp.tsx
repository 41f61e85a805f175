import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core'
import { checklists } from '#domain/settings/checklists.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { pointSentences, pointsText } from '../words/settings.ts'
import { dayText, today } from '../words/times.ts'
import type { SetUp } from './SetUpsPage.tsx'

/** The points one by one; whoever goes through them answers for it by name and day. */
export function CheckSetUp({ setUp, close }: { setUp: SetUp; close: () => void }) {
  // Nothing is ticked beforehand: what somebody saw then is shown, and whoever signs says what they saw themself.
  const [last] = setUp.checks
  const form = useForm({
    met: [] as SetUp['checks'][number]['met'],
    ...{ note: '', checkedOn: today() },
  })
  const change = useChange('POST /centres/:centreId/set-ups/:setUpId/checks')
  return (
    <FormDialog
      title={`Checklist of ${setUp.name}`}
      form={form}
      does={async body => {
        const { complete } = await change.mutateAsync({ params: { setUpId: setUp.id }, body })
        say(
          complete
            ? 'The checklist is complete. Evidence from it can be used.'
            : 'It is recorded. Evidence from it cannot be used until every point holds.',
        )
      }}
      yes="Record it in my name"
      close={close}
      size="lg"
    >
      <Checkbox.Group {...form.choice('met')} label="Tick what you have seen to hold">
        <Stack mt="xs">
          {checklists[setUp.kind].map(point => (
            <Checkbox
              key={point}
              value={point}
              label={pointSentences[point]}
              description={last?.met.includes(point) && `Held on ${dayText(last.checkedOn)}, ${last.by} says`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <p role="status" style={{ margin: 0 }}>
        {pointsText(form.values.met.length, setUp.kind)}
      </p>
      <TextInput {...form.field('checkedOn')} type="date" label="Day you looked into it" required />
      <Textarea
        {...form.field('note')}
        label="What you found"
        description="What is still to be done, and by whom."
        autosize
        minRows={2}
      />
    </FormDialog>
  )
}
