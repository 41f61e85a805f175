import { mkdir } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { launch, wide, windowFor } from '#test/browser.ts'
import type { SignedIn, TestServer } from '#test/server.ts'

/** Somebody signed in, somebody of the sample centre by their e-mail address, or nobody. */
type Who = SignedIn | string | null

/** One browser for the journeys of a file, and its windows. With PICTURES=folder, what stood when a journey failed is kept. */
export function windowsOn(server: TestServer) {
  let browser: Browser
  const opened: Page[] = []
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())
  afterEach(async ({ task }) => {
    const windows = opened.splice(0).filter(page => !page.isClosed())
    if (task.result?.state === 'fail') for (const [i, page] of windows.entries()) await picture(page, `failed-${i}`)
  })

  async function tokenOf(who: Who): Promise<string | null> {
    if (who === null) return null
    if (typeof who !== 'string') return decodeURIComponent(who.cookie.split('=')[1] ?? '').split('.')[0] ?? null
    const { rows } = await server.services.ownerPool.query('select id from identity.people where email = $1', [who])
    return await tokenOf(await server.signIn(rows[0].id))
  }
  async function windowOf(who: Who, size = wide): Promise<Page> {
    const page = await windowFor(browser, server.address, await tokenOf(who), size)
    opened.push(page)
    return page
  }
  return {
    windowOf,
    /** A window in which they have come home. */
    homeOf: async (who: Who, size = wide): Promise<Page> => {
      const page = await windowOf(who, size)
      await page.goto('/')
      await page.getByRole('heading', { level: 1, name: /Hello/ }).waitFor()
      return page
    },
  }
}

/** With PICTURES=folder, what was seen is kept. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
