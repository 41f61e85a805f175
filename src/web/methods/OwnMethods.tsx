import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { modelTypes } from '#domain/methods/own-methods.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { evidenceTypeNames, kindExplanations, kindText } from '../words/evidence.ts'
import { addedText } from '../words/methods.ts'
import type { MethodsAnswer } from './MethodsSection.tsx'
import style from './methods.module.css'

type Own = MethodsAnswer['own'][number]

/** What the centre has added to the kinds of evidence of a version, as its awarding organisation has them (R68). */
export function OwnMethods({ versionId, own, maySet }: { versionId: string; own: Own[]; maySet: boolean }) {
  const [doing, setDoing] = useState<'add' | Own | null>(null)
  const end = useChange('POST /centres/:centreId/own-methods/:ownMethodId/ending')
  const close = () => setDoing(null)
  if (own.length === 0 && !maySet) return null
  return (
    <>
      <h3 className={style.head}>Added by the centre</h3>
      {own.length === 0 && <p className={style.first}>Nothing beyond the built-in kinds.</p>}
      <ul className={style.list}>
        {own.map(m => (
          <li key={m.id}>
            <p>
              <b>{kindText(m.type, null, m)}</b>
              {m.endedAt && ': not offered any more'}
            </p>
            <p className={style.who}>{m.explanation}</p>
            <p className={style.who}>{addedText(m)}</p>
            {maySet && !m.endedAt && (
              <Button variant="default" size="compact-sm" mt={4} onClick={() => setDoing(m)}>
                End it
              </Button>
            )}
          </li>
        ))}
      </ul>
      {maySet && (
        <Button variant="default" mt="xs" mb="xs" onClick={() => setDoing('add')}>
          Add a kind of evidence
        </Button>
      )}
      {doing === 'add' && <AddOwnMethod versionId={versionId} close={close} />}
      {doing && doing !== 'add' && (
        <EndDialog
          title={`End “${doing.name}”?`}
          read="Nobody can choose it from then on. Evidence that was put in as this keeps the name."
          does={async ({ reason }) => {
            await end.mutateAsync({ params: { ownMethodId: doing.id }, body: { reason } })
            say('It is not offered any more.')
          }}
          close={close}
        />
      )}
    </>
  )
}

function AddOwnMethod({ versionId, close }: { versionId: string; close: () => void }) {
  const form = useForm({ name: '', abbreviation: '', explanation: '', type: 'work-product' as Model })
  const add = useChange('POST /centres/:centreId/versions/:versionId/own-methods')
  return (
    <FormDialog
      title="Add a kind of evidence"
      form={form}
      does={async body => {
        await add.mutateAsync({ params: { versionId }, body })
        say('It is added, and learners can choose it.')
      }}
      yes="Add it"
      close={close}
    >
      <TextInput {...form.field('name')} label="Name" description="As the awarding organisation calls it" required />
      <TextInput
        {...form.field('abbreviation')}
        label="Letters"
        description="As printed in an index of evidence, with its key"
        maxLength={10}
        required
      />
      <Textarea
        {...form.field('explanation')}
        label="What it is, and what it can show"
        description="Learners read it before they choose."
        autosize
        minRows={2}
        required
      />
      <NativeSelect
        {...form.field('type')}
        label="Which kind it behaves like"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={`${kindExplanations[form.values.type]} It has the same form, and whatever stands in the way of that stands in the way of this.`}
        data={modelTypes.map(t => ({ value: t, label: evidenceTypeNames[t] }))}
      />
    </FormDialog>
  )
}
type Model = (typeof modelTypes)[number]
