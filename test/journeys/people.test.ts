import { expect, it } from 'vitest'
import { diplomaNumber } from '#cast/qualification.ts'
import { phone } from '#test/browser.ts'
import { publishedSample } from '#test/catalogue.ts'
import { testServer } from '#test/server.ts'
import { picture, windowsOn } from './windows.ts'

const server = testServer()
// A browser beside eight other workers takes its time.
const patience = { timeout: 120_000 }
const { windowOf } = windowsOn(server)

it(
  'an administrator brings in an assessor, who arrives; registers a learner; and ends a role knowing what waits',
  patience,
  async () => {
    const centreId = await server.centre('Harbour Training')
    const grace = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
    await server.person(centreId, 'Kofi Mensah', 'learner')
    await publishedSample(server, centreId, grace.personId)
    const page = await windowOf(grace)
    await page.goto(`/c/${centreId}`)
    await page.getByRole('link', { name: 'People' }).first().click()

    // By keyboard: the first field has the focus, and everything else is a Tab away.
    await page.getByRole('link', { name: 'Add a person' }).click()
    await page.getByRole('textbox', { name: 'Name' }).waitFor()
    await page.keyboard.type('Nina Holt')
    await page.keyboard.press('Tab')
    await page.keyboard.type('not an address')
    await page.getByRole('checkbox', { name: 'Assessor', exact: true }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Add and invite' }).press('Enter')
    await page.getByText('Give a whole e-mail address').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'focus is at the fault').toBe(
      'email',
    )
    await page.getByRole('textbox', { name: 'E-mail address' }).fill('nina@harbour.example')
    await page.getByRole('button', { name: 'Add and invite' }).press('Enter')
    await page.getByRole('heading', { name: 'Nina Holt', level: 1 }).waitFor()

    await page.getByRole('link', { name: 'Open the outbox' }).click()
    await page.getByRole('button', { name: /Open.*Nina Holt/ }).click()
    const letter = await page.getByRole('dialog').innerText()
    await picture(page, 'letter-1280')
    const link = /https?:\S+/.exec(letter)?.[0] as string
    await page.keyboard.press('Escape')

    const nina = await windowOf(null)
    await nina.goto(link)
    await nina.getByLabel('New password').fill('four words make one')
    await nina.getByRole('button', { name: 'Set the password' }).click()
    await nina.getByLabel('E-mail').fill('nina@harbour.example')
    await nina.getByLabel('Password', { exact: true }).fill('four words make one')
    await nina.getByRole('button', { name: 'Sign in' }).click()
    await nina.getByRole('heading', { level: 1, name: /Nina|Your turn|Home/ }).waitFor()
    await nina.context().close()

    await page.goto(`/c/${centreId}/registrations/new`)
    await page.getByRole('combobox', { name: 'Qualification' }).selectOption({ index: 2 })
    await page.getByText('They do not make the qualification yet').waitFor()
    await page.getByRole('button', { name: 'Suggest what would fit' }).click()
    await picture(page, 'register-suggestions-1280')
    await page
      .getByRole('button', { name: /Choose this/ })
      .first()
      .click()
    await page.getByText('They make the qualification').waitFor()
    const choose = async (label: string, typed: string, name: string) => {
      await page.getByRole('combobox', { name: label, exact: true }).fill(typed)
      await page.getByRole('option', { name }).click()
    }
    await choose('Learner', 'kof', 'Kofi Mensah')
    await choose('Assessor', 'nin', 'Nina Holt')
    await page.getByLabel('Why this level and route').fill('Runs the desk alone on two evenings')
    await page.getByLabel('How it is funded').selectOption('employer')
    await page.getByLabel('The learner has agreed these options').check()
    await choose('Assessor who agreed them', 'nin', 'Nina Holt')
    await page.getByLabel('Why these options').fill('They are what the desk does all day')
    await page.getByRole('button', { name: 'Register the learner' }).click()
    await page.getByText('Kofi Mensah').first().waitFor()
    await page.waitForURL(/registrations\/[0-9a-f-]{36}$/)

    await page.goto(`/c/${centreId}/people?role=assessor`)
    await page.getByRole('link', { name: 'Nina Holt' }).click()
    await page.getByRole('button', { name: 'End the role assessor' }).click()
    const question = page.getByRole('dialog')
    expect(await question.innerText()).toContain('Kofi Mensah (Assessor)')
    await picture(page, 'end-role-1280')
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'End the role assessor' }).click()
    await question.getByRole('button', { name: 'End the role' }).click()
    await page.getByText('Roles held before (1)').waitFor()
    await page.getByRole('link', { name: /Kofi Mensah/ }).click()
    const registration = new URL(page.url()).pathname
    await page.goto(`${registration}/people`)
    await page.getByText('No longer holds the role').waitFor()
    await picture(page, 'no-longer-entitled-1280')
    await page.context().close()
  },
)

