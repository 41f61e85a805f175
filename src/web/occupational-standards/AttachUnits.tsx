import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { nameOfUnit } from '../registrations/combination.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { Result } from '../ui/Waiting.tsx'
import { numbersText } from '../words/accreditations.ts'
import { count } from '../words/codes.ts'
import type { Standard } from './StandardsPage.tsx'
import style from './standards.module.css'

/** Units of one qualification, all of them or some, that derive from a version of the standard. */
export function AttachUnits({ standard, close }: { standard: Standard; close: () => void }) {
  const catalogue = useResult('GET /centres/:centreId/qualifications', {})
  const form = useForm({
    version: String(standard.versions[0]?.number ?? 1),
    versionId: '',
    unitIds: [] as string[],
    source: '',
  })
  const attach = useChange('POST /centres/:centreId/occupational-standards/:standardId/units')
  const { versionId, unitIds } = form.values
  const save = async ({ version, source }: typeof form.values) => {
    await attach.mutateAsync({
      params: { standardId: standard.id },
      body: { version: Number(version), unitIds, source },
    })
    say(`${count(unitIds.length, 'unit')} ${unitIds.length === 1 ? 'derives' : 'derive'} from ${standard.title}.`)
  }
  const missing = form.faultAt('unitIds')
  return (
    <FormDialog
      title={`Units that derive from ${standard.title}`}
      form={form}
      does={save}
      yes={`Record for ${count(unitIds.length, 'unit')}`}
      close={close}
      size="lg"
    >
      <NativeSelect
        {...form.field('version')}
        label="Version of the standard"
        data={standard.versions.map(v => ({ value: String(v.number), label: v.name }))}
      />
      <NativeSelect
        {...form.field('versionId')}
        onChange={event => {
          form.set('versionId', event.currentTarget.value)
          form.set('unitIds', [])
        }}
        label="Qualification"
        data={[
          { value: '', label: 'Choose a qualification' },
          ...(catalogue.data?.qualifications ?? []).map(q => ({
            value: q.versionId,
            label: [q.title, numbersText(q)].filter(Boolean).join(', '),
          })),
        ]}
      />
      {versionId && <UnitsOf versionId={versionId} chosen={unitIds} onChange={ids => form.set('unitIds', ids)} />}
      {missing && <p role="alert">{missing}.</p>}
      <TextInput {...form.field('source')} label="Where this is said" required />
    </FormDialog>
  )
}

function UnitsOf({
  versionId,
  chosen,
  onChange,
}: {
  versionId: string
  chosen: string[]
  onChange: (ids: string[]) => void
}) {
  const version = useResult('GET /centres/:centreId/versions/:versionId', { params: { versionId } })
  return (
    <Result of={version} lines={4}>
      {({ tree: { units } }) => (
        <div>
          <Button
            variant="default"
            size="xs"
            mb="xs"
            onClick={() => onChange(chosen.length === units.length ? [] : units.map(u => u.id))}
          >
            {chosen.length === units.length ? 'Choose none' : `Choose all ${units.length}`}
          </Button>
          <div className={style.units} role="group" aria-label="Units">
            {units.map(unit => (
              <Checkbox
                key={unit.id}
                checked={chosen.includes(unit.id)}
                label={nameOfUnit(unit)}
                onChange={e =>
                  onChange(e.currentTarget.checked ? [...chosen, unit.id] : chosen.filter(id => id !== unit.id))
                }
              />
            ))}
          </div>
        </div>
      )}
    </Result>
  )
}
