import { evidenceContract as endpoints } from '#contract/evidence.ts'
import { type PersonalFinding, personalDataIn } from '#domain/evidence/privacy.ts'
import { wordsOf } from '#domain/evidence/records.ts'
import { action } from '#platform/http/action.ts'
import type { NotRead, Owner } from '#platform/reading/reader.ts'
import type { Services } from '#platform/services.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { updatePersonalData } from '#server/files/queries.ts'
import { type ListReadableFilesRow, listReadableFiles, listVersions, selectEvidence } from './queries.ts'

type Where = 'title' | 'description' | 'statement' | 'record' | 'file'
type Finding = PersonalFinding & { where: Where; name: string | null }

/** What came of one file: findings, or why there are none. `waiting` is tried again, the others never. */
type FileLooked = { personalData: PersonalFinding[] } | { notRead: NotRead | 'no-words' } | 'waiting'
type Looked = ListReadableFilesRow & { looked: FileLooked; isNew: boolean }

/** Warns before anything is submitted; what is found in a file is kept with it, so that it is read once. */
export const checkPrivacy = action({
  load: async ({ db, actor, params }) => {
    const evidence = await selectEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId })
    const [newest] = await listVersions(db, { evidenceId: evidence.id })
    const { id: evidenceId } = evidence
    return { newest, files: newest ? await listReadableFiles(db, { evidenceId, version: newest.version }) : [] }
  },
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/privacy-check'],
  read: async ({ loaded, services, actor, params: { centreId } }) => {
    const looked: Looked[] = []
    for (const file of loaded.files)
      looked.push(await lookThrough(services, file, { centreId, personId: actor.personId }))
    return looked
  },
  run: async ({ db, loaded: { newest }, read: files }) => {
    if (!newest) return { findings: [], unread: [], waiting: [] }
    const written = {
      title: newest.title,
      description: newest.description,
      statement: newest.statementText ?? '',
      record: wordsOf(newest.record).join('\n'),
    }
    const findings: Finding[] = Object.entries(written).flatMap(([where, text]) =>
      personalDataIn(text).map(found => ({ where: where as Where, name: null, ...found })),
    )
    const [unread, waiting]: [string[], string[]] = [[], []]
    for (const { name, sha256, looked, isNew } of files) {
      if (looked === 'waiting') waiting.push(name)
      else if ('notRead' in looked) unread.push(name)
      else findings.push(...looked.personalData.map(found => ({ where: 'file' as const, name, ...found })))
      if (looked === 'waiting' || !isNew) continue
      const kept = 'notRead' in looked ? { personalData: null, ...looked } : { ...looked, notRead: null }
      await updatePersonalData(db, { sha256, ...kept })
    }
    return { findings, unread, waiting }
  },
})

const largest = 20_000_000
const holdsWords = /^text\/|^application\/pdf$|wordprocessingml|^message\/rfc822$/

async function lookThrough({ reader, files }: Services, file: ListReadableFilesRow, owner: Owner): Promise<Looked> {
  const { sha256, size, mediaType, personalData, notRead } = file
  if (personalData) return { ...file, looked: { personalData }, isNew: false }
  if (notRead) return { ...file, looked: { notRead: notRead as NotRead }, isNew: false }
  if (!holdsWords.test(mediaType) || size > largest) return { ...file, looked: { notRead: 'no-words' }, isNew: false }
  const module = new URL('./personal-data-of-file.ts', import.meta.url)
  const work = { module, input: { path: files.pathOf(sha256) }, owner, key: sha256 }
  const reading = await reader.read<PersonalFinding[] | null>('words', work)
  if (reading === 'busy') return { ...file, looked: 'waiting', isNew: false }
  if ('notRead' in reading) return { ...file, looked: reading, isNew: true }
  return { ...file, looked: reading.read ? { personalData: reading.read } : { notRead: 'no-words' }, isNew: true }
}
