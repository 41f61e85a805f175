import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { me } from '../results.ts'
import { Page } from '../ui/Page.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { roleList } from '../words/index.ts'
import style from './CentresPage.module.css'

/** For people who work or learn in several centres. */
export default function CentresPage() {
  const account = useQuery(me)
  return (
    <Page title="Your centres">
      <Result of={account}>
        {({ centres }) =>
          centres.length === 0 ? (
            <Empty title="You have no role in any centre">
              Ask your centre administrator to add you again, with the e-mail address that you signed in with.
            </Empty>
          ) : (
            <ul className={style.centres}>
              {centres.map(c => (
                <li key={c.id}>
                  <Link to="/c/$centreId" params={{ centreId: c.id }} className={style.centre}>
                    <b>{c.name}</b>
                    <span>{roleList(c.roles)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Result>
    </Page>
  )
}
