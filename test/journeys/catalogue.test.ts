import { beforeAll, expect, it } from 'vitest'
import { phone } from '#test/browser.ts'
import { type SignedIn, testServer } from '#test/server.ts'
import { noViolations } from './seeing.ts'
import { windowsOn } from './windows.ts'

const server = testServer()
const { windowOf } = windowsOn(server)
let centreId: string
let grace: SignedIn
let carol: SignedIn

beforeAll(async () => {
  centreId = await server.centre('Harbour Training')
  grace = await server.person(centreId, 'Grace Okafor', 'centre-administrator')
  carol = await server.person(centreId, 'Carol Price', 'lead-iqa')
})

const at = (path: string) => `/c/${centreId}/catalogue${path}`

/** Written for this test. Criterion 2.1 stands before its outcome, as in real documents; unit 2 has a slip of the pen. */
const handbook = `Larkfield Awards Level 2 Certificate in Lighthouse Keeping

Qualification Accreditation Number: 610/9902/6

Unit 1

Title\tKeep the lamp
Level\t2
Credit\t4
Unit accreditation no.\tT/297/0001
Learning Outcomes The learner will:\tAssessment Criteria The learner can:
1. Understand the lamp\t<p>1.1 Explain why the lamp turns</p> <p>1.2 Describe the parts of a lamp</p> <p>2.1 Clean the glass</p>
2. Be able to keep the lamp\t<p>2.2 Trim the wick</p>

Unit 2

Title\tKeep the lgo
Level\t2
Credit\t3
Unit accreditation no.\tT/297/0012
Learning Outcomes The learner will:\tAssessment Criteria The learner can:
1. Be able to keep a log\t<p>1.1 Record each passing ship</p> <p>1.2 Record the weather</p>
`

it('a document is read, put right beside its text by two people who do not overwrite each other, published, and found again [R12] [R22] [R27]', {
  timeout: 90_000,
}, async () => {
  const page = await windowOf(grace)
  await page.goto(at(''))
  await page.getByText('No qualification yet').waitFor()
  await noViolations(page)
  await page.getByRole('link', { name: 'Import a document' }).first().click()
  const document = { name: 'handbook.txt', mimeType: 'text/plain', buffer: Buffer.from(handbook) }
  await page.getByLabel('Choose a document, or drop it here').setInputFiles(document)
  await page.getByRole('heading', { name: 'handbook.txt' }).waitFor()
  await noViolations(page)
  const url = page.url()

  // The report leads to the place in both, also by one key.
  await page.keyboard.press('j')
  await page.locator('li > button[aria-current]').waitFor()
  await page.getByRole('button', { name: '1 note' }).click()
  await page.getByRole('button', { name: /title of outcome 2 is printed after/ }).click()
  await page.locator('[data-line="13"][data-here]').waitFor()
  await page.locator('[data-unit="0"][data-here]').waitFor()
  await page.getByRole('button', { name: 'Source of 1.2' }).click()
  await page.locator('[data-line="12"][data-here]').waitFor()

  // Carol looks at the same import; Grace is quicker.
  const other = await windowOf(carol)
  await other.goto(url)
  await other.getByRole('button', { name: /Keep the lgo/ }).click()
  await page.getByRole('button', { name: /Keep the lgo/ }).click()
  await page.getByRole('button', { name: /Keep the lgo ?, correct title/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'title' }).fill('Keep the log')
  await page.keyboard.press('Enter')
  await page.getByText('was “Keep the lgo”').waitFor()
  await noViolations(page)
  await other.getByRole('button', { name: /Record the weather ?, correct criterion 1.2/ }).click()
  await other.getByRole('textbox', { name: 'criterion 1.2' }).fill('Record wind and weather')
  await other.keyboard.press('Enter')
  await other.getByText('Somebody else has changed this import meanwhile').waitFor()
  await other.getByText('was “Keep the lgo”').waitFor()
  expect(await other.getByRole('textbox', { name: 'criterion 1.2' }).inputValue()).toBe('Record wind and weather')
  await other.getByRole('button', { name: 'Save' }).click()
  await other.getByText('was “Record the weather”').waitFor()

  // On a phone source and result are two tabs.
  const small = await windowOf(grace, phone)
  await small.goto(url)
  await small.getByRole('region', { name: 'What was read' }).waitFor()
  expect(await small.getByRole('region', { name: 'Source text' }).isVisible()).toBe(false)
  await small.getByRole('button', { name: 'Source', exact: true }).click()
  await small.getByText('1. Be able to keep a log').waitFor()
  await noViolations(small)

  await page.reload()
  await page.getByRole('button', { name: 'Publish' }).click()
  const dialog = page.getByRole('dialog', { name: /Publish this/ })
  await dialog.getByText('2 units, 6 criteria').waitFor()
  expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true)
  await noViolations(page)
  await dialog.getByRole('checkbox', { name: /have read/ }).check()
  await dialog.getByRole('button', { name: 'Publish' }).click()
  // The review has a button of the same name: the version's own page first.
  await page.waitForURL(/\/catalogue\/versions\//)
  await page.getByText('Certificate in Lighthouse Keeping L2 (Larkfield Awards) 610_9902_6').waitFor()
  await page.getByRole('button', { name: 'Open all units' }).click()
  await page.getByText('Record wind and weather').waitFor()
  await noViolations(page)

  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('wind weather')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Keep the log' }).click()
  await page.getByRole('heading', { name: 'Keep the log', level: 1 }).waitFor()
  await page.getByText('Where this unit stands').waitFor()
  await noViolations(page)
})
