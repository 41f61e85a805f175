import { stringify } from 'csv-stringify/sync'
import { peopleFilesContract as endpoints } from '#contract/people-files.ts'
import { columns } from '#domain/people-files/columns.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Allocations } from '#domain/registrations/allocations.ts'
import { action, FileReply, nothingToLoad } from '#platform/http/action.ts'
import type { Services } from '#platform/services.ts'
import { mayAddByFile } from '#policy/people-files.ts'
import type { Actor } from '#policy/verdict.ts'
import { appendEvents } from '#server/audit/append.ts'
import { addPeople } from '#server/people/adding.ts'
import { registerLearners } from '#server/registrations/registering.ts'
import { previewFile, readPeopleFile } from './previewing.ts'
import { listCurrentVersions } from './queries.ts'
import { previewView } from './view.ts'

const as = 'centre-administrator'

type Sent = { actor: Actor; services: Services; params: { centreId: string }; body: Uint8Array }

const readTheFile = ({ actor: { personId }, services, params: { centreId }, body }: Sent) =>
  readPeopleFile(services, body, { centreId, personId })

export const downloadTemplate = action({
  load: nothingToLoad,
  may: mayAddByFile,
  input: endpoints['GET /centres/:centreId/people-files/template.csv'],
  run: async ({ db, now }) => {
    const [version] = await listCurrentVersions(db, {})
    const [ana, jo, sam] = ['ana.assessor@example.org', 'jo.quality@example.org', 'sam.learner@example.org']
    const registration = version
      ? [
          ...[version.number ?? version.title, '', now.slice(0, 10), ana, '', '', jo, ''],
          ...['Fits the job and what was found at the first interview', 'employer', ''],
        ]
      : []
    const lines = [
      ['Ana Example', ana, 'assessor'],
      ['Jo Example', jo, 'IQA'],
      ['Sam Example', sam, 'learner', ...registration],
    ]
    const text = stringify([[...columns], ...lines.map(l => columns.map((_, at) => l[at] ?? ''))], {
      bom: true,
      record_delimiter: 'windows',
    })
    return new FileReply(text, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="people-and-registrations.csv"',
    })
  },
})

export const previewPeopleFile = action({
  load: nothingToLoad,
  may: mayAddByFile,
  input: endpoints['POST /centres/:centreId/people-files/preview'],
  read: readTheFile,
  run: async ({ db, read, now }) => previewView(await previewFile(db, read, now)),
})

export const addPeopleByFile = action({
  load: nothingToLoad,
  may: mayAddByFile,
  input: endpoints['POST /centres/:centreId/people-files'],
  read: readTheFile,
  run: async ({ db, actor, now, services, read, query, afterCommit }) => {
    const { plan, faults, sha256, token, facts } = await previewFile(db, read, now)
    // Something was added or ended meanwhile, or it is another file: what was not shown is not written.
    if (token !== query.token) throw new Refusal('people-files/changed-since', { faults: faults.slice(0, 50) })
    const added = await addPeople({ db, actor, now, services }, plan.people)
    const idOf = (email: string) => added.personIds.get(email) ?? (facts.people.get(email)?.personId as string)
    const registered = await registerLearners(
      { db, actor, now },
      plan.registrations.map(({ email, allocations, agreement, ...r }) => ({
        ...r,
        agreement: agreement && {
          ...agreement,
          assessorId: agreement.assessorId && idOf(agreement.assessorId),
        },
        learnerId: idOf(email),
        allocations: Object.fromEntries(
          Object.entries(allocations).map(([place, named]) => [place, named ? idOf(named) : null]),
        ) as Allocations,
      })),
    )
    const counts = { people: plan.people.length, registrations: plan.registrations.length }
    await appendEvents(db, actor, now, [
      { type: 'people-added-by-file', as, body: { ...counts, sha256 } },
      ...added.events,
      ...registered.events,
    ])
    afterCommit(() => void services.mail.deliver())
    return counts
  },
})
