import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { useArrival } from './arrival.ts'
import style from './Page.module.css'

/** `to` as `Link` takes it; `params` of the address are carried over from the page. */
export type Crumb = { label: string; to: string; params?: Record<string, string>; search?: Record<string, string> }

/** One page: its name (also the window's), where it hangs, what may be done on it. Focus moves to its name on arrival. */
export function Page({
  title,
  about,
  breadcrumb = [],
  actions,
  wide = false,
  children,
}: {
  title: string
  about?: ReactNode
  breadcrumb?: Crumb[]
  actions?: ReactNode
  /** For matrices and other work that needs the whole width. */
  wide?: boolean
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useArrival(title, heading)
  return (
    <div className={style.page} data-wide={wide || undefined}>
      {breadcrumb.length > 0 && (
        <nav aria-label="Where you are" className={style.crumbs}>
          <ol>
            {breadcrumb.map(c => (
              <li key={c.label}>
                <Link to={c.to as '/'} params={c.params as never} search={(c.search ?? {}) as never}>
                  {c.label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={style.head}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {about && <div className={style.about}>{about}</div>}
        </div>
        {actions && <div className={style.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}
