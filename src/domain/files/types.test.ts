import { supportedExtensions, supportedMimeTypes } from 'file-type'
import { describe, expect, it } from 'vitest'
import { extensions, mediaTypes, nameToSave, refusalOfName } from './types.ts'

describe('the table of types', () => {
  it('names every type and every extension that the installed file-type can find', () => {
    // Look at what a new version finds: can it run, does it lead somewhere else, is it mounted as a disk?
    const base = [...supportedMimeTypes].map(type => type.split(';')[0] as string)
    expect(base.filter(type => !mediaTypes.has(type))).toEqual([])
    expect([...supportedExtensions].filter(ending => !extensions.has(ending))).toEqual([])
  })

  it('names no type that file-type cannot find: such a line would protect nobody', () => {
    const found = new Set([...supportedMimeTypes].map(type => type.split(';')[0] as string))
    expect([...mediaTypes.keys()].filter(type => !found.has(type))).toEqual([])
    const taken = [...extensions].filter(([, verdict]) => verdict === 'taken').map(([ending]) => ending)
    expect(taken.filter(ending => !supportedExtensions.has(ending))).toEqual([])
  })

  it.each([
    ...[
      'iso',
      'chm',
      'lnk',
      'msi',
      'url',
      'dmg',
      'appx',
      'jar',
      'apk',
      'vhd',
      'vhdx',
      'wasm',
      'swf',
      'hta',
      'ps1',
      'psm1',
    ],
    ...[
      'vbs',
      'wsf',
      'reg',
      'scf',
      'library-ms',
      'settingcontent-ms',
      'application-ref',
      'appref-ms',
      'desktop',
      'inf',
      'img',
    ],
    ...[
      'cpl',
      'gadget',
      'msc',
      'xll',
      'iqy',
      'slk',
      'one',
      'rdp',
      'html',
      'svg',
      'mht',
      'js',
      'xlsm',
      'xlsb',
      'webloc',
      'msix',
    ],
  ])('refuses .%s by name', ending => {
    expect(refusalOfName(`report.${ending}`)).not.toBeNull()
    expect(refusalOfName(`REPORT.${ending.toUpperCase()}`)).not.toBeNull()
    expect(refusalOfName(`${ending}.txt`)).toBeNull()
  })
})

describe('a name that hides its ending', () => {
  it.each([
    ['dots and spaces at the end', 'photo.exe. . '],
    ['a space before it', 'photo.txt .exe'],
    ['many spaces before it', `photo.jpg${' '.repeat(80)}.scr`],
    ['the reading direction turned', 'photo_\u202Egpj.exe'],
    ['a mark inside it', 'photo.e\u200Bxe'],
    ['a mark after it', 'photo.exe\u200E'],
    ['a dot of full width', 'photo．exe'],
    ['a dot that is a leader', 'photo\u2024exe'],
    ['letters of full width', 'photo.ｅｘｅ'],
    ['a stream of another file', 'a.txt:evil.exe'],
    ['its own stream', 'evil.exe::$DATA'],
    ['a folder before it', '..\\..\\Startup\\evil.lnk'],
    ['a folder after it', 'evil.exe/.'],
    ['a control character', 'evil.exe\u0001'],
    ['a line that ends', 'evil.exe\r\n'],
    ['a device before it', 'con.exe'],
  ])('by %s is refused all the same', (_, name) => {
    expect(refusalOfName(name)).not.toBeNull()
  })

  it.each([
    'notes.txt',
    'Réclamation – «réponse» 3/4.txt',
    'v1.2',
    'exe',
    'تقرير\u200f.pdf',
    'com',
    'archive.tar.gz',
    '12:30 call.m4a',
  ])('%s hides nothing', name => {
    expect(refusalOfName(name)).toBeNull()
  })
})

it.each([
  ['photo_\u202Egpj.txt', 'photo_gpj.txt'],
  ['a.txt:evil', 'a.txt_evil'],
  ['note.txt. . ', 'note.txt'],
  ['con.txt', '_con.txt'],
  ['COM¹.jpg', '_COM¹.jpg'],
  ['AUX', '_AUX'],
  ['console.txt', 'console.txt'],
  ['Réclamation – «réponse» 3/4 日本語 "neu" 📞.txt', 'Réclamation – «réponse» 3/4 日本語 "neu" 📞.txt'],
  ['تقرير\u200f.pdf', 'تقرير\u200f.pdf'],
  ['...', 'file'],
])('%s is handed over as %s', (name, saved) => {
  expect(nameToSave(name)).toBe(saved)
})
