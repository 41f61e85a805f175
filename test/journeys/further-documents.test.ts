import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadSampleCentre } from '#server/sample-centre/load.ts'
import { launch, phone, wide, windowFor } from '#test/browser.ts'
import { testServer } from '#test/server.ts'
import { noViolations } from './seeing.ts'

const server = testServer()
let browser: Browser
beforeAll(async () => {
  await loadSampleCentre(server.services)
  browser = await launch()
})
afterAll(() => browser.close())

async function windowOf(email: string, size = wide): Promise<Page> {
  const token = randomBytes(24).toString('base64url')
  await server.services.ownerPool.query(
    `insert into identity.sessions (person_id, token, expires_at) select id, $2, now() + interval '1 day' from identity.people where email = $1`,
    [email, token],
  )
  return await windowFor(browser, server.address, token, size)
}

const sheet = 'Returns policy v4.pdf'
const picture = async (page: Page, name: string) => {
  const folder = process.env.PICTURES
  const last = page.getByText(/^(Withdrawn on|It changes nothing|Further document$)/).last()
  if (!folder) return
  if (await last.isVisible()) await last.evaluate(e => e.scrollIntoView({ block: 'center' }))
  await page.screenshot({ path: `${folder}/${name}.png` })
}
/** Pressed as by somebody without a mouse. */
const press = async (page: Page, name: string | RegExp) => {
  const button = page.getByRole('button', { name }).first()
  await button.focus()
  await page.keyboard.press('Enter')
}

it('Ben attaches an observation sheet to his decision by keyboard, Amina reads it on her phone, and withdrawn it stays on record [R87]', {
  timeout: 120_000,
}, async ({ onTestFailed }) => {
  const { rows } = await server.services.ownerPool.query(
    `select '/c/' || d.centre_id || '/evidence/' || d.evidence_id as path from decisions d
       join identity.people b on b.id = d.decided_by and b.email = 'ben@cast.example'
       join evidence e on e.id = d.evidence_id join identity.people a on a.id = e.learner_id and a.email = 'amina@cast.example'
       join evidence_versions v on v.evidence_id = e.id and v.version = d.version and v.state = 'accepted'
      order by d.decided_at limit 1`,
  )
  const { path } = rows[0] as { path: string }
  const ben = await windowOf('ben@cast.example')
  const amina = await windowOf('amina@cast.example', phone)
  onTestFailed(async () => {
    await picture(ben, 'failed-ben')
    await picture(amina, 'failed-amina')
  })
  await ben.goto(`${path}/assessment`)
  await press(ben, 'Attach a document')
  await ben.getByText('It changes nothing of what you said').waitFor()
  await picture(ben, 'attaching')
  await noViolations(ben)
  await ben
    .locator('input.uppy-Dashboard-input')
    .first()
    .setInputFiles(fileURLToPath(new URL(`../../db/cast/files/${sheet}`, import.meta.url)))
  await ben.getByRole('button', { name: `View ${sheet}` }).waitFor()
  await ben.getByRole('button', { name: 'Attach another document' }).waitFor()
  await press(ben, `View ${sheet}`)
  await ben.getByRole('region', { name: new RegExp(`^${sheet}`) }).waitFor()
  await picture(ben, 'attached')
  await noViolations(ben)

  await amina.goto(path)
  await amina.getByText('Further document', { exact: true }).waitFor()
  expect(await amina.getByRole('button', { name: /^Withdraw Returns/ }).count()).toBe(0)
  await picture(amina, 'amina')
  await noViolations(amina)
  const content = await amina.getByRole('link', { name: `Download ${sheet}` }).getAttribute('href')
  expect(content).toMatch(/further-documents\/[0-9a-f-]+\/content\?download=1$/)

  await press(ben, `Withdraw ${sheet}`)
  await ben.getByLabel('Why it is withdrawn').fill('wrong')
  await ben.keyboard.press('Tab')
  await press(ben, 'Withdraw it')
  await ben.getByText('at least 10 letters').waitFor()
  await ben.getByLabel('Why it is withdrawn').fill('The sheet of another day, attached by mistake.')
  await picture(ben, 'withdrawing')
  await press(ben, 'Withdraw it')
  await ben.getByText(/^Withdrawn on/).waitFor()
  await amina.reload()
  await amina.getByText('attached by mistake').waitFor()
  expect(await amina.getByRole('button', { name: `View ${sheet}` }).count()).toBe(0)
  await picture(amina, 'amina-withdrawn')
  const carol = await windowOf('carol@cast.example', phone)
  await carol.goto(`${path}/assessment`)
  await carol.getByRole('button', { name: 'Criteria', exact: true }).click()
  await carol
    .getByRole('button', { name: `View ${sheet}` })
    .first()
    .waitFor()
  await picture(carol, 'carol')
  await noViolations(carol)
})
