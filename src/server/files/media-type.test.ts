import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import inspect from './media-type.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'countersign-types-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const wide = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
/** `piece` at `offset` of otherwise empty bytes. */
const at = (offset: number, piece: string, length = offset + piece.length) => {
  const all = Buffer.alloc(length)
  all.write(piece, offset, 'latin1')
  return all
}
/** A compound file whose directory stands in its last sector, behind `filling` bytes, with entries of these names. */
const compound = (filling: number, entries: string[], classId: number[] = []) => {
  const header = Buffer.alloc(512)
  header.write('d0cf11e0a1b11ae1', 'hex')
  header.writeUInt16LE(9, 30)
  header.writeUInt32LE(filling / 512, 48)
  const directory = Buffer.concat(
    entries.map((name, i) => {
      const entry = Buffer.alloc(128)
      entry.write(name, 'utf16le')
      if (i === 0) Buffer.from(classId).copy(entry, 80)
      return entry
    }),
  )
  return Buffer.concat([header, Buffer.alloc(filling, 1), directory, Buffer.alloc(512)])
}
/** A ZIP as its directory names it: what stands before is not looked at. */
const zipNaming = (...names: string[]) =>
  bytes('PK\x03\x04', '\0'.repeat(60), names.join('\0'), 'PK\x05\x06', '\0'.repeat(18))

let sequence = 0
async function inspected(name: string, content: Buffer | string) {
  const file = path.join(folder, `${sequence++}`)
  await writeFile(file, content)
  return await inspect({ path: file, name })
}

describe('under an innocent name is refused', () => {
  it.each<[string, Buffer | string, string]>([
    ['a Windows shortcut', bytes([0x4c, 0, 0, 0, 1, 0x14, 2, 0], '\0'.repeat(80)), 'shortcut'],
    ['a Windows shortcut without the rest', bytes([0x4c, 0, 0, 0, 1, 0x14, 2, 0]), 'shortcut'],
    ['compiled help', bytes('ITSF', [3, 0, 0, 0], '\0'.repeat(90)), 'active-content'],
    ['a OneNote section', bytes([0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d], '\0'.repeat(90)), 'active-content'],
    ['a disc image', at(0x8001, 'CD001', 60_000), 'disk-image'],
    ['a disc image whose first descriptor is another', at(0x8801, 'CD001', 60_000), 'disk-image'],
    ['a disc image by UDF', at(0x8001, 'BEA01', 60_000), 'disk-image'],
    ['a disc image by UDF, without its beginning', at(0x9001, 'NSR03', 60_000), 'disk-image'],
    ['a virtual disk that grows', bytes('conectix', '\0'.repeat(1000)), 'disk-image'],
    ['a virtual disk of one size', at(600_000, 'conectix', 600_512), 'disk-image'],
    ['a virtual disk of the newer kind', bytes('vhdxfile', '\0'.repeat(100)), 'disk-image'],
    ['a disk image of a Mac', at(600_000, 'koly', 600_512), 'disk-image'],
    ['a Windows image', bytes('MSWIM\0\0\0', '\0'.repeat(300)), 'disk-image'],
    [
      'an installer',
      compound(1024, ['Root Entry'], [0x84, 0x10, 0x0c, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46]),
      'program',
    ],
    ['an old document with macros', compound(1024, ['Root Entry', 'WordDocument', 'Macros', '_VBA_PROJECT']), 'macros'],
    ['a large old document with macros', compound(900_096, ['Root Entry', 'Workbook', '_VBA_PROJECT_CUR']), 'macros'],
    ['a Windows app', zipNaming('[Content_Types].xml', 'AppxManifest.xml', 'app.exe'), 'program'],
    ['a Java program', zipNaming('META-INF/MANIFEST.MF', 'Main.class'), 'program'],
    ['an Android app', zipNaming('AndroidManifest.xml', 'classes.dex'), 'program'],
    ['WebAssembly', bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], '\0'.repeat(40)), 'program'],
    ['a program', bytes('MZ', '\0'.repeat(300), 'PE\0\0'), 'program'],
    ['a shell script behind a mark', '\uFEFF#!/bin/sh\nrm -rf /', 'active-content'],
    ['a shell script in wide letters', wide('#!/bin/sh\nrm -rf /'), 'active-content'],
    ['PHP', '<?php system($_GET["c"]); ?>', 'active-content'],
    ['PHP in short', '  <?= `id` ?>', 'active-content'],
    ['a batch file', '@echo off\r\ndel *.*', 'active-content'],
    ['a batch file in wide letters', wide('@ECHO OFF\r\ndel *.*'), 'active-content'],
    ['PowerShell that is signed', 'Get-Item .\n# SIG # Begin signature block\n# MIIabc', 'active-content'],
    ['PowerShell that says what it needs', '#Requires -Version 7\nGet-Item .', 'active-content'],
    [
      'settings for the registry',
      wide('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\x]'),
      'program',
    ],
    ['settings for the old registry', 'REGEDIT4\r\n\r\n[HKEY_CURRENT_USER\\x]', 'program'],
    ['what starts by itself', '; disc\r\n[AutoRun]\r\nicon=a.ico\r\nopen=setup.exe', 'program'],
    ['a driver’s settings', '[Version]\r\nSignature="$CHICAGO$"\r\n', 'program'],
    ['an Internet shortcut', '[InternetShortcut]\r\nURL=file://evil.example/a.exe', 'shortcut'],
    [
      'an Internet shortcut with properties first',
      '[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n',
      'shortcut',
    ],
    [
      'an Internet shortcut after a remark',
      '\uFEFF; mine\r\n\r\n[internetshortcut]\r\nURL=http://a.example',
      'shortcut',
    ],
    ['a launcher', '# made by hand\n[Desktop Entry]\nType=Application\nExec=sh -c id', 'shortcut'],
    ['a command of the shell', '[Shell]\r\nCommand=2\r\nIconFile=\\\\evil.example\\a.ico', 'shortcut'],
    ['a remote desktop', wide('screen mode id:i:2\r\nfull address:s:evil.example\r\n'), 'shortcut'],
    [
      'a library',
      '<?xml version="1.0"?><libraryDescription xmlns="http://schemas.microsoft.com/windows/2009/library"/>',
      'shortcut',
    ],
    ['a setting', '<?xml version="1.0"?>\n<PCSettings><SearchableContent/></PCSettings>', 'shortcut'],
    [
      'a web location',
      '<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>file:///x</string></dict></plist>',
      'shortcut',
    ],
    ['a console', '<?xml version="1.0"?><MMC_ConsoleFile ConsoleVersion="3.0"/>', 'program'],
    ['a manifest that installs', '<asmv1:assembly xmlns:asmv1="urn:schemas-microsoft-com:asm.v1"/>', 'program'],
    [
      'a profile',
      '<?xml version="1.0"?><plist><dict><key>PayloadType</key><string>Configuration</string></dict></plist>',
      'program',
    ],
    ['a query from the web', 'WEB\r\n1\r\nhttp://evil.example/a', 'active-content'],
    ['a symbolic link of cells', 'ID;PWXL;N;E\nP;PGeneral', 'active-content'],
    ['PostScript', '%!PS-Adobe-3.0 EPSF-3.0\n', 'active-content'],
    ['a web page behind remarks', `${'<!-- a -->\n'.repeat(40)}<html>`, 'active-content'],
  ])('%s', async (_, content, refusal) => {
    expect([await inspected('holiday.txt', content), await inspected('holiday.jpg', content)]).toEqual([
      { refusal },
      { refusal },
    ])
  })
})

