import { competenceContract as endpoints } from '#contract/competence.ts'
import { checkEnding, checkShownOn } from '#domain/competence/recording.ts'
import { type Day, dayOfInstant } from '#domain/time.ts'
import type { Db } from '#platform/db/query.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import {
  mayConfirmRequirements,
  mayKeepCpd,
  mayReadCompetence,
  mayReadEverybodys,
  mayRecordCompetence,
} from '#policy/competence.ts'
import { answersAs, anyoneSignedIn } from '#policy/verdict.ts'
import {
  insertAllCompetenceEvidence,
  insertCpd,
  insertRequirementConfirmation,
  listAwards,
  listCompetenceEvidence,
  listCompetentPeople,
  listCpd,
  listOfferedLevels,
  listQualifications,
  listRequirementConfirmations,
  listScopes,
  lockAward,
  lockCompetenceEvidence,
  lockCpd,
  lockScope,
  selectPerson,
  updateEndedAward,
  updateEndedCompetenceEvidence,
  updateEndedCpd,
  updateEndedScope,
  updateShownAward,
} from './queries.ts'
import { recordAwardOf, recordScopeOf } from './recording.ts'
import {
  awardView,
  type Confirmations,
  competenceFile,
  confirmationsView,
  cpdView,
  found,
  overviewRow,
  recordView,
  scopeView,
  standingView,
} from './view.ts'

async function confirmationsIn(db: Db): Promise<Confirmations> {
  return new Map((await listRequirementConfirmations(db, {})).map(c => [c.role, c]))
}

async function standingsIn(db: Db, today: Day, personId: string | null = null) {
  const confirmations = await confirmationsIn(db)
  const offered = (await listOfferedLevels(db, {})).map(l => l.level)
  const people = await listCompetentPeople(db, { personId })
  return { confirmations, standings: people.map(p => standingView(p, today, offered, confirmations)) }
}

export const listCompetence = action({
  load: nothingToLoad,
  may: mayReadEverybodys,
  input: endpoints['GET /centres/:centreId/competence'],
  run: async ({ db, actor, now, query: { page, size, ...finding } }) => {
    const { standings, confirmations } = await standingsIn(db, dayOfInstant(now))
    const rows = found(standings, finding)
    return {
      rows: rows.slice((page - 1) * size, page * size).map(overviewRow),
      total: rows.length,
      confirmations: confirmationsView(confirmations),
      can: { confirm: mayConfirmRequirements(actor).allowed },
    }
  },
})

export const downloadCompetence = action({
  load: nothingToLoad,
  may: mayReadEverybodys,
  input: endpoints['GET /centres/:centreId/competence.csv'],
  run: async ({ db, now, query }) => {
    const { standings } = await standingsIn(db, dayOfInstant(now))
    return competenceFile(found(standings, query))
  },
})

export const listEndings = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/competence-endings'],
  run: async ({ db, actor, now }) => {
    const everybody = actor.roles.includes('lead-iqa') || actor.roles.includes('centre-administrator')
    const { standings } = await standingsIn(db, dayOfInstant(now), everybody ? null : actor.personId)
    const endings = standings.flatMap(({ person, role, now: { until, ends, warning } }) =>
      warning && until && ends
        ? [{ person, role, own: person.id === actor.personId, until, ends, daysLeft: warning.daysLeft }]
        : [],
    )
    const own = standings.filter(s => s.person.id === actor.personId && s.now.standing === 'none')
    return { endings: endings.sort((a, b) => a.daysLeft - b.daysLeft), lapsed: own.map(s => s.role) }
  },
})

export const confirmRequirements = action({
  load: nothingToLoad,
  may: mayConfirmRequirements,
  input: endpoints['POST /centres/:centreId/requirement-confirmations'],
  endsAuthority: true,
  run: async ({ db, actor, now, body: { role, applies, source }, record }) => {
    await insertRequirementConfirmation(db, { role, applies, source, by: actor.personId, at: now })
    await record({ type: 'requirements-confirmed', as: answersAs(actor), body: { role, applies, source } })
    return {}
  },
})

export const selectCompetence = action({
  load: ({ db, params }) => selectPerson(db, params),
  may: mayReadCompetence,
  input: endpoints['GET /centres/:centreId/competence/:personId'],
  run: async ({ db, actor, now, params, loaded }) => {
    const { standings, confirmations } = await standingsIn(db, dayOfInstant(now), loaded.personId)
    return {
      person: { id: loaded.personId, name: loaded.name },
      roles: recordView(standings, confirmations, await listCompetenceEvidence(db, params)),
      awards: (await listAwards(db, params)).map(awardView),
      scopes: (await listScopes(db, params)).map(scopeView),
      cpd: (await listCpd(db, params)).map(cpdView),
      cpdGap: standings.some(s => s.cpdGap),
      qualifications: await listQualifications(db, {}),
      can: { record: mayRecordCompetence(actor, loaded).allowed, keepCpd: mayKeepCpd(actor, loaded).allowed },
    }
  },
})

export const recordAward = action({
  load: ({ db, params }) => selectPerson(db, params),
  may: mayRecordCompetence,
  input: endpoints['POST /centres/:centreId/competence/:personId/awards'],
  endsAuthority: true,
  run: async ({ db, actor, now, params: { personId }, body }) => ({
    awardId: await recordAwardOf({ db, actor, now }, personId, body),
  }),
})