it(
  'somebody with a password opens the place in a second centre by its letter, and leaves it knowing what that means',
  patience,
  async () => {
    const email = 'bea@harbour.example'
    const [one, other] = await Promise.all(
      ['Harbour Training', 'Northgate Academy'].map(async name => {
        const centreId = await server.centre(name)
        const administrator = await server.person(centreId, `Admin of ${name}`, 'centre-administrator')
        const added = await administrator.post(`/centres/${centreId}/people`, {
          ...{ name: `Bea of ${name}`, email, roles: ['mentor'] },
        })
        const [letter] = (await administrator.get(`/centres/${centreId}/letters`)).body.letters
        const opened = await administrator.post(`/centres/${centreId}/letters/${letter.id}/openings`)
        return { centreId, administrator, personId: added.body.personId as string, link: opened.body.link as string }
      }),
    )
    if (!one || !other) throw new Error('both centres are there')
    const password = 'four words make one'
    const token = new URL(one.link).searchParams.get('token')
    await server.call('POST', '/auth/reset-password', { token, newPassword: password }, { origin: server.address })

    const bea = await windowOf(null, phone)
    await bea.goto(other.link)
    await bea.getByLabel('New password').fill('another four words')
    await bea.getByRole('button', { name: 'Set the password' }).click()
    await bea.getByText('This link sets no password').waitFor()
    await picture(bea, 'invitation-refused-360')
    await bea.getByRole('link', { name: 'Sign in instead' }).click()
    await bea.getByLabel('E-mail').fill(email)
    await bea.getByLabel('Password', { exact: true }).fill(password)
    await bea.getByRole('button', { name: 'Sign in' }).click()
    await bea.getByRole('button', { name: 'Open my place' }).click()
    await bea.waitForURL(new RegExp(other.centreId))
    await bea.getByRole('heading', { level: 1, name: /Hello/ }).waitFor()
    await bea.goto('/centres')
    await bea.getByText('Harbour Training').first().waitFor()
    expect(await bea.getByRole('main').getByText('Northgate Academy').count()).toBe(1)
    await picture(bea, 'centres-360')
    await bea.context().close()

    const page = await windowOf(other.administrator)
    await page.goto(`/c/${other.centreId}/people/${other.personId}`)
    await page.getByText('They can sign in and open this centre').waitFor()
    await page.getByRole('button', { name: 'End the role mentor' }).click()
    await page.getByRole('dialog').getByText('leaves this centre').waitFor()
    await picture(page, 'last-role-1280')
    await page.getByRole('dialog').getByRole('button', { name: 'End the role' }).click()
    await page.getByText('They hold no role here').waitFor()
    await picture(page, 'person-left-1280')
    await page.getByLabel('Another role').selectOption('mentor')
    await page.getByRole('button', { name: 'Give the role' }).click()
    await page.getByText('They have not opened their letter yet').waitFor()
    await page.context().close()
  },
)

it('a file is mended by what the screen says, then written whole', patience, async () => {
  const centreId = await server.centre('Harbour Training')
  const grace = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  await publishedSample(server, centreId, grace.personId)
  const page = await windowOf(grace, phone)
  await page.goto(`/c/${centreId}/people/file`)
  const give = (lines: string[]) =>
    page.getByLabel('Choose a CSV file').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        ['name,e-mail,roles,qualification,registered on,assessor,level reason,funding', ...lines].join('\n'),
      ),
    })
  const ben = 'Ben Hughes,ben@file.example,assessor'
  const amina = `Amina Yusuf,amina@file.example,learner,${diplomaNumber},2026-06-23,ben@file.example,Fits the job,apprenticeship`
  await give([ben.replace('assessor', 'marker'), amina])
  await page.getByText('is not a role').waitFor()
  expect(await page.getByRole('button', { name: 'Write all of it' }).count()).toBe(0)
  await picture(page, 'file-faults-360')
  await give([ben, amina])
  await page.getByText('No fault found').waitFor()
  await picture(page, 'file-good-360')
  await page.getByRole('button', { name: 'Write all of it' }).click()
  await page.getByText('2 people were added or given roles, and 1 registration was made').waitFor()
  await page.getByRole('link', { name: 'Learners' }).last().click()
  await page.getByRole('link', { name: 'Amina Yusuf', exact: true }).waitFor()
  await page.context().close()
})
