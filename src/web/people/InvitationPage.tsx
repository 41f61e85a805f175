import { Button, Stack } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Problem } from '../api.ts'
import { Outside } from '../frame/Outside.tsx'
import { auth } from '../sign-in/auth.ts'
import { say } from '../ui/announcements.tsx'
import { PasswordField, passwordRule } from '../ui/Field.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'

const spent =
  'This link sets no password. If you have a password already, sign in with it below. Otherwise ask your centre for a new letter.'

/**
 * Where the link of an invitation leads. It is one page for those with an account and those without: whoever holds the
 * letter of somebody else learns here nothing about them.
 */
export default function InvitationPage() {
  const { token = '' } = useSearch({ strict: false })
  const form = useForm({ newPassword: '' })
  const navigate = useNavigate()

  const choose = form.submit(async ({ newPassword }) => {
    try {
      await auth('POST /reset-password', { newPassword, token })
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'sign-in/invalid-token') throw error
      return form.refuse([{ path: 'newPassword', message: spent }])
    }
    say('Your password is set. Sign in with it now.')
    await navigate({ to: '/sign-in' })
  })

  return (
    <Outside title="Welcome to Countersign">
      <p>A centre has added you. Choose the password that you will sign in with.</p>
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
          <p>Do you have a password already, from this centre or another?</p>
          <Button component={Link} to="/enter" variant="default" {...({ search: { token } } as object)}>
            Sign in instead
          </Button>
        </Stack>
      </form>
    </Outside>
  )
}
