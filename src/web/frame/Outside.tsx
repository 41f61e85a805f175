import { type ReactNode, useRef } from 'react'
import { useArrival } from '../ui/arrival.ts'
import style from './Outside.module.css'

/** A page for somebody who is not inside yet: one thing to do, in the middle. */
export function Outside({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useArrival(title, heading)
  return (
    <div className={style.outside}>
      <header className={style.name}>
        <img src="/icon.svg" alt="" width="28" height="28" />
        Countersign
      </header>
      <main id="main" tabIndex={-1} className={style.card} data-wide={wide || undefined}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  )
}
