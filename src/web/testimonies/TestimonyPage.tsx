import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { isExpert } from '#domain/evidence/records.ts'
import { missingInTestimony, type TestimonyGap, type TestimonyType } from '#domain/testimonies/testimony.ts'
import { api, Problem, type Result } from '../api.ts'
import { Outside } from '../frame/Outside.tsx'
import { Loading, Refused } from '../ui/Waiting.tsx'
import { dayText, instantText, sentenceFor } from '../words/index.ts'
import { testimonyGapSentences } from '../words/testimonies.ts'
import { today } from '../words/times.ts'
import style from './testimonies.module.css'
import { useTypedOnDevice } from './typed.ts'

type Asked = Result<'POST /testimonies/opening'>
type Signed = Result<'POST /testimonies/signature'>

/** What a witness sees who follows the link of a letter: one page, no account, kept on the device while they write. */
export default function TestimonyPage() {
  const { token = '' } = useSearch({ strict: false }) as { token?: string }
  const [asked, setAsked] = useState<Asked | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [signed, setSigned] = useState<Signed | null>(null)
  useEffect(() => {
    api('POST /testimonies/opening', { body: { token } }).then(setAsked, (error: unknown) => {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    })
  }, [token])
  if (signed)
    return (
      <Outside title="Thank you">
        <p>
          You signed on {instantText(signed.signedAt)}. {asked?.learner} has it as evidence {signed.number}, and their
          assessor judges it. The link is used up; you can close this page.
        </p>
      </Outside>
    )
  if (problem)
    return (
      <Outside title="This link does not open anything">
        <p>
          {problem.status === 404 || problem.status === 422
            ? 'Look whether the whole link was copied from the letter. If it was, ask the person who sent it for a new one.'
            : sentenceFor(problem)}
        </p>
      </Outside>
    )
  if (asked?.signedIn?.as === 'learner')
    return (
      <Outside title="This link is for the witness">
        <p>
          This browser is signed in as {asked.signedIn.name}, so nothing can be signed here. {asked.witness} opens the
          link from their own letter, on their own device.
        </p>
        <p>
          <a href="/">Back to Countersign</a>
        </p>
      </Outside>
    )
  return (
    <Outside title={asked ? `What did you see ${asked.learner} do?` : 'One moment'} wide>
      {asked ? <Form token={token} asked={asked} done={setSigned} /> : <Loading />}
    </Outside>
  )
}

const nothing = {
  ...{ day: '', relationship: '', position: '', telephone: '', what: '', where: '', how: '', why: '', withWhom: '' },
  ...{ range: '', signedName: '' },
  ...{ qualifiedAssessor: false, knowsStandards: false, currentExpertise: false, evaluatesPractice: false },
  accurate: false,
}
type Typed = typeof nothing

/** Where each missing thing is mended. */
const fieldOf: Record<TestimonyGap, keyof Typed> = {
  ...{ relationship: 'relationship', telephone: 'telephone', day: 'day', 'day-to-come': 'day', what: 'what' },
  ...{ 'too-little': 'what', where: 'where', how: 'how', why: 'why', withWhom: 'withWhom' },
  ...{ accurate: 'accurate', signedName: 'signedName' },
}

