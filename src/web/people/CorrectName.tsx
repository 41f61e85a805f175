import { Button, Group, TextInput } from '@mantine/core'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import style from './people.module.css'

export function CorrectName({ person, onClose }: { person: { id: string; name: string }; onClose: () => void }) {
  const form = useForm({ name: person.name })
  const correct = useChange('PUT /centres/:centreId/people/:personId/name')
  const submit = form.submit(async body => {
    await correct.mutateAsync({ params: { personId: person.id }, body })
    say('The name is corrected.')
    onClose()
  })
  return (
    <Dialog title="Correct the name" closeLabel="Cancel" onClose={onClose}>
      <form onSubmit={submit} noValidate className={style.form}>
        <FormRefusal form={form} />
        <TextInput
          {...form.field('name')}
          label="Name"
          description="The old name stays in the record of what happened."
          autoComplete="off"
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={form.busy}>
            Correct
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
