import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Problem } from '../api.ts'
import { queryClient } from '../results.ts'
import { auth } from '../sign-in/auth.ts'
import { say } from '../ui/announcements.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { agoText } from '../words/index.ts'
import { deviceName } from '../words/sign-in.ts'
import style from './Sessions.module.css'

type Session = {
  id: string
  token: string
  createdAt: string
  updatedAt: string
  ipAddress: string | null
  userAgent: string | null
}

const key = ['sessions']
async function listSessions(): Promise<{ own: string; sessions: Session[] }> {
  const [now, sessions] = await Promise.all([
    auth<{ session: { id: string } } | null>('GET', '/get-session'),
    auth<Session[]>('GET', '/list-sessions'),
  ])
  const own = now?.session.id ?? ''
  return {
    own,
    sessions: sessions.sort(
      (a, b) => Number(b.id === own) - Number(a.id === own) || b.updatedAt.localeCompare(a.updatedAt),
    ),
  }
}

/** Where this person is signed in, and a way to end what they do not know. */
export function Sessions() {
  const found = useQuery<Awaited<ReturnType<typeof listSessions>>, Problem>({ queryKey: key, queryFn: listSessions })
  const end = async (path: string, body: unknown, words: string) => {
    await auth('POST', path, body)
    await queryClient.invalidateQueries({ queryKey: key })
    say(words)
  }
  return (
    <Section title="Where you are signed in">
      <Result of={found} lines={3}>
        {({ own, sessions }) => (
          <>
            <ul className={style.sessions}>
              {sessions.map(s => (
                <li key={s.id}>
                  <div>
                    <b>{deviceName(s.userAgent)}</b>
                    <span>
                      Signed in {agoText(s.createdAt)}
                      {s.ipAddress && `, from ${s.ipAddress}`}
                    </span>
                  </div>
                  {s.id === own ? (
                    <StateMark tone="done">This device</StateMark>
                  ) : (
                    <Button
                      variant="default"
                      onClick={() =>
                        void end('/revoke-session', { token: s.token }, `${deviceName(s.userAgent)} is signed out.`)
                      }
                    >
                      Sign out
                      <span className="hidden-text">
                        {' '}
                        {deviceName(s.userAgent)}, signed in {agoText(s.createdAt)}
                      </span>
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {sessions.length > 1 && (
              <Button
                variant="default"
                onClick={() => void end('/revoke-other-sessions', {}, 'Every other device is signed out.')}
              >
                Sign out everywhere else
              </Button>
            )}
          </>
        )}
      </Result>
    </Section>
  )
}
