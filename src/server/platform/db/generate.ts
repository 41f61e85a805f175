import { execFileSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { type Block, camel, readBlocks } from './blocks.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

export const findQueryFiles = (): URL[] =>
  globSync('src/server/**/queries.sql', { cwd: root })
    .sort()
    .map(f => pathToFileURL(root + f))

/** The text of `queries.ts` for a `queries.sql`: one typed function a block, types read off the migrated schema. */
export async function queriesModule(file: URL, databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const enums = await enumTypes(client)
    const blocks = Object.values(readBlocks(file))
    const parts: string[] = []
    const used = new Set<string>()
    for (const block of blocks) parts.push(functionFor(block, await describe(client, block), enums, used))
    return formatted(`// Written by \`npm run generate\` from queries.sql. Do not edit.
import { readBlocks } from '#platform/db/blocks.ts'
import { ${[...used].sort().join(', ')} } from '#platform/db/query.ts'

const sql = readBlocks(new URL('queries.sql', import.meta.url))

${parts.join('\n')}`)
  } finally {
    await client.end()
  }
}

/** Formatted here, so that the check of freshness compares like with like. */
function formatted(text: string): string {
  return execFileSync(
    fileURLToPath(new URL('node_modules/.bin/biome', pathToFileURL(root))),
    ['format', '--stdin-file-path=src/queries.ts'],
    { cwd: root, input: text, encoding: 'utf8' },
  )
}

type Described = { parameters: number[]; columns: { name: string; type: number; nullable: boolean }[] }
type Enums = Map<number, string>

/** Asks PostgreSQL what a statement takes and answers, without running it. */
export async function describe(client: pg.Client, block: Block): Promise<Described> {
  await client.query(`prepare described as ${block.text}`)
  try {
    const { rows } = await client.query<{ types: string[] }>(
      `select array(select t::oid::text from unnest(parameter_types) t)::text[] as types from pg_prepared_statements where name = 'described'`,
    )
    const parameters = (rows[0]?.types ?? []).map(Number)
    const fields = await rowDescription(client, block.text)
    const tables = [...new Set(fields.map(f => f.tableID).filter(Boolean))]
    const attributes = await client.query<{ key: string }>(
      `select attrelid::text || '.' || attnum as key from pg_attribute where attrelid = any($1::oid[]) and attnotnull`,
      [tables],
    )
    const required = new Set(attributes.rows.map(r => r.key))
    const columns = fields.map(f => ({
      name: f.name,
      type: f.dataTypeID,
      nullable: f.name.endsWith('?') || !(f.name.endsWith('!') || required.has(`${f.tableID}.${f.columnID}`)),
    }))
    return { parameters, columns }
  } catch (error) {
    throw new Error(`${block.id}: ${(error as Error).message}`, { cause: error })
  } finally {
    await client.query('deallocate described').catch(() => {})
  }
}

type Field = { name: string; tableID: number; columnID: number; dataTypeID: number }

/** pg has no public "describe": parse and describe are sent by hand, and nothing is executed. */
function rowDescription(client: pg.Client, text: string): Promise<Field[]> {
  return new Promise((resolve, reject) => {
    let fields: Field[] = []
    let failure: Error | null = null
    client.query({
      submit(connection: { parse: (q: object) => void; describe: (q: object) => void; sync: () => void }) {
        connection.parse({ text, name: '', types: [] })
        connection.describe({ type: 'S', name: '' })
        connection.sync()
        return null
      },
      handleRowDescription(message: { fields: Field[] }) {
        fields = message.fields
      },
      handleError(error: Error) {
        failure = error
      },
      handleReadyForQuery() {
        if (failure) reject(failure)
        else resolve(fields)
      },
      handleDataRow() {},
      handlePortalSuspended() {},
      handleCommandComplete() {},
      handleEmptyQuery() {},
    } as never)
  })
}

async function enumTypes(client: pg.Client): Promise<Enums> {
  const { rows } = await client.query<{ oid: number; array: number; labels: string[] }>(
    `select t.oid::int as oid, t.typarray::int as array, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
       from pg_type t join pg_enum e on e.enumtypid = t.oid group by t.oid, t.typarray`,
  )
  const enums: Enums = new Map()
  for (const r of rows) {
    const union = r.labels.map(l => `'${l}'`).join(' | ')
    enums.set(r.oid, union)
    enums.set(r.array, `(${union})[]`)
  }
  return enums
}

const scalar: Record<number, string> = {
  16: 'boolean',
  20: 'number',
  21: 'number',
  23: 'number',
  26: 'number',
  700: 'number',
  701: 'number',
  1700: 'string',
  25: 'string',
  1042: 'string',
  1043: 'string',
  19: 'string',
  2950: 'string',
  1082: 'string',
  1184: 'string',
  705: 'string',
  114: 'unknown',
  3802: 'unknown',
  17: 'Buffer',
  2278: 'null',
  1000: 'boolean[]',
  1007: 'number[]',
  1016: 'number[]',
  1009: 'string[]',
  1015: 'string[]',
  2951: 'string[]',
  1182: 'string[]',
  1185: 'string[]',
}
const json = new Set([114, 3802])

function functionFor(block: Block, described: Described, enums: Enums, used: Set<string>): string {
  const typeOf = (name: string, oid: number) =>
    block.types[name.replace(/[!?]$/, '')] ?? enums.get(oid) ?? scalar[oid] ?? 'string'
  const parameters = block.parameters.map((p, i) => {
    const oid = described.parameters[i] ?? 25
    return `${camel(p)}: ${typeOf(p, oid)}${json.has(oid) ? '' : ' | null'}`
  })
  const fields = described.columns.map(c => `${camel(c.name)}: ${typeOf(c.name, c.type)}${c.nullable ? ' | null' : ''}`)
  const jsons = block.parameters.filter((_, i) => json.has(described.parameters[i] ?? 0))
  const name = camel(block.name)
  const row = `${name.charAt(0).toUpperCase()}${name.slice(1)}Row`
  const kind = kindOf(block, described.columns.length > 0)
  used.add(kind)
  const given = parameters.length > 0 ? `{ ${parameters.join('; ')} }` : 'Record<string, never>'
  const extra = jsons.length > 0 ? `, [${jsons.map(j => `'${j}'`).join(', ')}]` : ''
  const doc = block.doc.length > 0 ? `/** ${block.doc.join(' ')} */\n` : ''
  if (kind === 'write') return `${doc}export const ${name} = write<${given}>(sql.${block.name}${extra})\n`
  return `export type ${row} = { ${fields.join('; ')} }\n${doc}export const ${name} = ${kind}<${given}, ${row}>(sql.${block.name}${extra})\n`
}

/** The verb is a promise: `select` and `lock` find or 404, `select_optional` may find nothing, `list` finds many. */
function kindOf(block: Block, answers: boolean): 'one' | 'optional' | 'many' | 'write' {
  if (block.name.startsWith('select_optional_') || block.name.startsWith('lock_optional_')) return 'optional'
  if (/^(select|lock|take|has|count)_/.test(block.name)) return 'one'
  if (block.name.startsWith('list_')) return 'many'
  if (!answers) return 'write'
  if (/^(insert|upsert|update)_(?!all_)/.test(block.name)) return 'one'
  return 'many'
}
