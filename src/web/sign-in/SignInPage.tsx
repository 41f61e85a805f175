import { Button, Stack, TextInput } from '@mantine/core'
import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Outside } from '../frame/Outside.tsx'
import { lastPerson } from '../offline/last-person.ts'
import { queryClient } from '../results.ts'
import { PasswordField } from '../ui/Field.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { useWaiting, waitAs } from '../waiting-files/waiting-files.ts'
import { waitingText } from '../words/waiting-files.ts'
import { auth, ownPage } from './auth.ts'

export default function SignInPage() {
  const { to, email } = useSearch({ strict: false })
  // Theirs whose session ended here; after a sign-out nobody is remembered.
  const { files } = useWaiting()
  useEffect(() => {
    const person = lastPerson()
    if (person) void waitAs(person.id)
  }, [])
  const form = useForm({ email: email ?? '', password: '' })
  const router = useRouter()
  const navigate = useNavigate()

  const signIn = form.submit(async values => {
    const body = { email: values.email.trim(), password: values.password }
    const answer = await auth('POST /sign-in/email', body)
    queryClient.clear()
    if (answer.twoFactorRedirect) await navigate({ to: '/two-factor', search: { to } })
    else router.history.push(ownPage(to))
  })

  return (
    <Outside title="Sign in">
      {to && <p>Sign in to carry on where you were.</p>}
      {files.length > 0 && <p>{waitingText(files)} on this device. Sign in as the same person to continue.</p>}
      <form onSubmit={signIn} noValidate>
        <Stack gap="md">
          <FormRefusal form={form} />
          <TextInput
            {...form.field('email')}
            label="E-mail address"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoFocus={!form.values.email}
          />
          <PasswordField {...form.field('password')} label="Password" autoComplete="current-password" />
          <Button type="submit" loading={form.busy}>
            Sign in
          </Button>
          <Link to="/forgot-password">I have forgotten my password</Link>
        </Stack>
      </form>
    </Outside>
  )
}
