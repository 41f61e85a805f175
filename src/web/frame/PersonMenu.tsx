import { useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Role } from '#domain/people/roles.ts'
import { askSignOut } from '../sign-in/sign-out.tsx'
import { useDisclosure } from '../ui/disclosure.ts'
import { showKeys } from '../ui/keys.tsx'
import { roleList } from '../words/index.ts'
import style from './PersonMenu.module.css'

const schemes = { auto: 'As the device', light: 'Light', dark: 'Dark' } as const

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map(w => [...w][0])
    .filter((_, i, all) => i === 0 || i === all.length - 1)
    .join('')
    .toUpperCase()

/** Who is signed in, as what, and what concerns them alone. */
export function PersonMenu({
  person,
  roles,
}: {
  person: { id: string; name: string; email: string }
  roles: readonly Role[]
}) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { open, set, inside } = useDisclosure<HTMLDivElement>()
  const then = (does: () => void) => () => {
    set(false)
    does()
  }
  return (
    <div ref={inside} className={style.place}>
      <button type="button" className={style.person} aria-expanded={open} onClick={() => set(!open)}>
        <span className={style.initials} aria-hidden="true">
          {initials(person.name)}
        </span>
        <span className={style.name}>{person.name}</span>
      </button>
      {open && (
        <div className={style.menu}>
          <div className={style.who}>
            <b>{person.name}</b>
            <div>{roles.length > 0 ? roleList(roles) : person.email}</div>
          </div>
          <Link to="/account" className={style.item} onClick={() => set(false)}>
            Your account
          </Link>
          <button type="button" className={style.item} onClick={then(showKeys)}>
            Keys on this page
          </button>
          <fieldset className={style.colours}>
            <legend>Colours</legend>
            {Object.entries(schemes).map(([scheme, label]) => (
              <label key={scheme} className={style.item}>
                <input
                  type="radio"
                  name="colours"
                  checked={colorScheme === scheme}
                  onChange={() => setColorScheme(scheme as keyof typeof schemes)}
                />
                {label}
              </label>
            ))}
          </fieldset>
          <button type="button" className={style.item} onClick={then(() => void askSignOut(person.id))}>
            Sign out
          </button>
        </div>
      )}
    </div>
  )
}
