import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { deviceIn, phone, sessionCookie, wide } from '#test/browser.ts'
import { aPortfolio, filesOf, type Portfolio } from '#test/evidence.ts'
import { type SignedIn, testServer } from '#test/server.ts'
import { noViolations } from './seeing.ts'
import { picture } from './windows.ts'

const server = testServer()
const patience = { timeout: 120_000 }
const soon = { timeout: 15_000 }
const photo = fileURLToPath(new URL('../../db/cast/files/IMG_0388.jpg', import.meta.url))
const sheet = fileURLToPath(new URL('../../db/cast/files/Call-backs.xlsx', import.meta.url))
const onePhoto = '1 photo is waiting to upload'

let portfolio: Portfolio
beforeAll(async () => {
  portfolio = await aPortfolio(server)
})

let folder = ''
let device: BrowserContext
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'countersign-device-'))
  device = await deviceIn(folder, server.address)
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    for (const [i, page] of device.pages().entries()) await picture(page, `failed-offline-${i}`)
  await device.close()
  await rm(folder, { recursive: true, force: true })
})

const signIn = (who: SignedIn) =>
  device.addCookies([
    sessionCookie(server.address, decodeURIComponent(who.cookie.split('=')[1] ?? '').split('.')[0] ?? ''),
  ])
/** The device is switched off and on again. */
async function restart({ offline }: { offline: boolean }): Promise<Page> {
  await device.close()
  device = await deviceIn(folder, server.address)
  await device.setOffline(offline)
  return device.pages()[0] ?? (await device.newPage())
}
const pageOf = ({ evidenceId }: { evidenceId: string }) => `/c/${portfolio.centreId}/evidence/${evidenceId}`
/** A page of this device, once the device has the client for a time without a connection. */
async function opened(address: string): Promise<Page> {
  const page = device.pages()[0] ?? (await device.newPage())
  await page.goto(address)
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    if (active?.state !== 'activated') await new Promise(done => active?.addEventListener('statechange', done))
  })
  return page
}
const choose = (page: Page, ...files: string[]) =>
  page.locator('input.uppy-Dashboard-input').first().setInputFiles(files)
/** A recording of this size, on the disk of the device. */
async function film(size: number): Promise<string> {
  const file = path.join(folder, 'Long film.mp4')
  await writeFile(file, Buffer.alloc(size, 7))
  return file
}
/** What the device keeps, of whomever. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open('countersign')
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    const count = (store: string) =>
      new Promise<number>(resolve => {
        const asked = database.transaction(store).objectStore(store).count()
        asked.onsuccess = () => resolve(asked.result)
      })
    const counts = { files: await count('files'), bytes: await count('bytes'), begun: await count('begun') }
    database.close()
    return counts
  })
const nothingKept = { files: 0, bytes: 0, begun: 0 }
const namesOf = async (who: SignedIn, here: string) => (await filesOf(who, here)).map(f => f.name)
/** Uploads fail as in a tunnel, while everything else works. */
const withoutUploads = () => device.route('**/uploads**', route => route.abort())
const withUploads = () => device.unroute('**/uploads**')
async function bothSizes(page: Page, name: string): Promise<void> {
  await picture(page, `${name}-360`)
  if (!process.env.PICTURES) return
  await page.setViewportSize(wide)
  await picture(page, `${name}-1280`)
  await page.setViewportSize(phone)
}

