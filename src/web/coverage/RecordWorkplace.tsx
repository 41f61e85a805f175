import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type Relationship, relationships } from '#domain/coverage/reading.ts'
import { useRequestId } from '../request-id.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { recordKindNames, relationshipNames } from '../words/coverage.ts'
import { today } from '../words/times.ts'
import type { Wanted } from './Workplace.tsx'

/** Who it was, what they are to the learner, and on which day it was agreed or seen. */
export function RecordWorkplace({
  registrationId,
  wanted: { kind, people, preconditionId },
  close,
}: {
  registrationId: string
  wanted: Wanted
  close: () => void
}) {
  const form = useForm({ person: '', relationship: people[0] ?? '', day: '', note: '' })
  const change = useChange('POST /centres/:centreId/registrations/:registrationId/workplace-records')
  const makeUnder = useRequestId()
  const named = people.length > 0 ? people : relationships
  return (
    <FormDialog
      title={recordKindNames[kind]}
      form={form}
      does={async ({ relationship, ...said }) => {
        const body = { kind, preconditionId, ...said, relationship: (relationship || null) as Relationship | null }
        await makeUnder(id => change.mutateAsync({ params: { registrationId }, body: { id, ...body } }))
        say('It is on record.')
      }}
      yes="Record"
      close={close}
    >
      <TextInput {...form.field('person')} label="Name of the person" autoComplete="off" required />
      <NativeSelect
        {...form.field('relationship')}
        label="What they are to the learner"
        description={people.length > 0 ? 'The unit names these people.' : undefined}
        data={[
          ...(people.length > 0 ? [] : [{ value: '', label: 'Not said' }]),
          ...named.map(value => ({ value, label: relationshipNames[value] })),
        ]}
      />
      <TextInput {...form.field('day')} type="date" label="Day" max={today()} required />
      <Textarea {...form.field('note')} label="What was seen or agreed" autosize minRows={2} />
    </FormDialog>
  )
}
