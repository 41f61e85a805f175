import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { aPortfolio, filesOf, type Portfolio, startUpload, upload } from '#test/evidence.ts'
import { testServer } from '#test/server.ts'

const server = testServer()
let p: Portfolio
let here: string
beforeAll(async () => {
  p = await aPortfolio(server)
  here = (await p.add(p.amina)).here
})

const cast = (name: string) => readFile(new URL(`../../../db/cast/files/${name}`, import.meta.url))
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const box = (type: string, ...parts: (string | number[])[]) => {
  const inside = bytes(...parts)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(inside.length + 8)
  return Buffer.concat([size, Buffer.from(type), inside])
}
const mp4 = (brand: string) => Buffer.concat([box('ftyp', brand, [0, 0, 0, 0], 'isom'), box('mdat', 'x'.repeat(64))])
const ogg = (inside: string) => bytes('OggS', [0, 2], '\0'.repeat(20), [1, 30], inside, '\0'.repeat(40))
const ebml = (docType: string, codecs = '') => {
  const type = bytes([0x42, 0x82, 0x80 + docType.length], docType)
  return Buffer.concat([bytes([0x1a, 0x45, 0xdf, 0xa3, 0x80 + type.length]), type, bytes(codecs, '\0'.repeat(64))])
}
const workbook = async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Rota').addRow(['Monday', 'early'])
  return Buffer.from(await book.xlsx.writeBuffer())
}
/** A ZIP with one stored file of that name: all that tells a Word document from another archive is its first part. */
const zip = (name: string, content: string) => {
  const crc = Buffer.alloc(4)
  const sizes = Buffer.alloc(8)
  sizes.writeUInt32LE(content.length, 0)
  sizes.writeUInt32LE(content.length, 4)
  const named = Buffer.from([name.length, 0, 0, 0])
  const local = Buffer.concat([
    bytes('PK\x03\x04', [20, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    crc,
    sizes,
    named,
    bytes(name, content),
  ])
  const directory = Buffer.concat([
    bytes('PK\x01\x02', [20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    crc,
    sizes,
    named,
    bytes('\0'.repeat(14), name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, directory, end])
}
const word = () =>
  zip(
    '[Content_Types].xml',
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  )

describe('what a file is, is found in its content [R68]', () => {
  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['Returns policy v4.pdf', () => cast('Returns policy v4.pdf'), 'application/pdf'],
    ['service desk notice.jpg', () => cast('service desk notice.jpg'), 'image/jpeg'],
    ['rota.png', () => cast('rota - service desk.png'), 'image/png'],
    ['a scan that calls itself a photo.jpg', () => cast('Returns policy v4.pdf'), 'application/pdf'],
    ['photo.webp', () => bytes('RIFF', [40, 0, 0, 0], 'WEBPVP8 ', '\0'.repeat(40)), 'image/webp'],
    ['IMG_1.HEIC', () => mp4('heic'), 'image/heic'],
    ['call.mp3', () => bytes([0xff, 0xfb, 0x90, 0x64], '\0'.repeat(800)), 'audio/mpeg'],
    ['note.ogg', () => ogg('OpusHead'), 'audio/ogg'],
    ['voice.m4a', () => mp4('M4A '), 'audio/mp4'],
    ['desk.mp4', () => mp4('mp42'), 'video/mp4'],
    ['desk.webm', () => ebml('webm', 'A_OPUS V_VP9'), 'video/webm'],
    ['voice note.webm', () => ebml('webm', 'A_OPUS'), 'audio/webm'],
    ['voice note.mp4', () => Buffer.concat([mp4('isom'), box('moov', 'hdlr', '\0'.repeat(8), 'soun')]), 'audio/mp4'],
    ['poem.txt', () => Buffer.from('Dear customer, hello,\nyour lamp, the blue one, is here,\n'), 'text/plain'],
    ['thread.txt', () => Buffer.from('Dear customer,\nyour lamp is on its way. £4.95 back.'), 'text/plain'],
    ['old.txt', () => Buffer.from('Caf\xe9, \xa34.95', 'latin1'), 'text/plain'],
    ['E-mail.eml', () => Buffer.from('From: a@b.example\r\nSubject: Lamp\r\n\r\nHello'), 'message/rfc822'],
    ['calls.csv', () => Buffer.from('day;calls\n1;12\n'), 'text/csv'],
    ['data.xml', () => Buffer.from('<?xml version="1.0"?><rota><day>1</day></rota>'), 'text/xml'],
    ['rota.xlsx', workbook, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['log.docx', word, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['all of it.zip', () => zip('a.txt', 'a'), 'application/zip'],
    ['what is this', () => Buffer.from([1, 2, 0, 3, 200, 7, 0, 0, 9]), 'application/octet-stream'],
  ])('%s', async (name, content, mediaType) => {
    const answer = await upload(server, p.amina, here, name, await content())
    expect([answer.status, answer.body]).toEqual([204, ''])
    expect((await filesOf(p.amina, here)).at(-1)).toMatchObject({ name, mediaType })
  })
})

describe('what could run is not taken, and the uploader is told why', () => {
  it.each<[string, Buffer | string, string]>([
    ['holiday.jpg', '<!DOCTYPE html><html><script>alert(1)</script></html>', 'active-content'],
    ['plan.png', '\n<!-- a plan --><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'active-content'],
    [
      'data.txt',
      '<?xml version="1.0"?><a xmlns:h="http://www.w3.org/1999/xhtml"><h:script>1</h:script></a>',
      'active-content',
    ],
    ['page.html', 'nothing but words', 'active-content'],
    ['tool.js', 'let x = 1', 'active-content'],
    ['setup.hta', 'words', 'active-content'],
    ['photo.jpeg', bytes('MZ', '\0'.repeat(300), 'PE\0\0'), 'program'],
    ['photo.gif', bytes([0x7f], 'ELF', '\0'.repeat(64)), 'program'],
    ['notes', '#!/bin/sh\nrm -rf /', 'active-content'],
    ['accounts.xlsm', 'words', 'macros'],
    ['Report.lnk.txt', bytes([0x4c, 0, 0, 0, 1, 0x14, 2, 0], '\0'.repeat(80)), 'shortcut'],
    ['Report.url', 'words', 'shortcut'],
    ['link.txt', '[InternetShortcut]\nURL=file://evil.example/a', 'shortcut'],
    ['disc.iso', 'words', 'disk-image'],
    ['disc.txt', Buffer.concat([Buffer.alloc(0x8001), Buffer.from('CD001'), Buffer.alloc(4096)]), 'disk-image'],
    ['help.jpg', bytes('ITSF', [3, 0, 0, 0], '\0'.repeat(90)), 'active-content'],
    ['photo.txt .exe', 'words', 'program'],
    ['photo.exe. ', 'words', 'program'],
    ['photo_\u202Egpj.scr', 'words', 'program'],
    ['a.txt:evil.exe', 'words', 'program'],
    ['empty.pdf', '', 'empty'],
  ])('%s', async (name, content, refusal) => {
    const before = await filesOf(p.amina, here)
    const answer = await upload(server, p.amina, here, name, content)
    expect([answer.status, answer.body.code]).toEqual([422, `files/${refusal}`])
    expect(await filesOf(p.amina, here)).toEqual(before)
  })

  it('more than five gigabytes is refused before the first byte', async () => {
    const answer = await startUpload(server, p.amina, here, 'film.mp4', 5 * 1024 ** 3 + 1)
    expect([answer.status, answer.body.code]).toEqual([422, 'files/too-large'])
  })
})

describe('a file that is asked for', () => {
  const name = 'Réclamation – «réponse» 3/4 日本語 "neu" 📞.txt'
  const text = '0123456789'.repeat(40)
  let url: string
  const get = (headers: Record<string, string> = {}, more = '') => p.ben.get(url + more, undefined, headers)
  beforeAll(async () => {
    const draft = await p.add(p.amina)
    await upload(server, p.amina, draft.here, name, text)
    const [file] = await filesOf(p.amina, draft.here)
    expect(file?.name).toBe(name)
    url = `${draft.here}/files/${file?.id}`
  })

  it('comes with its name, its hash and headers under which nothing in it can run', async () => {
    const answer = await get()
    expect([answer.status, answer.body]).toEqual([200, text])
    const header = (n: string) => answer.headers.get(n)
    expect(header('content-type')).toBe('text/plain; charset=utf-8')
    expect(header('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('content-disposition')).toMatch(/^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''/)
    expect(decodeURIComponent(header('content-disposition')?.split("UTF-8''")[1] ?? '')).toBe(name)
    expect(header('cross-origin-resource-policy')).toBe('same-origin')
    expect((await get({}, '?download=1')).headers.get('content-disposition')).toMatch(/^attachment/)
    expect((await get({ 'if-none-match': header('etag') ?? '' })).status).toBe(304)
  })

  it.each([
    ['bytes=0-9', 206, 'bytes 0-9/400', 10],
    ['bytes=395-', 206, 'bytes 395-399/400', 5],
    ['bytes=-3', 206, 'bytes 397-399/400', 3],
    ['bytes=390-9999', 206, 'bytes 390-399/400', 10],
    ['bytes=400-', 416, 'bytes */400', 0],
    ['bytes=-0', 416, 'bytes */400', 0],
    ['bytes=0-1,4-5', 200, null, 400],
    ['lines=1-2', 200, null, 400],
  ])('in the range %s answers %i', async (range, status, contentRange, length) => {
    const answer = await get({ range })
    expect([answer.status, answer.headers.get('content-range'), answer.body.length]).toEqual([
      status,
      contentRange,
      length,
    ])
  })

  it('whose content is not what the range was meant for comes whole', async () => {
    expect((await get({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200)
  })

  it('exists for nobody for whom the evidence does not', async () => {
    expect((await p.priya.get(url)).status).toBe(404)
    expect((await server.call('GET', url)).status).toBe(401)
  })

  it.each<[string, Buffer | string, string, string]>([
    ['rota.xml', '<?xml version="1.0"?><rota/>', 'text/plain; charset=utf-8', 'inline'],
    [
      'mail.eml',
      'From: a@b.example\r\nSubject: x\r\n\r\n<script>1</script>',
      'text/plain; charset=utf-8',
      'attachment',
    ],
    ['scan.pdf', '%PDF-1.7\n/JS (app.alert(1))', 'application/pdf', 'inline'],
    ['shift.ics', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'text/plain; charset=utf-8', 'inline'],
    [
      'old.doc',
      bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], '\0'.repeat(600)),
      'application/x-cfb',
      'attachment',
    ],
    ['parts.zip', zip('a.txt', 'a'), 'application/zip', 'attachment'],
    ['unknown', Buffer.from([1, 2, 0, 3, 200, 7]), 'application/octet-stream', 'attachment'],
  ])('%s cannot run in the page, and says what it is', async (name, content, type, disposition) => {
    const draft = await p.add(p.amina)
    expect((await upload(server, p.amina, draft.here, name, content)).status).toBe(204)
    const [file] = await filesOf(p.amina, draft.here)
    const { headers } = await p.amina.get(`${draft.here}/files/${file?.id}`)
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^${disposition};`))
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['photo_\u202Egpj.txt', 'photo_ gpj.txt'],
    ['aux.txt', '_aux.txt'],
    ['12:30.txt', '12_30.txt'],
  ])('%j is saved under a name that every computer keeps', async (name, saved) => {
    const draft = await p.add(p.amina)
    await upload(server, p.amina, draft.here, name, 'Words.')
    const [file] = await filesOf(p.amina, draft.here)
    // A mark that turns the direction of reading is folded when the name comes in.
    expect(file?.name).toBe(name.replace('\u202E', ' '))
    const { headers } = await p.amina.get(`${draft.here}/files/${file?.id}`)
    expect(decodeURIComponent(headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')).toBe(saved)
  })

  it('and was taken out of the draft is gone', async () => {
    expect((await p.ben.delete(url)).body.code).toBe('evidence/written-by-another')
    expect((await p.amina.delete(url)).body.missing).toContain('content')
    expect((await get()).status).toBe(404)
    expect((await p.amina.delete(url)).status).toBe(404)
  })
})
