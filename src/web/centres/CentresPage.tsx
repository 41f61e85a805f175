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
            <Empty title="You have joined no centre">
              A centre that has added you sends a letter to the address that you signed in with. Open the link in it.
            </Empty>
          ) : (
            <>
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
              <p className={style.missing}>
                Is a centre missing? Open the link in its letter, or ask its administrator for a new letter.
              </p>
            </>
          )
        }
      </Result>
    </Page>
  )
}
