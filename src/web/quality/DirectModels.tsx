import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type DirectCondition, directConditions } from '#domain/competence/direct-model.ts'
import { type Result as Answer, hrefOf } from '../api.ts'
import { useCentre, useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import style from '../ui/records.module.css'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { dayText } from '../words/index.ts'
import { directConditionNames } from '../words/quality-records.ts'
import { today } from '../words/times.ts'

type Listed = Answer<'GET /centres/:centreId/direct-models'>
type Model = Listed['models'][number]

/** The employer's own route in place of staff awards, qualification by qualification, with its five conditions (R116). */
export function DirectModels() {
  const { centreId } = useCentre()
  const listed = useResult('GET /centres/:centreId/direct-models', {})
  const [asking, setAsking] = useState<'begin' | Model | null>(null)
  return (
    <Result of={listed} lines={3}>
      {({ models, open, can }) => (
        <Section
          title="Employer Direct Model"
          aside={
            models.length > 0 && (
              <a href={hrefOf('GET /centres/:centreId/direct-models.csv', { params: { centreId } })} download>
                Download statistics
              </a>
            )
          }
        >
          <p className={style.note}>
            An employer’s own centre may let its staff assess without the usual qualification, once all five conditions
            are met. Until then somebody assessing under it counts as unqualified.
          </p>
          {models.map(m => {
            const done = m.conditions.filter(c => c.metOn !== null).length
            return (
              <div key={m.id}>
                <h3 className={style.level}>
                  {m.qualification.title}{' '}
                  <StateMark tone={m.completeSince ? 'done' : 'waiting'}>
                    {m.completeSince ? `Complete since ${dayText(m.completeSince)}` : `${done} of 5 conditions met`}
                  </StateMark>
                </h3>
                <span className={style.quiet}>
                  {m.employer}, {m.sector}, {m.size}; {count(m.assessors, 'assessor')}, {count(m.learners, 'learner')}
                </span>
                <ul className={style.list}>
                  {m.conditions.map(c => (
                    <li key={c.condition}>
                      <div>
                        {directConditionNames[c.condition]}{' '}
                        <StateMark tone={c.metOn ? 'done' : 'plain'}>{c.metOn ? 'Met' : 'Not met yet'}</StateMark>
                        {c.metOn && (
                          <span className={style.quiet}>
                            Since {dayText(c.metOn)}: {c.evidence} ({c.by})
                          </span>
                        )}
                      </div>
                    </li>
                  ))}
                </ul>
                {can.record && (
                  <div className={style.tools}>
                    <Button variant="default" onClick={() => setAsking(m)}>
                      A condition is met<span className="hidden-text"> for {m.qualification.title}</span>
                    </Button>
                  </div>
                )}
              </div>
            )
          })}
          {can.record && open.length > 0 && (
            <div className={style.tools}>
              <Button variant="default" onClick={() => setAsking('begin')}>
                Begin one for a qualification
              </Button>
            </div>
          )}
          {asking === 'begin' && <Begin open={open} close={() => setAsking(null)} />}
          {asking && asking !== 'begin' && <Meet model={asking} close={() => setAsking(null)} />}
        </Section>
      )}
    </Result>
  )
}

function Begin({ open, close }: { open: Listed['open']; close: () => void }) {
  const form = useForm({ qualificationId: open[0]?.id ?? '', employer: '', sector: '', size: '' })
  const change = useChange('POST /centres/:centreId/direct-models')
  return (
    <FormDialog
      title="Begin an Employer Direct Model"
      form={form}
      does={async body => {
        await change.mutateAsync({ body })
        say('It has begun. Record each condition as it is met.')
      }}
      yes="Begin"
      close={close}
      size="lg"
    >
      <NativeSelect
        {...form.field('qualificationId')}
        label="Qualification"
        data={open.map(q => ({ value: q.id, label: q.title }))}
      />
      <TextInput {...form.field('employer')} label="Employer" required />
      <div className={style.days}>
        <TextInput {...form.field('sector')} label="Sector" required />
        <TextInput {...form.field('size')} label="Size" placeholder="50 to 249 people" required />
      </div>
    </FormDialog>
  )
}

function Meet({ model, close }: { model: Model; close: () => void }) {
  const next = model.conditions.find(c => c.metOn === null)?.condition ?? directConditions[0]
  const form = useForm({ condition: next as DirectCondition, metOn: today(), evidence: '' })
  const change = useChange('POST /centres/:centreId/direct-models/:modelId/conditions')
  return (
    <FormDialog
      title={`A condition is met: ${model.qualification.title}`}
      form={form}
      does={async body => {
        await change.mutateAsync({ params: { modelId: model.id }, body })
        say('The condition is recorded as met.')
      }}
      yes="Record"
      close={close}
      size="lg"
    >
      <NativeSelect
        {...form.field('condition')}
        label="Condition"
        data={directConditions.map(value => ({ value, label: directConditionNames[value] }))}
      />
      <TextInput {...form.field('metOn')} type="date" label="Since" required />
      <Textarea {...form.field('evidence')} label="What shows it" autosize minRows={2} required />
    </FormDialog>
  )
}
