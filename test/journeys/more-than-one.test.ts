import { beforeAll, expect, it } from 'vitest'
import { keyOf } from '#domain/decisions/layers.ts'
import { phone, settled } from '#test/browser.ts'
import { type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'
import { noViolations } from './seeing.ts'
import { picture, windowsOn } from './windows.ts'

const server = testServer()
const { windowOf } = windowsOn(server)
let p: Portfolio
beforeAll(async () => {
  p = await startPortfolio(server)
})

it('Ben ticks by keyboard that more than one is shown, for one criterion and then for all; words are optional, and the thread says what he confirmed [R30]', {
  timeout: 120_000,
}, async () => {
  type Criterion = { id: string; number: string; plural: boolean; kind: string }
  const units = (await p.matrix()).units as { outcomes: { criteria: Criterion[] }[] }[]
  const all = units.flatMap(u => u.outcomes.flatMap(o => o.criteria))
  const asked = all.filter(c => c.plural && c.kind === 'knowledge').slice(0, 3)
  const keys = [...asked, all.find(c => !c.plural && c.kind === 'knowledge') as Criterion].map(c => ({
    registrationId: p.registrationId,
    criterionId: c.id,
  }))
  const evidenceId = await p.submitted(keys)
  const path = `/c/${p.centreId}/evidence/${evidenceId}/assessment`
  const row = (at: number) => `[id="row-${keyOf(keys[at] as (typeof keys)[number])}"]`

  const ben = await windowOf(p.ben)
  await ben.goto(path)
  await ben.getByRole('button', { name: 'Accept all learner ticks (4)' }).waitFor()
  await settled(ben)
  await ben.keyboard.press('a')
  await ben.getByText('Are you sure you wish to accept all of the learner ticks?').waitFor()
  await ben.keyboard.type('One statement, one day, all four told in it')
  await ben.keyboard.press('Enter')
  await ben.getByRole('button', { name: 'Met', pressed: true }).nth(3).waitFor()
  await ben.getByLabel(/What was met, by what/).fill('Your statement shows all four. Next, show how you measure it.')
  await ben.getByRole('button', { name: 'Save decision' }).click()
  await ben.getByText(/Tick that more than one is shown, or say why one is enough: /).waitFor()

  const answers = ben.getByRole('region', { name: 'What you answer for' })
  const forAll = answers.getByRole('checkbox', { name: 'More than one is shown in it, for each of the 3' })
  // The first row asks for one, the second for more.
  await ben.keyboard.press('j')
  await ben.keyboard.press('m')
  await ben.keyboard.press('j')
  await ben.keyboard.press('m')
  const first = ben.locator(row(0)).getByRole('checkbox', { name: /^More than one is shown in it/ })
  await first.and(ben.locator(':checked')).waitFor()
  expect(await forAll.evaluate((box: HTMLInputElement) => [box.checked, box.indeterminate])).toEqual([false, true])
  await answers.getByLabel(/^Not ticked: .*or say here why one is enough$/).waitFor()
  expect(await ben.locator(row(3)).getByRole('checkbox').count(), 'it asks for one').toBe(0)
  await noViolations(ben)
  await picture(ben, 'more-than-one-1280')

  await forAll.focus()
  await ben.keyboard.press('Space')
  await answers.getByLabel('Where they are (optional)').waitFor()
  // The keys of the screen go on working while a box to tick has the focus.
  await ben.keyboard.press('s')
  await ben
    .getByText(/4 criteria now count/)
    .first()
    .waitFor()
  await ben.getByText(/^Ben.* confirmed that more than one is shown: .* in unit .*\.$/).waitFor()

  await picture(ben, 'more-than-one-thread')

  const amina = await windowOf(p.amina, phone)
  await amina.goto(path)
  await amina.getByRole('button', { name: 'Criteria', exact: true }).click()
  await amina.getByText(/^Ben.* confirmed that more than one is shown/).waitFor()
  await noViolations(amina)
})

it('on a phone the tick stands under the criterion, and what is missing names the criterion until it is ticked [R30]', async () => {
  const units = (await p.matrix()).units
  const all = units.flatMap((u: any) => u.outcomes.flatMap((o: any) => o.criteria))
  const { id, number } = all.filter((c: any) => c.plural && c.kind === 'performance')[0]
  const evidenceId = await p.submitted([{ registrationId: p.registrationId, criterionId: id }])
  const ben = await windowOf(p.ben, phone)
  await ben.goto(`/c/${p.centreId}/evidence/${evidenceId}/assessment`)
  await ben.getByRole('button', { name: 'Criteria', exact: true }).click()
  await ben
    .getByRole('group', { name: `${number}, your judgement` })
    .getByRole('button', { name: 'Met' })
    .click()
  await picture(ben, 'more-than-one-360')
  await ben.getByRole('button', { name: 'Save decision' }).click()
  const missing = ben.getByText(
    new RegExp(`^Tick that more than one is shown, or say why one is enough: ${number} in unit`),
  )
  await missing.waitFor()
  await noViolations(ben)
  await ben
    .getByRole('checkbox', { name: /^More than one is shown in it/ })
    .first()
    .focus()
  await ben.keyboard.press('Space')
  await missing.waitFor({ state: 'detached' })
  expect(await ben.getByRole('checkbox', { name: 'More than one is shown in it', exact: true }).isChecked()).toBe(true)
})
