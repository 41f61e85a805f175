import { peopleContract as endpoints } from '#contract/people.ts'
import { authorityOn, competenceOf } from '#domain/competence/authority.ts'
import { checkRoleEnding, type Waiting } from '#domain/people/ending.ts'
import { Refusal } from '#domain/refusal.ts'
import { dayOfInstant } from '#domain/time.ts'
import { action, nothingToLoad } from '#platform/http/action.ts'
import { Forbidden } from '#platform/http/problems.ts'
import { mayRecordCompetence } from '#policy/competence.ts'
import { mayAllot, mayKeepPeople } from '#policy/people.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { appendEvents } from '#server/audit/append.ts'
import { declareAuthority } from '#server/competence/declaring.ts'
import { recordAwardOf, recordScopeOf } from '#server/competence/recording.ts'
import { requireInvitation } from '#server/quotas/requiring.ts'
import { addPeople, emailKey } from './adding.ts'
import { peopleFile } from './file.ts'
import { entryHash, writeInvitations } from './invitations.ts'
import {
  hasCurrentRole,
  hasPerson,
  insertAllAllotments,
  insertAllGrants,
  listAdministratorsLocked,
  listAllotmentSubjects,
  listAllotments,
  listAllottableQualifications,
  listLetters,
  listPeople as listPeopleRows,
  listProvenEntries,
  listRegistrationsOfPerson,
  listRolesOfPerson,
  listWaiting,
  selectLetter,
  selectPerson as selectPersonRow,
  takeCorrectedEmail,
  takeCorrectedName,
  updateAllEndedAllotments,
  updateAllEndedGrants,
} from './queries.ts'
import { everyPlace, listedPersonView, personView, placesNeeding, waitingWithout } from './view.ts'

const as = 'centre-administrator'

export const enterCentre = action({
  load: nothingToLoad,
  may: anyoneSignedIn,
  input: endpoints['POST /entries'],
  run: async ({ db, actor, now, body: { token }, request: { sessionToken } }) => {
    const [entered] = await listProvenEntries(db, { sessionToken, hash: entryHash(token), at: now })
    if (!entered) throw new Refusal('people/no-such-entry', { email: actor.email })
    const { centreId, personId } = entered
    // In the centre's ledger they are its person, not the account that they signed in with.
    const event = { type: 'centre-entered', as: 'person', subjectId: personId, body: { personId } } as const
    await appendEvents(db, { ...actor, personId, centreId }, now, [event])
    return { centreId }
  },
})

export const listPeople = action({
  load: nothingToLoad,
  may: mayKeepPeople,
  input: endpoints['GET /centres/:centreId/people'],
  run: async ({ db, query: { page, size, ...finding } }) => {
    const rows = await listPeopleRows(db, { ...finding, role: finding.role ?? null, size, skip: (page - 1) * size })
    return { people: rows.map(listedPersonView), total: rows[0]?.total ?? 0 }
  },
})

export const downloadPeople = action({
  load: nothingToLoad,
  may: mayKeepPeople,
  input: endpoints['GET /centres/:centreId/people.csv'],
  run: async ({ db, query }) =>
    peopleFile(await listPeopleRows(db, { ...query, role: query.role ?? null, size: null, skip: 0 })),
})

export const addPerson = action({
  load: nothingToLoad,
  may: mayKeepPeople,
  input: endpoints['POST /centres/:centreId/people'],
  run: async ({ db, actor, now, services, body, afterCommit }) => {
    const { personIds, granted, events } = await addPeople({ db, actor, now, services }, [body])
    const personId = personIds.values().next().value as string
    if (granted === 0) throw new Refusal('people/already-here', { personId })
    await appendEvents(db, actor, now, events)
    afterCommit(() => void services.mail.deliver())
    return { personId }
  },
})

export const selectPerson = action({
  load: ({ db, params }) => selectPersonRow(db, params),
  may: mayKeepPeople,
  input: endpoints['GET /centres/:centreId/people/:personId'],
  run: async ({ db, params, loaded: person }) =>
    personView({
      person,
      roles: await listRolesOfPerson(db, params),
      waiting: (await listWaiting(db, { ...params, places: everyPlace })) as Waiting[],
      registrations: await listRegistrationsOfPerson(db, params),
      allotments: await listAllotments(db, params),
    }),
})

