import { type ErrorComponentProps, Link, Outlet } from '@tanstack/react-router'
import { Problem } from '../api.ts'
import { OfflinePage } from '../offline/OfflinePage.tsx'
import { SignOutPlace } from '../sign-in/sign-out.tsx'
import { Announcements } from '../ui/announcements.tsx'
import { ConfirmPlace } from '../ui/confirm.tsx'
import { KeysHelp } from '../ui/keys.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { Outside } from './Outside.tsx'

/** What stands around every page, whoever looks at it. */
export function Whole() {
  return (
    <>
      <a href="#main" className="skip-link">
        Skip to the page
      </a>
      <Outlet />
      <Announcements />
      <ConfirmPlace />
      <KeysHelp />
      <SignOutPlace />
    </>
  )
}

/** An address that leads nowhere, or to something that does not exist for this person. */
export function Gone() {
  return (
    <Outside title="There is nothing here">
      <p>The address may be wrong, what stood here may have moved, or it may not be for you to see.</p>
      <Link to="/">Go to your home page</Link>
    </Outside>
  )
}

/** A page that could not be shown: refused by the house, or broken by a fault of ours. What was typed waits in its draft. */
export function Broken({ error }: ErrorComponentProps) {
  const problem = error instanceof Problem ? error : new Problem(500)
  if (problem.status === 404) return <Gone />
  if (problem.unreachable) return <OfflinePage />
  return (
    <Outside title="This page cannot be shown">
      <Refused problem={problem} again={() => location.reload()} />
      <Link to="/">Go to your home page</Link>
    </Outside>
  )
}
