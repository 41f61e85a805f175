import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { dayText } from '../words/index.ts'
import type { CompetenceRecord } from './CompetenceRecordPage.tsx'

type Entry = CompetenceRecord['cpd'][number]

/** The log of continuing professional development, in its owner's own words (R113). */
export function Cpd({ record, today }: { record: CompetenceRecord; today: string }) {
  const [asking, setAsking] = useState<'add' | Entry | null>(null)
  const takeBack = useChange('POST /centres/:centreId/competence/:personId/cpd/:cpdId/ending')
  const personId = record.person.id
  return (
    <Section
      title="CPD log"
      aside={record.cpdGap && <StateMark tone="attention">Nothing in the last 12 months</StateMark>}
    >
      {record.cpd.length === 0 && (
        <p>
          {record.can.keepCpd
            ? 'Write down what you did to keep up with your trade: a course, a meeting, a day at work, a book.'
            : 'Nothing is written down yet. Only its owner writes in it.'}
        </p>
      )}
      <ul className={style.list}>
        {record.cpd.map(entry => (
          <li key={entry.id}>
            <div>
              {entry.activity}
              <span className={style.quiet}>
                {dayText(entry.on)}
                {entry.hours !== null && `, ${entry.hours} ${entry.hours === 1 ? 'hour' : 'hours'}`}
              </span>
              <span>{entry.learned}</span>
            </div>
            {record.can.keepCpd && (
              <Button variant="default" onClick={() => setAsking(entry)}>
                Take back<span className="hidden-text"> {entry.activity}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {record.can.keepCpd && (
        <div className={style.tools}>
          <Button onClick={() => setAsking('add')}>Add an entry</Button>
        </div>
      )}
      {asking === 'add' && <AddEntry personId={personId} today={today} close={() => setAsking(null)} />}
      {asking && asking !== 'add' && (
        <EndDialog
          title="Take this entry back"
          close={() => setAsking(null)}
          does={async ({ reason }) => {
            await takeBack.mutateAsync({ params: { personId, cpdId: asking.id }, body: { reason } })
            say('The entry is taken back.')
          }}
        />
      )}
    </Section>
  )
}

function AddEntry({ personId, today, close }: { personId: string; today: string; close: () => void }) {
  const form = useForm({ on: today, hours: '', activity: '', learned: '' })
  const change = useChange('POST /centres/:centreId/competence/:personId/cpd')
  return (
    <FormDialog
      title="Add to your CPD log"
      form={form}
      does={async ({ hours, ...rest }) => {
        await change.mutateAsync({ params: { personId }, body: { ...rest, hours: hours ? Number(hours) : null } })
        say('It is in your log.')
      }}
      yes="Add it"
      close={close}
      size="lg"
    >
      <TextInput {...form.field('activity')} label="What you did" required autoFocus />
      <Textarea {...form.field('learned')} label="What you took from it for your work" autosize minRows={3} required />
      <div className={style.days}>
        <TextInput {...form.field('on')} type="date" max={today} label="Day" required />
        <TextInput {...form.field('hours')} type="number" inputMode="decimal" step="0.5" min="0" label="Hours" />
      </div>
    </FormDialog>
  )
}
