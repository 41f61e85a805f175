import {
  authorities,
  type CastAuthority,
  type CastPerson,
  competenceEvidence,
  cpdEntries,
  people,
} from '#cast/people.ts'
import { type CompetenceRole, competenceOf } from '#domain/competence/authority.ts'
import {
  addCpd,
  confirmRequirements,
  recordAward,
  recordEvidenceOfCompetence,
  recordScope,
} from '#server/competence/actions.ts'
import { dayOf, does, momentOf, type Stage } from './stage.ts'

const founded = 200

const roleOf = (as: CastAuthority['as']): CompetenceRole =>
  as === 'countersigner' ? 'assessor' : (competenceOf[as] as CompetenceRole)

/** What entitles the people of a centre, as its administrator and its lead IQA recorded it (R111 to R115). */
export async function recordCompetence(stage: Stage, centre: string, administrator: CastPerson): Promise<void> {
  const here = authorities.filter(a => a.centre === centre && a.as !== 'countersigner')
  for (const of of Map.groupBy(here, a => `${a.person} ${a.as}`).values()) await entitle(stage, administrator, of)
  const lead = people.find(p => p.roles.some(r => r.centre === centre && r.roles.includes('lead-iqa')))
  if (!lead) return
  const who = { who: lead.key, centre }
  await does(stage, confirmRequirements as never, {
    ...{ ...who, at: momentOf(stage, { daysAgo: 185, time: '14:00' }) },
    body: {
      role: 'assessor',
      applies: competenceRequirements,
      source: 'Assessment strategy of Larkfield Awards, section 2, looked up on paper',
    },
  })
  for (const e of competenceEvidence) {
    const { person, as: role, daysAgo, ...rest } = e
    await does(stage, recordEvidenceOfCompetence as never, {
      ...{ ...who, at: momentOf(stage, { daysAgo, time: '15:10' }) },
      params: { personId: stage.people.get(person) as string },
      body: { ...rest, role, on: dayOf(stage, daysAgo) },
    })
  }
  for (const { person, daysAgo, ...entry } of cpdEntries)
    await does(stage, addCpd as never, {
      ...{ who: person, centre, at: momentOf(stage, { daysAgo, time: '17:05' }) },
      params: { personId: stage.people.get(person) as string },
      body: { ...entry, on: dayOf(stage, daysAgo) },
    })
}

const competenceRequirements = [
  'standards',
  'vq-practice',
  'sector-practice',
  'assessment-process',
  'credible-experience',
  'staff-award',
  'communication',
]

async function entitle(stage: Stage, administrator: CastPerson, of: CastAuthority[]): Promise<void> {
  const [{ person, centre, as, sinceDaysAgo, expiresInDays, levels, held, seen }] = of as [CastAuthority]
  const role = roleOf(as)
  const deed = {
    ...{ who: administrator.key, centre },
    at: momentOf(stage, { daysAgo: Math.min(founded, sinceDaysAgo), time: '11:30' }),
    params: { personId: stage.people.get(person) as string },
  }
  const since = dayOf(stage, sinceDaysAgo)
  await does(stage, recordAward as never, {
    ...deed,
    body: { role, kind: as === 'trainee-assessor' ? 'working-towards' : 'held', title: held, since, evidence: seen },
  })
  await does(stage, recordScope as never, {
    ...deed,
    body: {
      ...{ role, levels, from: since, until: expiresInDays === null ? null : dayOf(stage, -expiresInDays) },
      qualificationIds: of.map(a => stage.versions.get(`${centre} ${a.qualification}`)?.qualificationId),
      evidence: 'Agreed with the awarding organisation at approval',
    },
  })
}
