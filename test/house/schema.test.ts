import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ownDatabase } from './own-database.ts'
import { root } from './text/sources.ts'

const own = ownDatabase()
const names = async (question: string): Promise<string[]> => (await own.client.query(question)).rows.map(r => r.name)

const withCentre = `
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'centre_id' and not a.attisdropped
  where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`

it('every table that carries a centre has row-level security and a policy', async () => {
  const open = await names(`select c.relname as name ${withCentre}
    and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid)) order by 1`)
  expect(open).toEqual([])
})

it('the centre leads the key of every table that carries one; a letter may belong to a person alone', async () => {
  const astray = await names(`select c.relname as name ${withCentre}
    and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.conkey[1] = a.attnum
                       -- A unique key where there is no primary one, because a part of it may be empty.
                       and (k.contype = 'p' or k.contype = 'u' and not exists (select 1 from pg_constraint p where p.conrelid = c.oid and p.contype = 'p'))) order by 1`)
  expect(astray.filter(t => t !== 'letters')).toEqual([])
})

it('a key from one centre’s table to another’s leads with the centre, so that no row can point into another centre', async () => {
  const crossing = await names(`
    select k.conname as name from pg_constraint k
      join pg_attribute t on t.attrelid = k.confrelid and t.attname = 'centre_id'
      join pg_attribute f on f.attrelid = k.conrelid and f.attname = 'centre_id'
     where k.contype = 'f' and k.conkey[1] <> f.attnum order by 1`)
  expect(crossing).toEqual([])
})

it('the application and the sign-in own nothing and are not above the rules', async () => {
  const { rows } = await own.client.query(`
    select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreatedb, r.rolcreaterole,
           (select count(*)::int from pg_class c where c.relowner = r.oid) + (select count(*)::int from pg_proc p where p.proowner = r.oid) as owns
      from pg_roles r where r.rolname in ('tests_app', 'tests_auth') order by 1`)
  const modest = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owns: 0 }
  expect(rows).toEqual([
    { rolname: 'tests_app', ...modest },
    { rolname: 'tests_auth', ...modest },
  ])
})

it('the ledger can be added to and read, and never changed', async () => {
  const { rows } = await own.client.query(`
    select has_table_privilege('tests_app', 'events', 'insert') as add, has_table_privilege('tests_app', 'events', 'select') as read,
           has_table_privilege('tests_app', 'events', 'update') as change, has_table_privilege('tests_app', 'events', 'delete') as remove`)
  expect(rows[0]).toEqual({ add: true, read: true, change: false, remove: false })
})

it('of a decision nothing can be changed but which later one supersedes its judgements, and of entries nothing at all', async () => {
  const changed = await names(`select table_name || '.' || column_name as name from information_schema.column_privileges
    where grantee = 'tests_app' and privilege_type = 'UPDATE' and table_name in ('decisions', 'decision_criteria', 'requests', 'entries') order by 1`)
  expect(changed).toEqual(['decision_criteria.superseded_by'])
  const removed = await names(`select table_name as name from information_schema.table_privileges
    where grantee = 'tests_app' and privilege_type in ('DELETE', 'TRUNCATE') and table_name in ('events', 'decisions', 'decision_criteria', 'requests', 'entries')`)
  expect(removed).toEqual([])
})

it('a function that runs as its owner says where it looks, so that nobody can put another table in its way', async () => {
  const loose = await names(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname in ('public', 'identity')
      and not exists (select 1 from unnest(coalesce(p.proconfig, '{}')) s where s like 'search_path=%') order by 1`)
  expect(loose).toEqual([])
})

it('migrations have four figures and a name, and no figure stands twice', () => {
  const files = readdirSync(path.join(root, 'db/migrations')).sort()
  expect(files.filter(f => !/^\d{4}_[a-z0-9_]+\.sql$/.test(f))).toEqual([])
  const figures = files.map(f => f.slice(0, 4))
  expect(figures.filter((n, i) => figures.indexOf(n) !== i)).toEqual([])
})
