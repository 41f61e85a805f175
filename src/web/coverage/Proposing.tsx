import { useEffect, useRef, useState } from 'react'
import type { RequirementTick } from '#domain/coverage/ticking.ts'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { api, Problem } from '../api.ts'
import { useCentre, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Section } from '../ui/Section.tsx'
import { count } from '../words/codes.ts'
import { sentenceFor } from '../words/index.ts'
import { CoverTicks, occasionChoices } from './CoverTicks.tsx'
import style from './coverage.module.css'
import { type Covering, unnamedIn } from './covers.ts'

type Ticked = ReadonlyMap<string, CriterionKey>

/** The learner's own word on which requirements a draft covers, in the units of which criteria are ticked. */
export function Proposing({ evidenceId, ticked }: { evidenceId: string; ticked: Ticked }) {
  const covering = useResult('GET /centres/:centreId/evidence/:evidenceId/coverage', { params: { evidenceId } })
  return covering.data ? <ProposingOn evidenceId={evidenceId} covering={covering.data} ticked={ticked} /> : null
}

function ProposingOn({ evidenceId, covering, ticked }: { evidenceId: string; covering: Covering; ticked: Ticked }) {
  const { centreId } = useCentre()
  const [ticks, setTicks] = useState<RequirementTick[]>(covering.ticks.learner)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const unsent = useRef<RequirementTick[] | null>(null)
  const send = useRef(() => {})
  send.current = () => {
    clearTimeout(timer.current)
    const next = unsent.current
    if (!next) return
    unsent.current = null
    const params = { centreId, evidenceId }
    api('PUT /centres/:centreId/evidence/:evidenceId/coverage', { params, body: { ticks: next } }).catch(
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error
        say(sentenceFor(error))
      },
    )
  }
  // What was ticked a moment before leaving is sent on leaving.
  useEffect(() => () => send.current(), [])
  const units = covering.units.filter(
    u =>
      u.requirements.length > 0 &&
      u.criteria.some(criterionId => ticked.has(keyOf({ registrationId: u.registrationId, criterionId }))),
  )
  if (units.length === 0) return null
  const set = (next: RequirementTick[]) => {
    setTicks(next)
    // A tick that does not say yet which thing it is about waits for its name.
    unsent.current = next.filter(t => unnamedIn([t], covering.units).length === 0)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send.current(), 700)
  }
  return (
    <Section
      title="Evidence requirements it covers"
      aside={<span role="status">{ticks.length === 0 ? 'None ticked yet' : count(ticks.length, 'tick')}</span>}
    >
      <p className={style.quiet}>Your assessor has the last word. Ticking here helps them find it.</p>
      <CoverTicks units={units} ticks={ticks} set={set} occasions={occasionChoices(covering.occasions)} beside={[]} />
    </Section>
  )
}
