import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { knownSchemes } from '#domain/qualifications/accreditation.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import records from '../ui/records.module.css'
import { numbersText, schemeName } from '../words/accreditations.ts'
import style from './accreditation.module.css'
import type { AccreditationAnswer } from './QualificationAccreditation.tsx'

const elsewhere = 'elsewhere'

/** Numbers, days and the predecessor, all at once, with the reason; what counted before is kept. */
export function RecordAccreditation({
  qualificationId,
  answer: { standing, history },
  close,
}: {
  qualificationId: string
  answer: AccreditationAnswer
  close: () => void
}) {
  const catalogue = useResult('GET /centres/:centreId/qualifications', {})
  const form = useForm({
    otherNumbers: standing.otherNumbers.map(({ scheme, value }, key) => ({ key, scheme: schemeName(scheme), value })),
    accreditedFrom: standing.accreditedFrom ?? '',
    accreditedTo: standing.accreditedTo ?? '',
    predecessorId: standing.predecessor?.id ?? (standing.predecessorText ? elsewhere : ''),
    predecessorText: standing.predecessorText ?? '',
    reason: '',
  })
  const change = useChange('POST /centres/:centreId/qualifications/:qualificationId/accreditation')
  const { otherNumbers, predecessorId } = form.values
  const edit = (key: number, part: { scheme?: string; value?: string }) =>
    form.set(
      'otherNumbers',
      otherNumbers.map(one => (one.key === key ? { ...one, ...part } : one)),
      `otherNumbers.${otherNumbers.findIndex(one => one.key === key)}`,
    )
  const save = async () => {
    const { accreditedFrom, accreditedTo, predecessorText, reason } = form.values
    await change.mutateAsync({
      params: { qualificationId },
      body: {
        otherNumbers: otherNumbers.map(({ scheme, value }) => ({ scheme: schemeOf(scheme), value })),
        accreditedFrom: accreditedFrom || null,
        accreditedTo: accreditedTo || null,
        predecessorId: predecessorId && predecessorId !== elsewhere ? predecessorId : null,
        predecessorText: predecessorId === elsewhere ? predecessorText : null,
        ...{ reason, replaces: history[0]?.number ?? 0 },
      },
    })
    say('The accreditation is recorded.')
  }
  const others = (catalogue.data?.qualifications ?? []).filter(q => q.id !== qualificationId)
  return (
    <FormDialog title="Record accreditation" form={form} does={save} yes="Record" close={close} size="lg">
      <fieldset className={style.numbers}>
        <legend>Other numbers</legend>
        {otherNumbers.map(({ key, scheme, value }, at) => (
          <div key={key} className={style.number}>
            <TextInput
              label="Kind"
              list="known-schemes"
              value={scheme}
              onChange={e => edit(key, { scheme: e.currentTarget.value })}
              error={form.faultAt(`otherNumbers.${at}.scheme`)}
            />
            <TextInput
              label="Number"
              value={value}
              onChange={e => edit(key, { value: e.currentTarget.value })}
              error={form.faultAt(`otherNumbers.${at}.value`)}
            />
            <Button
              variant="default"
              onClick={() =>
                form.set(
                  'otherNumbers',
                  otherNumbers.filter(one => one.key !== key),
                )
              }
            >
              Take out<span className="hidden-text"> {[scheme, value].join(' ')}</span>
            </Button>
          </div>
        ))}
        <datalist id="known-schemes">
          {knownSchemes.map(scheme => (
            <option key={scheme} value={schemeName(scheme)} />
          ))}
        </datalist>
        <Button
          variant="default"
          size="xs"
          onClick={() =>
            form.set('otherNumbers', [
              ...otherNumbers,
              { key: Math.max(-1, ...otherNumbers.map(o => o.key)) + 1, scheme: '', value: '' },
            ])
          }
        >
          Add a number
        </Button>
      </fieldset>
      <div className={records.days}>
        <TextInput type="date" label="Accredited from" {...form.field('accreditedFrom')} />
        <TextInput
          type="date"
          label="Accredited to"
          description="Nobody is registered after this day"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.field('accreditedTo')}
        />
      </div>
      <NativeSelect
        {...form.field('predecessorId')}
        label="Follows"
        data={[
          { value: '', label: 'No predecessor known' },
          ...others.map(q => ({ value: q.id, label: [q.title, numbersText(q)].filter(Boolean).join(', ') })),
          { value: elsewhere, label: 'One that is not in this catalogue' },
        ]}
      />
      {predecessorId === elsewhere && (
        <TextInput {...form.field('predecessorText')} label="Title and number of the predecessor" required />
      )}
      <Textarea
        {...form.field('reason')}
        label="Reason and source"
        description="Where this is said"
        autosize
        minRows={2}
        required
      />
    </FormDialog>
  )
}

/** What was chosen by its name goes to the record by its code. */
const schemeOf = (name: string) => knownSchemes.find(scheme => schemeName(scheme) === name.trim()) ?? name
