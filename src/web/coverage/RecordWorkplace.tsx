import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useRef } from 'react'
import { type Relationship, relationships } from '#domain/coverage/reading.ts'
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
  // A second press after a dropped answer finds what the first one recorded.
  const id = useRef(crypto.randomUUID())
  const named = people.length > 0 ? people : relationships
  return (
    <FormDialog
      title={recordKindNames[kind]}
      form={form}
      does={async ({ relationship, ...said }) => {
        await change.mutateAsync({
          params: { registrationId },
          body: {
            id: id.current,
            kind,
            preconditionId,
            ...said,
            relationship: (relationship || null) as Relationship | null,
          },
        })
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