export const correctName = action({
  load: ({ db, params }) => hasPerson(db, params),
  may: mayKeepPeople,
  input: endpoints['PUT /centres/:centreId/people/:personId/name'],
  run: async ({ db, params: { personId }, body, now, record }) => {
    const { name } = await selectPersonRow(db, { personId })
    if (name === body.name) return {}
    const { corrected } = await takeCorrectedName(db, { personId, name: body.name, at: now })
    if (!corrected) throw new Refusal('people/works-elsewhere')
    const change = { personId, name: { from: name, to: body.name } }
    await record({ type: 'person-corrected', as, subjectId: personId, body: change })
    return {}
  },
})

const standsInTheWay = {
  'holds-no-role': 'people/holds-no-role',
  'has-joined': 'people/has-joined',
  'address-taken': 'people/address-taken',
} as const

export const correctEmail = action({
  load: ({ db, params }) => hasPerson(db, params),
  may: mayKeepPeople,
  input: endpoints['PUT /centres/:centreId/people/:personId/email'],
  run: async ({ db, actor, params: { personId }, body, now, services, record, afterCommit }) => {
    const [from, to] = [(await selectPersonRow(db, { personId })).email, emailKey(body.email)]
    if (from === to) return {}
    const { outcome } = await takeCorrectedEmail(db, { personId, email: to, at: now })
    if (outcome !== 'corrected') throw new Refusal(standsInTheWay[outcome])
    await requireInvitation(db, personId, ['invited'], now)
    await record({ type: 'person-corrected', as, subjectId: personId, body: { personId, email: { from, to } } })
    await appendEvents(db, actor, now, await writeInvitations({ db, actor, now, services }, [personId]))
    afterCommit(() => void services.mail.deliver())
    return {}
  },
})

export const grantRole = action({
  load: ({ db, params }) => hasPerson(db, params),
  may: mayKeepPeople,
  input: endpoints['POST /centres/:centreId/people/:personId/roles'],
  // What was declared gives way to what is recorded with the role.
  endsAuthority: true,
  run: async ({ db, actor, params: { personId }, body: { role, entitled }, now, services, record, afterCommit }) => {
    const { here } = await hasCurrentRole(db, { personId })
    const granted = await insertAllGrants(db, { personIds: [personId], roles: [role], at: now, by: actor.personId })
    if (granted.length === 0) return {}
    await record({ type: 'role-granted', as, subjectId: personId, body: { personId, role } })
    const declared = await declareAuthority(db, { by: actor.personId, at: now }, [{ personId, role }])
    await appendEvents(db, actor, now, declared)
    if (!here) {
      // Whoever left and comes back proves the address again, with a letter of this time.
      await appendEvents(db, actor, now, await writeInvitations({ db, actor, now, services }, [personId]))
      afterCommit(() => void services.mail.deliver())
    }
    const competence = competenceOf[role]
    if (!entitled || !competence) return {}
    // Nobody says what entitles themselves: another administrator or the lead IQA does.
    const verdict = mayRecordCompetence(actor, { personId })
    if (!verdict.allowed) throw new Forbidden(verdict.reason)
    const { title, since, evidence, qualificationIds, levels } = entitled
    const kind = role === 'trainee-assessor' ? ('working-towards' as const) : ('held' as const)
    await recordAwardOf({ db, actor, now }, personId, { role: competence, kind, title, since, evidence })
    const scope = { role: competence, qualificationIds, levels, from: since, until: null, evidence }
    await recordScopeOf({ db, actor, now }, personId, scope)
    return {}
  },
})

export const endRole = action({
  load: async ({ db, params }) => {
    // The administrators first: whoever ends any role takes the locks in this order.
    const administrators = await listAdministratorsLocked(db, {})
    await hasPerson(db, params)
    return { administrators: administrators.length, grants: await listRolesOfPerson(db, params) }
  },
  may: mayKeepPeople,
  input: endpoints['POST /centres/:centreId/people/:personId/role-endings'],
  endsAuthority: true,
  run: async ({ db, actor, params: { personId }, body: { role, shown }, now, record, loaded }) => {
    const held = loaded.grants.filter(g => g.endedAt === null).map(g => g.role)
    if (!held.includes(role)) return {}
    const dependent = (await listWaiting(db, { personId, places: placesNeeding(role) })) as Waiting[]
    const waiting = waitingWithout(role, held, dependent)
    checkRoleEnding({ role, administrators: loaded.administrators, waiting, shown })
    await updateAllEndedGrants(db, { personId, role, at: now, by: actor.personId })
    await record({ type: 'role-ended', as, subjectId: personId, body: { personId, role } })
    return {}
  },
})

