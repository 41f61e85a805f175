import { Menu, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Role } from '#domain/people/roles.ts'
import { signOut } from '../sign-in/auth.ts'
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

export function PersonMenu({ person, roles }: { person: { name: string; email: string }; roles: readonly Role[] }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <button type="button" className={style.person}>
          <span className={style.initials} aria-hidden="true">
            {initials(person.name)}
          </span>
          <span className={style.name}>{person.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={style.who}>
          <b>{person.name}</b>
          <div>{roles.length > 0 ? roleList(roles) : person.email}</div>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account">
          Your account
        </Menu.Item>
        <Menu.Item onClick={showKeys}>Keys on this page</Menu.Item>
        <Menu.Divider />
        <Menu.Label>Colours</Menu.Label>
        {Object.entries(schemes).map(([scheme, label]) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={colorScheme === scheme}
            closeMenuOnClick={false}
            leftSection={<span aria-hidden="true">{colorScheme === scheme ? '●' : '○'}</span>}
            onClick={() => setColorScheme(scheme as keyof typeof schemes)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
