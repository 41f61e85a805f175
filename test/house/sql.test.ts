import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { camel, readBlocks } from '#platform/db/blocks.ts'
import { describe as describeBlock, findQueryFiles, queriesModule } from '#platform/db/generate.ts'
import { ownDatabase } from './own-database.ts'
import { root, sources } from './text/sources.ts'

const own = ownDatabase()
const files = findQueryFiles()
const blocks = files.flatMap(file => Object.values(readBlocks(file)).map(block => ({ file, block })))

it('every block of SQL can be prepared against the migrated schema', async () => {
  const faults: string[] = []
  for (const { block } of blocks) await describeBlock(own.client, block).catch((e: Error) => faults.push(e.message))
  expect(faults).toEqual([])
})

it('every block of SQL is used', () => {
  const code = sources('src/**/*.{ts,tsx}', 'bench/**/*.ts').filter(f => !/queries\.ts$|\.test\.tsx?$/.test(f.path))
  const unused = blocks.filter(({ block }) => {
    const name = new RegExp(`\\b${camel(block.name)}\\b`)
    return !code.some(f => name.test(f.text))
  })
  expect(unused.map(({ block }) => block.id)).toEqual([])
})

it('every block keeps the promise of its verb', () => {
  const verbs = /^(select|lock|take|count|has|list|insert|upsert|update|delete|end|set)_/
  expect(blocks.filter(({ block }) => !verbs.test(block.name)).map(({ block }) => block.id)).toEqual([])
})

it('a type is only given to a column or a parameter that the block has', () => {
  const idle = blocks.flatMap(({ block }) =>
    Object.keys(block.types)
      .filter(name => !block.parameters.includes(name) && !new RegExp(`\\b${name}\\b`).test(block.text))
      .map(name => `${block.id}: ${name}`),
  )
  expect(idle).toEqual([])
})

it('a noun writes to its own tables only', () => {
  const faults = blocks.flatMap(({ block }) => {
    const noun = block.id.split('/')[0] as string
    const written = [
      ...block.text.matchAll(/\b(?:insert into|update|delete from)\s+(?:only\s+)?((?:identity\.)?[a-z_]+)/gi),
    ]
      .map(m => (m[1] as string).toLowerCase())
      .filter(t => t !== 'of' && t !== 'set' && t !== 'skip' && t !== 'nowait')
    return written.filter(t => owner[t] !== undefined && owner[t] !== noun).map(t => `${block.id} writes to ${t}`)
  })
  expect(faults).toEqual([])
})

/** Whose table it is. A portfolio is opened by a registration and numbered by evidence, so it is nobody's alone. */
const owner: Record<string, string> = {
  events: 'audit',
  requests: 'audit',
  centres: 'centres',
  conflicts: 'conflicts',
  competence_evidence: 'competence',
  requirement_confirmations: 'competence',
  cpd_entries: 'competence',
  quality_records: 'quality-records',
  quality_follow_ups: 'quality-records',
  authority_scopes: 'competence',
  staff_awards: 'competence',
  direct_models: 'competence',
  direct_model_conditions: 'competence',
  role_grants: 'people',
  eqa_allotments: 'people',
  qualifications: 'qualifications',
  qualification_dates: 'qualification-dates',
  preconditions: 'preconditions',
  qualification_versions: 'qualifications',
  units: 'qualifications',
  unit_places: 'qualifications',
  outcomes: 'qualifications',
  criteria: 'qualifications',
  specification_imports: 'imports',
  registrations: 'registrations',
  registration_units: 'registrations',
  unit_selections: 'registrations',
  rule_confirmations: 'qualifications',
  allocations: 'registrations',
  registration_moves: 'moves',
  own_methods: 'methods',
  qualification_methods: 'methods',
  occupational_standards: 'occupational-standards',
  occupational_standard_versions: 'occupational-standards',
  unit_standards: 'occupational-standards',
  accreditations: 'accreditations',
  evidence: 'evidence',
  evidence_files: 'evidence',
  files: 'files',
  uploads: 'files',
  stored_bytes: 'files',
  further_documents: 'further-documents',
  decisions: 'decisions',
  decision_criteria: 'decisions',
  criterion_progress: 'progress',
  registration_progress: 'progress',
}

it('queries.ts is what `npm run generate` writes from queries.sql', async () => {
  const stale: string[] = []
  for (const file of files) {
    const written = fileURLToPath(new URL('queries.ts', file))
    const fresh = await queriesModule(file, own.url).catch(() => null)
    if (fresh !== readFileSync(written, 'utf8')) stale.push(path.relative(root, written))
  }
  expect(stale).toEqual([])
}, 60_000)
