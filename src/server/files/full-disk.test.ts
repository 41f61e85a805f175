import { createHash, randomBytes } from 'node:crypto'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPortfolio, askOffset, sendBytes, startUpload } from '#test/evidence.ts'
import { type OwnPostgres, ownPostgres, smallDisk } from '#test/own-postgres.ts'
import type { Answer } from '#test/server.ts'

const MB = 1_000_000
const reserve = 40 * MB
// Root may have a disk of 260 MB for this. Without one the reserve is set so high that the machine's own disk looks as small.
const disk = smallDisk(260)
let server: OwnPostgres
let kept = reserve

const left = () => {
  const { bavail, bsize } = statfsSync(server.services.files.stagingDir)
  return bavail * bsize
}
const ballast = () => path.join(server.dataDir, 'ballast')
/** Fills the disk but for so many bytes beyond the reserve. */
function fillBut(bytes: number): void {
  rmSync(ballast(), { force: true })
  writeFileSync(ballast(), Buffer.alloc(Math.max(0, left() - kept - bytes)))
}
const clear = () => rmSync(ballast(), { force: true })

beforeAll(async () => {
  if (!disk) {
    const { bavail, bsize } = statfsSync('/tmp')
    kept = bavail * bsize - 200 * MB
  }
  server = await ownPostgres({ ...(disk ? { dataDir: disk.dir } : {}), reserve: kept })
}, 180_000)
afterAll(async () => {
  await server?.close()
  disk?.remove()
})

async function readyz(): Promise<number> {
  return (await fetch(`${server.address}/readyz`)).status
}

it('uploads are refused before the disk is full, so that what people type can still be saved', async () => {
  const p = await aPortfolio(server)
  const { here } = await p.add(p.amina)
  const start = async (name: string, size: number) => await startUpload(server, p.amina, here, name, size)
  const urlOf = async (name: string, size: number) => (await start(name, size)).headers.get('location') as string
  const typed = async () => (await p.add(p.amina)).evidenceId
  expect(await readyz()).toBe(200)
  const words = Buffer.alloc(5 * MB, 'words ')
  expect((await sendBytes(server, p.amina, await urlOf('a.txt', words.length), 0, words)).status).toBe(204)

  const tooLarge = await start('large.txt', left())
  expect(tooLarge.status).toBe(507)
  expect(tooLarge.body).toMatchObject({ code: 'platform/no-room' })

  // Both fit when they begin; the second one does not any more when its bytes come.
  fillBut(9 * MB)
  const part = Buffer.alloc(6 * MB, 'other words ')
  const [first, second] = [await urlOf('b.txt', part.length), await urlOf('c.txt', part.length)]
  expect((await sendBytes(server, p.amina, first, 0, part)).status).toBe(204)
  const refused = await sendBytes(server, p.amina, second, 0, part)
  expect([refused.status, refused.body.code]).toEqual([507, 'platform/no-room'])
  await typed()

  fillBut(-1 * MB)
  expect(await readyz()).toBe(507)
  await typed()
  clear()
  await expect.poll(readyz, { timeout: 5000 }).toBe(200)
  const offset = Number((await askOffset(server, p.amina, second)).headers.get('upload-offset'))
  expect((await sendBytes(server, p.amina, second, offset, part.subarray(offset))).status).toBe(204)
  const { body } = await p.amina.get(here)
  const files = body.versions[0].files as { name: string; sha256: string }[]
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  expect(files.map(f => [f.name, f.sha256])).toEqual([
    ['a.txt', hashOf(words)],
    ['b.txt', hashOf(part)],
    ['c.txt', hashOf(part)],
  ])
}, 60_000)

it('a database without room refuses with 507, loses nothing acknowledged, and goes on once there is room', async () => {
  const p = await aPortfolio(server)
  const subject = (n: number) => `${p.at}/drafts/evidence-note:${n}`
  const text = () => randomBytes(90_000).toString('hex')
  expect((await p.amina.put(subject(0), { body: { text: text() }, revision: 0 })).status).toBe(200)
  const fill = async () => {
    if (disk) fillBut(3 * MB - kept)
    else
      await server.services.ownerPool.query(`
        create function no_room() returns trigger language plpgsql as
          $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$;
        create trigger no_room before insert on drafts for each row execute function no_room()`)
  }
  await fill()
  const answers: [number, Answer][] = []
  for (let n = 1; n < 200; n++)
    answers.push([n, await p.amina.put(subject(n), { body: { text: text() }, revision: 0 })])
  const heard = new Set(answers.map(([, a]) => `${a.status} ${a.body.code ?? ''}`.trim()))
  expect([...heard].filter(h => !['200', '507 platform/no-room', '503 platform/unavailable'].includes(h))).toEqual([])
  expect(heard.size).toBeGreaterThan(1)
  expect(await readyz()).not.toBe(200)

  if (disk) clear()
  else await server.services.ownerPool.query('drop trigger no_room on drafts')
  // A PostgreSQL that could not even write its log has ended; whoever made room starts it again.
  await server.end('SIGQUIT')
  await server.start()
  await expect
    .poll(async () => (await p.amina.put(subject(500), { body: {}, revision: 0 })).status, { timeout: 30_000 })
    .not.toBe(503)
  for (const [n, answer] of answers)
    if (answer.status === 200)
      expect([n, (await p.amina.get(subject(n))).body.draft?.revision]).toEqual([n, answer.body.revision])
}, 120_000)
