import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { uploads } from '#server/routes.ts'
import { aPortfolio, askOffset, filesOf, type Portfolio, sendBytes, startUpload, upload } from '#test/evidence.ts'
import { testServer } from '#test/server.ts'
import { sweepStaged } from './staged.ts'

const server = testServer()
const sql = async (text: string, ...values: unknown[]) => (await server.services.ownerPool.query(text, values)).rows
let p: Portfolio
beforeAll(async () => {
  p = await aPortfolio(server)
})

const staged = () => readdir(server.services.files.stagingDir)
const content = Buffer.from('A line of the record.\n'.repeat(50_000))
const half = 400_000

async function started(name = 'record.txt', size = content.length) {
  const { here, evidenceId } = await p.add(p.amina)
  const answer = await startUpload(server, p.amina, here, name, size)
  return { here, evidenceId, url: answer.headers.get('location') as string }
}

/** Announces the rest of the file and hangs up after a part of it, as a train does in a tunnel. */
function cutOff(url: string, offset: number, sent: Buffer): Promise<void> {
  return new Promise(resolve => {
    const request = http.request(`${server.address}${url}`, {
      method: 'PATCH',
      headers: {
        cookie: p.amina.cookie,
        'tus-resumable': '1.0.0',
        'upload-offset': offset,
        'content-type': 'application/offset+octet-stream',
        'content-length': content.length - offset,
      },
    })
    request.on('error', () => resolve())
    request.write(sent, () => setTimeout(() => request.destroy(), 100))
  })
}

