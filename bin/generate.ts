/** `npm run generate`: writes what is made from something else: queries.ts from queries.sql, docs/generated from the tables in the code. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { findQueryFiles, queriesModule } from '#platform/db/generate.ts'
import { withScratchDatabase } from '#test/house/scratch-database.ts'

const changed = await withScratchDatabase(async ownerUrl => {
  const written: string[] = []
  for (const file of findQueryFiles()) {
    const target = new URL('queries.ts', file)
    const text = await queriesModule(file, ownerUrl)
    const before = (() => {
      try {
        return readFileSync(target, 'utf8')
      } catch {
        return ''
      }
    })()
    if (before === text) continue
    writeFileSync(target, text)
    written.push(target.pathname)
  }
  return written
})
if (changed.length > 0) execFileSync('biome', ['format', '--write', ...changed], { stdio: 'ignore' })
for (const file of changed) console.log(`written ${file}`)
