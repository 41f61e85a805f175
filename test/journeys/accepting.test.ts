import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { settled } from '#test/browser.ts'
import { met, notYet, type Portfolio, startPortfolio } from '#test/portfolio.ts'
import { testServer } from '#test/server.ts'
import { noViolations } from './seeing.ts'
import { picture, windowsOn } from './windows.ts'

const server = testServer()
const { windowOf } = windowsOn(server)

let p: Portfolio
let numbers: string[]
beforeAll(async () => {
  p = await startPortfolio(server, { trainee: true })
  const { units } = await p.matrix()
  const [unit] = units.filter((u: { number: string }) => u.number === '1')
  numbers = unit.outcomes.flatMap((o: { criteria: { number: string }[] }) => o.criteria.map(c => c.number)).slice(0, 6)
})

const choice = (ben: Page, number: string, which: 'Met' | 'Not yet') =>
  ben.getByRole('group', { name: `${number}, your judgement` }).getByRole('button', { name: which })
/** What is chosen in the form, by criterion. */
const chosen = async (ben: Page) =>
  Promise.all(
    numbers.map(async number => {
      for (const which of ['Met', 'Not yet'] as const)
        if ((await choice(ben, number, which).getAttribute('aria-pressed')) === 'true') return which
      return null
    }),
  )

it('Ben’s own “Not yet” stays when he accepts all: the prompt names it, Cancel changes nothing, OK sets exactly the ticks named [R5] [R6] [R8]', {
  timeout: 90_000,
}, async () => {
  const six = p.criteria.slice(0, 6)
  const evidenceId = await p.submitted(six)
  const trainee = [...met(six.slice(0, 4)), ...notYet(six.slice(4, 5)), ...met(six.slice(5))]
  expect((await p.decide(p.tom, evidenceId, trainee, { provisional: true })).status).toBe(200)
  const ben = await windowOf(p.ben)
  await ben.goto(`/c/${p.centreId}/evidence/${evidenceId}/assessment`)
  await ben.getByRole('button', { name: 'Accept all learner ticks (6)' }).waitFor()
  await ben.getByRole('button', { name: 'Accept all trainee assessor ticks (5)' }).waitFor()
  await choice(ben, numbers[1] as string, 'Not yet').click()
  await ben.getByLabel(`${numbers[1]}, why it is not yet met`).selectOption('unclear')
  const own = [null, 'Not yet', null, null, null, null]
  expect(await chosen(ben)).toEqual(own)

  // By mouse: first Cancel, then OK.
  const prompt = ben.getByRole('dialog', { name: 'Are you sure you wish to accept all of the learner ticks?' })
  await ben.getByRole('button', { name: 'Accept all learner ticks (5)' }).click()
  await prompt.getByText('5 ticks by Amina will be copied').waitFor()
  await prompt.getByText(`${numbers[1]} in unit 1. Your judgement: not yet met. It stays.`).waitFor()
  await noViolations(ben)
  await picture(ben, 'accept-all-learner')
  await prompt.getByRole('button', { name: 'Cancel' }).last().click()
  await prompt.waitFor({ state: 'detached' })
  expect(await chosen(ben), 'Cancel changes nothing').toEqual(own)
  await ben.getByRole('button', { name: 'Accept all learner ticks (5)' }).click()
  await prompt.getByLabel('Why can they be accepted together?').fill('One page shows them')
  await prompt.getByRole('button', { name: 'OK' }).click()
  await choice(ben, numbers[5] as string, 'Met')
    .and(ben.locator('[aria-pressed=true]'))
    .waitFor()
  expect(await chosen(ben), 'his own judgement stays').toEqual(['Met', 'Not yet', 'Met', 'Met', 'Met', 'Met'])
  await settled(ben)
  await picture(ben, 'accepted-learner')
  await ben.getByRole('button', { name: /Take it back/ }).click()
  expect(await chosen(ben), 'taken back').toEqual(own)

  // By keyboard, the trainee's: also what Tom judged not yet met is named, and open.
  await ben.keyboard.press('t')
  const trainees = ben.getByRole('dialog', {
    name: 'Are you sure you wish to accept all of the trainee assessor ticks?',
  })
  await trainees.getByText('4 ticks by Tom will be copied').waitFor()
  await trainees.getByText(`${numbers[1]} in unit 1. Your judgement: not yet met. It stays.`).waitFor()
  await trainees.getByText(`${numbers[4]} in unit 1. Tom judged: not yet met. Judge it yourself.`).waitFor()
  await picture(ben, 'accept-all-trainee')
  await ben.keyboard.press('Escape')
  await trainees.waitFor({ state: 'detached' })
  expect(await chosen(ben), 'Escape changes nothing').toEqual(own)
  await ben.keyboard.press('t')
  await trainees.waitFor()
  await ben.keyboard.type('Tom says where each is shown')
  await ben.keyboard.press('Enter')
  await choice(ben, numbers[5] as string, 'Met')
    .and(ben.locator('[aria-pressed=true]'))
    .waitFor()
  expect(await chosen(ben)).toEqual(['Met', 'Not yet', 'Met', 'Met', null, 'Met'])
  await choice(ben, numbers[4] as string, 'Met').click()
  await ben
    .getByLabel(/What was met, by what/)
    .fill('Your statement shows five by what you did first. Next, show me 1.2 on the log.')
  await ben.getByRole('radio', { name: /Accept it/ }).check()
  for (const field of await ben.getByRole('region', { name: 'What you answer for' }).getByRole('textbox').all())
    await field.fill('Two are shown in the statement.')
  await ben.getByRole('button', { name: 'Save decision' }).click()
  await ben
    .getByText(/5 criteria now count, 1 not yet met/)
    .first()
    .waitFor()
  const { layers, decisions } = await p.assessment(p.ben, evidenceId)
  const outcomes = new Map(
    layers.assessor.map((t: { criterionId: string; outcome: string }) => [t.criterionId, t.outcome]),
  )
  expect(six.map(k => outcomes.get(k.criterionId))).toEqual(['met', 'not-yet-met', 'met', 'met', 'met', 'met'])
  const [{ acceptances }] = decisions.filter((d: { layer: string }) => d.layer === 'assessor')
  expect(acceptances).toMatchObject([{ layer: 'trainee', shown: 4, exceptions: 0 }])
})
