import { Button, Loader } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { api, Problem, type Result } from '../api.ts'
import { queryClient } from '../results.ts'
import { auth } from '../sign-in/auth.ts'
import { Refused } from '../ui/Waiting.tsx'
import { roleList } from '../words/index.ts'
import style from './FirstRunPage.module.css'

type Loaded = Result<'POST /first-run/sample-centre'>
type SignIn = Loaded['signIns'][number]

// Once for this page, also where React mounts twice or somebody goes back and forth: the house loads it once only.
let loading: Promise<Loaded> | null = null
const load = () => {
  loading ??= api('POST /first-run/sample-centre', {})
  return loading
}
// A page opened again meanwhile waits for the loading that it had asked for, instead of offering it anew.
const asked = 'countersign.sample-centre'
export const sampleCentreAsked = () => sessionStorage.getItem(asked) !== null

/** Loads the sample centre, says so while it lasts, and then who can be signed in as. */
export function SampleCentre({ leave }: { leave: () => void }) {
  const [signIns, setSignIns] = useState<SignIn[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState('')
  const router = useRouter()
  const latest = useRef(leave)
  latest.current = leave

  // Starts when the page asks for it, and only then; the promise above is shared.
  useEffect(() => {
    const again = sampleCentreAsked()
    sessionStorage.setItem(asked, 'yes')
    load()
      .then(a => {
        sessionStorage.removeItem(asked)
        setSignIns(a.signIns)
      })
      .catch((error: unknown) => {
        loading = null
        if (!(error instanceof Problem)) throw error
        // A page that is left breaks its own request off, and the house loads on.
        if (!error.unreachable) sessionStorage.removeItem(asked)
        if (again && error.code === 'centres/not-empty') return latest.current()
        setProblem(error)
      })
  }, [])

  const signIn = async ({ email, password, centre }: SignIn) => {
    setBusy(email + centre)
    try {
      await auth('POST /sign-in/email', { email, password })
      queryClient.clear()
      router.history.push('/')
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
      setBusy('')
    }
  }

  if (problem)
    return (
      <Refused
        problem={problem}
        action={
          <Button variant="subtle" onClick={leave}>
            Back
          </Button>
        }
      />
    )
  if (!signIns)
    return (
      <div role="status">
        <Loader size="sm" aria-hidden="true" />
        <p>The people of the sample centre are living through their stories. This takes up to a minute.</p>
      </div>
    )
  return (
    <>
      <p role="status">The sample centre is ready. Whose day would you like to see?</p>
      <ul className={style.people}>
        {signIns.map(person => (
          <li key={person.email + person.centre}>
            <div>
              <b>{person.name}</b>, {roleList(person.roles)}, {person.centre}
              <span>{person.story}</span>
              <code>
                {person.email} · {person.password}
              </code>
            </div>
            <Button
              variant="default"
              loading={busy === person.email + person.centre}
              onClick={() => void signIn(person)}
            >
              Sign in<span className="hidden-text"> as {person.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
