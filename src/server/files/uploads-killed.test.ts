import { createHash, randomBytes } from 'node:crypto'
import http from 'node:http'
import { expect, it } from 'vitest'
import { aPortfolio, askOffset, filesOf, sendBytes, startUpload } from '#test/evidence.ts'
import { killableServer } from '#test/kill.ts'

const server = killableServer()

it('a server killed in the middle of an upload loses nothing that it acknowledged, shows nothing half-done, and carries on', async () => {
  const p = await aPortfolio(server)
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(24_000_000)])
  const { here, evidenceId } = await p.add(p.amina)
  const url = (await startUpload(server, p.amina, here, 'evidence.pdf', content.length)).headers.get(
    'location',
  ) as string
  const acknowledged = await sendBytes(server, p.amina, url, 0, content.subarray(0, 5_000_000))
  expect(acknowledged.headers.get('upload-offset')).toBe('5000000')

  const cut = new Promise(resolve => {
    const headers = {
      cookie: p.amina.cookie,
      'tus-resumable': '1.0.0',
      'upload-offset': 5_000_000,
      'content-type': 'application/offset+octet-stream',
      'content-length': content.length - 5_000_000,
    }
    const request = http.request(`${server.address}${url}`, { method: 'PATCH', headers })
    request.on('error', resolve)
    request.write(content.subarray(5_000_000, 15_000_000), () => void server.kill())
  })
  await cut
  await server.start()

  expect(await filesOf(p.amina, here)).toEqual([])
  const offset = Number((await askOffset(server, p.amina, url)).headers.get('upload-offset'))
  expect(offset).toBeGreaterThanOrEqual(5_000_000)
  expect(offset).toBeLessThanOrEqual(15_000_000)
  expect((await sendBytes(server, p.amina, url, offset, content.subarray(offset))).status).toBe(204)
  const [file, ...others] = await filesOf(p.amina, here)
  const sha256 = createHash('sha256').update(content).digest('hex')
  expect([file, others]).toMatchObject([{ sha256, size: content.length, mediaType: 'application/pdf' }, []])
  const events = await server.services.ownerPool.query(
    `select 1 from events where subject_id = $1 and type = 'file-added'`,
    [evidenceId],
  )
  expect(events.rowCount).toBe(1)
})
