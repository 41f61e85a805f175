import type { PersonalKind } from '#domain/evidence/privacy.ts'
import type { Result } from '../api.ts'
import { useResult } from '../results.ts'
import { list } from '../words/codes.ts'
import { personalNames, whereNames } from '../words/privacy.ts'
import style from './capture.module.css'

const key = 'GET /centres/:centreId/evidence/:evidenceId/privacy-check'
type Finding = Result<typeof key>['findings'][number]

/** What the check found in the newest version; asked again whenever something of it was saved. */
export function usePrivacyCheck(evidenceId: string, enabled: boolean) {
  const every = (result?: Result<typeof key>) => (result && result.waiting.length > 0 ? 5000 : false)
  return useResult(key, { params: { evidenceId } }, { enabled, every })
}

/** A warning and never a refusal: what looks like personal data, where it stands, and what to do about it. */
export function PrivacyCheck({ found, unread, waiting }: { found: Finding[]; unread: string[]; waiting: string[] }) {
  if (found.length + unread.length + waiting.length === 0) return null
  const places = Map.groupBy(found, f => f.name ?? f.where)
  return (
    <div className={style.privacy} data-found={found.length > 0 || undefined} role="status">
      {found.length > 0 && (
        <>
          <p>
            <b>This looks like private details of somebody.</b> Take them out if they are real: what is submitted cannot
            be changed.
          </p>
          <ul>
            {[...places.values()].map(of => {
              const [first] = of as [Finding, ...Finding[]]
              return (
                <li key={first.name ?? first.where}>
                  {first.where === 'file' ? first.name : whereNames[first.where]}:{' '}
                  {list([...Map.groupBy(of, f => f.kind)].map(([kind, these]) => countOf(kind, these)))}
                </li>
              )
            })}
          </ul>
        </>
      )}
      {unread.length > 0 && (
        <p className={style.after}>
          Not looked through, because there are no words in it that can be read: {list(unread)}. Look yourself.
        </p>
      )}
      {waiting.length > 0 && <p className={style.after}>Still to be looked through: {list(waiting)}.</p>}
    </div>
  )
}

function countOf(kind: PersonalKind, these: Finding[]): string {
  const [one, many] = personalNames[kind]
  return `${these.length === 1 ? `a ${one}` : `${these.length} ${many}`} (${these
    .slice(0, 3)
    .map(t => t.shown)
    .join(', ')})`
}
