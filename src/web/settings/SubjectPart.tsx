import { Button } from '@mantine/core'
import type { Result as ResultOf } from '../api.ts'
import { StateMark } from '../ui/StateMark.tsx'
import { dayText } from '../words/index.ts'
import { permissionKindNames, permissionSentence, sourceText, subjectNames } from '../words/settings.ts'
import style from './settings.module.css'

export type Subject =
  ResultOf<'GET /centres/:centreId/versions/:versionId/units/:unitId/permissions'>['subjects'][number]

/** What holds about one subject, whose word that is, and what others say. */
export function SubjectPart({
  subject,
  settle,
  end = null,
}: {
  subject: Subject
  settle: (() => void) | null
  end?: ((sourceId: string) => void) | null
}) {
  const { about, applies, conflict, sources, settlements } = subject
  const settled = subject.settled ? settlements[0] : undefined
  const earlier = settled ? settlements.slice(1) : settlements
  return (
    <>
      <p className={style.applies}>
        <b>{permissionSentence(applies)}</b>
      </p>
      {applies.exceptions.length > 0 && (
        <ul className={style.plain}>
          {applies.exceptions.map(one => (
            <li key={one.criterion}>
              {one.criterion}: {one.condition}
            </li>
          ))}
        </ul>
      )}
      <ul className={style.sources} aria-label={`Sources, ${subjectNames[about].toLowerCase()}`}>
        {sources.map((source, at) => (
          <li key={at}>
            <span className={style.who}>{sourceText(source)}</span>
            {source.text && <q>{source.text}</q>}
            {conflict && <span className={style.kind}>{permissionKindNames[source.kind]}</span>}
            {source.recorded && (
              <span className={style.who}>
                Recorded by {source.recorded.by}, {dayText(source.recorded.at)}
                {end && (
                  <Button variant="subtle" size="compact-sm" onClick={() => end(source.recorded?.id ?? '')}>
                    No longer holds<span className="hidden-text">: {source.text}</span>
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {conflict && (
        <div className={style.conflict}>
          {settled ? (
            <p>
              <StateMark tone="done">Settled</StateMark> by {settled.by} on {dayText(settled.at)}, to follow{' '}
              {sourceText(settled.followed).toLowerCase()}: {settled.reason}
            </p>
          ) : (
            <p>
              <StateMark tone="attention">Contradiction</StateMark>{' '}
              {earlier.length > 0 && 'What is said has changed since it was settled. '}
              The strictest holds until somebody settles which one to follow.
            </p>
          )}
          {settle && (
            <Button variant="default" onClick={settle}>
              {settled ? 'Settle it otherwise' : 'Settle it'}
              <span className="hidden-text">: {subjectNames[about].toLowerCase()}</span>
            </Button>
          )}
          {earlier.length > 0 && (
            <details>
              <summary>Earlier settlements ({earlier.length})</summary>
              <ul className={style.plain}>
                {earlier.map(one => (
                  <li key={one.at}>
                    {dayText(one.at)}, {one.by}: {permissionKindNames[one.followed.kind].toLowerCase()}. {one.reason}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </>
  )
}
