import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Result } from '../api.ts'
import { useCentre } from '../results.ts'
import { useKeys } from '../ui/keys.tsx'
import { waitText } from '../words/index.ts'
import { queueAction, unitsText } from '../words/progress.ts'
import style from './Queue.module.css'

type Item = Result<'GET /centres/:centreId/queue'>['items'][number]

/** One line for each thing that waits; the whole line is the link to the move. J and K walk through it. */
export function Queue({ items }: { items: Item[] }) {
  const { person } = useCentre()
  const list = useRef<HTMLOListElement>(null)
  const walk = (by: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))]?.focus()
  }
  useKeys({
    j: { says: 'Next that waits', does: () => walk(1) },
    k: { says: 'The one before', does: () => walk(-1) },
  })
  return (
    <ol className={style.queue} ref={list}>
      {items.map(item => {
        const about = [
          item.evidence?.title ? `“${item.evidence.title}”` : '',
          unitsText(item.units),
          item.learner.id === person.id ? '' : item.learner.name,
        ].filter(Boolean)
        return (
          <li key={`${item.kind}${item.evidence?.id}${item.registrationId}`}>
            <Link {...moveOf(item)} className={style.item}>
              <span className={style.wait}>{waitText(item.since)}</span>
              <span className={style.what}>
                <b>{queueAction(item)}</b>
                <span className={style.about}>{about.join(' · ')}</span>
              </span>
              <span aria-hidden="true">→</span>
            </Link>
          </li>
        )
      })}
    </ol>
  )
}

/** Where the move is made. */
function moveOf({ kind, evidence, registrationId }: Item) {
  if (kind === 'allocate' || kind === 'entitle' || !evidence)
    return { to: '/c/$centreId/registrations/$registrationId/people' as '/', params: { registrationId } as never }
  const judging =
    kind === 'judge' || kind === 'judge-provisionally' || kind === 'countersign' || kind === 'answer-question'
  return {
    to: (judging ? '/c/$centreId/evidence/$evidenceId/assessment' : '/c/$centreId/evidence/$evidenceId') as '/',
    params: { evidenceId: evidence.id } as never,
  }
}
