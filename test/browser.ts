import { createHmac } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import carried from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { testSecret } from './secret.ts'

/** The Chromium that comes with an npm package, with a camera and a microphone that need nobody's leave. */
const chromiumOptions = async () => ({
  executablePath: await carried.executablePath(),
  headless: true,
  args: [
    // Its own list is made for a function in the cloud; what it says about processes and graphics we take, the rest we leave.
    ...[
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    ...[
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--hide-scrollbars',
    ],
  ],
})

export const launch = async (): Promise<Browser> => await chromium.launch(await chromiumOptions())

const windowOptions = (address: string, size: { width: number; height: number }) => ({
  baseURL: address,
  viewport: size,
  hasTouch: size.width < 500,
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce' as const,
})

export const wide = { width: 1280, height: 860 }
export const phone = { width: 360, height: 740 }

/** A window in which somebody is signed in already, by a session made for the occasion. */
export async function windowFor(
  browser: Browser,
  address: string,
  token: string | null,
  size: { width: number; height: number } = wide,
): Promise<Page> {
  const context = await browser.newContext({
    ...windowOptions(address, size),
    // Each of these windows is new: none needs the client kept for a time without a connection.
    serviceWorkers: 'block',
  })
  if (token) await context.addCookies([sessionCookie(address, token)])
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return page
}

/** A browser that keeps its profile in this folder: closed and opened again, it is the same device. */
export async function deviceIn(folder: string, address: string, size = phone): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, {
    ...(await chromiumOptions()),
    ...windowOptions(address, size),
    acceptDownloads: true,
  })
  context.setDefaultTimeout(10_000)
  return context
}

/** A cookie as the sign-in sets it; it lasts until the session ends. */
export function sessionCookie(address: string, token: string) {
  const signature = createHmac('sha256', testSecret).update(token).digest('base64')
  return {
    name: 'countersign.session_token',
    value: encodeURIComponent(`${token}.${signature}`),
    url: address,
    httpOnly: true,
    sameSite: 'Lax' as const,
    expires: Math.floor(Date.now() / 1000) + 24 * 60 * 60,
  }
}

/** As tall as its page, so that a control half under the fixed bar of a phone is not measured where nobody would press it. */
export async function asTallAsThePage(page: Page): Promise<void> {
  const { width = wide.width, height = 0 } = page.viewportSize() ?? {}
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  if (whole + 200 > height) await page.setViewportSize({ width, height: whole + 200 })
}

/** What axe finds against WCAG 2.2 AA, as one line each; an empty list is what we want. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .options({ resultTypes: ['violations'] })
    // Within the page: the other mode opens a blank page each time, for the sake of frames from elsewhere, and we have none.
    .setLegacyMode()
    .analyze()
  return violations.map(
    v =>
      `${v.id} (${v.impact}): ${v.nodes
        .slice(0, 3)
        .map(n => n.target.join(' '))
        .join(' | ')}`,
  )
}

/** Waits until nothing is being fetched and nothing is said to be loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page
    .locator('[aria-busy="true"]')
    .first()
    .waitFor({ state: 'detached', timeout: 10_000 })
    .catch(() => {})
}
