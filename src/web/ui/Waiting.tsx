import type { ReactNode } from 'react'
import type { Problem } from '../api.ts'
import { sentenceFor } from '../words/index.ts'
import style from './Waiting.module.css'

/** Nothing here yet: says why, and what would put something here. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={style.empty}>
      <p className={style.title}>{title}</p>
      {children && <div className={style.text}>{children}</div>}
      {action}
    </div>
  )
}

/** Grey lines in the shape of what will come. Shown after a moment only, so that quick answers do not flicker. */
export function Loading({ lines = 6, says = 'Loading' }: { lines?: number; says?: string }) {
  return (
    <div className={style.loading} aria-busy="true">
      <span className="hidden-text" role="status">
        {says}
      </span>
      {Array.from({ length: lines }, (_, i) => (
        <div key={i} className={style.line} style={{ width: `${92 - ((i * 37) % 45)}%` }} />
      ))}
    </div>
  )
}

/** A refusal or failure in words, with what to do. */
export function Refused({ problem, again, action }: { problem: Problem; again?: () => void; action?: ReactNode }) {
  return (
    <div className={style.refused} role="alert">
      <p>{sentenceFor(problem)}</p>
      {again && (problem.unreachable || problem.status >= 500) && (
        <button type="button" className={style.again} onClick={again}>
          Try again
        </button>
      )}
      {action}
    </div>
  )
}

type Query<T> = { data: T | undefined; error: Problem | null; isPending: boolean; refetch: () => unknown }

/** What the house answered: its waiting, its refusal, or the answer itself. */
export function Result<T>({
  of,
  lines,
  children,
}: {
  of: Query<T>
  lines?: number
  children: (answer: T) => ReactNode
}) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <Refused problem={of.error} again={() => void of.refetch()} />
  return <Loading lines={lines} />
}
