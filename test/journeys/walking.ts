import { beforeAll, expect, it } from 'vitest'
import { loadSampleCentre } from '#server/sample-centre/load.ts'
import { asTallAsThePage, settled, violationsOn } from '#test/browser.ts'
import { screens } from '#test/screen-list.ts'
import { testServer } from '#test/server.ts'
import { windowsOn } from './windows.ts'

/** Walks every page as every role of the sample centre, in windows of this width. */
export function walkEveryPage(width: number): void {
  const server = testServer()
  const { windowOf } = windowsOn(server)
  beforeAll(() => loadSampleCentre(server.services))
  const size = { width, height: 3000 }

  it(`no page of any role, ${width} pixels wide, has anything against WCAG 2.2 AA that axe can find, scrolls sideways or leaves an error in its console`, {
    timeout: 240_000,
  }, async () => {
    const found: string[] = []
    const people = Map.groupBy(
      screens.filter(s => s.as !== 'empty'),
      s => s.as,
    )
    for (const [as, pages] of people) {
      const left = [...pages]
      const walk = async (): Promise<void> => {
        const page = await windowOf(as, size)
        let at = ''
        page.on('pageerror', e => found.push(`${at}: ${e.message}`))
        page.on('console', m => m.type() === 'error' && found.push(`${at}: ${m.text()}`))
        for (let screen = left.shift(); screen; screen = left.shift()) {
          at = screen.name
          await page.goto(await screen.path(server.services.ownerPool))
          await page.getByRole('heading', { level: 1 }).first().waitFor()
          await settled(page)
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          if (wide > 0) found.push(`${at}: scrolls sideways by ${wide} pixels`)
          await asTallAsThePage(page)
          found.push(...(await violationsOn(page)).map(v => `${at}: ${v}`))
        }
        await page.context().close()
      }
      // In two windows: while one waits for its page to come to rest, the other is looked through.
      await Promise.all(pages.length > 1 ? [walk(), walk()] : [walk()])
    }
    expect(found).toEqual([])
  })
}
