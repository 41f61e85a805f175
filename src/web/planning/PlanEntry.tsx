import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { EvidenceState } from '#domain/evidence/evidence.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { evidenceStateNames, evidenceTitle } from '../words/evidence.ts'
import { dayText } from '../words/index.ts'
import { planKindNames, plannedCriteriaText } from '../words/planning.ts'
import { PlanForm } from './PlanForm.tsx'
import type { Entry, Matrix } from './PlanPage.tsx'
import style from './plan.module.css'

/** One thing planned: what, for which day, on what, by whom; and what came of it. */
export function PlanEntry({ entry, matrix }: { entry: Entry; matrix: Matrix | undefined }) {
  const [doing, setDoing] = useState<'change' | 'withdraw' | null>(null)
  const withdraw = useChange('POST /centres/:centreId/plan-entries/:planEntryId/withdrawal')
  if (doing === 'change' && matrix)
    return (
      <li>
        <PlanForm matrix={matrix} entry={entry} close={() => setDoing(null)} />
      </li>
    )
  const name = `${planKindNames[entry.kind]} on ${dayText(entry.plannedFor)}`
  return (
    <li>
      <div className={style.head}>
        <b className={entry.withdrawn ? style.gone : undefined}>{name}</b>
        {entry.withdrawn && <StateMark tone="not">Withdrawn</StateMark>}
      </div>
      <p className={style.text}>{entry.text}</p>
      <p>{plannedCriteriaText(entry.criteria)}</p>
      {entry.withdrawn && (
        <p>
          Withdrawn by {entry.withdrawn.by} on {dayText(entry.withdrawn.at)}: {entry.withdrawn.reason}
        </p>
      )}
      {entry.evidence.map(e => (
        <p key={e.id}>
          <Link to={'/c/$centreId/evidence/$evidenceId' as '/'} params={{ evidenceId: e.id } as never}>
            Evidence {e.number}: {evidenceTitle(e.title)}
          </Link>
          , {evidenceStateNames[e.state as EvidenceState].toLowerCase()}
        </p>
      ))}
      <p className={style.quiet}>
        Planned by {entry.by.name} on {dayText(entry.at)}
        {entry.saidAt !== entry.at && `, changed on ${dayText(entry.saidAt)}`}
        {entry.by.id !== entry.learner.id && `; ${entry.learner.name} could read it from then on`}.
      </p>
      {(entry.can.change || entry.can.withdraw) && (
        <div className={style.tools}>
          {entry.can.change && (
            <Button variant="default" size="compact-md" onClick={() => setDoing('change')}>
              Change<span className="hidden-text"> {name}</span>
            </Button>
          )}
          {entry.can.withdraw && (
            <Button variant="default" size="compact-md" onClick={() => setDoing('withdraw')}>
              Withdraw<span className="hidden-text"> {name}</span>
            </Button>
          )}
        </div>
      )}
      {doing === 'withdraw' && (
        <EndDialog
          title={`Withdraw: ${name}`}
          read="Everybody who sees the plan reads it."
          yes="Withdraw it"
          no="Keep it"
          close={() => setDoing(null)}
          does={async ({ reason }) => {
            await withdraw.mutateAsync({ params: { planEntryId: entry.id }, body: { reason } })
            say('The plan is withdrawn.')
          }}
        />
      )}
    </li>
  )
}
