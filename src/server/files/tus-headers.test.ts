import { stat } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aPortfolio, askOffset, filesOf, type Portfolio, sendBytes, startUpload } from '#test/evidence.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let here: string
beforeAll(async () => {
  p = await aPortfolio(server)
  here = (await p.add(p.amina)).here
})

// What is begun here and never finished would soon be as many uploads as one person may have open.
afterEach(() => server.services.ownerPool.query('delete from uploads where finished_at is null'))

type Given = Record<string, string | undefined>
type Told = { status: number; body: { code?: string; details?: Record<string, unknown> }; headers: Given }

/** A request exactly as given: `fetch` would put some of these headers right. Without a length the body is chunked. */
function raw(method: string, url: string, given: Given, ...parts: Buffer[]): Promise<Told> {
  const headers = Object.fromEntries(
    Object.entries({ cookie: p.amina.cookie, 'tus-resumable': '1.0.0', ...given }).filter(([, v]) => v !== undefined),
  ) as Record<string, string>
  return new Promise((resolve, reject) => {
    const request = http.request(`${server.address}${url}`, { method, headers }, async answer => {
      const text = Buffer.concat(await answer.toArray()).toString()
      const body = text && answer.headers['content-type']?.includes('json') ? JSON.parse(text) : {}
      resolve({ status: answer.statusCode ?? 0, body, headers: answer.headers as Given })
    })
    request.on('error', reject)
    for (const part of parts) request.write(part)
    request.end()
  })
}

const base64 = (text: string) => Buffer.from(text).toString('base64')
const named = `filename ${base64('note.txt')}`
const begin = (given: Given) => raw('POST', `/api${here}/uploads`, { 'upload-metadata': named, ...given })
const started = async (size: number) =>
  (await startUpload(server, p.amina, here, 'note.txt', size)).headers.get('location') as string
