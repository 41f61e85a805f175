import { beforeAll, expect, it } from 'vitest'
import { loadSampleCentre } from '#server/sample-centre/load.ts'
import { phone, settled } from '#test/browser.ts'
import { testServer } from '#test/server.ts'
import { confirmedOn, noViolations } from './seeing.ts'
import { windowsOn } from './windows.ts'

const server = testServer()
const { homeOf } = windowsOn(server)
beforeAll(() => loadSampleCentre(server.services))

it('Leanne writes on her phone, Jo ticks, Ben countersigns by keyboard: her progress moves by five, the sixth says why, and the next piece opens [R5] [R6] [R7] [R8] [R10]', {
  timeout: 180_000,
}, async () => {
  const leanne = await homeOf('leanne@cast.example', phone)
  await leanne
    .getByRole('link', { name: /My progress/ })
    .first()
    .click()
  await leanne
    .getByText(/\d+ confirmed/)
    .first()
    .waitFor()
  const before = await confirmedOn(leanne)
  const matrix = new URL(leanne.url()).pathname

  await leanne.goto('/')
  await leanne.getByRole('link', { name: 'Add evidence' }).first().click()
  await leanne.getByRole('button', { name: /Write a statement/ }).click()
  await leanne
    .locator('[contenteditable=true]')
    .fill('Mrs Pell wanted the cot by Friday. I told her what the depot could do before I promised anything.')
  await leanne.getByLabel('Title').fill('A cot by Friday')
  await leanne.getByLabel('Day it happened').fill('2026-05-14')
  await leanne.getByLabel('Where you did it').selectOption({ index: 1 })
  await leanne.getByLabel('Kind of organisation').selectOption('private')
  await leanne.getByLabel('Whose customers').selectOption('external')
  // Six criteria that nobody has touched yet, wherever in her units they stand.
  const { rows } = await server.services.ownerPool.query(
    `select u.title, c.number from registrations r join identity.people p on p.id = r.learner_id and p.email = 'leanne@cast.example'
         join registration_units ru on ru.registration_id = r.id join units u on u.id = ru.unit_id join criteria c on c.unit_id = u.id
        where not exists (select 1 from criterion_progress g where g.registration_id = r.id and g.unit_id = u.id and g.state <> 'none')
        order by u.code, c.position limit 6`,
  )
  const unit = rows[0].title as string
  const numbers = rows.filter(r => r.title === unit).map(r => r.number as string)
  expect(numbers).toHaveLength(6)
  await leanne
    .getByRole('button', { name: new RegExp(unit) })
    .first()
    .click()
  const part = leanne.getByRole('group', { name: new RegExp(`^\\d* ?${unit}|${unit}`) })
  for (const number of numbers)
    await part
      .getByRole('checkbox', { name: new RegExp(`^${number.replace('.', '\\.')}(?!\\d)`) })
      .first()
      .check()
  await leanne.getByText('6 criteria ticked', { exact: true }).waitFor()
  await leanne.getByRole('checkbox', { name: /my own words/ }).check()
  await leanne.getByText('Everything is there.').waitFor()
  // What is typed a moment before goes in with it.
  await leanne.getByLabel('What it shows').fill('A promise that the depot could keep')
  await leanne.getByRole('button', { name: 'Submit to the assessor' }).click()
  await leanne
    .getByText(/waits for/)
    .first()
    .waitFor()

  const jo = await homeOf('jo@cast.example')
  await jo.getByRole('link', { name: /A cot by Friday/ }).click()
  await jo.getByText('A promise that the depot could keep').first().waitFor()
  for (const number of numbers) {
    await jo
      .getByRole('group', { name: `${number}, your judgement` })
      .getByRole('button', { name: 'Met' })
      .click()
  }
  await jo
    .getByLabel(/What was met, by what/)
    .fill('Your statement shows all six by what you told Mrs Pell first. Next, a second customer.')
  await noViolations(jo)
  await jo.getByRole('button', { name: 'Save provisional decision' }).click()
  await jo
    .getByText(/6 provisional ticks waiting for the countersigner/)
    .first()
    .waitFor()
  await leanne.goto(matrix)
  await leanne
    .getByText(/\d+ confirmed/)
    .first()
    .waitFor()
  expect(await confirmedOn(leanne), "a trainee's ticks count for nothing").toBe(before)

  const ben = await homeOf('ben@cast.example')
  // Nothing can be decided before it is there what stands of the requirements: it would be sent as nothing.
  let answer = () => {}
  const held = new Promise<void>(resolve => {
    answer = resolve
  })
  await ben.route(/\/coverage\?/, route => held.then(() => route.continue()))
  await ben.getByRole('link', { name: /A cot by Friday/ }).click()
  await ben.getByRole('region', { name: 'The evidence' }).getByText('Mrs Pell').waitFor()
  expect(await ben.getByRole('button', { name: /^Met|Save decision/ }).count()).toBe(0)
  answer()
  await ben.getByRole('button', { name: 'Accept all trainee assessor ticks (6)' }).waitFor()
  await ben.getByRole('button', { name: 'Accept all learner ticks (6)' }).waitFor()
  await settled(ben)
  // From here on by keyboard: T for the trainee's ticks, the reason, Enter; down to the sixth, N for not yet.
  await ben.keyboard.press('t')
  await ben.getByText('Are you sure you wish to accept all of the trainee assessor ticks?').waitFor()
  await ben.keyboard.type('One customer, one promise, told in one piece')
  await ben.keyboard.press('Enter')
  await ben.getByRole('button', { name: 'Met', pressed: true }).nth(5).waitFor()
  for (let row = 0; row < 6; row++) await ben.keyboard.press('j')
  await ben.keyboard.press('n')
  await ben.getByLabel(`${numbers[5]}, why it is not yet met`).waitFor()
  await ben.getByLabel(`${numbers[5]}, why it is not yet met`).selectOption('insufficient')
  await ben
    .getByLabel(/What was met, by what/)
    .fill(
      'You said what the depot could do before you promised, so five are met by your words. Next, show me the order itself.',
    )
  await ben.getByRole('radio', { name: /Accept it/ }).check()
  await noViolations(ben)
  await ben.getByRole('button', { name: 'Save decision' }).press('Enter')
  await ben
    .getByText(/5 criteria now count, 1 not yet met/)
    .first()
    .waitFor()
  expect(await ben.getByText('Nothing is saved yet').count(), 'what was said before the save').toBe(0)

  // The decision is saved; what waits longest for Ben besides it is one key away.
  const decided = new URL(ben.url()).pathname
  const [centreId] = /[0-9a-f-]{36}/.exec(decided) ?? []
  const queue = await ben.request.get(`${server.address}/api/centres/${centreId}/queue`)
  const { items } = (await queue.json()) as { items: { kind: string; evidence: { id: string } | null }[] }
  const next = items.find(i => /^(judge|countersign)/.test(i.kind))?.evidence?.id
  expect(next, "something else waits in the sample centre's queue").toBeTruthy()
  await ben.keyboard.press('x')
  await ben.waitForURL(url => url.pathname.includes(`/evidence/${next}/assessment`))
  expect(decided).not.toContain(next)

  await leanne.goto(matrix)
  await leanne
    .getByText(`${before + 5} confirmed`)
    .first()
    .waitFor()
  await leanne.goto(`${matrix}?state=returned`)
  await settled(leanne)
  const report = await homeOf('carol@cast.example')
  await report.getByRole('link', { name: 'Reports' }).first().click()
  // The report says the same as the matrix.
  await report
    .getByRole('row', { name: /Leanne Price/ })
    .getByText(`${before + 5} confirmed`)
    .waitFor()
  await noViolations(report)
})