it(
  'a photo and a voice note from a place without a signal survive a reload and a restart, go up by themselves, once, and then leave the device',
  patience,
  async () => {
    const { add } = portfolio
    const amina = await server.signIn(portfolio.amina.personId)
    const evidence = await add(amina)
    await signIn(amina)
    let page = await opened(pageOf(evidence))
    await page.getByLabel('Title').waitFor()
    const cached = await page.evaluate(async () => {
      const found = await Promise.all((await caches.keys()).map(async k => (await caches.open(k)).keys()))
      return found.flat().map(request => new URL(request.url).pathname)
    })
    expect(cached).toContain('/')
    expect(cached.filter(c => !/^\/(assets\/[\w.-]+\.(js|css|svg)|colour-scheme\.js|icon\.svg)?$/.test(c))).toEqual([])
    await device.setOffline(true)
    await page.getByLabel('Title').fill('A kettle that came back')
    await page.getByLabel('Find a criterion').fill('1.1')
    const criteria = page.getByRole('region', { name: 'Criteria it shows' })
    await criteria.getByRole('checkbox', { name: /^1\.1/ }).first().check()
    await choose(page, photo)
    await page.getByText(onePhoto).first().waitFor()
    await page.getByRole('tab', { name: 'Voice' }).click()
    await page.getByRole('button', { name: 'Begin audio recording' }).click()
    await page.getByText('0:01').first().waitFor()
    await page.getByRole('button', { name: 'Stop audio recording' }).click()
    await page.getByRole('button', { name: 'Submit recorded file' }).click()
    await page.getByText('1 photo and 1 recording are waiting to upload').first().waitFor()
    await page.getByText('You can submit it after that').waitFor()
    const typed = await page.evaluate(() =>
      Object.keys(localStorage).filter(k => k.startsWith('countersign.evidence/')),
    )
    expect(typed.map(k => k.split('/')[1])).toEqual([amina.personId, amina.personId])
    await noViolations(page)
    await bothSizes(page, 'offline-waiting')

    await page.reload()
    await page.getByRole('heading', { name: 'You are offline' }).waitFor()
    await page.getByText('1 photo and 1 recording are waiting to upload').first().waitFor()
    await page.getByText('What you typed and ticked here is kept').waitFor()
    await noViolations(page)
    await bothSizes(page, 'offline-reloaded')

    page = await restart({ offline: true })
    await page.goto('/')
    await page.getByRole('heading', { name: 'You are offline' }).waitFor()
    await page.getByText('1 photo and 1 recording are waiting to upload').waitFor()
    expect(await kept(page)).toEqual({ files: 2, bytes: 2, begun: 0 })
    await noViolations(page)
    await bothSizes(page, 'offline-restarted')

    await device.setOffline(false)
    await page.getByRole('heading', { name: /^Hello/ }).waitFor()
    await expect.poll(() => namesOf(amina, evidence.here), soon).toHaveLength(2)
    await expect.poll(() => kept(page), soon).toEqual(nothingKept)
    await page.goto(pageOf(evidence))
    await page.getByRole('list', { name: 'Files that are in' }).getByText('IMG_0388.jpg').first().waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('A kettle that came back')
    await expect
      .poll(async () => (await amina.get(evidence.here)).body.versions[0].title, soon)
      .toBe('A kettle that came back')
    await expect.poll(async () => (await amina.get(evidence.here)).body.versions[0].claims.length, soon).toBe(1)
    const names = await namesOf(amina, evidence.here)
    expect(names).toContain('IMG_0388.jpg')
    expect(names.some(n => n.startsWith('Voice note'))).toBe(true)
  },
)

it(
  'evidence is begun without a signal, with a title and a file, and is there when the signal returns',
  patience,
  async () => {
    const { at } = portfolio
    const amina = await server.signIn(portfolio.amina.personId)
    await signIn(amina)
    const page = await opened(`/c/${portfolio.centreId}/evidence/new`)
    await page.getByRole('button', { name: /Choose files/ }).waitFor()
    await device.setOffline(true)
    await page.getByRole('button', { name: /Choose files/ }).click()
    await page.getByRole('heading', { name: 'New evidence' }).waitFor()
    await page.getByLabel('Title').fill('Begun in the stock room')
    await choose(page, sheet)
    await page.getByText('1 file is waiting to upload').first().waitFor()
    await noViolations(page)
    await bothSizes(page, 'offline-new')
    await page.reload()
    await page.getByRole('heading', { name: 'You are offline' }).waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('Begun in the stock room')
    await device.setOffline(false)
    await page.getByRole('list', { name: 'Files that are in' }).getByText('Call-backs.xlsx').first().waitFor()
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Begun in the stock room')
    const { body } = await amina.get(`${at}/evidence?search=Begun`)
    expect(body.evidence).toHaveLength(1)
    expect(await kept(page)).toEqual(nothingKept)
  },
)

