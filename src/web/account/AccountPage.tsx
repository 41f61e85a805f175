import { useQuery } from '@tanstack/react-query'
import { me } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Result } from '../ui/Waiting.tsx'
import { ChangePassword } from './ChangePassword.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { Sessions } from './Sessions.tsx'

/** What a person may do about their own way in. Name and e-mail address are the centre’s to correct. */
export default function AccountPage() {
  const account = useQuery(me)
  return (
    <Page title="Your account" breadcrumb={[{ label: 'Home', to: '/' }]}>
      <Result of={account}>
        {({ person }) => (
          <div style={{ maxWidth: '46rem' }}>
            <p>
              <b>{person.name}</b>, {person.email}. To correct these, ask your centre administrator.
            </p>
            <ChangePassword email={person.email} />
            <SecondFactor on={person.twoFactor} />
            <Sessions />
          </div>
        )}
      </Result>
    </Page>
  )
}
