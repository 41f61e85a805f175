import { Button, Stack } from '@mantine/core'
import { queryClient } from '../results.ts'
import { auth } from '../sign-in/auth.ts'
import { say } from '../ui/announcements.tsx'
import { PasswordField, passwordRule } from '../ui/Field.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { Section } from '../ui/Section.tsx'

const faultAt = { INVALID_PASSWORD: 'currentPassword' }

export function ChangePassword({ email }: { email: string }) {
  const form = useForm({ currentPassword: '', newPassword: '' })
  const change = form.submit(async values => {
    await auth('POST /change-password', values, faultAt)
    form.reset()
    say('Your password is changed. Other devices have been signed out.')
    await queryClient.invalidateQueries()
  })
  return (
    <Section title="Password">
      <form onSubmit={change} noValidate>
        <Stack gap="md" maw="26rem">
          <FormRefusal form={form} />
          {/* Tells a password manager whose password this is. */}
          <input type="hidden" autoComplete="username" value={email} readOnly />
          <PasswordField {...form.field('currentPassword')} label="Your password now" autoComplete="current-password" />
          <PasswordField
            {...form.field('newPassword')}
            label="New password"
            description={passwordRule}
            autoComplete="new-password"
          />
          <div>
            <Button type="submit" loading={form.busy}>
              Change the password
            </Button>
          </div>
          <p style={{ margin: 0 }}>Other devices will be signed out.</p>
        </Stack>
      </form>
    </Section>
  )
}
