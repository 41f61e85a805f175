import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { Link, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Outside } from '../frame/Outside.tsx'
import { queryClient } from '../results.ts'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { auth, ownPage } from './auth.ts'

/** The second step of signing in: a code from the app, or one of the backup codes. */
export default function TwoFactorPage() {
  const { to } = useSearch({ strict: false })
  const router = useRouter()
  const [byBackup, setByBackup] = useState(false)
  const [trustDevice, setTrustDevice] = useState(false)
  const form = useForm({ code: '' })

  const verify = form.submit(async ({ code }) => {
    const path = byBackup ? 'POST /two-factor/verify-backup-code' : 'POST /two-factor/verify-totp'
    const body = { code: byBackup ? code.trim() : code.replace(/\D/g, ''), trustDevice }
    await auth(path, body, { INVALID_CODE: 'code', CODE_USED: 'code', INVALID_BACKUP_CODE: 'code' })
    queryClient.clear()
    router.history.push(ownPage(to))
  })

  return (
    <Outside title="Your second factor">
      <form onSubmit={verify} noValidate>
        <Stack gap="md">
          <FormRefusal form={form} />
          {byBackup ? (
            <TextInput
              key="backup"
              {...form.field('code')}
              label="Backup code"
              description="One of the ten codes that you kept, for example AbC12-dEf34. Each works once."
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              autoFocus
            />
          ) : (
            <TextInput
              key="app"
              {...form.field('code')}
              label="Code"
              description="The six digits that your authenticator app shows for Countersign."
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
            />
          )}
          <Checkbox
            label="Do not ask on this device for 30 days"
            description="Only where nobody else signs in."
            checked={trustDevice}
            onChange={e => setTrustDevice(e.currentTarget.checked)}
          />
          <Button type="submit" loading={form.busy}>
            Carry on
          </Button>
          <Button
            variant="subtle"
            onClick={() => {
              form.reset()
              setByBackup(!byBackup)
            }}
          >
            {byBackup ? 'Use the authenticator app' : 'Use a backup code'}
          </Button>
          <Link to="/sign-in" search={{ to }}>
            Start again
          </Link>
        </Stack>
      </form>
    </Outside>
  )
}