it(
  'signing out says what is not uploaded; the next person on the device sees none of it and sends none of it',
  patience,
  async () => {
    const { priya, add } = portfolio
    const amina = await server.signIn(portfolio.amina.personId)
    const evidence = await add(amina)
    await signIn(amina)
    await withoutUploads()
    const page = await opened(pageOf(evidence))
    await page.getByLabel('Title').waitFor()
    await choose(page, photo)
    await page.getByText(onePhoto).first().waitFor()
    await page.goto(`/c/${portfolio.centreId}/evidence`)
    await page.getByRole('status').getByText(onePhoto).waitFor()
    await noViolations(page)
    await bothSizes(page, 'waiting-list')
    await page.getByRole('button', { name: onePhoto }).click()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Open its evidence/ })
      .waitFor()
    await noViolations(page)
    await bothSizes(page, 'waiting-dialog')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Amina Yusuf' }).click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByText('1 photo is not saved yet.').waitFor()
    await noViolations(page)
    await bothSizes(page, 'waiting-sign-out')
    await page.getByRole('button', { name: 'Keep and sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()

    await withUploads()
    const sent: string[] = []
    device.on('request', r => r.url().includes('/uploads') && sent.push(r.url()))
    await signIn(await server.signIn(priya.personId))
    await page.goto('/')
    await page.getByRole('heading', { name: /^Hello, Priya/ }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.getByText(/waiting to upload/).count()).toBe(0)
    expect(sent).toEqual([])
    expect((await kept(page)).files).toBe(1)

    // Priya's session ends on another device; Amina signs in again, and hers goes on.
    const { rowCount } = await server.services.ownerPool.query('delete from identity.sessions where person_id = $1', [
      priya.personId,
    ])
    expect(rowCount).toBeGreaterThan(0)
    const again = await server.signIn(amina.personId)
    await signIn(again)
    await page.goto('/')
    await expect.poll(() => namesOf(again, evidence.here), soon).toEqual(['IMG_0388.jpg'])
    await expect.poll(() => kept(page), soon).toEqual(nothingKept)
  },
)

