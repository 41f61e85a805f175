import { beforeAll, expect, it } from 'vitest'
import { loadSampleCentre } from '#server/sample-centre/load.ts'
import { phone, settled } from '#test/browser.ts'
import { testServer } from '#test/server.ts'
import { noViolations } from './seeing.ts'
import { windowsOn } from './windows.ts'

const server = testServer()
const { windowOf, homeOf } = windowsOn(server)
beforeAll(() => loadSampleCentre(server.services))

it('Amina asks from her phone, the witness signs on hers without an account, and quality staff alone can ring her [R55] [R109] [R110]', {
  timeout: 120_000,
}, async () => {
  const amina = await homeOf('amina@cast.example', phone)
  await amina.getByRole('link', { name: 'Add evidence' }).first().click()
  await amina.getByRole('link', { name: /Ask a witness/ }).click()
  await amina.getByLabel('Name of the witness').fill('Wendy Ellis')
  await amina.getByLabel('The witness’s own e-mail address').fill('amina@cast.example')
  await amina.getByLabel('What they are to confirm').fill('The lamp that was late: what I told the customer, and when.')
  await amina.getByRole('button', { name: 'Send the letter' }).click()
  await amina.getByText(/the learner’s own address/).waitFor()
  await amina.getByLabel('The witness’s own e-mail address').fill('wendy@depot.example')
  await amina.getByRole('button', { name: 'Send the letter' }).click()
  await amina.getByText('Not opened yet').first().waitFor()
  await noViolations(amina)

  const { rows } = await server.services.ownerPool.query(
    `select body from letters where recipient = 'wendy@depot.example'`,
  )
  const link = /\/testimony\?token=[\w-]+/.exec(rows[0].body)?.[0] as string
  const wendy = await windowOf(null, phone)
  await wendy.goto(link)
  await wendy.getByRole('button', { name: 'Sign it' }).click()
  await wendy.getByText('Say what you are to the learner.').waitFor()
  await wendy.getByLabel('Day it happened').fill('2026-05-14')
  await wendy
    .getByLabel('What did Amina do?')
    .fill(
      'She rang the depot before she answered, and told the customer on Wednesday that the lamp would come on Friday.',
    )
  await wendy.getByLabel('Where was it?').fill('On the telephone, from the service desk')
  await wendy.getByLabel('How did Amina do it?').fill('Plainly, with the new day and what she could refund')
  await wendy.getByLabel('Why was it done this way?').fill('The van was full and the customer had to plan her day')
  await wendy.getByLabel('Who else was part of it?').fill('The customer, and me at the depot')
  // A closed tab loses nothing.
  await wendy.reload()
  await expect
    .poll(() => wendy.getByLabel('Where was it?').inputValue())
    .toBe('On the telephone, from the service desk')
  await wendy.getByLabel('What are you to Amina?').fill('Dispatcher at the depot')
  await wendy.getByLabel('Telephone').fill('01632 960 044')
  await wendy.getByLabel('I have up-to-date expertise in this work').check()
  await wendy.getByLabel(/I confirm that this is true and accurate/).check()
  await wendy.getByLabel('Your name, as your signature').fill('Wendy Ellis')
  await noViolations(wendy)
  await wendy.getByRole('button', { name: 'Sign it' }).click()
  await wendy.getByRole('heading', { name: 'Thank you' }).waitFor()
  await wendy.goto(link)
  await wendy.getByText(/This was signed/).waitFor()

  await amina.reload()
  await amina
    .getByRole('link', { name: /signed on/ })
    .first()
    .click()
  await amina.getByRole('heading', { name: 'Testimony of Wendy Ellis' }).waitFor()
  await amina.getByText('What the witness signed').waitFor()
  await amina.getByText(/nothing has changed since/).waitFor()
  expect(await amina.getByText('01632 960 044').count()).toBe(0)
  await settled(amina)
  await noViolations(amina)
  const evidence = new URL(amina.url()).pathname

  const carol = await homeOf('carol@cast.example')
  await carol.goto(evidence)
  await carol.getByText(/01632 960 044/).waitFor()
  await noViolations(carol)
})
