import { evidenceContract as endpoints } from '#contract/evidence.ts'
import { type PersonalFinding, personalDataIn } from '#domain/evidence/privacy.ts'
import { wordsOf } from '#domain/evidence/records.ts'
import type { Db } from '#platform/db/query.ts'
import type { FileStore } from '#platform/files/store.ts'
import { action } from '#platform/http/action.ts'
import { anyoneSignedIn } from '#policy/verdict.ts'
import { updatePersonalData } from '#server/files/queries.ts'
import { hasWords, textOfFile } from '#server/files/reading-text.ts'
import { type ListReadableFilesRow, listReadableFiles, listVersions, selectEvidence } from './queries.ts'

type Where = 'title' | 'description' | 'statement' | 'record' | 'file'

/** Warns before anything is submitted; what is found in a file is kept with it, so that it is read once. */
export const checkPrivacy = action({
  load: ({ db, actor, params }) => selectEvidence(db, { actor: actor.personId, evidenceId: params.evidenceId }),
  may: anyoneSignedIn,
  input: endpoints['GET /centres/:centreId/evidence/:evidenceId/privacy-check'],
  run: async ({ db, loaded, services }) => {
    const [newest] = await listVersions(db, { evidenceId: loaded.id })
    if (!newest) return { findings: [], unread: [] }
    const written = {
      title: newest.title,
      description: newest.description,
      statement: newest.statementText ?? '',
      record: wordsOf(newest.record).join('\n'),
    }
    const findings: (PersonalFinding & { where: Where; name: string | null })[] = []
    for (const [where, text] of Object.entries(written))
      for (const found of personalDataIn(text)) findings.push({ where: where as Where, name: null, ...found })
    const unread: string[] = []
    for (const file of await listReadableFiles(db, { evidenceId: loaded.id, version: newest.version })) {
      const found = await foundIn(db, services.files, file)
      if (found) for (const one of found) findings.push({ where: 'file', name: file.name, ...one })
      else unread.push(file.name)
    }
    return { findings, unread }
  },
})

/** Null where the file's words cannot be read: a picture, a recording, a scan. */
async function foundIn(db: Db, files: FileStore, file: ListReadableFilesRow): Promise<PersonalFinding[] | null> {
  if (file.personalData) return file.personalData
  if (!hasWords(file.mediaType, file.size)) return null
  const text = await textOfFile(files.pathOf(file.sha256))
  if (text === null) return null
  const found = personalDataIn(text)
  await updatePersonalData(db, { sha256: file.sha256, personalData: found })
  return found
}