function Form({ token, asked, done }: { token: string; asked: Asked; done: (signed: Signed) => void }) {
  const [typed, setTyped, forget] = useTypedOnDevice(`testimony:${token}`, nothing)
  const [type, setType] = useState<TestimonyType>(asked.type)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change })
  const { day, telephone, signedName, position: _p, ...record } = typed
  const missing = missingInTestimony({ record, day: day || null, telephone, signedName }, today())
  const first = asked.learner.split(' ')[0]
  const expert = type === 'expert-witness'
  const wrong = (field: keyof Typed) => {
    const gap = tried ? missing.find(m => fieldOf[m] === field) : undefined
    return gap ? testimonyGapSentences[gap] : undefined
  }
  const words = (name: 'what' | 'how' | 'why' | 'range', label: string, description: string) => (
    <Textarea
      id={name}
      label={label}
      description={description}
      autosize
      minRows={name === 'what' ? 4 : 2}
      maxLength={10_000}
      value={typed[name]}
      error={wrong(name)}
      onChange={e => set({ [name]: e.currentTarget.value })}
    />
  )
  const line = (
    name: 'relationship' | 'position' | 'telephone' | 'where' | 'withWhom' | 'signedName',
    label: string,
    description?: string,
  ) => (
    <TextInput
      id={name}
      label={label}
      description={description}
      maxLength={name === 'telephone' ? 60 : 300}
      type={name === 'telephone' ? 'tel' : 'text'}
      value={typed[name]}
      error={wrong(name)}
      onChange={e => set({ [name]: e.currentTarget.value })}
    />
  )
  const box = (
    name: 'qualifiedAssessor' | 'knowsStandards' | 'currentExpertise' | 'evaluatesPractice' | 'accurate',
    label: string,
  ) => (
    <Checkbox
      id={name}
      label={label}
      checked={typed[name]}
      error={wrong(name)}
      onChange={e => set({ [name]: e.currentTarget.checked })}
    />
  )
  const sign = async () => {
    setTried(true)
    setProblem(null)
    if (missing[0]) return document.getElementById(fieldOf[missing[0]])?.focus()
    setBusy(true)
    try {
      const signed = await api('POST /testimonies/signature', {
        body: { ...typed, token, type, day: typed.day || null },
      })
      forget()
      done(signed)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className={style.form}
      noValidate
      onSubmit={e => {
        e.preventDefault()
        void sign()
      }}
    >
      <p>
        Dear {asked.witness}, {asked.askedBy} of {asked.centre} asks you to confirm what you saw.
        {asked.about &&
          ` It is about “${asked.about.title}”${asked.about.day ? ` of ${dayText(asked.about.day)}` : ''}.`}
      </p>
      <blockquote className={style.asks}>{asked.asks}</blockquote>
      {asked.signedIn && (
        <p className={style.expert}>
          This browser is signed in as {asked.signedIn.name}. You can sign here. Quality staff will see whose browser it
          was, and may ring you.
        </p>
      )}
      <fieldset className={style.group}>
        <legend>What you saw</legend>
        <TextInput
          id="day"
          label="Day it happened"
          type="date"
          max={today()}
          value={typed.day}
          error={wrong('day')}
          onChange={e => set({ day: e.currentTarget.value })}
        />
        {words('what', `What did ${first} do?`, 'Step by step, so that somebody who was not there can see it')}
        {line('where', 'Where was it?', 'The shop floor, the office, on the telephone')}
        {words('how', `How did ${first} do it?`, 'The manner, the words, the tools')}
        {words('why', 'Why was it done this way?', 'What made it necessary')}
        {line('withWhom', 'Who else was part of it?', 'Customers and colleagues by what they were, not by name')}
        {words('range', 'Anything else to say', 'Kinds of customer, product or situation that were part of it')}
      </fieldset>
      <fieldset className={style.group}>
        <legend>About you</legend>
        {line('relationship', `What are you to ${first}?`, 'Supervisor, colleague, customer …')}
        {line('position', 'Your post or profession')}
        {line('telephone', 'Telephone', 'Seen by quality staff only, who may ring to ask whether it was you')}
        {box('currentExpertise', 'I have up-to-date expertise in this work')}
        {box('knowsStandards', `I know the standards that ${first} works towards`)}
        {box('qualifiedAssessor', 'I am a qualified workplace assessor')}
        {expert && box('evaluatesPractice', 'It is part of my work to evaluate how staff work every day')}
        {expert && tried && !isExpert(record) && (
          <div className={style.expert} role="alert">
            <p>
              An expert witness ticks the first two, and one of the other two. If that is not so, sign as a witness:
              what you saw is just as welcome.
            </p>
            <Button variant="default" onClick={() => setType('witness-testimony')}>
              Sign as a witness
            </Button>
          </div>
        )}
      </fieldset>
      <fieldset className={style.group}>
        <legend>Sign</legend>
        {box('accurate', 'I confirm that this is true and accurate, and that I saw it myself')}
        {line('signedName', 'Your name, as your signature')}
      </fieldset>
      {problem && <Refused problem={problem} />}
      <Button type="submit" size="md" loading={busy}>
        Sign it
      </Button>
      <p className={style.small}>
        What you write is kept on this device until you sign. You can come back to this link until{' '}
        {dayText(asked.expiresAt)}. After signing nothing in it can be changed, by you or by anybody.
      </p>
    </form>
  )
}
