import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type AllocationRole, allocationRoles, roleNeededFor } from '#domain/people/roles.ts'
import { type AllocationProblem, withCountersigner } from '#domain/registrations/allocations.ts'
import { SuccessorNote } from '../accreditations/SuccessorNote.tsx'
import type { Result as Answer } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import forms from '../ui/forms.module.css'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { numbersText } from '../words/accreditations.ts'
import { sentenceForCode } from '../words/index.ts'
import { placeNames } from '../words/people.ts'
import { today } from '../words/times.ts'
import { AgreementFields, groundsFrom, LevelFields, noGrounds } from './Grounds.tsx'
import { PersonSelect } from './PersonSelect.tsx'
import style from './registrations.module.css'
import { UnitPicker } from './UnitPicker.tsx'

/** A learner, a qualification, its units, and who judges and checks: one page, one button. */
export default function RegisterPage() {
  const asked = useSearch({ strict: false })
  const catalogue = useResult('GET /centres/:centreId/qualifications', {})
  return (
    <Page title="Register a learner" breadcrumb={[{ label: 'Learners', to: '/c/$centreId/learners' }]}>
      <Result of={catalogue}>
        {({ qualifications }) =>
          qualifications.length === 0 ? (
            <Empty
              title="There is no qualification to register on yet"
              action={<Link to={'/c/$centreId/catalogue' as '/'}>Open the catalogue</Link>}
            >
              Import your awarding organisation’s document into the catalogue first.
            </Empty>
          ) : (
            <RegisterForm qualifications={qualifications} learnerId={asked.learnerId} />
          )
        }
      </Result>
    </Page>
  )
}

type Offered = Pick<
  Answer<'GET /centres/:centreId/qualifications'>['qualifications'][number],
  'id' | 'versionId' | 'title' | 'number' | 'otherNumbers'
>

function RegisterForm({ qualifications, learnerId: given }: { qualifications: Offered[]; learnerId?: string }) {
  const form = useForm({
    versionId: qualifications.length === 1 ? (qualifications[0]?.versionId as string) : '',
    registeredOn: today(),
    ...noGrounds,
  })
  const { versionId } = form.values
  const chosen = qualifications.find(q => q.versionId === versionId)
  const [learnerId, setLearnerId] = useState<string | null>(given ?? null)
  const [unitIds, setUnitIds] = useState<string[]>([])
  const [named, setNamed] = useState<Partial<Record<AllocationRole, string | null>>>({})
  const [agreedWith, setAgreedWith] = useState<string | null>(null)
  const known = useResult(
    'GET /centres/:centreId/people/:personId',
    { params: { personId: given ?? '' } },
    { enabled: Boolean(given) },
  )
  const version = useResult(
    'GET /centres/:centreId/versions/:versionId',
    { params: { versionId } },
    { enabled: versionId !== '' },
  )
  const register = useChange('POST /centres/:centreId/registrations')
  const navigate = useNavigate()
  const submit = form.submit(async values => {
    const { registeredOn } = values
    const missing = [
      ...(learnerId ? [] : [{ path: 'learnerId', message: 'Choose the learner' }]),
      ...(versionId ? [] : [{ path: 'versionId', message: 'Choose the qualification' }]),
    ]
    if (missing.length > 0) return form.refuse(missing)
    const { registrationId } = await register.mutateAsync({
      body: {
        ...{ learnerId: learnerId as string, versionId, registeredOn, unitIds, allocations: named },
        ...groundsFrom(values, agreedWith, unitIds.length > 0),
      },
    })
    say('The learner is registered.')
    await navigate({ to: '/c/$centreId/registrations/$registrationId' as '/', params: { registrationId } as never })
  })
  const problems = (form.problem?.details.problems ?? []) as AllocationProblem[]
  const wrongAt = (place: AllocationRole) => {
    const problem = problems.find(p => p.place === place)
    return problem && sentenceForCode(problem.code)
  }
  const countersigner = withCountersigner(named).countersigner
  return (
    <form onSubmit={submit} noValidate>
      <FormRefusal form={form} />
      <Section title="Who, on what, from when">
        <div className={forms.form}>
          <PersonSelect
            label="Learner"
            name="learnerId"
            roles={['learner']}
            value={learnerId}
            onChange={setLearnerId}
            standing={known.data ?? null}
            error={form.faultAt('learnerId')}
          />
          <div className={style.pair}>
            <NativeSelect
              label="Qualification"
              {...form.field('versionId')}
              onChange={event => {
                form.field('versionId').onChange(event)
                setUnitIds([])
              }}
              data={[
                { value: '', label: 'Choose a qualification' },
                ...qualifications.map(q => ({
                  value: q.versionId,
                  label: [q.title, numbersText(q)].filter(Boolean).join(', '),
                })),
              ]}
            />
            <TextInput {...form.field('registeredOn')} type="date" label="Registered on" max={today()} />
          </div>
          {chosen && <SuccessorNote qualificationId={chosen.id} />}
          <LevelFields form={form} />
        </div>
      </Section>
      {versionId && (
        <Section title="Units">
          <Result of={version}>{found => <UnitPicker version={found} chosen={unitIds} onChange={setUnitIds} />}</Result>
          {unitIds.length > 0 && (
            <div className={forms.form}>
              <AgreementFields
                form={form}
                learner="The learner"
                learnerId={learnerId}
                assessorId={agreedWith}
                onAssessor={setAgreedWith}
              />
            </div>
          )}
        </Section>
      )}
      <Section title="Who judges and checks">
        <p>You can name people now or later. A trainee’s ticks count once the countersigner has accepted them.</p>
        <div className={style.pair}>
          {allocationRoles.map(place => (
            <PersonSelect
              key={place}
              label={placeNames[place]}
              roles={roleNeededFor[place]}
              value={named[place] ?? null}
              onChange={id => setNamed(was => ({ ...was, [place]: id }))}
              except={learnerId ? [learnerId] : []}
              error={wrongAt(place)}
              description={
                place === 'countersigner' && !named.countersigner && countersigner
                  ? 'The assessor countersigns unless you name another.'
                  : undefined
              }
            />
          ))}
        </div>
      </Section>
      <Button type="submit" loading={form.busy}>
        Register the learner
      </Button>
    </form>
  )
}
