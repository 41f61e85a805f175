import { useCentre, useResult } from '../results.ts'
import style from './AssessmentPage.module.css'
import { type Assessment, type JudgingLayer, judges } from './form.ts'

/** Where a trainee is in the loop: for whom, by name, a provisional decision waits, said before anything is decided. */
export function Countersigning({ assessment, layer }: { assessment: Assessment; layer: JudgingLayer }) {
  const { person } = useCentre()
  const judged = new Set(assessment.layers.trainee.map(t => t.registrationId))
  const own = assessment.registrations.find(
    r =>
      judges(r.own, layer) &&
      (layer === 'trainee' || (judged.has(r.registrationId) && !r.own.includes('countersigner'))),
  )
  const registration = useResult(
    'GET /centres/:centreId/registrations/:registrationId',
    { params: { registrationId: own?.registrationId ?? '' } },
    { enabled: own !== undefined },
  )
  if (!own) return null
  const named = registration.data?.allocations.filter(a => !a.endedAt) ?? []
  const countersigner = named.find(a => a.role === 'countersigner')
  if (layer === 'trainee') {
    const who = countersigner ?? named.find(a => a.role === 'assessor')
    return (
      <p className={style.note}>
        You judge provisionally. What you save waits for{' '}
        {who ? `the countersigner, ${who.person.name},` : 'the countersigner'} and counts for nothing until then.
      </p>
    )
  }
  if (!countersigner || countersigner.person.id === person.id) return null
  return (
    <p className={style.note}>
      A trainee assessor’s ticks are on this evidence. They wait for the countersigner, {countersigner.person.name}, and
      nobody else can decide on them.
    </p>
  )
}
