import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { Link, useSearch } from '@tanstack/react-router'
import { linkDays, type TestimonyType, testimonyTypes } from '#domain/testimonies/testimony.ts'
import type { Result as Answer } from '../api.ts'
import { useNotAccepted } from '../methods/notAccepted.ts'
import { useRequestId } from '../request-id.ts'
import { useCentre, useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Empty, Refused, Result } from '../ui/Waiting.tsx'
import { evidenceTitle, kindExplanations } from '../words/evidence.ts'
import { dayText, instantText } from '../words/index.ts'
import { whyAndWho } from '../words/methods.ts'
import { testimonyTypeNames } from '../words/testimonies.ts'
import style from './testimonies.module.css'

const key = 'GET /centres/:centreId/learners/:learnerId/testimony-requests'
type Requests = Answer<typeof key>
type Request = Requests['requests'][number]

/** Ask somebody who saw it to confirm it by a link, and see what came of each request. */
export default function AskWitnessPage() {
  const { person } = useCentre()
  const { learnerId = person.id } = useSearch({ strict: false }) as { learnerId?: string }
  const requests = useResult(key, { params: { learnerId } })
  const own = learnerId === person.id
  return (
    <Page
      title="Ask a witness"
      breadcrumb={[
        { label: own ? 'My evidence' : 'Evidence', to: '/c/$centreId/evidence', search: own ? {} : { learnerId } },
      ]}
      about={
        own
          ? 'Somebody who saw you do it confirms it by a link: two minutes, on a telephone too, without an account.'
          : `For ${requests.data?.learner.name ?? 'the learner'}. The witness needs no account.`
      }
      actions={
        <Button
          component={Link}
          to={'/c/$centreId/witnesses' as '/'}
          search={(own ? {} : { learnerId }) as never}
          variant="default"
        >
          List of witnesses
        </Button>
      }
    >
      <Result of={requests}>
        {answer => (
          <>
            {answer.mayAsk && <Ask learnerId={learnerId} />}
            <Section title="Asked so far">
              {answer.requests.length === 0 ? (
                <Empty title="Nobody has been asked yet">
                  What a witness signs comes into the portfolio as a draft; the learner ticks what it shows and submits
                  it.
                </Empty>
              ) : (
                <ul className={style.requests}>
                  {answer.requests.map(r => (
                    <li key={r.id}>
                      <OneRequest request={r} />
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          </>
        )}
      </Result>
    </Page>
  )
}

function Ask({ learnerId }: { learnerId: string }) {
  const ask = useChange('POST /centres/:centreId/learners/:learnerId/testimony-requests')
  const evidence = useResult('GET /centres/:centreId/evidence', { query: { learnerId, size: 100 } })
  const { everywhere: notAccepted, somewhere } = useNotAccepted(learnerId)
  const empty = { type: 'witness-testimony', witnessName: '', email: '', asks: '', aboutId: '' }
  const form = useForm(empty)
  const type = form.values.type as TestimonyType
  const askUnder = useRequestId()
  const items = (evidence.data?.evidence ?? []).filter(e => e.state !== 'withdrawn')
  const send = async ({ type, witnessName, email, asks, aboutId }: typeof empty) => {
    const body = { type: type as TestimonyType, witnessName, email, asks, aboutId: aboutId || null }
    await askUnder(id => ask.mutateAsync({ params: { learnerId }, body: { id, ...body } }))
    say(`Asked. The letter to ${witnessName} is on its way.`)
    form.reset()
  }
  return (
    <Section title="Whom do you ask?">
      <form className={style.form} onSubmit={form.submit(send)} noValidate>
        <NativeSelect
          label="As what"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={`${kindExplanations[type]} ${somewhere(type)}`}
          data={testimonyTypes.map(t => ({
            value: t,
            label: `${testimonyTypeNames[t]}${notAccepted.has(t) ? ' (not accepted)' : ''}`,
            disabled: notAccepted.has(t),
          }))}
          {...form.field('type')}
          error={form.faultAt('type') ?? whyAndWho(notAccepted.get(type))}
        />
        <TextInput label="Name of the witness" autoComplete="off" {...form.field('witnessName')} />
        <TextInput
          label="The witness’s own e-mail address"
          description={`The link goes there and nowhere else, and works for ${linkDays} days.`}
          type="email"
          autoComplete="off"
          {...form.field('email')}
        />
        <Textarea
          label="What they are to confirm"
          description="Remind them: when it was, what it was about."
          autosize
          minRows={3}
          {...form.field('asks')}
        />
        {items.length > 0 && (
          <NativeSelect
            label="Evidence that it is about, if any"
            data={[
              { value: '', label: 'None in particular' },
              ...items.map(e => ({ value: e.id, label: `${e.number}  ${evidenceTitle(e.title)}` })),
            ]}
            {...form.field('aboutId')}
          />
        )}
        <FormRefusal form={form} />
        <Button type="submit" loading={form.busy}>
          Send the letter
        </Button>
      </form>
    </Section>
  )
}

function OneRequest({ request: r }: { request: Request }) {
  const takeBack = useChange('POST /centres/:centreId/testimony-requests/:requestId/cancellation')
  const expired = !r.signed && !r.cancelledAt && r.expiresAt <= new Date().toISOString()
  const ask = async () => {
    const sure = await confirm({
      title: `Take back what you asked ${r.witness}?`,
      words: 'The link stops working. You can ask again with a new one.',
      yes: 'Take it back',
    })
    if (!sure) return
    await takeBack.mutateAsync({ params: { requestId: r.id }, body: {} }).then(
      () => say('Taken back. The link no longer works.'),
      () => {},
    )
  }
  return (
    <>
      <p className={style.head}>
        <b>{r.witness}</b>
        <StateMark tone={r.signed ? 'done' : r.cancelledAt || expired ? 'not' : 'waiting'}>
          {r.signed
            ? 'Signed'
            : r.cancelledAt
              ? 'Taken back'
              : expired
                ? 'Expired'
                : r.openedAt
                  ? 'Opened, not signed yet'
                  : 'Not opened yet'}
        </StateMark>
      </p>
      <p>{r.asks}</p>
      <p className={style.small}>
        {r.type === 'expert-witness' ? 'As an expert. ' : ''}Asked by {r.askedBy}, {instantText(r.askedAt)}
        {r.email && `, at ${r.email}`}.
        {r.about && ` About evidence ${r.about.number}, “${evidenceTitle(r.about.title)}”.`}
        {!r.signed && !r.cancelledAt && ` The link works until ${dayText(r.expiresAt)}.`}
      </p>
      {r.signed && (
        <p>
          <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: r.signed.evidenceId } as never}>
            Open evidence {r.signed.number}, signed on {dayText(r.signed.at)}
          </Link>
        </p>
      )}
      {r.mayTakeBack && !expired && (
        <Button variant="default" size="compact-sm" onClick={() => void ask()} loading={takeBack.isPending}>
          Take it back
        </Button>
      )}
      {takeBack.error && <Refused problem={takeBack.error} />}
    </>
  )
}
