import { Button } from '@mantine/core'
import { useState } from 'react'
import { checklists } from '#domain/settings/checklists.ts'
import type { Result as ResultOf } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { Page } from '../ui/Page.tsx'
import { Section } from '../ui/Section.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Empty, Result } from '../ui/Waiting.tsx'
import { dayText } from '../words/index.ts'
import { pointSentences, pointsText, setUpKindNames } from '../words/settings.ts'
import { CheckSetUp } from './CheckSetUp.tsx'
import { SetUpForm } from './SetUpForm.tsx'
import style from './settings.module.css'

export type SetUps = ResultOf<'GET /centres/:centreId/set-ups'>
export type SetUp = SetUps['setUps'][number]
type Doing = { what: 'name' } | { what: 'correct' | 'check' | 'end'; setUp: SetUp }

/** The centre's simulations and realistic working environments, each with its checklist (R105). */
export default function SetUpsPage() {
  const asked = useResult('GET /centres/:centreId/set-ups', {})
  const [doing, setDoing] = useState<Doing | null>(null)
  const end = useChange('POST /centres/:centreId/set-ups/:setUpId/ending')
  const close = () => setDoing(null)
  const data = asked.data
  return (
    <Page
      title="Simulations and working environments"
      about="Evidence from one of these can be used once somebody has gone through its checklist and found every point to hold."
      breadcrumb={[{ label: 'Catalogue', to: '/c/$centreId/catalogue' }]}
      actions={data?.can.set && <Button onClick={() => setDoing({ what: 'name' })}>Set one up</Button>}
    >
      <Result of={asked}>
        {({ setUps, can }) =>
          setUps.length === 0 ? (
            <Empty
              title="None yet"
              action={can.set && <Button onClick={() => setDoing({ what: 'name' })}>Set one up</Button>}
            >
              Where a unit accepts a simulation, or work in a realistic working environment, name it here with its units
              and go through its checklist. Evidence that learners bring from it can be used from then on.
            </Empty>
          ) : (
            setUps.map(setUp => (
              <OneSetUp key={setUp.id} setUp={setUp} can={can} act={what => setDoing({ what, setUp })} />
            ))
          )
        }
      </Result>
      {data && doing?.what === 'name' && <SetUpForm setUp={null} units={data.units} close={close} />}
      {data && doing?.what === 'correct' && <SetUpForm setUp={doing.setUp} units={data.units} close={close} />}
      {doing?.what === 'check' && <CheckSetUp setUp={doing.setUp} close={close} />}
      {doing?.what === 'end' && (
        <EndDialog
          title={`${doing.setUp.name} is no longer in use`}
          close={close}
          does={async ({ reason }) => {
            await end.mutateAsync({ params: { setUpId: doing.setUp.id }, body: { reason } })
            say('It is no longer in use.')
          }}
        />
      )}
    </Page>
  )
}

function OneSetUp({
  setUp,
  can,
  act,
}: {
  setUp: SetUp
  can: SetUps['can']
  act: (what: 'correct' | 'check' | 'end') => void
}) {
  const [newest, ...earlier] = setUp.checks
  const open = checklists[setUp.kind].filter(point => !newest?.met.includes(point))
  return (
    <Section
      title={setUp.name}
      aside={
        setUp.endedAt ? (
          <StateMark tone="plain">No longer in use</StateMark>
        ) : setUp.complete ? (
          <StateMark tone="done">Checklist complete</StateMark>
        ) : (
          <StateMark tone="attention">Not to be used yet</StateMark>
        )
      }
    >
      <p className={style.applies}>
        <span className={style.who}>
          {setUpKindNames[setUp.kind]}, set up by {setUp.by} on {dayText(setUp.at)}
        </span>
      </p>
      {setUp.description && <p className={style.applies}>{setUp.description}</p>}
      <ul className={style.units} aria-label="Units">
        {setUp.units.map(unit => (
          <li key={unit.id}>
            {unit.number} {unit.title}
          </li>
        ))}
      </ul>
      {newest ? (
        <p className={style.applies}>
          {pointsText(newest.met.length, setUp.kind)}, as {newest.by} found on {dayText(newest.checkedOn)}.
          {newest.note && ` ${newest.note}`}
        </p>
      ) : (
        <p className={style.applies}>
          Nobody has gone through its checklist yet.
          {!can.check && ' An assessor or a quality assurer does it, in their own name.'}
        </p>
      )}
      {!setUp.endedAt && newest && open.length > 0 && (
        <>
          <p className={style.who}>Still open:</p>
          <ul className={style.sources}>
            {open.map(point => (
              <li key={point}>{pointSentences[point]}</li>
            ))}
          </ul>
        </>
      )}
      {earlier.length > 0 && (
        <details className={style.earlier}>
          <summary>Earlier checks ({earlier.length})</summary>
          <ul className={style.plain}>
            {earlier.map(check => (
              <li key={check.recordedAt}>
                {dayText(check.checkedOn)}, {check.by}: {pointsText(check.met.length, setUp.kind)}
                {check.note && `. ${check.note}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {!setUp.endedAt && (
        <div className={style.deeds}>
          {can.check && (
            <Button variant={setUp.complete ? 'default' : 'filled'} onClick={() => act('check')}>
              Go through the checklist<span className="hidden-text"> of {setUp.name}</span>
            </Button>
          )}
          {can.set && (
            <>
              <Button variant="default" onClick={() => act('correct')}>
                Correct<span className="hidden-text"> {setUp.name}</span>
              </Button>
              <Button variant="subtle" onClick={() => act('end')}>
                No longer in use<span className="hidden-text">: {setUp.name}</span>
              </Button>
            </>
          )}
        </div>
      )}
    </Section>
  )
}
