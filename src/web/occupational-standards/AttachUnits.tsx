import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { nameOfUnit } from '../registrations/combination.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { Result } from '../ui/Waiting.tsx'
import { numbersText } from '../words/accreditations.ts'
import { count } from '../words/codes.ts'
import type { Standard } from './StandardsPage.tsx'
import style from './standards.module.css'

/** Units of one qualification, all of them or some, that derive from a version of the standard. */
export function AttachUnits({ standard, close }: { standard: Standard; close: () => void }) {
  const catalogue = useResult('GET /centres/:centreId/qualifications', {})
  const form = useForm({ version: String(standard.versions[0]?.number ?? 1), versionId: '', source: '' })
  const [unitIds, setUnitIds] = useState<string[]>([])
  const attach = useChange('POST /centres/:centreId/occupational-standards/:standardId/units')
  const save = form.submit(async ({ version, source }) => {
    await attach.mutateAsync({
      params: { standardId: standard.id },
      body: { version: Number(version), unitIds, source },
    })
    say(`${count(unitIds.length, 'unit')} ${unitIds.length === 1 ? 'derives' : 'derive'} from ${standard.title}.`)
    close()
  })
  const { versionId } = form.values
  const missing = form.faults.find(f => f.path === 'unitIds')?.message
  return (
    <Dialog title={`Units that derive from ${standard.title}`} onClose={close} size="lg">
      <form onSubmit={save} noValidate>
        <Stack>
          <NativeSelect
            {...form.field('version')}
            label="Version of the standard"
            data={standard.versions.map(v => ({ value: String(v.number), label: v.name }))}
          />
          <NativeSelect
            {...form.field('versionId')}
            onChange={event => {
              form.field('versionId').onChange(event)
              setUnitIds([])
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
          {versionId && <UnitsOf versionId={versionId} chosen={unitIds} onChange={setUnitIds} />}
          {missing && <p role="alert">{missing}.</p>}
          <TextInput {...form.field('source')} label="Where this is said" required />
          <FormRefusal form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={form.busy}>
              Record for {count(unitIds.length, 'unit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
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
