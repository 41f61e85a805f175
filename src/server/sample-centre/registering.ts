import type { CastPerson } from '#cast/people.ts'
import { type CastRegistration, people } from '#cast/people.ts'
import { allotQualifications } from '#server/people/actions.ts'
import { registerLearner } from '#server/registrations/actions.ts'
import { dayOf, does, momentOf, type Stage } from './stage.ts'

export async function register(stage: Stage, r: CastRegistration): Promise<void> {
  const version = stage.versions.get(`${r.centre} ${r.qualification}`)
  if (!version) throw new Error(`${r.key}: no qualification ${r.qualification}`)
  const who = people.find(p =>
    p.roles.some(held => held.centre === r.centre && held.roles.includes('centre-administrator')),
  )?.key as string
  const idOf = (key: string | null) => (key ? (stage.people.get(key) as string) : null)
  const { registrationId } = await does<{ registrationId: string }>(stage, registerLearner as never, {
    who,
    centre: r.centre,
    at: momentOf(stage, { daysAgo: r.startedDaysAgo, time: '10:15' }),
    body: {
      learnerId: idOf(r.learner),
      versionId: version.versionId,
      registeredOn: dayOf(stage, r.startedDaysAgo),
      levelReason: r.reason,
      funding: r.funding,
      agreement: { learnerAgreed: true, assessorId: idOf(r.assessor), assessorName: null, reason: r.reason },
      unitIds: r.units.map(code => version.tree.units.find(u => u.code === code)?.id),
      allocations: {
        'trainee-assessor': idOf(r.traineeAssessor),
        assessor: idOf(r.assessor),
        countersigner: idOf(r.countersigner),
        iqa: idOf(r.iqa),
        mentor: idOf(r.mentor),
      },
    },
  })
  stage.registrations.set(r.key, { id: registrationId, centre: r.centre, tree: version.tree })
}

/** The external quality assurers of a centre may see all that it offers here. */
export async function allotAll(stage: Stage, centre: string, administrator: CastPerson): Promise<void> {
  const qualificationIds = [
    ...new Set([...stage.versions].filter(([key]) => key.startsWith(`${centre} `)).map(([, v]) => v.qualificationId)),
  ]
  for (const person of people) {
    if (!person.roles.some(r => r.centre === centre && r.roles.includes('eqa'))) continue
    const params = { personId: stage.people.get(person.key) as string }
    await does(stage, allotQualifications as never, {
      who: administrator.key,
      centre,
      at: momentOf(stage, { daysAgo: 199, time: '09:30' }),
      params,
      body: { qualificationIds },
    })
  }
}
