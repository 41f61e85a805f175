import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { freezeClock, releaseClock } from '#platform/clock.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { phone } from '#test/browser.ts'
import { grounds } from '#test/grounds.ts'
import { noRealDocuments, realSpecification } from '#test/real-documents.ts'
import { testServer } from '#test/server.ts'
import { answerFor, noViolations } from './seeing.ts'
import { windowsOn } from './windows.ts'

const server = testServer()
const files = fileURLToPath(new URL('../../db/cast/files/', import.meta.url))

const { windowOf } = windowsOn(server)

/** Fills in each field by its label, whatever it is: text, a day or a choice. */
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page
      .getByLabel(new RegExp(`^${label.replace('?', '\\?')}( \\*)?$`))
      .first()
      .fill(value)
}

/** Ticks criteria by their numbers in one unit of the picker, and waits until as many are ticked in all. */
async function claim(page: Page, unit: RegExp, numbers: string[], inAll: number): Promise<void> {
  const head = page.getByRole('button', { name: unit }).first()
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  for (const number of numbers)
    await page
      .getByRole('checkbox', { name: new RegExp(`^${number.replaceAll('.', '\\.')}\\b`) })
      .first()
      .check()
  await page.getByText(inAll === 1 ? '1 criterion ticked' : `${inAll} criteria ticked`, { exact: true }).waitFor()
}

async function submit(page: Page): Promise<void> {
  await page.locator('#evidence-authentic').check()
  await page.getByText('Everything is there.').waitFor()
  await page.getByRole('button', { name: 'Submit to the assessor' }).click()
  await page.getByText(/Submitted since/).waitFor()
}

/** Judges every criterion that was ticked as met but those named, and saves. */
async function judge(page: Page, feedback: string, notYet: string[] = []): Promise<void> {
  await page
    .getByRole('link', { name: /^Judge/ })
    .first()
    .click()
  await page
    .getByRole('group', { name: /your judgement/ })
    .first()
    .waitFor()
  for (const group of await page.getByRole('group', { name: /your judgement/ }).all()) {
    const number = (await group.getAttribute('aria-label'))?.split(',')[0] ?? ''
    if (notYet.includes(number)) {
      await group.getByRole('button', { name: 'Met' }).click()
      await page.getByRole('button', { name: 'Save decision' }).click()
      await page.getByRole('alert').getByText(number, { exact: false }).first().waitFor()
      await group.getByRole('button', { name: 'Not yet' }).click()
      await page.getByLabel(`${number}, why it is not yet met`).selectOption('wrong-setting')
    } else await group.getByRole('button', { name: 'Met' }).click()
  }
  await page.getByLabel(/What was met, by what/).fill(feedback)
  await answerFor(page, 'What was said and shown bears it out, and I asked about it on the day.')
  if (notYet.length > 0) await page.getByRole('radio', { name: /Accept it/ }).check()
  await noViolations(page)
  await page.getByRole('button', { name: 'Save decision' }).click()
  await page
    .getByText(/now count/)
    .first()
    .waitFor()
}