const send = (url: string, given: Given, ...parts: Buffer[]) =>
  raw('PATCH', url, { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', ...given }, ...parts)
const staged = async (url: string) =>
  (await stat(path.join(server.services.files.stagingDir, url.split('/').at(-1) as string))).size

const notNumbers = ['', '1e3', '0x10', '-1', '+5', ' ', '5.0', '5,5', '１２', '1'.repeat(16), 'Infinity']

describe('a number in a header of an upload is digits and nothing else', () => {
  it.each([...notNumbers, undefined])('Upload-Length: %j is answered 400', async length => {
    const headers = length === '１２' ? Buffer.from(length).toString('latin1') : length
    const answer = await begin({ 'upload-length': headers })
    expect([answer.status, answer.body]).toMatchObject([
      400,
      {
        type: 'urn:countersign:files/faulty-header',
        code: 'files/faulty-header',
        details: { header: 'upload-length' },
      },
    ])
  })

  it.each([...notNumbers, undefined])('Upload-Offset: %j is answered 400, and no byte is kept', async offset => {
    const url = await started(4)
    const headers = offset === '１２' ? Buffer.from(offset).toString('latin1') : offset
    const answer = await send(url, { 'upload-offset': headers }, Buffer.from('note'))
    expect([answer.status, answer.body.code]).toEqual([400, 'files/faulty-header'])
    expect(await staged(url)).toBe(0)
  })

  // Whatever is not digits Node’s own parser refuses before it comes to us; a number that it can hold and we cannot is ours.
  it.each(['1e3', '0x10', '-1', '9'.repeat(16), '9'.repeat(30)])('Content-Length: %j is answered 400', async length => {
    const url = await started(4)
    const answer = await send(url, { 'content-length': length }).catch(() => null)
    expect(answer?.status ?? 400).toBe(400)
    expect(await staged(url)).toBe(0)
  })

  it('and digits are taken', async () => {
    expect((await begin({ 'upload-length': '4' })).status).toBe(201)
    expect((await begin({ 'upload-length': '007' })).status).toBe(201)
  })
})

describe('what an upload says of itself', () => {
  it('is its whole length: one that is to come later is refused', async () => {
    for (const length of ['4', undefined])
      expect(await begin({ 'upload-length': length, 'upload-defer-length': '1' })).toMatchObject({
        status: 400,
        body: { details: { header: 'upload-defer-length' } },
      })
  })

  it.each([
    ['a value that is not base64', `filename ${base64('note.txt')}!`],
    ['base64 cut short', 'filename bm90ZS50eH'],
    ['one key twice', `${named},${named}`],
    ['a key that is not ASCII', `näme ${base64('note.txt')}`],
    ['an empty pair', `${named},,`],
    ['three parts', `${named} more`],
    ['bytes that are no text', `filename ${Buffer.from([0xff, 0xfe, 0xfd]).toString('base64')}`],
    ['more than anybody says', `${named},note ${base64('n'.repeat(8000))}`],
  ])('with %s is answered 400', async (_, metadata) => {
    expect(await begin({ 'upload-length': '4', 'upload-metadata': metadata })).toMatchObject({
      status: 400,
      body: { code: 'files/faulty-header', details: { header: 'upload-metadata' } },
    })
  })

  it.each([
    ['a name beside other things', `relativePath ${base64('x')}, name ${base64('note.txt')},empty`, 201],
    ['a name in another script', `filename ${base64('メモ 😀.txt')}`, 201],
    ['no name', `type ${base64('text/plain')}`, 422],
  ])('with %s is answered as it deserves', async (_, metadata, status) => {
    expect((await begin({ 'upload-length': '4', 'upload-metadata': metadata })).status).toBe(status)
  })
})

describe('more bytes than were promised', () => {
  const part = (n: number) => Buffer.alloc(n, 'x')
  it.each<[string, Given, number[]]>([
    ['announced', { 'content-length': '11' }, [11]],
    ['chunked, in one', {}, [11]],
    ['chunked, after what was promised', {}, [10, 1]],
    ['chunked, in many', {}, [4, 4, 4, 4]],
  ])('%s, are answered 413 and none is written', async (_, given, parts) => {
    const url = await started(10)
    const answer = await send(url, given, ...parts.map(part))
    expect([answer.status, answer.body.code]).toEqual([413, 'files/more-than-promised'])
    expect(await staged(url)).toBe(0)
  })

  it('leave what earlier requests brought, and the upload can be finished whole', async () => {
    const { here } = await p.add(p.amina)
    const size = 3_000_000
    const url = (await startUpload(server, p.amina, here, 'long.txt', size)).headers.get('location') as string
    expect((await sendBytes(server, p.amina, url, 0, part(1_000_000))).status).toBe(204)
    // More than a portion is on the disk and hashed before the end of the promise is passed.
    const answer = await send(url, { 'upload-offset': '1000000' }, part(1_500_000), part(1_500_000)).catch(() => null)
    expect(answer?.status ?? 413).toBe(413)
    const { headers } = await askOffset(server, p.amina, url)
    expect(headers.get('upload-offset')).toBe('1000000')
    expect((await sendBytes(server, p.amina, url, 1_000_000, part(2_000_000))).status).toBe(204)
    expect(await filesOf(p.amina, here)).toMatchObject([{ size }])
    const [file] = await filesOf(p.amina, here)
    expect((await p.amina.get(`${here}/files/${file?.id}`)).body).toBe('x'.repeat(size))
  })
})

describe('the protocol', () => {
  const unknown = () => `/api${here}/uploads/${'0'.repeat(32)}`
  it('knows no upload by another’s id', async () => {
    expect((await raw('HEAD', unknown(), {})).status).toBe(404)
    expect((await raw('DELETE', unknown(), {})).status).toBe(404)
    const answer = await send(unknown(), {}, Buffer.from('note'))
    expect([answer.status, answer.body.code]).toEqual([404, 'platform/not-found'])
  })

  it.each([undefined, '', '0.2.2', '1.0', '2.0.0'])('is tus 1.0.0: %j is answered 412, and says so', async version => {
    const url = await started(4)
    for (const answer of [
      await raw('POST', `/api${here}/uploads`, { 'tus-resumable': version, 'upload-length': '4' }),
      await send(url, { 'tus-resumable': version }, Buffer.from('note')),
    ])
      expect([answer.status, answer.headers['tus-version'], answer.body.code]).toEqual([
        412,
        '1.0.0',
        'files/tus-version',
      ])
    expect((await raw('HEAD', url, { 'tus-resumable': version })).status).toBe(412)
    expect(await staged(url)).toBe(0)
  })

  it('brings bytes as bytes', async () => {
    const url = await started(4)
    for (const type of ['text/plain', 'application/json', undefined])
      expect((await send(url, { 'content-type': type }, Buffer.from('"ab"'))).status).toBe(415)
    expect(await staged(url)).toBe(0)
  })
})
