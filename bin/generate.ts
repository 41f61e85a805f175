/** `npm run generate`: writes what is made from something else: queries.ts from queries.sql, docs/generated from the code. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findQueryFiles, queriesModule } from '#platform/db/generate.ts'
import { withScratchDatabase } from '#test/house/scratch-database.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

await withScratchDatabase(async ownerUrl => {
  for (const file of findQueryFiles())
    await attempt(fileURLToPath(new URL('queries.ts', file)), () => queriesModule(file, ownerUrl))
  // Only now: the documents are printed from modules that read what was just written.
  mkdirSync(`${root}docs/generated`, { recursive: true })
  const { documents } = await import('./documents/all.ts')
  for (const [name, make] of Object.entries(documents))
    await attempt(`${root}docs/generated/${name}`, () => make(ownerUrl))
}).catch(complain)

/** One that cannot be written yet must not keep the others from being written. */
async function attempt(file: string, make: () => Promise<string> | string): Promise<void> {
  try {
    write(file, await make())
  } catch (error) {
    complain(error as Error, file)
  }
}

function complain(error: Error, file = ''): void {
  console.error(`${file.slice(root.length)} could not be written: ${error.message}`)
  process.exitCode = 1
}

function write(file: string, text: string): void {
  if (readOr(file) === text) return
  writeFileSync(file, text)
  console.log(`written ${file.slice(root.length)}`)
}

function readOr(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
