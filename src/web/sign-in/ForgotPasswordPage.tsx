import { Button, Stack, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Outside } from '../frame/Outside.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { sentenceForCode } from '../words/index.ts'
import { auth } from './auth.ts'

export default function ForgotPasswordPage() {
  const form = useForm({ email: '' })
  const [asked, setAsked] = useState('')

  const ask = form.submit(async ({ email }) => {
    const address = email.trim()
    if (!/^\S+@\S+\.\S+$/.test(address))
      return form.refuse([{ path: 'email', message: sentenceForCode('sign-in/invalid-email') }])
    await auth('POST /request-password-reset', { email: address })
    setAsked(address)
  })

  if (asked)
    return (
      <Outside title="Look at your e-mail">
        <p role="status">
          If {asked} belongs to an account, a letter with a link is on its way. The link works for three days, and once.
          It takes the place of an older one.
        </p>
        <p>No letter? Look in your spam folder, or ask your centre administrator what to do.</p>
        <Link to="/sign-in">Back to sign-in</Link>
      </Outside>
    )
  return (
    <Outside title="Choose a new password">
      <p>Give the e-mail address that you sign in with. We will send you a link.</p>
      <form onSubmit={ask} noValidate>
        <Stack gap="md">
          <FormRefusal form={form} />
          <TextInput
            {...form.field('email')}
            label="E-mail address"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoFocus
          />
          <Button type="submit" loading={form.busy}>
            Send me a link
          </Button>
          <Link to="/sign-in">Back to sign-in</Link>
        </Stack>
      </form>
    </Outside>
  )
}
