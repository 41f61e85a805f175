import {
  IconBook2,
  IconCertificate,
  IconChartBar,
  IconFiles,
  IconFolder,
  IconHome,
  IconSchool,
  IconShieldLock,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link, useRouter } from '@tanstack/react-router'
import type { Role } from '#domain/people/roles.ts'
import { useDisclosure } from '../ui/disclosure.ts'
import style from './Navigation.module.css'
import { type Place, places } from './navigation.ts'

const icons: Record<Place['icon'], TablerIcon> = {
  home: IconHome,
  portfolio: IconFolder,
  learners: IconSchool,
  evidence: IconFiles,
  reports: IconChartBar,
  catalogue: IconBook2,
  people: IconUsers,
  competence: IconCertificate,
  security: IconShieldLock,
}
const onThumb = 4

/** Where one can go: at the side; on a phone at the bottom, under the thumb. */
export function Navigation({ centreId, roles }: { centreId: string; roles: readonly Role[] }) {
  const built = useRouter().routesByPath as Record<string, unknown>
  const mine = places.filter(p => p.roles.some(r => roles.includes(r)) && (built[p.to] ?? built[`${p.to}/`]))
  const { open, set, inside } = useDisclosure<HTMLLIElement>()
  const links = (shown: readonly Place[]) =>
    shown.map(p => {
      const Icon = icons[p.icon]
      return (
        <li key={p.to}>
          <Link
            to={p.to as '/c/$centreId'}
            params={{ centreId }}
            className={style.place}
            onClick={() => set(false)}
            activeOptions={{ exact: p.to === '/c/$centreId', includeSearch: false }}
          >
            <Icon size={20} stroke={1.75} aria-hidden="true" />
            <span>{p.label}</span>
          </Link>
        </li>
      )
    })
  return (
    <nav aria-label="Main" className={style.navigation}>
      <ul>
        {links(mine.slice(0, onThumb))}
        <li className={style.rest}>
          <ul>{links(mine.slice(onThumb))}</ul>
        </li>
        {mine.length > onThumb && (
          <li className={style.more} ref={inside}>
            <button type="button" className={style.place} aria-expanded={open} onClick={() => set(!open)}>
              <span aria-hidden="true" className={style.dots}>
                •••
              </span>
              <span>More</span>
            </button>
            {open && <ul>{links(mine.slice(onThumb))}</ul>}
          </li>
        )}
      </ul>
    </nav>
  )
}
