import { beforeAll, expect, it } from 'vitest'
import { loadSampleCentre } from '#server/sample-centre/load.ts'
import { phone, settled } from '#test/browser.ts'
import { testServer } from '#test/server.ts'
import { noViolations } from './seeing.ts'
import { picture, windowsOn } from './windows.ts'

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
  await amina.getByText(/the learner’s own mailbox/).waitFor()
  // Another spelling of it is the same mailbox.
  await amina.getByLabel('The witness’s own e-mail address').fill('Amina+witness@Cast.example')
  await amina.getByRole('button', { name: 'Send the letter' }).click()
  await amina.getByText(/whatever its spelling/).waitFor()
  await amina.getByLabel('The witness’s own e-mail address').fill('wendy@depot.example')
  await amina.getByRole('button', { name: 'Send the letter' }).click()
  await amina.getByText('Not opened yet').first().waitFor()
  await noViolations(amina)

  const { rows } = await server.services.ownerPool.query(
    `select body from letters where recipient = 'wendy@depot.example'`,
  )
  const link = /\/testimony\?token=[\w-]+/.exec(rows[0].body)?.[0] as string
  // In Amina's own browser the link signs nothing.
  const lent = await windowOf('amina@cast.example', phone)
  await lent.goto(link)
  await lent.getByRole('heading', { name: 'This link is for the witness' }).waitFor()
  expect(await lent.getByRole('button', { name: 'Sign it' }).count()).toBe(0)
  await noViolations(lent)
  await picture(lent, 'link-in-the-learners-browser')
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
  await amina.getByRole('heading', { level: 1, name: 'Testimony of Wendy Ellis' }).waitFor()
  const signed = amina.getByRole('region', { name: 'What the witness signed' })
  await signed.getByText('Signed, unchanged').waitFor()
  await signed.getByText('She rang the depot before she answered').waitFor()
  await signed.getByText('Amina Yusuf asked').waitFor()
  expect(await amina.getByText('01632 960 044').count()).toBe(0)
  expect(await amina.getByText('Look at this signature').count()).toBe(0)
  // What cannot change is not offered; what Amina adds is hers, and said to be.
  for (const label of ['Title', 'What it shows', 'Day it happened', 'Kind of evidence'])
    expect([label, await amina.getByLabel(label, { exact: true }).count()]).toEqual([label, 0])
  for (const part of ['Files, photos and recordings', 'Written statement', 'Occasions'])
    expect([part, await amina.getByRole('region', { name: part }).count()]).toEqual([part, 0])
  const where = amina.getByRole('region', { name: 'Where it was' })
  await where.getByText(/You say this, not the witness/).waitFor()
  await where.getByLabel('Where you did it').selectOption('real-job')
  await where.getByLabel('Kind of organisation').selectOption('private')
  await where.getByLabel('Whose customers').selectOption('external')
  await amina.getByLabel(/other evidence/).selectOption({ index: 1 })
  await amina.getByText(/is named\.$/).waitFor()
  const criteria = amina.getByRole('region', { name: 'Criteria it shows' })
  await criteria.locator('button[aria-expanded]').first().click()
  await criteria
    .getByRole('checkbox', { name: /^\d+\.\d/ })
    .first()
    .check()
  await amina.getByRole('checkbox', { name: /I have changed nothing in it/ }).check()
  await amina.getByText('Everything is there.').waitFor()
  await settled(amina)
  await noViolations(amina)
  await picture(amina, 'testimony-draft-phone')
  await amina.getByRole('button', { name: 'Submit to the assessor' }).click()
  await amina
    .getByText(/waits for/)
    .first()
    .waitFor()
  await amina
    .getByRole('region', { name: 'Added by Amina Yusuf' })
    .getByText('Amina Yusuf says this, not the witness.')
    .waitFor()
  await signed.getByText('Signed, unchanged').waitFor()
  await picture(amina, 'testimony-submitted-phone')
  const evidence = new URL(amina.url()).pathname

  const carol = await homeOf('carol@cast.example')
  await carol.goto(evidence)
  await carol.getByText(/01632 960 044/).waitFor()
  // It was opened in Amina's browser: quality staff are told, on the evidence and on the list.
  await carol.getByText('The link was opened in a browser that was signed in as the learner.').waitFor()
  await noViolations(carol)
  await picture(carol, 'testimony-quality-staff')
  const { rows: learners } = await server.services.ownerPool.query(
    'select learner_id, centre_id from evidence where id = $1',
    [evidence.split('/').at(-1)],
  )
  await carol.goto(`/c/${learners[0].centre_id}/witnesses?learnerId=${learners[0].learner_id}`)
  await carol
    .getByRole('row', { name: /Wendy Ellis/ })
    .getByText('Look at this signature')
    .waitFor()
  await noViolations(carol)
  await picture(carol, 'witnesses')
  await amina.goto(`/c/${learners[0].centre_id}/witnesses`)
  await amina.getByRole('rowheader', { name: 'Wendy Ellis' }).waitFor()
  expect(await amina.getByText('Look at this signature').count()).toBe(0)

  const ben = await homeOf('ben@cast.example')
  await ben.goto(`${evidence}/assessment`)
  await ben.getByRole('region', { name: 'What the witness signed' }).getByText('Signed, unchanged').waitFor()
  await ben.getByText(/Amina Yusuf says this, not the witness/).waitFor()
  await noViolations(ben)
  await picture(ben, 'testimony-assessing')
})