export const invitePerson = action({
  load: ({ db, params }) => selectPersonRow(db, params),
  may: mayKeepPeople,
  input: endpoints['POST /centres/:centreId/people/:personId/invitations'],
  run: async ({ db, actor, now, services, loaded, afterCommit }) => {
    if (loaded.entry === 'joined') throw new Refusal('people/has-joined')
    await requireInvitation(db, loaded.id, ['again', 'invited'], now)
    const events = await writeInvitations({ db, actor, now, services }, [loaded.id])
    if (events.length === 0) throw new Refusal('people/holds-no-role')
    await appendEvents(db, actor, now, events)
    afterCommit(() => void services.mail.deliver())
    return { sends: services.mail.sends }
  },
})

export const allotQualifications = action({
  load: ({ db, params }) => hasPerson(db, params),
  may: mayAllot,
  input: endpoints['PUT /centres/:centreId/people/:personId/allotments'],
  endsAuthority: true,
  run: async ({ db, actor, params: { personId }, body: { qualificationIds }, now }) => {
    const held = await listRolesOfPerson(db, { personId })
    if (qualificationIds.length > 0 && !held.some(r => r.role === 'eqa' && r.endedAt === null))
      throw new Refusal('people/not-an-eqa')
    for (const { id, title, level, facts } of await listAllotmentSubjects(db, { personId, qualificationIds })) {
      const subject = { qualificationId: id, level, day: dayOfInstant(now) }
      const answer = authorityOn(facts, { ...subject, role: 'eqa', needs: 'working-towards' })
      if (!answer.entitled) throw new Refusal('people/eqa-not-entitled', { qualification: title, gaps: answer.gaps })
    }
    const which = { personId, qualificationIds, at: now }
    const ended = await updateAllEndedAllotments(db, which)
    const allotted = await insertAllAllotments(db, which)
    await appendEvents(db, actor, now, [
      ...ended.map(({ qualificationId }) => ({
        type: 'eqa-allotment-ended' as const,
        as,
        subjectId: personId,
        body: { personId, qualificationId },
      })),
      ...allotted.map(({ qualificationId }) => ({
        type: 'eqa-allotted' as const,
        as,
        subjectId: personId,
        body: { personId, qualificationId },
      })),
    ])
    return {}
  },
})

export const listAllottable = action({
  load: nothingToLoad,
  may: mayAllot,
  input: endpoints['GET /centres/:centreId/allottable-qualifications'],
  run: async ({ db }) => ({ qualifications: await listAllottableQualifications(db, {}) }),
})

export const listOutbox = action({
  load: nothingToLoad,
  may: mayKeepPeople,
  input: endpoints['GET /centres/:centreId/letters'],
  run: async ({ db, services, query: { page, size } }) => {
    const rows = await listLetters(db, { size, skip: (page - 1) * size })
    const letters = rows.map(({ total: _, ...l }) => ({ ...l, kind: l.kind as 'invitation' }))
    return { sends: services.mail.sends, letters, total: rows[0]?.total ?? 0 }
  },
})

export const openLetter = action({
  load: ({ db, params }) => selectLetter(db, params),
  may: mayKeepPeople,
  input: endpoints['POST /centres/:centreId/letters/:letterId/openings'],
  run: async ({ loaded: letter, record }) => {
    // What has left by mail is for its reader alone.
    if (letter.sentAt) throw new Refusal('people/letter-sent')
    const { id: letterId, personId, kind, subject, body } = letter
    await record({ type: 'letter-opened', as, subjectId: personId, body: { letterId, personId, kind } })
    return { subject, body, link: /^https?:\/\/\S+$/m.exec(body)?.[0] ?? null }
  },
})
