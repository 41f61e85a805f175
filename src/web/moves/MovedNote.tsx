import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useResult } from '../results.ts'
import { dayText } from '../words/index.ts'
import type { Registration } from './MoveSection.tsx'
import style from './moves.module.css'

/** On either side of a move: where the rest of the story stands, and why there is one. */
export function MovedNote({ registration: { movedTo, movedFrom, endedAt } }: { registration: Registration }) {
  return (
    <>
      {movedTo && (
        <p className={style.note}>
          This registration ended on {dayText(movedTo.at)} and stands as it was then.{' '}
          <Other of={movedTo}>
            The learner goes on in version {movedTo.version} of {movedTo.qualification}
          </Other>
          . Moved by {movedTo.by}: {movedTo.reason}
        </p>
      )}
      {endedAt && !movedTo && <p className={style.note}>This registration ended on {dayText(endedAt)}.</p>}
      {movedFrom && (
        <p className={style.note}>
          Moved here from{' '}
          <Other of={movedFrom}>
            version {movedFrom.version} of {movedFrom.qualification}
          </Other>
          , which stands as it was, on {dayText(movedFrom.at)} by {movedFrom.by}: {movedFrom.reason}
        </p>
      )}
    </>
  )
}

/** The same for a page that has only the registration's id in hand. */
export function MovedNoteOf({ registrationId }: { registrationId: string }) {
  const asked = useResult('GET /centres/:centreId/registrations/:registrationId', { params: { registrationId } })
  return asked.data ? <MovedNote registration={asked.data} /> : null
}

function Other({ of, children }: { of: NonNullable<Registration['movedTo']>; children: ReactNode }) {
  return (
    <Link
      to={'/c/$centreId/registrations/$registrationId' as '/'}
      params={{ registrationId: of.registrationId } as never}
    >
      {children}
    </Link>
  )
}
