import type { ReactNode } from 'react'
import style from './StateMark.module.css'

/** done = counts · waiting = somebody’s move · attention = your move · not = refused or returned · plain = nothing yet */
export type Tone = 'done' | 'waiting' | 'attention' | 'not' | 'plain'
const shapes: Record<Tone, string> = { done: '●', waiting: '◐', attention: '▲', not: '✕', plain: '○' }

/** A state in a word, with a shape of its own, so that colour is never the only carrier. */
export function StateMark({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={style.mark} data-tone={tone}>
      <span aria-hidden="true">{shapes[tone]}</span> {children}
    </span>
  )
}
