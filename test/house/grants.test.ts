import { beforeAll, expect, it } from 'vitest'
import { type Block, readBlocks } from '#platform/db/blocks.ts'
import { findQueryFiles } from '#platform/db/generate.ts'
import { ownDatabase } from './own-database.ts'

const own = ownDatabase()
const app = 'tests_app'
const blocks = findQueryFiles().flatMap(file => Object.values(readBlocks(file)))
const rows = async (text: string, ...values: unknown[]) => (await own.client.query(text, values)).rows

// Written by a trigger that runs with the application's rights, count_stored_bytes, and by no block.
const byTrigger = ['stored_bytes.bytes', 'stored_bytes.files']

/** A table's updatable columns, each needed by a block that fails without it; and tables locked and never updated. */
let needed: { updates: string[]; locks: string[]; deletes: string[] }
let granted: { updates: string[]; deletes: string[] }

beforeAll(async () => {
  granted = {
    updates: (
      await rows(
        `select table_schema, table_name || '.' || column_name as name, table_name as t from information_schema.column_privileges where grantee = $1 and privilege_type = 'UPDATE' order by 2`,
        app,
      )
    ).map(r => (r.table_schema === 'public' ? r.name : `${r.table_schema}.${r.name}`)),
    deletes: (
      await rows(
        `select table_schema || '.' || table_name as name from information_schema.table_privileges where grantee = $1 and privilege_type in ('DELETE', 'TRUNCATE') order by 1`,
        app,
      )
    ).map(r => r.name.replace(/^public\./, '')),
  }
  needed = await neededRights()
}, 120_000)

/** PostgreSQL checks a statement's rights when it explains it: takes away one at a time and sees whether it still may. */
async function neededRights() {
  const columns = new Map<string, string[]>()
  for (const { t, c } of await rows(
    `select table_name as t, column_name as c from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' order by 1, 2`,
  ))
    columns.set(t, [...(columns.get(t) ?? []), c])
  const updates = new Set<string>()
  const locks = new Set<string>()
  const deletes = new Set<string>()
  const { client } = own
  await client.query('begin')
  await client.query(`grant update, delete on all tables in schema public to ${app}`)
  for (const block of blocks) {
    for (const table of tablesIn(block, columns)) {
      await client.query('savepoint each')
      await client.query(`revoke update on ${table} from ${app}`)
      if (!(await may(block))) {
        const all = columns.get(table) ?? []
        const wanted: string[] = []
        for (const column of all) {
          await client.query('savepoint without')
          await client.query(`grant update (${all.filter(c => c !== column).join(', ')}) on ${table} to ${app}`)
          if (!(await may(block))) wanted.push(`${table}.${column}`)
          await client.query('rollback to without')
        }
        if (wanted.length === 0) locks.add(table)
        for (const one of wanted) updates.add(one)
      }
      await client.query('rollback to each')
      await client.query(`revoke delete on ${table} from ${app}`)
      if (!(await may(block))) deletes.add(table)
      await client.query('rollback to each')
    }
  }
  await client.query('rollback')
  return { updates: [...updates].sort(), locks: [...locks].sort(), deletes: [...deletes].sort() }
}

/** The tables that a block names, where it changes or locks any. */
function tablesIn({ text }: Block, columns: Map<string, string[]>): string[] {
  if (!/\b(update|delete|share)\b/i.test(text)) return []
  return [...new Set(text.match(/[a-z_]+/g))].filter(word => columns.has(word))
}

async function may(block: Block): Promise<boolean> {
  await own.client.query('savepoint asked')
  try {
    await own.client.query(`set local role ${app}`)
    await own.client.query(`explain (generic_plan) ${block.text}`)
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw new Error(block.id, { cause: error })
    return false
  } finally {
    await own.client.query('rollback to asked')
  }
}

it('the application may change each column that a statement changes, and no other: see src/policy/grants.sql', () => {
  const changed = [...needed.updates, ...byTrigger]
  const updated = new Set(needed.updates.map(tableOf))
  // A row is locked with the right to change any column. The centre is one that row-level security keeps as it is.
  const locked = needed.locks.filter(t => !updated.has(t)).map(t => `${t}.centre_id`)
  expect({
    missing: [...changed, ...locked].filter(c => !granted.updates.includes(c)),
    tooMany: granted.updates.filter(c => !changed.includes(c) && !locked.includes(c)),
  }).toEqual({ missing: [], tooMany: [] })
})

it('the application may delete from a table where a statement does, and from no other', () => {
  expect(granted.deletes).toEqual(needed.deletes)
})

it('of the schema of identity the application reads ids and names of people, and nothing else', async () => {
  const direct = await rows(
    `select table_name || '.' || column_name as name, privilege_type as right from information_schema.column_privileges
      where grantee = $1 and table_schema = 'identity' order by 1, 2`,
    app,
  )
  expect(direct).toEqual([
    { name: 'people.id', right: 'SELECT' },
    { name: 'people.name', right: 'SELECT' },
  ])
})

it('each statement may be run with the rights that the application has', async () => {
  const refused: string[] = []
  await own.client.query('begin')
  for (const block of blocks) if (!(await may(block))) refused.push(block.id)
  await own.client.query('rollback')
  expect(refused).toEqual([])
})

const tableOf = (column: string) => column.slice(0, column.indexOf('.'))
