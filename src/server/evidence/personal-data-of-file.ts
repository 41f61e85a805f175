import { readFile } from 'node:fs/promises'
import { type PersonalFinding, personalDataIn } from '#domain/evidence/privacy.ts'
import { textOf } from '#importer/extract.ts'

const mostFindings = 500

/** What in the words of a file looks like personal data; null where it holds no words. Runs in a reader process. */
export default async function personalDataOfFile({ path }: { path: string }): Promise<PersonalFinding[] | null> {
  const extracted = await textOf(await readFile(path))
  return 'refusal' in extracted ? null : personalDataIn(extracted.text).slice(0, mostFindings)
}
