import { Button, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type QualityKind, qualityKinds } from '#domain/quality-records/record.ts'
import type { Result as Answer } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import forms from '../ui/forms.module.css'
import { Page } from '../ui/Page.tsx'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { dayText } from '../words/index.ts'
import { qualityKindNames } from '../words/quality-records.ts'
import { today } from '../words/times.ts'
import { DirectModels } from './DirectModels.tsx'

type Listed = Answer<'GET /centres/:centreId/quality-records'>
type Kept = Listed['records'][number]

/** What others say of the centre, with what was done about it; and the Employer Direct Model (R116, R117). */
export default function QualityPage() {
  const [kind, setKind] = useState('')
  const [asking, setAsking] = useState<'record' | Kept | null>(null)
  const listed = useResult(
    'GET /centres/:centreId/quality-records',
    { query: { kind: (kind || undefined) as QualityKind | undefined } },
    { keep: true },
  )
  return (
    <Page
      title="Quality records"
      about="What the awarding organisation and employers say of this centre, and what was done about it."
      breadcrumb={[{ label: 'Competence', to: '/c/$centreId/competence' }]}
    >
      <Result of={listed}>
        {({ records, can }) => (
          <Section
            title="Records"
            aside={
              can.record && (
                <Button variant="default" onClick={() => setAsking('record')}>
                  Record something
                </Button>
              )
            }
          >
            {(kind || records.length > 0) && (
              <NativeSelect
                label="Show"
                className={forms.filter}
                value={kind}
                onChange={e => setKind(e.currentTarget.value)}
                data={[
                  { value: '', label: 'Everything' },
                  ...qualityKinds.map(value => ({ value, label: qualityKindNames[value] })),
                ]}
              />
            )}
            {records.length === 0 ? (
              <Empty title="Nothing is on record yet.">
                A risk assessment of the centre, feedback from an employer or on an EQA: each with its day and what
                followed.
              </Empty>
            ) : (
              <ul className={style.list}>
                {records.map(r => (
                  <li key={r.id}>
                    <div>
                      <b>{qualityKindNames[r.kind]}</b>{' '}
                      <StateMark tone={r.closedAt ? 'done' : 'attention'}>{r.closedAt ? 'Closed' : 'Open'}</StateMark>
                      <div>{r.about}</div>
                      <span className={style.quiet}>
                        {dayText(r.on)}, {r.source}; recorded by {r.by}
                      </span>
                      {r.followUps.length > 0 && (
                        <ul className={style.proof}>
                          {r.followUps.map(f => (
                            <li key={`${f.on}${f.text}`}>
                              {f.text}
                              <span className={style.quiet}>
                                {dayText(f.on)}, {f.by}
                                {f.closes && '; closed by it'}
                              </span>
                            </li>
                          ))}
                        </ul>
                      )}
                    </div>
                    {can.record && (
                      <Button variant="default" onClick={() => setAsking(r)}>
                        Follow up<span className="hidden-text"> {qualityKindNames[r.kind]}</span>
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )}
      </Result>
      <DirectModels />
      {asking === 'record' && <RecordQuality close={() => setAsking(null)} />}
      {asking && asking !== 'record' && <FollowUp kept={asking} close={() => setAsking(null)} />}
    </Page>
  )
}

function RecordQuality({ close }: { close: () => void }) {
  const form = useForm({ kind: 'risk-assessment' as QualityKind, on: today(), source: '', about: '' })
  const change = useChange('POST /centres/:centreId/quality-records')
  return (
    <FormDialog
      title="Record something"
      form={form}
      does={async body => {
        await change.mutateAsync({ body })
        say('It is recorded.')
      }}
      yes="Record"
      close={close}
      size="lg"
    >
      <NativeSelect
        {...form.field('kind')}
        label="What it is"
        data={qualityKinds.map(value => ({ value, label: qualityKindNames[value] }))}
      />
      <div className={style.days}>
        <TextInput {...form.field('on')} type="date" max={today()} label="Day" required />
        <TextInput {...form.field('source')} label="From whom, or about whom" required />
      </div>
      <Textarea {...form.field('about')} label="What it says" autosize minRows={3} required />
    </FormDialog>
  )
}

function FollowUp({ kept, close }: { kept: Kept; close: () => void }) {
  const form = useForm({ on: today(), text: '', closes: false })
  const change = useChange('POST /centres/:centreId/quality-records/:qualityRecordId/follow-ups')
  return (
    <FormDialog
      title={`Follow up: ${qualityKindNames[kept.kind]}`}
      form={form}
      does={async body => {
        await change.mutateAsync({ params: { qualityRecordId: kept.id }, body })
        say(body.closes ? 'It is closed.' : 'It is recorded.')
      }}
      yes="Record"
      close={close}
      size="lg"
    >
      <p className={style.note}>{kept.about}</p>
      <Textarea {...form.field('text')} label="What was done" autosize minRows={3} required />
      <TextInput {...form.field('on')} type="date" max={today()} label="Day" required />
      <Switch
        label="Nothing more is to be done"
        checked={form.values.closes}
        onChange={e => form.set('closes', e.currentTarget.checked)}
      />
    </FormDialog>
  )
}