it.skipIf(noRealDocuments)(
  'three visits, a discussion in parts, an expert’s link, one simulation accepted and one refused close the gaps of a real unit [R77] [R78] [R89] [R100] [R105] [R109]',
  { timeout: 240_000 },
  async () => {
    const centreId = await server.centre('Harbour Training')
    const grace = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
    const ben = await server.person(centreId, 'Ben Carter', 'assessor')
    const amina = await server.person(centreId, 'Amina Yusuf', 'learner')
    const publish = async (number: string) => {
      const at = new Date().toISOString()
      const published = await inTransaction(server.services.ownerPool, db =>
        publishSpecification(db, {
          ...{ centreId, specification: realSpecification(number), importId: null, personId: grace.personId, at },
        }),
      )
      return published[0]?.versionId as string
    }
    type Unit = { id: string; number: string; title: string; mandatory: boolean }
    const register = async (versionId: string, wanted: (unit: Unit) => boolean) => {
      const { tree } = (await grace.get(`/centres/${centreId}/versions/${versionId}`)).body
      const units = (tree.units as Unit[]).filter(wanted)
      const registered = await grace.post(`/centres/${centreId}/registrations`, {
        ...{ learnerId: amina.personId, versionId, registeredOn: '2026-01-05', unitIds: units.map(u => u.id) },
        ...grounds(ben.personId),
        allocations: { assessor: ben.personId },
      })
      expect(registered.status, JSON.stringify(registered.body)).toBe(200)
      return { id: registered.body.registrationId as string, units }
    }
    const diploma = await register(await publish('002'), u => u.mandatory || u.number === '13')
    const svq = await register(await publish('004'), u => u.mandatory)
    const at = (path: string) => `/c/${centreId}${path}`
    const unitPage = ({ id, units }: typeof diploma, number: string) =>
      at(`/registrations/${id}/units/${units.find(u => u.number === number)?.id}`)
    const gaps = async (page: Page, path: string) => {
      await page.goto(path)
      return await page
        .getByText(/(Not ready|Ready)\b/)
        .first()
        .innerText()
    }

    // The centre sets a simulation up and goes through its checklist.
    const office = await windowOf(grace)
    await office.goto(at('/catalogue'))
    await office.getByRole('link', { name: 'Simulations' }).click()
    await office.getByRole('button', { name: 'Set one up' }).first().click()
    await office.getByLabel('Name').fill('Late delivery, flat 2')
    await office.getByLabel('Units it is for').first().click()
    await office.getByRole('option', { name: /^13 / }).click()
    await office.keyboard.press('Escape')
    await office.getByRole('button', { name: 'Set it up' }).click()
    await office.getByText('An assessor or a quality assurer does it').waitFor()
    const assessor = await windowOf(ben)
    await assessor.goto(new URL(office.url()).pathname)
    await assessor.getByRole('button', { name: /Go through the checklist/ }).click()
    for (const point of await assessor.getByRole('dialog').getByRole('checkbox').all()) await point.check()
    await assessor.getByRole('button', { name: 'Record it in my name' }).click()
    await assessor.getByText('Checklist complete').waitFor()

    const learner = await windowOf(amina, phone)
    const unit13 = unitPage(diploma, '13')
    const unitF2 = unitPage(svq, 'F2')
    expect(await gaps(learner, unitF2)).toMatch(/Not ready: 1 gap/)
    expect(await gaps(learner, unit13)).toMatch(/Not ready: 1 gap/)
    await learner
      .getByText(/No evidence yet/)
      .first()
      .waitFor()
    await noViolations(learner)

    // Planned two weeks before it was held, where the learner could read it.
    freezeClock(new Date('2026-05-04T10:00:00Z'))
    await assessor.goto(at(`/registrations/${diploma.id}`))
    await assessor.getByRole('link', { name: 'Plan', exact: true }).click()
    await assessor.getByRole('button', { name: 'Plan something' }).click()
    await fill(assessor, {
      'For which day': '2026-05-18',
      'What it will be about': 'What you prepare before a visit, and why',
    })
    await assessor.locator('summary', { hasText: 'whilst working' }).click()
    await assessor.getByRole('checkbox', { name: /^1 Understand how to deliver.*all of it/ }).check()
    await assessor.getByRole('button', { name: 'Plan it' }).click()
    await assessor.getByText('What you prepare before a visit, and why').waitFor()
    releaseClock()

    // An observation of three visits, written by the assessor, claimed by the learner for two qualifications at once.
    await assessor.goto(at(`/evidence?learnerId=${amina.personId}`))
    await assessor.getByRole('link', { name: 'Add evidence' }).first().click()
    await assessor.getByRole('button', { name: /^Observation/ }).click()
    await fill(assessor, {
      Title: 'Three visits to flats',
      'What it shows': 'How Amina works in a customer’s home',
      'Day it happened': '2026-05-05',
    })
    await assessor.getByLabel('Where it was done').selectOption('real-job')
    await assessor.getByText('Say whose customers they were', { exact: false }).first().waitFor()
    await assessor.getByLabel('Kind of organisation').selectOption('not-for-profit')
    await assessor.getByLabel('Whose customers').selectOption('external')
    await fill(assessor, {
      'What you saw': 'She showed her card at each door, said what she would do and how long, and asked at the end.',
      Where: 'Three flats in Weir Street',
      'How the learner did it': 'Calmly, with covers on the floor and the list in her hand',
      'Why it was done this way': 'Each customer had another problem, and one was in a hurry',
      'With whom': 'Three tenants, one after another',
      'Knowledge that could be seen': 'She said what the law wants of somebody who works on a socket',
    })
    await assessor.getByLabel('I confirm that what I saw was done as it should be').check()
    for (const [n, day, who] of [
      [1, null, 'tenant A'],
      [2, '2026-05-12', 'tenant B'],
      [3, '2026-05-19', 'tenant C'],
    ] as const) {
      if (n > 1) await assessor.getByRole('button', { name: 'Add another occasion' }).click()
      const occasion = assessor.getByRole('group', { name: n === 1 ? /^The day it happened/ : `Occasion ${n}` })
      if (day) await occasion.getByLabel('Day').fill(day)
      await occasion.getByLabel('Customer').fill(who)
      await occasion.getByLabel('How you were in touch').selectOption('face-to-face')
      await occasion.getByLabel('Who saw it').fill('Ben Carter')
    }
    await assessor.locator('#evidence-handing-over').check()
    await assessor.getByRole('button', { name: 'Hand it over' }).click()
    await assessor.getByText('Take it back to change it').waitFor()
    const observation = new URL(assessor.url()).pathname

    await learner.goto(observation)
    await claim(learner, /13 Deliver customer service whilst/, ['2.1', '2.2', '2.3', '2.5', '2.6', '2.7'], 6)
    await claim(learner, /F2 Follow the rules/, ['F2.1.1', 'F2.1.2', 'F2.1.3', 'F2.1.4', 'F2.1.5'], 11)
    await submit(learner)
    await assessor.goto(observation)
    await judge(assessor, 'You met each of them by what I saw on three visits. Next, what you prepare and why.')

    // The discussion that was planned, recorded and cut into parts, each linked to what it shows.
    await learner.goto(at('/evidence/new'))
    await learner.getByRole('button', { name: /Choose files/ }).click()
    await learner.locator('input[type=file]').first().setInputFiles(`${files}discussion - what to put in writing.mp3`)
    await learner.getByRole('button', { name: /Cut it into parts/ }).waitFor()
    await fill(learner, {
      ...{ Title: 'What I prepare before a visit', 'What it shows': 'My reasons, in my own words' },
      'Day it happened': '2026-05-18',
    })
    await learner.getByLabel('Where you did it').selectOption('real-job')
    await learner.getByLabel('Kind of evidence').selectOption('professional-discussion')
    await learner.getByLabel('Kind of organisation').selectOption('not-for-profit')
    await learner.getByLabel('Whose customers').selectOption('external')
    await learner.getByLabel('The plan that it followed').selectOption({ index: 1 })
    const knowledge = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6']
    await claim(learner, /13 Deliver customer service whilst/, knowledge, 6)
    await learner.getByRole('button', { name: /Cut it into parts/ }).click()
    for (const [n, numbers] of [knowledge.slice(0, 3), knowledge.slice(3)].entries()) {
      const part = learner.getByRole('group', { name: `Part ${n + 1}`, exact: true })
      await part.getByLabel('Title').fill(n === 0 ? 'Before the visit' : 'Risks and the law')
      for (const number of numbers) await part.getByLabel(new RegExp(`${number.replace('.', '\\.')}$`)).check()
    }
    await submit(learner)
    await assessor.goto(new URL(learner.url()).pathname)
    await judge(assessor, 'You met all six by what you said of each visit. Next, a delay that you tell a customer of.')

    // An expert signs by a link on a telephone; the learner claims it for the other qualification.
    await learner.goto(at('/evidence/witness'))
    await learner.getByLabel('As what').selectOption('expert-witness')
    await fill(learner, {
      ...{ 'Name of the witness': 'Wendy Ellis', 'The witness’s own e-mail address': 'wendy@depot.example' },
      'What they are to confirm': 'How I follow the rules in a customer’s home',
    })
    await learner.getByRole('button', { name: 'Send the letter' }).click()
    await learner.getByText('Not opened yet').first().waitFor()
    const { rows } = await server.services.ownerPool.query(
      `select body from letters where recipient = 'wendy@depot.example'`,
    )
    const wendy = await windowOf(null, phone)
    await wendy.goto(/\/testimony\?token=[\w-]+/.exec(rows[0].body)?.[0] as string)
    await fill(wendy, {
      ...{
        'Day it happened': '2026-05-20',
        'What did Amina do?': 'She asked her supervisor before she opened the box in the hall.',
      },
      ...{
        'Where was it?': 'The hall of a block in Weir Street',
        'How did Amina do it?': 'By telephone, with the number ready',
      },
      ...{
        'Why was it done this way?': 'The box belongs to another firm',
        'Who else was part of it?': 'The caretaker',
      },
      ...{
        'What are you to Amina?': 'Safety officer',
        Telephone: '01632 960 044',
        'Your name, as your signature': 'Wendy Ellis',
      },
    })
    await wendy.getByLabel(/up-to-date expertise/).check()
    await wendy.getByLabel(/I confirm that this is true/).check()
    await wendy.getByRole('button', { name: 'Sign it' }).click()
    await wendy.getByText('An expert witness ticks the first two', { exact: false }).waitFor()
    await wendy.getByLabel(/I know the standards/).check()
    await wendy.getByLabel(/evaluate how staff work/).check()
    await noViolations(wendy)
    await wendy.getByRole('button', { name: 'Sign it' }).click()
    await wendy.getByRole('heading', { name: 'Thank you' }).waitFor()
    await learner.reload()
    await learner
      .getByRole('link', { name: /signed on/ })
      .first()
      .click()
    await learner.getByRole('heading', { level: 1, name: 'Testimony of Wendy Ellis' }).waitFor()
    await learner.getByLabel('Where you did it').selectOption('real-job')
    await learner.getByLabel('Kind of organisation').selectOption('not-for-profit')
    await learner.getByLabel('Whose customers').selectOption('external')
    await claim(learner, /F2 Follow the rules/, ['F2.1.3', 'f2c'], 2)
    await submit(learner)
    await assessor.goto(new URL(learner.url()).pathname)
    await judge(assessor, 'You met both by what Wendy saw. Next, the rest of what you know of the rules.')

    // Simulated: accepted where the unit accepts it with a reason, refused beside it.
    await learner.goto(at('/evidence/new'))
    await learner.getByRole('button', { name: /Personal statement/ }).click()
    await fill(learner, {
      ...{
        Title: 'The socket that had to wait',
        'What it shows': 'How I told the tenant of the delay',
        'Day it happened': '2026-06-02',
      },
      'What the statement is for': 'I rang the tenant before she asked and gave her the new day.',
    })
    await learner.getByLabel('Where you did it').selectOption('simulation')
    await learner.getByLabel('Kind of organisation').selectOption('not-for-profit')
    await learner.getByLabel('Whose customers').selectOption('external')
    await learner.getByLabel('Which simulation').selectOption({ label: 'Late delivery, flat 2' })
    await learner.getByLabel('Why it was simulated').fill('No visit was late in eleven weeks; the log was read.')
    await claim(learner, /13 Deliver customer service whilst/, ['2.3', '2.4'], 2)
    await learner.getByText('A simulation is not accepted here', { exact: false }).first().waitFor()
    await submit(learner)
    await assessor.goto(new URL(learner.url()).pathname)
    await judge(assessor, 'You met 2.4 by the call. Not 2.3, which was simulated; next, nothing more here.', ['2.3'])

    expect(await gaps(learner, unit13)).toMatch(/Ready, with 1 note/)
    await learner.getByText('13 of 13').waitFor()
    await noViolations(learner)
    expect(await gaps(learner, unitF2)).toMatch(/Not ready: 1 gap/)
    await learner.getByText('6 of 15').waitFor()
    await learner.getByText('4 different days, 3 customers named', { exact: false }).waitFor()
  },
)
