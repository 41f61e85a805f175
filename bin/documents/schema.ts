import pg from 'pg'

type Column = {
  schema: string
  table: string
  column: string
  type: string
  required: boolean
  key: boolean
  refers: string | null
}

/** docs/generated/schema.md: the tables of the migrated database, as PostgreSQL itself describes them. */
export async function schemaDocument(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Column>(question)
    const tables = Map.groupBy(rows, r => (r.schema === 'public' ? r.table : `${r.schema}.${r.table}`))
    return `# Schema\n\nThe tables after every migration, as the database describes itself. **Bold** columns are the key. Every table that carries a centre\nlets a transaction see the centre it entered, no other. Times are \`timestamptz\`.\n\n${[...tables].map(section).join('\n')}`
  } finally {
    await client.end()
  }
}

function section([table, columns]: [string, Column[]]): string {
  const line = (c: Column) =>
    `| ${c.key ? `**${c.column}**` : c.column} | ${c.type} | ${c.required ? '' : 'may be empty'} | ${c.refers ?? ''} |`
  return `## ${table}\n\n| column | type | | refers to |\n|---|---|---|---|\n${columns.map(line).join('\n')}\n`
}

const question = `
  select n.nspname as schema, c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
         a.attnotnull as required, coalesce(a.attnum = any(k.conkey), false) as key,
         (select string_agg(distinct f.confrelid::regclass::text, ', ') from pg_constraint f
           where f.conrelid = c.oid and f.contype = 'f' and a.attnum = f.conkey[array_upper(f.conkey, 1)]) as refers
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
   where c.relkind in ('r', 'p', 'v') and n.nspname in ('public', 'identity') and c.relname <> 'migrations'
   order by n.nspname desc, c.relname, a.attnum`
