import type { RequirementTick } from '#domain/coverage/ticking.ts'
import { type CriterionKey, keyOf } from '#domain/decisions/layers.ts'
import { api } from '../api.ts'
import { useKept } from '../evidence/kept.ts'
import { queryClient, resultOf, useCentre, useResult } from '../results.ts'
import { DraftNote } from '../ui/DraftNote.tsx'
import { Section } from '../ui/Section.tsx'
import { count } from '../words/codes.ts'
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
  const params = { centreId, evidenceId }
  const { queryKey } = resultOf('GET /centres/:centreId/evidence/:evidenceId/coverage', { params })
  const kept = useKept<RequirementTick[]>(
    `${evidenceId}/${covering.version}/covers`,
    { value: covering.ticks.learner, revision: 0 },
    async value => {
      // A tick that does not say yet which thing it is about waits for its name.
      const body = { ticks: value.filter(t => unnamedIn([t], covering.units).length === 0) }
      const { ticks } = await api('PUT /centres/:centreId/evidence/:evidenceId/coverage', { params, body })
      queryClient.setQueryData<Covering>(queryKey, was => was && { ...was, ticks: { ...was.ticks, learner: ticks } })
      return 0
    },
    (_, value) => value,
  )
  const ticks = kept.value
  const units = covering.units.filter(
    u =>
      u.requirements.length > 0 &&
      u.criteria.some(criterionId => ticked.has(keyOf({ registrationId: u.registrationId, criterionId }))),
  )
  if (units.length === 0) return null
  return (
    <Section
      title="Evidence requirements it covers"
      aside={<span role="status">{ticks.length === 0 ? 'None ticked yet' : count(ticks.length, 'tick')}</span>}
    >
      <p className={style.quiet}>Your assessor has the last word. Ticking here helps them find it.</p>
      <CoverTicks
        units={units}
        ticks={ticks}
        set={kept.type}
        occasions={occasionChoices(covering.occasions)}
        beside={[]}
      />
      <DraftNote draft={kept} />
    </Section>
  )
}
