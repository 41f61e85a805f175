import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { me, useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'

/** Where an invitation leads for those with a password: whoever signs in and has the centre's letter joins it. */
export default function EnterPage() {
  const { token = '' } = useSearch({ strict: false }) as { token?: string }
  const account = useQuery(me)
  const form = useForm({})
  const enter = useChange('POST /entries')
  const navigate = useNavigate()
  const open = form.submit(async () => {
    const { centreId } = await enter.mutateAsync({ body: { token } })
    say('Your place is open.')
    await navigate({ to: '/c/$centreId' as '/', params: { centreId } as never })
  })
  return (
    <Page title="Open your place in a centre">
      <Section title="Is this address yours?">
        <p>
          A centre has sent its letter to <b>{account.data?.person.email}</b>. You have the letter and are signed in, so
          the address is yours. Your other centres learn nothing of it.
        </p>
        <p>
          Does anybody else know your password? Then <Link to="/account">change it</Link> first.
        </p>
        <form onSubmit={open} noValidate>
          <FormRefusal form={form} />
          <Button type="submit" loading={form.busy}>
            Open my place
          </Button>
        </form>
      </Section>
    </Page>
  )
}
