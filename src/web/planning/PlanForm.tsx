import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { evidenceOfPlan, type PlanKind, planKinds } from '#domain/planning/plan-entry.ts'
import { useRequestId } from '../request-id.ts'
import { useCentre, useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { notAcceptedText, whyAndWho } from '../words/methods.ts'
import { planKindChoices } from '../words/planning.ts'
import { PlanCriteria } from './PlanCriteria.tsx'
import type { Entry, Matrix } from './PlanPage.tsx'
import style from './plan.module.css'

/** Something planned, new or to be changed: what, for which day, and what it is to show, across outcomes and units. */
export function PlanForm({
  matrix,
  entry,
  begun,
  close,
}: {
  matrix: Matrix
  entry?: Entry
  /** A criterion for which planning was begun elsewhere. */
  begun?: string | undefined
  close: () => void
}) {
  const { person } = useCentre()
  const form = useForm({
    kind: entry?.kind ?? ('discussion' as PlanKind),
    plannedFor: entry?.plannedFor ?? '',
    text: entry?.text ?? '',
    criterionIds: entry?.criteria.map(c => c.id) ?? (begun ? [begun] : []),
  })
  const plan = useChange('POST /centres/:centreId/registrations/:registrationId/plan-entries')
  const change = useChange('PUT /centres/:centreId/plan-entries/:planEntryId')
  const makeUnder = useRequestId()
  const first = new Date()
  if (form.values.kind !== 'observation') first.setDate(first.getDate() + 1)
  const methods = useResult('GET /centres/:centreId/versions/:versionId/methods', {
    params: { versionId: matrix.qualification.versionId },
  })
  const whyNot = (k: PlanKind) => methods.data?.off.find(o => o.type === evidenceOfPlan[k])?.reason
  const why = whyNot(form.values.kind)
  const own = matrix.learner.id === person.id
  return (
    <form
      noValidate
      className={style.form}
      onSubmit={form.submit(async body => {
        if (entry) await change.mutateAsync({ params: { planEntryId: entry.id }, body })
        else
          await makeUnder(id =>
            plan.mutateAsync({ params: { registrationId: matrix.registrationId }, body: { ...body, id } }),
          )
        say(
          entry
            ? 'The plan is changed.'
            : own
              ? 'It is planned.'
              : `It is planned, and ${matrix.learner.name} sees it.`,
        )
        close()
      })}
    >
      <div className={style.pair}>
        <NativeSelect
          {...form.field('kind')}
          label="What is planned"
          data={planKinds.map(k => ({
            value: k,
            label: `${planKindChoices[k]}${whyNot(k) ? ' (not accepted)' : ''}`,
            disabled: whyNot(k) !== undefined,
          }))}
          error={form.faultAt('kind') ?? whyAndWho(why && notAcceptedText([{ qualification: '', reason: why }]))}
        />
        <TextInput
          {...form.field('plannedFor')}
          label="For which day"
          type="date"
          min={first.toLocaleDateString('en-CA')}
          required
        />
      </div>
      <Textarea
        {...form.field('text')}
        label="What it will be about"
        description={
          own
            ? 'What you want to show, and how. Your assessor reads it too.'
            : `${matrix.learner.name} reads it and prepares for it: what you will talk about or look at, and what to bring.`
        }
        autosize
        minRows={3}
        maxLength={4000}
        required
      />
      <PlanCriteria
        matrix={matrix}
        chosen={new Set(form.values.criterionIds)}
        setChosen={chosen => form.set('criterionIds', [...chosen])}
        fault={form.faultAt('criterionIds')}
      />
      <FormRefusal form={form} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit" loading={form.busy}>
          {entry ? 'Change it' : 'Plan it'}
        </Button>
      </Group>
    </form>
  )
}