it('an upload that is cut off carries on where it was, and nothing half-done is seen', async () => {
  const { here, url } = await started()
  expect((await sendBytes(server, p.amina, url, 0, content.subarray(0, 1000))).headers.get('upload-offset')).toBe(
    '1000',
  )
  await cutOff(url, 1000, content.subarray(1000, half))
  expect(await filesOf(p.amina, here)).toEqual([])
  const offset = Number((await askOffset(server, p.amina, url)).headers.get('upload-offset'))
  expect(offset).toBeGreaterThan(1000)
  expect(offset).toBeLessThanOrEqual(half)
  expect((await sendBytes(server, p.amina, url, 5, content.subarray(5, 50))).status).toBe(409)
  expect((await sendBytes(server, p.amina, url, offset, content.subarray(offset))).status).toBe(204)
  const [file] = await filesOf(p.amina, here)
  expect(file).toMatchObject({ size: content.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect((await p.amina.get(`${here}/files/${file?.id}`)).body).toBe(content.toString())
  expect(await staged()).toEqual([])
})

it('the last request sent again adds the file once', async () => {
  const { here, url, evidenceId } = await started()
  expect((await sendBytes(server, p.amina, url, 0, content)).status).toBe(204)
  const again = await sendBytes(server, p.amina, url, content.length, Buffer.alloc(0))
  expect([again.status, again.headers.get('upload-offset')]).toEqual([204, `${content.length}`])
  expect((await askOffset(server, p.amina, url)).headers.get('upload-offset')).toBe(`${content.length}`)
  expect(await filesOf(p.amina, here)).toHaveLength(1)
  expect(await sql(`select 1 from events where subject_id = $1 and type = 'file-added'`, evidenceId)).toHaveLength(1)
})

it('two different files sent into one upload at once never become content under a hash that is not its own', async () => {
  const { here, url } = await started()
  const other = Buffer.from(content.toString().replaceAll('record', 'forged'))
  await Promise.all(
    [0, 1, 2, 3].map(i => sendBytes(server, p.amina, url, 0, i % 2 ? other : content).catch(() => null)),
  )
  const offset = Number((await askOffset(server, p.amina, url)).headers.get('upload-offset'))
  if (offset < content.length) await sendBytes(server, p.amina, url, offset, content.subarray(offset))
  const [file] = await filesOf(p.amina, here)
  const { body } = await p.amina.get(`${here}/files/${file?.id}`)
  expect(createHash('sha256').update(body).digest('hex')).toBe(file?.sha256)
})

it('nobody else sends, asks or ends an upload, and the session is asked for each request', async () => {
  const { here, url } = await started()
  for (const who of [p.ben, p.priya, { ...p.amina, cookie: '' }]) {
    const answers = [
      await sendBytes(server, who, url, 0, content),
      await askOffset(server, who, url),
      await who.delete(url.replace('/api', ''), undefined, { cookie: who.cookie, 'tus-resumable': '1.0.0' }),
    ]
    expect(answers.map(a => a.status)).toEqual(answers.map(() => (who.cookie ? 404 : 401)))
  }
  const elsewhere = url.replace(here, (await p.add(p.amina)).here)
  expect((await sendBytes(server, p.amina, elsewhere, 0, content)).status).toBe(404)
  expect((await startUpload(server, p.priya, here, 'a.txt', 1)).status).toBe(404)
  expect((await startUpload(server, p.ben, here, 'a.txt', 1)).body.code).toBe('evidence/written-by-another')
  const foreign = await fetch(`${server.address}${url}`, {
    method: 'PATCH',
    headers: { cookie: p.amina.cookie, origin: 'https://elsewhere.example', 'tus-resumable': '1.0.0' },
  })
  expect(foreign.status).toBe(403)
  expect(await filesOf(p.amina, here)).toEqual([])
})

it('an upload under way when the evidence is submitted is not added to it', async () => {
  const { here, url } = await started()
  await sendBytes(server, p.amina, url, 0, content.subarray(0, half))
  await p.describe(here)
  await p.write(here, 'Enough without the file.')
  await p.amina.put(`${here}/claims`, { claim: (await p.claimable(here)).slice(0, 1).map(p.key) })
  expect((await p.amina.post(`${here}/submission`, { authentic: true })).status).toBe(200)
  const late = await sendBytes(server, p.amina, url, half, content.subarray(half))
  expect([late.status, late.body.code]).toEqual([422, 'evidence/not-draft'])
  expect(await filesOf(p.amina, here)).toEqual([])
})

it('an upload that was whole when the server stopped is finished at its next start', async () => {
  const { here, url } = await started()
  const id = url.split('/').at(-1) as string
  await writeFile(path.join(server.services.files.stagingDir, id), content)
  expect(await filesOf(p.amina, here)).toEqual([])
  await sweepStaged(server.services, uploads)
  expect(await filesOf(p.amina, here)).toHaveLength(1)
})

it('and so it is when the browser asks first', async () => {
  const { here, url } = await started()
  const id = url.split('/').at(-1) as string
  await writeFile(path.join(server.services.files.stagingDir, id), content)
  const answers = await Promise.all([askOffset(server, p.amina, url), askOffset(server, p.amina, url)])
  expect(answers.map(a => a.headers.get('upload-offset'))).toEqual([`${content.length}`, `${content.length}`])
  expect(await filesOf(p.amina, here)).toHaveLength(1)
})

it('what nobody carried on for a week is thrown away', async () => {
  const { url } = await started()
  await sendBytes(server, p.amina, url, 0, content.subarray(0, half))
  const id = url.split('/').at(-1) as string
  await sql(`update uploads set started_at = now() - interval '8 days' where id = $1`, id)
  await sweepStaged(server.services, uploads)
  expect((await askOffset(server, p.amina, url)).status).toBe(404)
})

it('the same bytes put in twice are kept once, and many files arrive side by side', async () => {
  const { here } = await p.add(p.amina)
  const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt']
  const answers = await Promise.all(names.map(name => upload(server, p.amina, here, name, content)))
  expect(answers.map(a => a.status)).toEqual(names.map(() => 204))
  const files = await filesOf(p.amina, here)
  expect(files.map(f => f.name).toSorted()).toEqual(names)
  expect(new Set(files.map(f => f.sha256)).size).toBe(1)
})