it('on a shared device she deletes what waits, with the text, and signs out', patience, async () => {
  const { add } = portfolio
  const amina = await server.signIn(portfolio.amina.personId)
  const evidence = await add(amina)
  await signIn(amina)
  await withoutUploads()
  await device.route('**/description', route => route.abort())
  const page = await opened(pageOf(evidence))
  await page.getByLabel('Title').fill('Typed and not saved')
  await choose(page, photo)
  await page.getByText(onePhoto).first().waitFor()
  await page.getByRole('button', { name: 'Amina Yusuf' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.getByText('1 photo and text that you typed are not saved yet').waitFor()
  await page.getByRole('button', { name: 'Delete 1 photo and text, and sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect(await kept(page)).toEqual(nothingKept)
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter(k => k.startsWith('countersign.evidence'))),
  ).toEqual([])
})

it('a session that ends keeps everything, and it goes on after signing in as the same person', patience, async () => {
  const { add } = portfolio
  const amina = await server.signIn(portfolio.amina.personId)
  const evidence = await add(amina)
  await signIn(amina)
  const page = await opened(pageOf(evidence))
  await page.getByLabel('Title').waitFor()
  await device.setOffline(true)
  await choose(page, photo)
  await page.getByText(onePhoto).first().waitFor()
  await server.services.ownerPool.query('delete from identity.sessions where person_id = $1', [amina.personId])
  await device.setOffline(false)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.getByText('1 photo is waiting to upload on this device').waitFor()
  await noViolations(page)
  await bothSizes(page, 'waiting-sign-in')
  expect((await kept(page)).files).toBe(1)
  const again = await server.signIn(amina.personId)
  await signIn(again)
  await page.goto(pageOf(evidence))
  await page.getByRole('list', { name: 'Files that are in' }).getByText('IMG_0388.jpg').first().waitFor()
  expect(await namesOf(again, evidence.here)).toEqual(['IMG_0388.jpg'])
  await expect.poll(() => kept(page), soon).toEqual(nothingKept)
})

it('two windows send a file once, and both say that it waits', patience, async () => {
  const amina = await server.signIn(portfolio.amina.personId)
  const evidence = await portfolio.add(amina)
  await signIn(amina)
  const one = await opened(pageOf(evidence))
  const two = await device.newPage()
  await two.goto(pageOf(evidence))
  for (const page of [one, two]) await page.getByLabel('Title').waitFor()
  const begun: string[] = []
  device.on('request', r => r.method() === 'POST' && r.url().endsWith('/uploads') && begun.push(r.url()))
  await device.setOffline(true)
  await choose(one, photo, sheet)
  for (const page of [one, two]) await page.getByText('1 photo and 1 file are waiting to upload').first().waitFor()
  begun.length = 0
  await device.setOffline(false)
  for (const page of [one, two])
    await page.getByRole('list', { name: 'Files that are in' }).getByText('IMG_0388.jpg').first().waitFor()
  await expect.poll(() => kept(one), soon).toEqual(nothingKept)
  expect(begun).toHaveLength(2)
  expect((await namesOf(amina, evidence.here)).sort()).toEqual(['Call-backs.xlsx', 'IMG_0388.jpg'])
})

it(
  'a file that the server refuses stays on the device with the reason, can be saved, and is removed only when asked',
  patience,
  async () => {
    const amina = await server.signIn(portfolio.amina.personId)
    const evidence = await portfolio.add(amina)
    await signIn(amina)
    const page = await opened(pageOf(evidence))
    await page.getByLabel('Title').waitFor()
    await device.setOffline(true)
    await choose(page, photo)
    await page.getByText(onePhoto).first().waitFor()
    expect((await amina.post(`${evidence.here}/withdrawal`, {})).status).toBe(200)
    await device.setOffline(false)
    await page.getByText('1 photo was not accepted').first().waitFor()
    await page.getByText('cannot be changed any more').first().waitFor()
    await noViolations(page)
    await bothSizes(page, 'waiting-refused')
    await page.reload()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save a copy of IMG_0388.jpg' }).click()
    const saved = await (await download).path()
    expect((await readFile(saved)).equals(await readFile(photo))).toBe(true)
    expect((await kept(page)).files).toBe(1)
    await page.getByRole('button', { name: 'Remove IMG_0388.jpg' }).click()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await expect.poll(() => kept(page), soon).toEqual(nothingKept)
    expect(await page.getByText('was not accepted').count()).toBe(0)
  },
)

it(
  'a large file that was cut off goes on from the byte that the server has, after a restart too',
  patience,
  async () => {
    const amina = await server.signIn(portfolio.amina.personId)
    const evidence = await portfolio.add(amina)
    await signIn(amina)
    let page = await opened(pageOf(evidence))
    await page.getByLabel('Title').waitFor()
    const line = await device.newCDPSession(page)
    await line.send('Network.enable')
    const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2_000_000 }
    await line.send('Network.emulateNetworkConditions', slow)
    await choose(page, await film(24_000_000))
    await page.getByText(/^Uploading, [2-9]\d%$/).waitFor()
    await bothSizes(page, 'waiting-uploading')
    await device.setOffline(true)
    await page.getByText('1 recording is waiting to upload').first().waitFor()
    page = await restart({ offline: true })
    const offsets: number[] = []
    device.on('request', r => r.method() === 'PATCH' && offsets.push(Number(r.headers()['upload-offset'])))
    await page.goto(pageOf(evidence))
    await page.getByText('1 recording is waiting to upload').first().waitFor()
    await device.setOffline(false)
    await page.getByRole('list', { name: 'Files that are in' }).getByText('Long film.mp4').first().waitFor()
    expect(offsets[0]).toBeGreaterThan(0)
    expect((await filesOf(amina, evidence.here)).map(f => f.size)).toEqual([24_000_000])
  },
)

it(
  'without room on the device it says so at once, keeps what fits, and sends the rest from the open window',
  patience,
  async () => {
    const amina = await server.signIn(portfolio.amina.personId)
    const evidence = await portfolio.add(amina)
    await signIn(amina)
    let page = await opened(pageOf(evidence))
    await page.getByLabel('Title').waitFor()
    await device.setOffline(true)
    await choose(page, photo)
    await page.getByText(onePhoto).first().waitFor()
    // The browser remembers for a while how much room there was: the device is full when it is opened again.
    page = await restart({ offline: true })
    const line = await device.newCDPSession(page)
    await line.send('Storage.overrideQuotaForOrigin', { origin: server.address, quotaSize: 1000 })
    await page.goto(pageOf(evidence))
    await page.getByText(onePhoto).first().waitFor()
    await choose(page, await film(8_000_000))
    await page.getByText('This device has no room left for Long film.mp4').waitFor()
    await page.getByText('Keep this window open until it is uploaded.').last().waitFor()
    expect((await kept(page)).files).toBe(1)
    await noViolations(page)
    await bothSizes(page, 'waiting-no-room')
    await device.setOffline(false)
    await page.getByRole('list', { name: 'Files that are in' }).getByText('Long film.mp4').first().waitFor()
    expect((await namesOf(amina, evidence.here)).sort()).toEqual(['IMG_0388.jpg', 'Long film.mp4'])
    await expect.poll(() => kept(page), soon).toEqual(nothingKept)
  },
)

it(
  'a new release is seen with the next page, also by a window that stays open, and of the old ones one is kept',
  patience,
  async () => {
    let release = 1
    // The same server, whose client is released anew now and then.
    const releasing = createServer(async (request, reply) => {
      const answer = await fetch(`${server.address}${request.url}`, {
        headers: { cookie: request.headers.cookie ?? '' },
      })
      let body = Buffer.from(await answer.arrayBuffer())
      const type = answer.headers.get('content-type') ?? ''
      if (request.url === '/service-worker.js')
        body = Buffer.from(body.toString().replace(/const release = '\w+'/, `const release = 'r${release}'`))
      if (type.includes('html'))
        body = Buffer.from(`${body}`.replace('<head>', `<head><meta name="release" content="${release}">`))
      reply.writeHead(answer.status, {
        'content-type': type,
        'cache-control': answer.headers.get('cache-control') ?? '',
      })
      reply.end(body)
    })
    await new Promise<void>(done => releasing.listen(0, '127.0.0.1', done))
    const address = `http://127.0.0.1:${(releasing.address() as AddressInfo).port}`
    try {
      const page = await opened(`${address}/sign-in`)
      const shown = () => page.locator('meta[name=release]').getAttribute('content')
      const releases = () =>
        page.evaluate(async () => (await caches.keys()).map(k => k.replace('countersign-client-', '')))
      expect(await shown()).toBe('1')
      await expect.poll(releases, soon).toEqual(['r1'])
      release = 2
      await page.reload()
      expect(await shown()).toBe('2')
      await expect.poll(releases, soon).toEqual(['r1', 'r2'])
      release = 3
      // Asked until it is seen: a question that is under way already is not asked twice.
      const askAgain = async () => {
        await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
        return await releases()
      }
      await expect.poll(askAgain, soon).toEqual(['r2', 'r3'])
      expect(await shown()).toBe('2')
      await page.getByRole('link', { name: 'I have forgotten my password' }).click()
      await expect.poll(shown, soon).toBe('3')
      await device.setOffline(true)
      await page.reload()
      await page.getByRole('heading', { name: /password/i }).waitFor()
    } finally {
      releasing.closeAllConnections()
      releasing.close()
    }
  },
)
