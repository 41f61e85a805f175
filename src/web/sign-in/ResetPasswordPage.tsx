import { Button, Stack } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Outside } from '../frame/Outside.tsx'
import { say } from '../ui/announcements.tsx'
import { PasswordField, passwordRule } from '../ui/Field.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { sentenceForCode } from '../words/index.ts'
import { auth } from './auth.ts'

/** Where the link of a letter about a forgotten password leads. */
export default function ResetPasswordPage() {
  const { token } = useSearch({ strict: false })
  const form = useForm({ newPassword: '' })
  const navigate = useNavigate()

  const choose = form.submit(async ({ newPassword }) => {
    await auth('POST /reset-password', { newPassword, token: token ?? '' })
    say('Your password is set. Sign in with it now.')
    await navigate({ to: '/sign-in' })
  })

  if (!token)
    return (
      <Outside title="This link does not work">
        <p>{sentenceForCode('sign-in/invalid-token')}</p>
        <Link to="/forgot-password">Ask for a new link</Link>
      </Outside>
    )
  return (
    <Outside title="Choose a new password">
      <p>You will be signed out everywhere else.</p>
      <form onSubmit={choose} noValidate>
        <Stack gap="md">
          <FormRefusal form={form} />
          <PasswordField
            {...form.field('newPassword')}
            label="New password"
            description={passwordRule}
            autoComplete="new-password"
            autoFocus
          />
          <Button type="submit" loading={form.busy}>
            Set the password
          </Button>
        </Stack>
      </form>
    </Outside>
  )
}
