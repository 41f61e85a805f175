import { TextInput } from '@mantine/core'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import forms from '../ui/forms.module.css'
import type { Person } from './PersonPage.tsx'

/** The name that this centre uses and, until they have joined, the address. */
export function CorrectPerson({ person, onClose }: { person: Person; onClose: () => void }) {
  const form = useForm({ name: person.name, email: person.email })
  const name = useChange('PUT /centres/:centreId/people/:personId/name')
  const email = useChange('PUT /centres/:centreId/people/:personId/email')
  const params = { personId: person.id }
  const correct = async (values: typeof form.values) => {
    if (values.email !== person.email) await email.mutateAsync({ params, body: { email: values.email } })
    if (values.name !== person.name) await name.mutateAsync({ params, body: { name: values.name } })
    say(
      values.email === person.email
        ? 'The name is corrected.'
        : 'Corrected. An invitation to the new address is written.',
    )
  }
  return (
    <FormDialog title="Correct name or address" form={form} does={correct} yes="Correct" close={onClose}>
      <TextInput
        {...form.field('name')}
        label="Name"
        description="The old name stays in the record of what happened."
        autoComplete="off"
      />
      {person.can.correctEmail ? (
        <TextInput
          {...form.field('email')}
          label="E-mail address"
          type="email"
          description="The old invitation stops working and a new one is written."
          autoComplete="off"
        />
      ) : (
        <p className={forms.quiet}>
          {person.entry === 'left'
            ? 'Their address cannot be changed while they hold no role here.'
            : `They joined with ${person.email}, so the address can no longer be changed here.`}
        </p>
      )}
    </FormDialog>
  )
}
