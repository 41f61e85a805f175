import { expect, it } from 'vitest'
import { hashPassword } from '#platform/sessions/auth.ts'
import { phone } from '#test/browser.ts'
import { testServer } from '#test/server.ts'
import { password, totp } from '#test/sign-in.ts'
import { picture, windowsOn } from './windows.ts'

const server = testServer()
const patience = { timeout: 120_000 }
const { windowOf } = windowsOn(server)

async function ben(name: string) {
  const { personId } = await server.person(await server.centre('Marchbank College'), name, 'assessor')
  const { rows } = await server.services.ownerPool.query(
    `with account as (update identity.accounts set password = $2 where person_id = $1) select email from identity.people where id = $1`,
    [personId, await hashPassword(password)],
  )
  const signIn = async (size?: { width: number; height: number }, to = 'account') => {
    const page = await windowOf(null, size)
    await page.goto(`/sign-in?to=/${to}`)
    await page.getByLabel('E-mail address').fill(rows[0].email)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    return page
  }
  return { personId, email: rows[0].email as string, signIn }
}

it(
  'a person is told at the field what is wrong with a new password, keeps what they typed, and chooses a better one',
  patience,
  async () => {
    const { signIn } = await ben('Ben Quinlan')
    const page = await signIn(phone)
    const [now, next] = [page.getByLabel('Your password now'), page.getByLabel('New password')]
    await now.fill(password)
    const change = page.getByRole('button', { name: 'Change the password' })
    for (const [typed, says] of [
      ['too short', 'Use at least 12 characters'],
      ['Password2026!', 'This is among the most used passwords'],
      ['vk3vk3vk3vk3', 'This is a few characters again and again'],
      ['abcdefghijklm', 'letters, digits or keys in their order'],
      ['BenQuinlan2026', 'This is made of your name'],
    ] as const) {
      await next.fill(typed)
      await change.press('Enter')
      await page.getByText(says).waitFor()
      expect([await now.inputValue(), await next.inputValue()], 'what was typed is kept').toEqual([password, typed])
      expect(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'focus is at the fault').toBe(
        'newPassword',
      )
    }
    await picture(page, 'password-own-360')
    await next.fill('five large brown dogs')
    await change.press('Enter')
    await page.getByText('Your password is changed.').waitFor()
    await page.context().close()
  },
)

it('a second factor is switched on and used, and the person hears of it by letter', patience, async () => {
  const { personId, signIn } = await ben('Ben Secured')
  const page = await signIn()
  await page.getByRole('button', { name: 'Switch on' }).click()
  await page.getByLabel('Your password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Carry on' }).click()
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '')
  await page.getByLabel('Code').fill(totp(secret))
  await page.getByRole('button', { name: 'Switch on' }).click()
  await page.getByText('Keep these backup codes.').waitFor()
  const [code] = await page.locator('ol li').allInnerTexts()
  await picture(page, 'second-factor-on-1280')
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByText('This device').waitFor()

  const telephone = await signIn(phone)
  await telephone.getByRole('button', { name: 'Use a backup code' }).click()
  await telephone.getByLabel('Backup code').fill('wrong-codes')
  await telephone.getByRole('button', { name: 'Carry on' }).click()
  await telephone.getByText('This backup code is not right').waitFor()
  await telephone.getByLabel('Backup code').fill(code as string)
  await telephone.getByRole('button', { name: 'Carry on' }).click()
  await telephone.getByText('This device').waitFor()
  await picture(telephone, 'account-second-factor-360')
  const { rows } = await server.services.ownerPool.query('select subject from letters where person_id = $1', [personId])
  expect(rows).toEqual([{ subject: 'Your second factor was switched on' }])
  await page.context().close()
  await telephone.context().close()
})

it(
  'a forgotten password is chosen anew by the link of the letter, and a link that was used says so',
  patience,
  async () => {
    const { personId, email } = await ben('Ben Forgetful')
    const page = await windowOf(null, phone)
    await page.goto('/forgot-password')
    await page.getByLabel('E-mail address').fill(email)
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await page.getByText('It takes the place of an older one').waitFor()
    const { rows } = await server.services.ownerPool.query('select body from letters where person_id = $1', [personId])
    const link = /https?:\S+/.exec(rows[0].body)?.[0] as string
    await page.goto(link)
    await page.getByLabel('New password').fill('Marchbank-College1')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('This is made of your name').waitFor()
    await picture(page, 'reset-password-own-360')
    await page.getByLabel('New password').fill('five large brown dogs')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('Your password is set.').waitFor()
    await page.goto(link)
    await page.getByLabel('New password').fill('six tiny white mice')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('This link does not work any more').waitFor()
    await page.context().close()
  },
)