export const showAward = action({
  load: ({ db, params }) => lockAward(db, params),
  may: mayRecordCompetence,
  input: endpoints['POST /centres/:centreId/competence/:personId/awards/:awardId/evidence'],
  run: async ({ db, actor, now, loaded: { id: awardId, personId }, body, record }) => {
    await updateShownAward(db, { awardId, ...body, by: actor.personId, at: now })
    await record({
      type: 'staff-award-shown',
      ...{ as: answersAs(actor), subjectId: personId },
      body: { personId, awardId, ...body },
    })
    return {}
  },
})

export const endAward = action({
  load: ({ db, params }) => lockAward(db, params),
  may: mayRecordCompetence,
  input: endpoints['POST /centres/:centreId/competence/:personId/awards/:awardId/ending'],
  endsAuthority: true,
  run: async ({ db, actor, now, loaded: { id: awardId, personId, untilDay }, body: { until, reason }, record }) => {
    checkEnding(untilDay, until)
    await updateEndedAward(db, { awardId, until, by: actor.personId, at: now })
    await record({
      type: 'staff-award-ended',
      ...{ as: answersAs(actor), subjectId: personId, reason },
      body: { personId, awardId, until },
    })
    return {}
  },
})

export const recordScope = action({
  load: ({ db, params }) => selectPerson(db, params),
  may: mayRecordCompetence,
  input: endpoints['POST /centres/:centreId/competence/:personId/scopes'],
  endsAuthority: true,
  run: async ({ db, actor, now, params: { personId }, body }) => ({
    scopeIds: await recordScopeOf({ db, actor, now }, personId, body),
  }),
})

export const endScope = action({
  load: ({ db, params }) => lockScope(db, params),
  may: mayRecordCompetence,
  input: endpoints['POST /centres/:centreId/competence/:personId/scopes/:scopeId/ending'],
  endsAuthority: true,
  run: async ({ db, actor, now, loaded: { id: scopeId, personId, untilDay }, body: { until, reason }, record }) => {
    checkEnding(untilDay, until)
    await updateEndedScope(db, { scopeId, until, by: actor.personId, at: now })
    await record({
      type: 'authority-scope-ended',
      ...{ as: answersAs(actor), subjectId: personId, reason },
      body: { personId, scopeId, until },
    })
    return {}
  },
})

export const recordEvidenceOfCompetence = action({
  load: ({ db, params }) => selectPerson(db, params),
  may: mayRecordCompetence,
  input: endpoints['POST /centres/:centreId/competence/:personId/evidence'],
  run: async ({ db, actor, now, params: { personId }, body, record }) => {
    const { role, levels, requirement, text, reference, on } = body
    checkShownOn(on, dayOfInstant(now))
    const made = await insertAllCompetenceEvidence(db, {
      ...{ personId, role, levels: [...new Set(levels)], requirement, text, reference, shownOn: on },
      ...{ by: actor.personId, at: now },
    })
    await record({
      type: 'competence-shown',
      ...{ as: answersAs(actor), subjectId: personId },
      body: { personId, role, levels, requirement, text },
    })
    return { evidenceIds: made.map(e => e.id) }
  },
})

export const endEvidenceOfCompetence = action({
  load: ({ db, params }) => lockCompetenceEvidence(db, params),
  may: mayRecordCompetence,
  input: endpoints['POST /centres/:centreId/competence/:personId/evidence/:competenceEvidenceId/ending'],
  endsAuthority: true,
  run: async ({ db, actor, now, loaded: { id, personId, endedAt }, body: { reason }, record }) => {
    if (endedAt !== null) return {}
    await updateEndedCompetenceEvidence(db, { competenceEvidenceId: id, reason, by: actor.personId, at: now })
    await record({
      type: 'competence-evidence-ended',
      ...{ as: answersAs(actor), subjectId: personId, reason },
      body: { personId, competenceEvidenceId: id },
    })
    return {}
  },
})

export const addCpd = action({
  load: ({ db, params }) => selectPerson(db, params),
  may: mayKeepCpd,
  input: endpoints['POST /centres/:centreId/competence/:personId/cpd'],
  run: async ({ db, actor, now, params: { personId }, body: { on, ...rest }, record }) => {
    checkShownOn(on, dayOfInstant(now))
    const { id: cpdId } = await insertCpd(db, { personId, doneOn: on, ...rest, at: now })
    await record({
      type: 'cpd-recorded',
      ...{ as: actor.roles[0] ?? 'assessor', subjectId: personId },
      body: { personId, cpdId, on, activity: rest.activity },
    })
    return { cpdId }
  },
})

export const takeBackCpd = action({
  load: ({ db, params }) => lockCpd(db, params),
  may: mayKeepCpd,
  input: endpoints['POST /centres/:centreId/competence/:personId/cpd/:cpdId/ending'],
  run: async ({ db, actor, now, loaded: { id: cpdId, personId, endedAt }, body: { reason }, record }) => {
    if (endedAt !== null) return {}
    await updateEndedCpd(db, { cpdId, reason, at: now })
    await record({
      type: 'cpd-taken-back',
      ...{ as: actor.roles[0] ?? 'assessor', subjectId: personId, reason },
      body: { personId, cpdId },
    })
    return {}
  },
})
