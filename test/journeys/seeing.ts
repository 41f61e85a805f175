import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { settled, violationsOn } from '#test/browser.ts'

/** The page as it stands, once it stands, has nothing against WCAG 2.2 AA that axe can find. */
export async function noViolations(page: Page): Promise<void> {
  await settled(page)
  expect(await violationsOn(page), page.url()).toEqual([])
}

/** "57 confirmed" as the page says it first. */
export async function confirmedOn(page: Page): Promise<number> {
  const text = await page
    .getByText(/\d+ confirmed/)
    .first()
    .innerText()
  return Number(/(\d+) confirmed/.exec(text)?.[1])
}

/** Whatever an assessor is asked to answer for before they save: ticked where a tick is enough, said where it wants words. */
export async function answerFor(page: Page, words: string): Promise<void> {
  const asked = page.getByRole('region', { name: 'What you answer for' })
  if ((await asked.count()) === 0) return
  for (const box of await asked.getByRole('checkbox').all()) await box.check()
  for (const field of await asked.getByRole('textbox', { name: /^(?!.*\(optional\))/ }).all()) await field.fill(words)
}
