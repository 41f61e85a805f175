import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { me, useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'

/** Where the letter of a second centre leads: whoever signs in with the account and has the letter opens their place there. */
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
    <Page title="Open your place in another centre">
      <Section title="Is this address yours?">
        <p>
          Another centre has given you a place under <b>{account.data?.person.email}</b>. You have its letter, and are
          signed in as {account.data?.person.name}: together they show that the address is yours. Your other centres
          learn nothing of it.
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
