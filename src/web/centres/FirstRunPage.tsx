import { Button, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api.ts'
import { Outside } from '../frame/Outside.tsx'
import { queryClient, resultOf } from '../results.ts'
import { auth } from '../sign-in/auth.ts'
import { PasswordField, passwordRule } from '../ui/Field.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { Result } from '../ui/Waiting.tsx'
import style from './FirstRunPage.module.css'
import { SampleCentre, sampleCentreAsked } from './SampleCentre.tsx'

/** An empty system: make the first centre, or look around in a sample one. */
export default function FirstRunPage() {
  const [sample, setSample] = useState(sampleCentreAsked)
  const asked = useQuery({ ...resultOf('GET /first-run', {}), enabled: !sample })
  return (
    <Outside title="Welcome to Countersign" wide>
      {sample ? (
        <SampleCentre leave={() => setSample(false)} />
      ) : (
        <Result of={asked} lines={4}>
          {({ empty }) =>
            empty ? (
              <>
                <p>Nothing is here yet. Make your centre now, or look around in a sample centre first.</p>
                <div className={style.ways}>
                  <section aria-labelledby="make">
                    <h2 id="make">Make your centre</h2>
                    <MakeCentre />
                  </section>
                  <section aria-labelledby="sample">
                    <h2 id="sample">Look around</h2>
                    <p>
                      The sample centre has learners, assessors and quality assurers with their stories. You can sign in
                      as each of them. It is for trying things out, not for real learners.
                    </p>
                    <Button variant="default" onClick={() => setSample(true)}>
                      Load the sample centre
                    </Button>
                  </section>
                </div>
              </>
            ) : (
              <>
                <p>This system is in use already.</p>
                <Link to="/sign-in">Go to sign-in</Link>
              </>
            )
          }
        </Result>
      )}
    </Outside>
  )
}

function MakeCentre() {
  const form = useForm({ centreName: '', centreNumber: '', name: '', email: '', password: '' })
  const router = useRouter()
  const make = form.submit(async values => {
    const body = { ...values, email: values.email.trim() }
    await api('POST /first-run/centre', { body })
    await auth('POST /sign-in/email', { email: body.email, password: body.password })
    queryClient.clear()
    router.history.push('/')
  })
  return (
    <form onSubmit={make} noValidate>
      <Stack gap="md">
        <FormRefusal form={form} />
        <TextInput {...form.field('centreName')} label="Name of the centre" autoComplete="organization" required />
        <TextInput
          {...form.field('centreNumber')}
          label="Centre number"
          description="As your awarding organisation gave it; you can leave it out."
          autoComplete="off"
        />
        <TextInput {...form.field('name')} label="Your name" autoComplete="name" required />
        <TextInput
          {...form.field('email')}
          label="Your e-mail address"
          type="email"
          inputMode="email"
          autoComplete="username"
          required
        />
        <PasswordField
          {...form.field('password')}
          label="Your password"
          description={passwordRule}
          autoComplete="new-password"
          required
        />
        <p className={style.note}>You will be the centre’s administrator and can invite everybody else.</p>
        <Button type="submit" loading={form.busy}>
          Make the centre
        </Button>
      </Stack>
    </form>
  )
}