describe('that only looks so is taken', () => {
  it.each<[string, string, Buffer | string, string]>([
    ['text about a shortcut', 'notes.txt', 'Make a file that begins [InternetShortcut] and see.', 'text/plain'],
    ['text about a script', 'notes.txt', 'First I typed:\n@echo off\nand then #!/bin/sh', 'text/plain'],
    ['a list that begins with a mark', 'notes.md', '# Monday\n\n[early] shift', 'text/plain'],
    ['XML with jobs', 'jobs.xml', '<?xml version="1.0"?><jobs><job><package>1</package></job></jobs>', 'text/xml'],
    ['an old document without macros', 'log.doc', compound(1024, ['Root Entry', 'WordDocument']), 'application/x-cfb'],
    [
      'an e-mail saved as a page',
      'page.txt',
      'From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n<html>',
      'message/rfc822',
    ],
    ['a calendar', 'shift.ics', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 'text/calendar'],
    ['captions', 'film.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n', 'text/vtt'],
    ['a disc’s name elsewhere', 'notes.txt', `${'a'.repeat(100)} CD001 conectix`, 'text/plain'],
  ])('%s', async (_, name, content, mediaType) => {
    expect(await inspected(name, content)).toEqual({ mediaType })
  })
})

it('the time that a file takes does not grow with what stands in it: nothing is tried twice', async () => {
  // Each of these took hours, or would, with a pattern that can read one text in many ways.
  const long = 300_000
  const texts = [
    `${'<!-- a -->'.repeat(long / 10)}x`,
    `${'<!--'.repeat(long / 4)}`,
    '\n'.repeat(long),
    ';\n'.repeat(long / 2),
    '"'.repeat(long - 1),
    `a:s:${'\nfull address'.repeat(long / 14)}`,
    `[autorun]\n${'\n '.repeat(long / 2)}`,
    `<${'a'.repeat(long)}`,
    '<plist '.repeat(long / 7),
  ]
  for (const text of texts) expect(await inspected('notes.txt', text)).toHaveProperty('mediaType')
})

it('a file of five gigabytes is not read whole', async () => {
  const file = path.join(folder, 'sparse')
  const handle = await open(file, 'w')
  await handle.truncate(5 * 1024 ** 3)
  await handle.close()
  expect(await inspect({ path: file, name: 'film.mp4' })).toEqual({ mediaType: 'application/octet-stream' })
})
