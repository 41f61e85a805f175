import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { rememberPerson } from '../offline/last-person.ts'
import { me } from '../results.ts'
import { WaitingBadge } from '../waiting-files/WaitingBadge.tsx'
import { waitAs } from '../waiting-files/waiting-files.ts'
import { rememberCentre, usualCentre } from './entrance.ts'
import style from './Frame.module.css'
import { Navigation } from './Navigation.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { SearchBox } from './SearchBox.tsx'
import { Gone } from './Whole.tsx'

/** Top bar, navigation and the page, for whoever is signed in. */
export function Frame() {
  const { centreId } = useParams({ strict: false })
  const { data: account } = useQuery(me)
  const centres = account?.centres ?? []
  const centre = centreId ? centres.find(c => c.id === centreId) : usualCentre(centres)
  // Next time the system is opened without an address, it opens in the centre that was used last.
  useEffect(() => {
    if (centre) rememberCentre(centre.id)
  }, [centre])
  // What this person chose earlier on this device goes on uploading, on whichever page they are.
  const personId = account?.person.id
  const isLearner = centre?.roles.includes('learner') ?? false
  useEffect(() => {
    if (!personId) return
    rememberPerson({ id: personId, centreId: centre?.id ?? null, isLearner })
    void waitAs(personId)
  }, [personId, centre?.id, isLearner])
  if (!account) return null
  if (centreId && !centre) return <Gone />
  return (
    <div className={style.frame}>
      <header className={style.bar}>
        <Link to="/" className={style.logo} aria-label="Countersign, home">
          <img src="/icon.svg" alt="" width="26" height="26" />
        </Link>
        {centre &&
          (account.centres.length > 1 ? (
            <Link to="/centres" className={style.centre} title="Choose another centre">
              {centre.name}
              <span aria-hidden="true"> ▾</span>
              <span className="hidden-text">, choose another centre</span>
            </Link>
          ) : (
            <span className={style.centre}>{centre.name}</span>
          ))}
        {centre && <SearchBox centreId={centre.id} />}
        <WaitingBadge />
        <PersonMenu person={account.person} roles={centre?.roles ?? []} />
      </header>
      {centre && <Navigation centreId={centre.id} roles={centre.roles} />}
      <main id="main" tabIndex={-1} className={style.main}>
        <Outlet />
      </main>
    </div>
  )
}
