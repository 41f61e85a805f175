import { Link } from '@tanstack/react-router'
import type { Result } from '../api.ts'
import { TwoBars } from '../ui/TwoBars.tsx'
import { agoText } from '../words/index.ts'
import style from './Registrations.module.css'

type Registration = Result<'GET /centres/:centreId/queue'>['registrations'][number]

/** Registrations with their bars, each a link to its matrix. `named` names the learner. */
export function Registrations({ registrations, named = false }: { registrations: Registration[]; named?: boolean }) {
  return (
    <ul className={style.list}>
      {registrations.map(r => (
        <li key={r.registrationId}>
          <Link
            to={'/c/$centreId/registrations/$registrationId' as '/'}
            params={{ registrationId: r.registrationId } as never}
            className={style.one}
          >
            <span className={style.title}>{named ? r.learner.name : r.title}</span>
            {named && <span className={style.small}>{r.title}</span>}
            <TwoBars
              confirmed={r.totals.confirmed}
              claimed={r.totals.claimed}
              provisional={r.totals.provisional}
              of={r.totals.criteria}
            />
            {r.lastActivity && <span className={style.small}>Last activity {agoText(r.lastActivity)}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
