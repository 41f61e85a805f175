import { Checkbox, Textarea } from '@mantine/core'
import type { CompetenceRole } from '#domain/competence/authority.ts'
import { type Requirement, requirements } from '#domain/competence/requirements.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import style from '../ui/records.module.css'
import { competenceRoleNames, requirementNames } from '../words/competence.ts'

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
  const form = useForm({ applies: [...(standing ?? [])], source: '' })
  const change = useChange('POST /centres/:centreId/requirement-confirmations')
  return (
    <FormDialog
      title={`What applies to ${competenceRoleNames[role].toLowerCase()}`}
      form={form}
      does={async ({ applies, source }) => {
        await change.mutateAsync({ body: { role, applies, source } })
        say('It is confirmed.')
      }}
      yes="Confirm by name"
      close={close}
      size="lg"
    >
      <Checkbox.Group {...form.choice('applies')} label="These apply">
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
    </FormDialog>
  )
}
