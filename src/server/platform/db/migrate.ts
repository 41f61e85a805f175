import { createHash, createHmac } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'

const root = new URL('../../../../', import.meta.url)

export type Migrated = { applied: string[]; appUrl: string; authUrl: string }

/**
 * Brings the schema up to date as its owner and answers the addresses of the two roles that work on it and own nothing:
 * the application's (row-level security applies) and the sign-in library's (sees only schema `identity`).
 */
export async function migrate(ownerUrl: string, secret: string, rolePrefix = databaseOf(ownerUrl)): Promise<Migrated> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Two web processes may start at once: the second waits here and finds nothing to do.
    await client.query(`select pg_advisory_lock(hashtext('countersign-migrate'))`)
    const applied = await applyNew(client)
    await client.query(await readFile(new URL('src/policy/visibility.sql', root), 'utf8'))
    await client.query(await readFile(new URL('src/policy/grants.sql', root), 'utf8'))
    const app = await ensureRole(client, `${rolePrefix}_app`, secret)
    const auth = await ensureRole(client, `${rolePrefix}_auth`, secret)
    await grant(client, app.name, auth.name)
    return { applied, appUrl: withLogin(ownerUrl, app), authUrl: withLogin(ownerUrl, auth) }
  } finally {
    await client.end()
  }
}

async function applyNew(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists public.migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from public.migrations')
  const known = new Map(rows.map(r => [r.name, r.sha256]))
  const dir = new URL('db/migrations/', root)
  const applied: string[] = []
  for (const name of (await readdir(dir)).filter(n => n.endsWith('.sql')).sort()) {
    const text = await readFile(new URL(name, dir), 'utf8')
    const sha256 = createHash('sha256').update(text).digest('hex')
    if (known.has(name)) {
      if (known.get(name) !== sha256)
        throw new Error(`Migration ${name} was changed after it had been applied. Write a new one instead.`)
      continue
    }
    await client.query('begin')
    try {
      await client.query(text)
      await client.query('insert into public.migrations (name, sha256) values ($1, $2)', [name, sha256])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
    }
    applied.push(name)
  }
  return applied
}

type Login = { name: string; password: string }

async function ensureRole(client: pg.Client, name: string, secret: string): Promise<Login> {
  const password = createHmac('sha256', secret).update(`database role ${name}`).digest('base64url')
  const sign = createHash('sha256').update(password).digest('hex')
  const { rows } = await client.query<{ sign: string | null }>(
    `select shobj_description(oid, 'pg_authid') as sign from pg_roles where rolname = $1`,
    [name],
  )
  // Roles belong to the whole server: where the password already is ours, others may be using it and nothing is touched.
  if (rows[0]?.sign !== sign) {
    const role = client.escapeIdentifier(name)
    await client.query(
      `${rows[0] ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(password)}`,
    )
    await client.query(`comment on role ${role} is ${client.escapeLiteral(sign)}`)
  }
  return { name, password }
}

async function grant(client: pg.Client, app: string, auth: string): Promise<void> {
  const [a, u] = [client.escapeIdentifier(app), client.escapeIdentifier(auth)]
  await client.query(`
    grant usage on schema public, identity to ${a};
    select grant_rights(${client.escapeLiteral(app)});
    grant usage on all sequences in schema public to ${a};
    grant usage on schema identity to ${u};
    grant select, insert, update, delete on all tables in schema identity to ${u};
    revoke all on all functions in schema identity from public;
    grant execute on all functions in schema identity to ${a};
    drop policy if exists sign_in on identity.people;
    create policy sign_in on identity.people to ${u} using (true) with check (true);
  `)
}

function withLogin(url: string, login: Login): string {
  const u = new URL(url)
  u.username = login.name
  u.password = login.password
  return u.toString()
}

const databaseOf = (url: string) => new URL(url).pathname.slice(1)
