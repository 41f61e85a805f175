import { TextInput } from '@mantine/core'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { count } from '../words/codes.ts'
import type { Standard } from './StandardsPage.tsx'

/** A standard with its first version; or, of a known standard, a newer version. */
export function RecordStandard({ standard, close }: { standard?: Standard; close: () => void }) {
  const form = useForm({ title: '', body: '', version: '', source: '' })
  const begin = useChange('POST /centres/:centreId/occupational-standards')
  const renew = useChange('POST /centres/:centreId/occupational-standards/:standardId/versions')
  const save = async ({ title, body, version, source }: typeof form.values) => {
    if (standard) {
      const { affected } = await renew.mutateAsync({
        params: { standardId: standard.id },
        body: { version, source },
      })
      say(`The version is recorded. It affects ${count(affected.length, 'unit')}.`)
    } else {
      await begin.mutateAsync({ body: { title, body: body.trim() || null, version, source } })
      say('The standard is recorded. Now say which units derive from it.')
    }
  }
  return (
    <FormDialog
      title={standard ? `Record a newer version of ${standard.title}` : 'Record a standard'}
      form={form}
      does={save}
      yes="Record"
      close={close}
    >
      {!standard && (
        <>
          <TextInput {...form.field('title')} label="Name of the standard" required />
          <TextInput {...form.field('body')} label="Who sets it" description="Where it is known" />
        </>
      )}
      <TextInput
        {...form.field('version')}
        label={standard ? 'Newer version' : 'Version'}
        description="As it is called, for instance January 2010"
        required
      />
      <TextInput {...form.field('source')} label="Where this is said" required />
    </FormDialog>
  )
}
