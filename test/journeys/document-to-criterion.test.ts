import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { settled } from '#test/browser.ts'
import { noRealDocuments, realDocument } from '#test/real-documents.ts'
import { testServer } from '#test/server.ts'
import { answerFor, confirmedOn, noViolations } from './seeing.ts'
import { windowsOn } from './windows.ts'

const server = testServer()
const files = fileURLToPath(new URL('../../db/cast/files/', import.meta.url))
const password = 'a long enough password'
const feedback =
  'Your note and the photo show how you prepared and what you promised, so five are met. Next, bring how you measure your own work.'

const { windowOf } = windowsOn(server)

/** Adds somebody, reads the invitation in the outbox, and arrives by its link in a window of their own. */
async function invite(admin: Page, name: string, role: string): Promise<Page> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@harbour.example`
  await admin.getByRole('link', { name: 'People' }).first().click()
  await admin.getByRole('link', { name: 'Add a person' }).click()
  await admin.getByRole('textbox', { name: 'Name' }).fill(name)
  await admin.getByRole('textbox', { name: 'E-mail address' }).fill(email)
  await admin.getByRole('checkbox', { name: role, exact: true }).check()
  await admin.getByRole('button', { name: 'Add and invite' }).click()
  await admin.getByRole('heading', { name, level: 1 }).waitFor()
  const { rows } = await server.services.ownerPool.query(`select body from letters where recipient = $1`, [email])
  const link = /https?:\S+/.exec(rows[0].body)?.[0] as string
  const page = await windowOf(null)
  await page.goto(new URL(link).pathname + new URL(link).search)
  await page.getByLabel('New password').fill(password)
  await page
    .getByRole('button')
    .filter({ hasText: /password|start|join/i })
    .first()
    .click()
  await page.waitForURL(url => !url.pathname.startsWith('/invitation'))
  if (page.url().includes('sign-in')) {
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('textbox', { name: 'Password' }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
  }
  await page.getByRole('heading', { level: 1, name: /Hello/ }).waitFor()
  return page
}

async function choosePerson(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(name)
  await page.getByRole('option', { name }).click()
}

it.skipIf(noRealDocuments)(
  'from a real document to confirmed criteria: progress moves by exactly what a qualified assessor confirmed, and the rest says why [R1] [R2] [R4] [R7] [R10]',
  { timeout: 180_000 },
  async () => {
    const admin = await windowOf(null)
    await admin.goto('/')
    await admin.getByLabel('Name of the centre').fill('Harbour Training')
    await admin.getByLabel('Your name').fill('Grace Okafor')
    await admin.getByLabel('Your e-mail address').fill('grace@harbour.example')
    await admin.getByRole('textbox', { name: 'Your password' }).fill(password)
    await noViolations(admin)
    await admin.getByRole('button', { name: 'Make the centre' }).click()
    await admin.getByRole('heading', { level: 1, name: /Hello/ }).waitFor()

    await admin.getByRole('link', { name: 'Catalogue' }).first().click()
    await admin
      .getByRole('link', { name: /import/i })
      .first()
      .click()
    await admin.getByLabel('Choose a document, or drop it here').setInputFiles(realDocument('002'))
    await admin.getByRole('button', { name: /^Publish/ }).waitFor()
    await noViolations(admin)
    await admin.getByRole('button', { name: /^Publish/ }).click()
    await admin.getByRole('checkbox', { name: /I have read/ }).check()
    await admin.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await admin.waitForURL(/\/catalogue\/versions\//)
    await admin.getByText('601_3544_X').first().waitFor()

    const ben = await invite(admin, 'Ben Carter', 'Assessor')
    const jo = await invite(admin, 'Jo Whitfield', 'Trainee assessor')
    const amina = await invite(admin, 'Amina Yusuf', 'Learner')

    await admin.getByRole('link', { name: 'Learners' }).first().click()
    await admin
      .getByRole('link', { name: /Register/ })
      .first()
      .click()
    await choosePerson(admin, 'Learner', 'Amina Yusuf')
    for (const unit of [
      'Communicate verbally with customers',
      'Deal with incoming telephone calls',
      'Make telephone calls to customers',
      'Process information about customers',
      'Exceed customer expectations',
      'Resolve customer service problems',
      'Deal with incidents through a contact centre',
    ])
      await admin.getByRole('checkbox', { name: new RegExp(unit) }).check()
    await admin.getByText('12 units chosen, 46 credits').waitFor()
    await choosePerson(admin, 'Trainee assessor', 'Jo Whitfield')
    await choosePerson(admin, 'Assessor', 'Ben Carter')
    await admin.getByLabel('Why this level and route').fill('Serves at the desk on her own since the spring')
    await admin.getByLabel('How it is funded').selectOption('employer')
    await admin.getByLabel(/has agreed these options/).check()
    await choosePerson(admin, 'Assessor who agreed them', 'Ben Carter')
    await admin.getByLabel('Why these options').fill('They are what the desk does all day')
    await noViolations(admin)
    await admin.getByRole('button', { name: /^Register/ }).click()
    await admin.waitForURL(/\/registrations\/[0-9a-f-]{36}$/)
    expect(await confirmedOn(admin)).toBe(0)
    const registration = admin.url()

    await amina.reload()
    await amina.getByRole('link', { name: 'Add evidence' }).first().click()
    await amina.getByRole('button', { name: /Record your voice/ }).click()
    await amina.getByRole('button', { name: 'Begin audio recording' }).click()
    await amina.waitForTimeout(1500)
    await amina.getByRole('button', { name: 'Stop audio recording' }).click()
    await amina.getByRole('button', { name: 'Submit recorded file' }).click()
    const chosen = amina.locator('input[type=file]').first()
    await chosen.setInputFiles([`${files}${globSync('*.pdf', { cwd: files })[0]}`, `${files}service desk notice.jpg`])
    await amina.getByText('service desk notice.jpg').first().waitFor()
    await amina.getByLabel('Title').fill('Ready for the sale Saturday')
    await amina.getByLabel('What it shows').fill('My notice, the letter I answered, and what I thought about both.')
    await amina.getByLabel('Day it happened').fill('2026-05-14')
    await amina.getByLabel('Where you did it').selectOption({ index: 1 })
    await amina.getByLabel('Kind of organisation').selectOption('private')
    await amina.getByLabel('Whose customers').selectOption('external')
    await amina
      .getByRole('button', { name: /Deliver customer service/ })
      .first()
      .click()
    for (const number of ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6'])
      await amina
        .getByRole('checkbox', { name: new RegExp(`^${number.replace('.', '\\.')}\\b`) })
        .first()
        .check()
    await amina.getByText('6 criteria ticked', { exact: true }).waitFor()
    await amina.getByRole('checkbox', { name: /my own/ }).check()
    await noViolations(amina)
    await amina.getByText('Everything is there.').waitFor()
    await amina.getByRole('button', { name: 'Submit to the assessor' }).click()
    await amina
      .getByText(/waits for/)
      .first()
      .waitFor()

    await admin.goto(registration)
    expect(await confirmedOn(admin), 'claims move nothing').toBe(0)

    await jo.reload()
    await jo.getByRole('link', { name: /Judge/ }).first().click()
    await jo.getByRole('group', { name: '1.6, your judgement' }).waitFor()
    for (const group of await jo.getByRole('group', { name: /your judgement/ }).all())
      await group.getByRole('button', { name: 'Met' }).click()
    await jo
      .getByLabel(/What was met, by what/)
      .fill('The note and the photo show all six, by what you did on Saturday. Next, unit 6.')
    await answerFor(jo, 'The note and the photo show two customers each.')
    await jo.getByRole('button', { name: 'Save provisional decision' }).click()
    await jo
      .getByText(/6 provisional ticks waiting for the countersigner/)
      .first()
      .waitFor()
    await admin.goto(registration)
    expect(await confirmedOn(admin), "a trainee's ticks count for nothing").toBe(0)

    await ben.reload()
    await ben
      .getByRole('link', { name: /Countersign 6 ticks/ })
      .first()
      .click()
    await ben.getByRole('button', { name: 'Accept all learner ticks (6)' }).waitFor()
    await ben.getByRole('button', { name: 'Accept all trainee assessor ticks (6)' }).click()
    await ben.getByText('Are you sure you wish to accept all of the trainee assessor ticks?').waitFor()
    await ben.keyboard.press('Escape')
    await ben.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await ben.getByRole('button', { name: 'Met', pressed: true }).count(), 'Cancel changes nothing').toBe(0)
    await ben.getByRole('button', { name: 'Accept all trainee assessor ticks (6)' }).click()
    await ben.getByLabel('Why can they be accepted together?').fill('One morning, one desk, all of it on the recording')
    await ben.getByRole('button', { name: 'OK' }).click()
    await ben.getByRole('dialog').waitFor({ state: 'detached' })
    await ben.getByRole('button', { name: 'Met', pressed: true }).nth(5).waitFor()
    const sixth = ben.getByRole('group', { name: '1.6, your judgement' })
    await sixth.getByRole('button', { name: 'Not yet' }).click()
    await ben.getByLabel('1.6, why it is not yet met').selectOption('insufficient')
    await ben.getByLabel(/What was met, by what/).fill(feedback)
    await answerFor(ben, 'The note and the photo show two customers each.')
    await ben.getByRole('radio', { name: /Accept it/ }).check()
    await noViolations(ben)
    await ben.getByRole('button', { name: 'Save decision' }).click()
    await ben
      .getByText(/5 criteria now count, 1 not yet met/)
      .first()
      .waitFor()

    await amina.goto(new URL(registration).pathname)
    await settled(amina)
    expect(await confirmedOn(amina), 'the matrix moved by exactly five').toBe(5)
    await amina
      .getByRole('button', { name: /^1\.6\b/ })
      .first()
      .click()
    await amina
      .getByText(/does not count/i)
      .first()
      .waitFor()
    await noViolations(amina)
    await ben.getByRole('link', { name: 'Reports' }).first().click()
    await ben.getByText('Amina Yusuf').first().waitFor()
    expect(await confirmedOn(ben), 'the report says the same').toBe(5)
  },
)
