import { MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type SetUpKind, setUpKinds } from '#domain/settings/checklists.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { setUpKindNames } from '../words/settings.ts'
import type { SetUp, SetUps } from './SetUpsPage.tsx'

/** A set-up's name and the units it is for; what it is stays what it was when it is corrected. */
export function SetUpForm({ setUp, units, close }: { setUp: SetUp | null; units: SetUps['units']; close: () => void }) {
  const form = useForm({
    ...{ kind: setUp?.kind ?? 'simulation', name: setUp?.name ?? '' },
    ...{ description: setUp?.description ?? '', unitIds: setUp?.units.map(u => u.id) ?? [] },
  })
  const name = useChange('POST /centres/:centreId/set-ups')
  const correct = useChange('PUT /centres/:centreId/set-ups/:setUpId')
  const kind = form.values.kind as SetUpKind
  // A unit chosen earlier stays on the list, whatever is permitted of it now.
  const offered = [
    ...units.filter(u => u.kinds.includes(kind)),
    ...(setUp?.units.filter(u => !units.some(one => one.id === u.id && one.kinds.includes(kind))) ?? []),
  ]
  return (
    <FormDialog
      title={setUp ? `Correct ${setUp.name}` : 'Set up a simulation or a working environment'}
      form={form}
      does={async ({ kind: _, ...body }) => {
        const described = { ...body, unitIds: body.unitIds.filter(id => offered.some(u => u.id === id)) }
        if (setUp) await correct.mutateAsync({ params: { setUpId: setUp.id }, body: described })
        else await name.mutateAsync({ body: { kind, ...described } })
        say(setUp ? 'It is corrected.' : 'It is set up. Now somebody goes through its checklist.')
      }}
      yes={setUp ? 'Save' : 'Set it up'}
      close={close}
    >
      {!setUp && (
        <NativeSelect
          {...form.field('kind')}
          label="What it is"
          data={setUpKinds.map(value => ({ value, label: setUpKindNames[value] }))}
        />
      )}
      <TextInput
        {...form.field('name')}
        label="Name"
        description="As learners will find it, such as “Training till, room 2”"
        required
      />
      <Textarea {...form.field('description')} label="What it is like" autosize minRows={2} />
      <MultiSelect
        {...form.choice('unitIds')}
        label="Units it is for"
        description={
          offered.length === 0
            ? 'No unit of the catalogue accepts evidence from it.'
            : 'Only units that accept evidence from it are offered.'
        }
        required
        searchable
        data={offered.map(u => ({ value: u.id, label: `${u.number ?? ''} ${u.title}`.trim() }))}
        nothingFoundMessage="No unit has these words"
        comboboxProps={{ withinPortal: true }}
      />
    </FormDialog>
  )
}
