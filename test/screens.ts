/** `npm run screens [-- name …]`: pictures of every screen with the sample centre's people, at 1280 and 360 px, in docs/screens; says what axe finds. */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readConfig } from '#platform/config.ts'
import { ensureDatabase } from '#platform/db/server.ts'
import { makeApp } from '#server/app.ts'
import { makeServices } from '#server/main.ts'
import { loadSampleCentre } from '#server/sample-centre/load.ts'
import { asTallAsThePage, launch, phone, settled, violationsOn, wide, windowFor } from './browser.ts'
import { testServer } from './house/scratch-database.ts'
import { screens } from './screen-list.ts'
import { testSecret } from './secret.ts'

const wanted = process.argv.slice(2)
const folder = fileURLToPath(new URL('../docs/screens/', import.meta.url))
await mkdir(folder, { recursive: true })

const database = await testServer()
const name = `screens_${process.pid}`
const ownerUrl = await ensureDatabase(database.url, name)
const dataDir = await mkdtemp(path.join(os.tmpdir(), 'countersign-screens-'))
const config = { ...readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error', SECRET: testSecret }), databaseUrl: ownerUrl }
const { services, close } = await makeServices(config, ownerUrl, 'tests')
const app = await makeApp(services)
const address = await app.listen({ host: '127.0.0.1', port: 0 })
config.baseUrl = address
const browser = await launch()
let found = 0
try {
  const empty = screens.filter(s => s.as === 'empty' && (wanted.length === 0 || wanted.includes(s.name)))
  for (const screen of empty) await picture(screen, null)
  await loadSampleCentre(services)
  for (const screen of screens) {
    if (screen.as === 'empty' || (wanted.length > 0 && !wanted.includes(screen.name))) continue
    await picture(screen, screen.as ? await tokenFor(screen.as) : null)
  }
  console.log(found === 0 ? 'No axe violations.' : `${found} axe violations.`)
} finally {
  await browser.close()
  await app.close()
  await close()
  await rm(dataDir, { recursive: true, force: true })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`drop database if exists "${name}" with (force)`)
  await client.end()
  await database.stop()
}

async function picture(screen: (typeof screens)[number], token: string | null): Promise<void> {
  for (const size of [wide, phone]) {
    const page = await windowFor(browser, address, token, size)
    const complaints: string[] = []
    page.on('pageerror', e => complaints.push(e.message))
    page.on('console', m => m.type() === 'error' && complaints.push(m.text()))
    try {
      await page.goto(await screen.path(services.ownerPool))
      await settled(page)
      await screen.then?.(page)
      await settled(page)
      await page.screenshot({
        path: path.join(folder, `${screen.name}-${size.width}.png`),
        fullPage: size === wide ? false : (screen.whole ?? false),
      })
      await asTallAsThePage(page)
      complaints.push(...(await violationsOn(page)))
    } catch (error) {
      complaints.push((error as Error).message.split('\n')[0] ?? '')
    }
    found += complaints.length
    console.log(`${screen.name} ${size.width}${complaints.map(c => `\n    ${c}`).join('')}`)
    await page.context().close()
  }
}

async function tokenFor(email: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await services.ownerPool.query(
    `insert into identity.sessions (person_id, token, expires_at, user_agent) select id, $2, now() + interval '1 day', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/153.0' from identity.people where email = $1`,
    [email, token],
  )
  return token
}
