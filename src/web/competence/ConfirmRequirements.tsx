import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { CompetenceRole } from '#domain/competence/authority.ts'
import { type Requirement, requirements } from '#domain/competence/requirements.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { competenceRoleNames, requirementNames } from '../words/competence.ts'
import style from './competence.module.css'

/** Says by name which of the seven requirements apply to a role, and where that is said. */
export function ConfirmRequirements({
  role,
  standing,
  close,
}: {
  role: CompetenceRole
  standing: readonly Requirement[] | null
  close: () => void
}) {
  const form = useForm({ source: '' })
  const [applies, setApplies] = useState<string[]>([...(standing ?? [])])
  const change = useChange('POST /centres/:centreId/requirement-confirmations')
  return (
    <Dialog title={`What applies to ${competenceRoleNames[role].toLowerCase()}`} onClose={close} size="lg">
      <form
        noValidate
        onSubmit={form.submit(async ({ source }) => {
          await change.mutateAsync({ body: { role, applies: applies as Requirement[], source } })
          say('It is confirmed.')
          close()
        })}
      >
        <Stack>
          <Checkbox.Group label="These apply" value={applies} onChange={setApplies}>
            <div className={style.choices}>
              {requirements.map(r => (
                <Checkbox key={r} value={r} label={requirementNames[r]} />
              ))}
            </div>
          </Checkbox.Group>
          <Textarea
            {...form.field('source')}
            label="Where it is said"
            description="Document and page, so that others can look"
            autosize
            minRows={2}
            required
          />
          <FormRefusal form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={form.busy}>
              Confirm by name
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
