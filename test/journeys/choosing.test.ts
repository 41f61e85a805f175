import { expect, it } from 'vitest'
import { sampleSpecification } from '#cast/qualification.ts'
import type { QualificationSpecification, Specification } from '#domain/qualifications/specification.ts'
import { inTransaction } from '#platform/db/pool.ts'
import { publishSpecification } from '#server/qualifications/publish.ts'
import { asTallAsThePage, phone, settled, violationsOn } from '#test/browser.ts'
import { publishedSample } from '#test/catalogue.ts'
import { grounds } from '#test/grounds.ts'
import { testServer } from '#test/server.ts'
import { picture, windowsOn } from './windows.ts'

const server = testServer()
const patience = { timeout: 120_000 }
const { windowOf } = windowsOn(server)

const [diploma] = sampleSpecification.qualifications as [QualificationSpecification]
const optional = diploma.units.filter(u => !u.mandatory)
const numberOf = (code: string | undefined) => sampleSpecification.units.find(u => u.id === code)?.number as string

it(
  'units are chosen with the reason beside what cannot be, and an open rule is supplied by name; later the learner is moved for good [R27] [R41] [R43] [R44]',
  patience,
  async () => {
    const centreId = await server.centre('Harbour Training')
    const grace = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
    const ben = await server.person(centreId, 'Ben Carter', 'assessor')
    const amina = await server.person(centreId, 'Amina Yusuf', 'learner')
    const publish = async (specification: Specification) => {
      const at = new Date().toISOString()
      const published = await inTransaction(server.services.ownerPool, db =>
        publishSpecification(db, { centreId, specification, importId: null, personId: grace.personId, at }),
      )
      return published[0]?.versionId as string
    }
    const [one, other] = optional.map(u => u.unit) as [string, string]
    const rules = [{ barred: [one, other] }, { unknown: 'how many optional units are needed is not in the source' }]
    const versionId = await publish({
      ...sampleSpecification,
      qualifications: [{ ...diploma, rules, rulesComplete: false }],
    })
    const at = `/centres/${centreId}`
    const made = await grace.post(`${at}/registrations`, {
      ...{ learnerId: amina.personId, versionId, registeredOn: '2026-01-12', ...grounds(ben.personId) },
    })
    const page = await windowOf(grace, { width: phone.width, height: 8000 })
    const people = `/c/${centreId}/registrations/${made.body.registrationId}/people`
    await page.goto(people)
    await page.getByText('Completion cannot be declared until').first().waitFor()
    await page.getByRole('button', { name: 'Change the units' }).click()
    const box = (code: string) => page.getByRole('checkbox', { name: new RegExp(`^${numberOf(code)} `) })
    await box(one).focus()
    await page.keyboard.press('Space')
    await page.getByText(`Barred with ${numberOf(one)}`).waitFor()
    expect(await box(other).isDisabled()).toBe(true)
    await page.getByText('They satisfy every rule that the source gives').waitFor()
    await picture(page, 'choosing-360')
    await asTallAsThePage(page)
    expect(await violationsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Save the units' }).click()
    await page.getByText('say that they have agreed').waitFor()
    await page.getByLabel('Amina Yusuf has agreed these options').check()
    await page.getByLabel('The assessor is not on the system yet').check()
    await page.getByRole('textbox', { name: 'Assessor who agreed them' }).fill('Pat Moss')
    await page.getByLabel('Why these options').fill('It is what the desk does all day')
    await page.getByRole('button', { name: 'Save the units' }).click()
    await page.getByText('agreed by Amina Yusuf and Pat Moss').waitFor()
    await page.getByText('Selected before (1)').click()
    await picture(page, 'chosen-360')

    await page.goto(`/c/${centreId}/catalogue/versions/${versionId}`)
    await page.getByRole('button', { name: 'Supply this rule' }).click()
    await page.getByRole('textbox', { name: 'At least' }).fill('1')
    await page.getByLabel('Where this was found').fill('Letter of the awarding organisation, 3 March 2026')
    await picture(page, 'supplying-360')
    await page.getByRole('button', { name: 'Confirm in my name' }).click()
    await page.getByText('At least 1 unit among the optional units').waitFor()
    await picture(page, 'supplied-360')
    expect(await violationsOn(page)).toEqual([])
    await page.goto(people)
    await page.getByText('They will make the qualification').waitFor()

    await publish(sampleSpecification)
    await page.goto(people)
    await page.getByRole('button', { name: 'See what a move would mean' }).click()
    await page.getByRole('button', { name: 'Go on to the move' }).click()
    await page.getByRole('heading', { name: 'Units in version 2' }).waitFor()
    await settled(page)
    await picture(page, 'moving-360')
    expect(await violationsOn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await page.getByLabel('Amina Yusuf has agreed these options').check()
    await page.getByLabel('The assessor is not on the system yet').check()
    await page.getByRole('textbox', { name: 'Assessor who agreed them' }).fill('Pat Moss')
    await page.getByLabel('Why these options').fill('They are the same ones')
    await page.getByLabel('Why the learner is moved').fill('Certificates are given for the newer version only')
    await page.getByRole('button', { name: 'Move Amina Yusuf' }).click()
    const question = page.getByRole('dialog')
    await question.getByText('This cannot be undone').waitFor()
    await picture(page, 'moving-asked-360')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Move Amina Yusuf' }).click()
    await question.getByRole('button', { name: 'Move Amina Yusuf' }).click()
    await page.getByText('Moved here from').waitFor()
    expect(page.url()).not.toContain(people)
    await picture(page, 'moved-360')
    expect(await violationsOn(page)).toEqual([])
    await page.getByRole('link', { name: /^version 1 of/ }).click()
    await page.getByText('stands as it was then').waitFor()
    await settled(page)
    await picture(page, 'moved-from-360')
    expect(await violationsOn(page)).toEqual([])
    await page.context().close()
  },
)

it(
  'what a qualification follows and what a unit derives from are recorded on a phone, and shown where they matter [R14] [R26]',
  patience,
  async () => {
    const centreId = await server.centre('Quay Training')
    const grace = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
    const [older, newer] = await publishedSample(server, centreId, grace.personId)
    const page = await windowOf(grace, { width: phone.width, height: 4600 })
    const version = (of: typeof older) => `/c/${centreId}/catalogue/versions/${of?.versionId}`
    const clean = async (name: string) => {
      await settled(page)
      await picture(page, name)
      expect(await violationsOn(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    }
    await page.goto(version(older))
    await page.getByRole('button', { name: 'Record accreditation' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Add a number' }).click()
    await dialog.getByLabel('Kind').last().fill('SQA APS code')
    await dialog.getByLabel('Number', { exact: true }).last().fill('G9K0 22')
    await dialog.getByLabel('Accredited to').fill('2011-04-30')
    await dialog.getByRole('button', { name: 'Record', exact: true }).click()
    await dialog.getByText('Fill this in').or(dialog.locator('[id$="-error"]')).first().waitFor()
    await dialog.getByLabel('Reason and source').fill('Sector guidance')
    await clean('accreditation-asked-360')
    await dialog.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('to 30 April 2011').first().waitFor()
    await page.goto(version(newer))
    await page.getByRole('button', { name: 'Record accreditation' }).click()
    await dialog.getByLabel('Accredited from').fill('2011-05-01')
    await dialog.getByLabel('Follows').selectOption({ index: 1 })
    await dialog.getByLabel('Reason and source').fill('Sector guidance')
    await dialog.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('accredited to 30 April 2011').waitFor()
    await clean('accreditation-360')
    await page.goto(`/c/${centreId}/registrations/new`)
    await page.getByLabel('Qualification', { exact: true }).selectOption(older?.versionId as string)
    await page.getByText('Followed by').waitFor()
    await clean('registering-on-predecessor-360')

    await page.goto(`/c/${centreId}/catalogue`)
    await page.getByRole('link', { name: 'Occupational standards' }).click()
    await page.getByRole('button', { name: 'Record a standard' }).click()
    await dialog.getByLabel('Name of the standard').fill('Service Desks')
    await dialog.getByLabel('Version').fill('January 2010')
    await dialog.getByLabel('Where this is said').fill('Unit handbook')
    await dialog.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByRole('button', { name: 'Say which units derive from it' }).click()
    await dialog.getByLabel('Qualification').selectOption(newer?.versionId as string)
    await dialog.getByRole('button', { name: 'Choose all' }).click()
    await dialog.getByLabel('Where this is said').fill('Unit handbook')
    await clean('standard-units-360')
    await dialog.getByRole('button', { name: /^Record for/ }).click()
    await page.getByRole('button', { name: 'Record a newer version' }).click()
    await dialog.getByLabel('Newer version').fill('May 2026')
    await dialog.getByLabel('Where this is said').fill('Letter')
    await dialog.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('from an older version than May 2026').waitFor()
    await clean('standards-360')
    await page.getByRole('link', { name: /^\d/ }).first().click()
    await page.getByText('A newer version is out: May 2026').waitFor()
    await clean('unit-standard-360')
    await page.context().close()
  },
)
