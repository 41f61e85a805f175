import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { SignInBody, SignInKey } from '#contract/sign-in.ts'
import type { Problem } from '../api.ts'
import { queryClient } from '../results.ts'
import { auth, type Session } from '../sign-in/auth.ts'
import { say } from '../ui/announcements.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Result } from '../ui/Waiting.tsx'
import { agoText } from '../words/index.ts'
import { deviceName } from '../words/sign-in.ts'
import style from './Sessions.module.css'

const sessionsKey = ['sessions']
async function listSessions(): Promise<{ own: string; sessions: Session[] }> {
  const [now, sessions] = await Promise.all([auth('GET /get-session'), auth('GET /list-sessions')])
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
  const found = useQuery<Awaited<ReturnType<typeof listSessions>>, Problem>({
    queryKey: sessionsKey,
    queryFn: listSessions,
  })
  const end = async <K extends SignInKey>(key: K, body: SignInBody<K>, words: string) => {
    await auth(key, body)
    await queryClient.invalidateQueries({ queryKey: sessionsKey })
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
                        void end(
                          'POST /revoke-session',
                          { token: s.token },
                          `${deviceName(s.userAgent)} is signed out.`,
                        )
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
                onClick={() => void end('POST /revoke-other-sessions', {}, 'Every other device is signed out.')}
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
