import { Button, Group, Stack, TextInput } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { queryClient } from '../results.ts'
import { auth } from '../sign-in/auth.ts'
import { say } from '../ui/announcements.tsx'
import { PasswordField } from '../ui/Field.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { BackupCodes } from './BackupCodes.tsx'

const QrCode = lazy(() => import('qrcode.react').then(m => ({ default: m.QRCodeSVG })))
const wrongPassword = { INVALID_PASSWORD: 'password' }

type Step =
  | { at: 'rest' }
  | { at: 'password'; to: 'on' | 'off' | 'codes' }
  | { at: 'scan'; totpURI: string; backupCodes: string[] }
  | { at: 'codes'; backupCodes: string[] }

/** A code from an app besides the password, with backup codes for the day the telephone is lost. */
export function SecondFactor({ on }: { on: boolean }) {
  const [step, setStep] = useState<Step>({ at: 'rest' })
  const rest = () => setStep({ at: 'rest' })
  return (
    <Section
      title="Second factor"
      aside={on ? <StateMark tone="done">On</StateMark> : <StateMark tone="plain">Off</StateMark>}
    >
      <p>
        {on
          ? 'When you sign in, you are asked for a code from your authenticator app.'
          : 'A code from an app on your telephone, besides your password. Whoever learns your password still cannot sign in.'}
      </p>
      {step.at === 'rest' &&
        (on ? (
          <Group gap="sm">
            <Button variant="default" onClick={() => setStep({ at: 'password', to: 'codes' })}>
              New backup codes
            </Button>
            <Button variant="default" onClick={() => setStep({ at: 'password', to: 'off' })}>
              Switch off
            </Button>
          </Group>
        ) : (
          <Button onClick={() => setStep({ at: 'password', to: 'on' })}>Switch on</Button>
        ))}
      {step.at === 'password' && <Password to={step.to} next={setStep} cancel={rest} />}
      {step.at === 'scan' && (
        <Scan {...step} done={() => setStep({ at: 'codes', backupCodes: step.backupCodes })} cancel={rest} />
      )}
      {step.at === 'codes' && <BackupCodes codes={step.backupCodes} done={rest} />}
    </Section>
  )
}

const deeds = { on: 'Carry on', off: 'Switch off', codes: 'Make new backup codes' }

function Password({
  to,
  next,
  cancel,
}: {
  to: 'on' | 'off' | 'codes'
  next: (step: Step) => void
  cancel: () => void
}) {
  const form = useForm({ password: '' })
  const go = form.submit(async body => {
    if (to === 'on') {
      const { totpURI, backupCodes } = await auth('POST /two-factor/enable', body, wrongPassword)
      return next({ at: 'scan', totpURI, backupCodes })
    }
    if (to === 'codes') {
      const made = await auth('POST /two-factor/generate-backup-codes', body, wrongPassword)
      return next({ at: 'codes', backupCodes: made.backupCodes })
    }
    await auth('POST /two-factor/disable', body, wrongPassword)
    say('Your second factor is off. Other devices have been signed out.')
    cancel()
    await queryClient.invalidateQueries()
  })
  return (
    <form onSubmit={go} noValidate>
      <Stack gap="sm" maw="26rem">
        <FormRefusal form={form} />
        <PasswordField {...form.field('password')} label="Your password" autoComplete="current-password" autoFocus />
        <p style={{ margin: 0 }}>Other devices will be signed out.</p>
        <Group gap="sm">
          <Button type="submit" loading={form.busy}>
            {deeds[to]}
          </Button>
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Scan({ totpURI, done, cancel }: { totpURI: string; done: () => void; cancel: () => void }) {
  const form = useForm({ code: '' })
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  const verify = form.submit(async ({ code }) => {
    await auth(
      'POST /two-factor/verify-totp',
      { code: code.replace(/\D/g, '') },
      { INVALID_CODE: 'code', CODE_USED: 'code' },
    )
    say('Your second factor is on. Other devices have been signed out.')
    done()
    await queryClient.invalidateQueries()
  })
  return (
    <form onSubmit={verify} noValidate>
      <Stack gap="sm">
        <FormRefusal form={form} />
        <p>Scan this with an authenticator app, then type the six digits that it shows.</p>
        <div style={{ background: '#fff', padding: 12, width: 'fit-content', borderRadius: 8 }}>
          <Suspense fallback={<div style={{ width: 176, height: 176 }} />}>
            <QrCode value={totpURI} size={176} title="QR code for the authenticator app" />
          </Suspense>
        </div>
        <p>
          Cannot scan? Type this key into the app instead: <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
        <TextInput
          {...form.field('code')}
          label="Code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maw="12rem"
          autoFocus
        />
        <Group gap="sm">
          <Button type="submit" loading={form.busy}>
            Switch on
          </Button>
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
