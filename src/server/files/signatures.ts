/** What `file-type` does not look for: signatures in the first and last bytes, and text that a computer acts on. */
import type { TypeRefusal } from '#domain/files/types.ts'

/**
 * The first and the last bytes of a file; of a small one, all of it. Of what lies between them only the directory of a
 * compound file is read.
 */
export type Ends = { start: Buffer; end: Buffer; directory: Buffer | null }

type Signature = { refusal: TypeRefusal; bytes: string; at: number | 'end' }

const latin1 = (...codes: number[]) => Buffer.from(codes).toString('latin1')
/** Volume descriptors of a disc begin at its sixteenth sector of 2,048 bytes, each with its name from its second byte on. */
const sectors = Array.from({ length: 16 }, (_, i) => (16 + i) * 2048 + 1)
const disc = ['CD001', 'BEA01', 'NSR02', 'NSR03']
  .flatMap(bytes => sectors.map(at => ({ bytes, at })))
  .map((s): Signature => ({ refusal: 'disk-image', ...s }))

const signatures: Signature[] = [
  { refusal: 'shortcut', bytes: latin1(0x4c, 0, 0, 0, 0x01, 0x14, 0x02, 0), at: 0 },
  { refusal: 'active-content', bytes: 'ITSF', at: 0 },
  // OneNote: scripts and programs are put into its pages.
  { refusal: 'active-content', bytes: latin1(0xe4, 0x52, 0x5c, 0x7b, 0x8c, 0xd8, 0xa7, 0x4d), at: 0 },
  { refusal: 'disk-image', bytes: 'conectix', at: 0 },
  { refusal: 'disk-image', bytes: 'conectix', at: 'end' },
  { refusal: 'disk-image', bytes: 'vhdxfile', at: 0 },
  { refusal: 'disk-image', bytes: 'KDMV', at: 0 },
  { refusal: 'disk-image', bytes: latin1(0x51, 0x46, 0x49, 0xfb), at: 0 },
  { refusal: 'disk-image', bytes: 'MSWIM\0\0\0', at: 0 },
  { refusal: 'disk-image', bytes: 'koly', at: 'end' },
  ...disc,
]

/** The trailer of a fixed VHD and of a DMG is its last 512 bytes. */
const trailer = 512

export function refusalOfBytes({ start, end, directory }: Ends): TypeRefusal | null {
  const found = signatures.find(({ bytes, at }) => {
    const from = at === 'end' ? Math.max(0, end.length - trailer) : at
    return (at === 'end' ? end : start).subarray(from, from + bytes.length).toString('latin1') === bytes
  })
  if (found) return found.refusal
  if (start.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return refusalOfZip(end.toString('latin1'))
  return directory ? refusalOfCompound(directory.toString('latin1')) : null
}

/** An archive that installs itself is told by what its directory, at its end, says is in it. */
function refusalOfZip(directory: string): TypeRefusal | null {
  return /Appx(Manifest|BlockMap|BundleManifest)\.xml|AndroidManifest\.xml|META-INF\/MANIFEST\.MF|extension\.vsixmanifest/.test(
    directory,
  )
    ? 'program'
    : null
}

const wide = (text: string) => Buffer.from(text, 'utf16le').toString('latin1')
const ofVba = new RegExp([wide('_VBA_PROJECT'), wide('PROJECTwm')].join('|'))
const installer = latin1(0x84, 0x10, 0x0c, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46)
const patch = latin1(0x86, 0x10, 0x0c, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0x46)

/** Where the directory of a compound file (the old Office, an installer) begins; null where it is none. */
export function directoryOf(start: Buffer): number | null {
  if (start.length < 512 || start.subarray(0, 8).toString('hex') !== 'd0cf11e0a1b11ae1') return null
  const sector = 1 << Math.min(16, start.readUInt16LE(30))
  return (start.readUInt32LE(48) + 1) * sector
}

/** The directory names the parts of a macro project, and by its class an installer can be told. */
function refusalOfCompound(directory: string): TypeRefusal | null {
  if (directory.includes(installer) || directory.includes(patch)) return 'program'
  return ofVba.test(directory) ? 'macros' : null
}

/**
 * Text by which a computer runs something or goes somewhere, recognised by how it begins. Each pattern is tied to the beginning,
 * or looks for fixed words, so that no text makes it slow.
 */
const texts: [TypeRefusal, RegExp][] = [
  ['active-content', /^#!/],
  ['active-content', /^\s*<\?(php\b|=)/i],
  ['active-content', /^\s*@echo\s+off\b/i],
  ['program', /^\s*(Windows Registry Editor Version |REGEDIT4\b)/],
  ['program', /^\s*\[(autorun|version)\]\s[\s\S]{0,4000}?\n\s{0,40}(open|shellexecute|shell\\|signature)\b/i],
  ['active-content', /\n# SIG # Begin signature block/],
  ['active-content', /^\s*#requires\s+-\w/i],
  ['shortcut', /^\s*\[(InternetShortcut|\{000214A0-0000-0000-C000-000000000046\})/i],
  ['shortcut', /^\s*\[Desktop Entry\]/],
  ['shortcut', /^\s*\[Shell\]\s+Command\s*=/i],
  ['shortcut', /^\s*[a-z ]{1,40}:[sib]:[\s\S]{0,8000}?\nfull address:s:|^\s*full address:s:/i],
  ['active-content', /^\s*WEB\r?\n1\r?\n/],
  ['active-content', /^ID;P/],
  ['active-content', /^%!PS-Adobe/],
]
const xml: [TypeRefusal, RegExp][] = [
  ['shortcut', /<(libraryDescription|searchConnectorDescription|persistedQuery|PCSettings|SearchableContent)\b/],
  ['program', /<(MMC_ConsoleFile|scriptlet|jnlp|AppInstaller)\b/],
  ['program', /urn:schemas-microsoft-com:asm\.v[1-3]\b/],
  ['program', /<key>PayloadType<\/key>/],
  ['shortcut', /<plist\b[^>]{0,200}>\s*<dict>\s*<key>URL<\/key>/],
]

/** Lines of remark before the first that matters, as settings and shortcuts may have. */
const remarks = /^(?:[;#](?!!)[^\n]*(?:\n|$)|\s)+/

/** What text of this beginning would do when it is opened. */
export function refusalOfText(text: string): TypeRefusal | null {
  const bare = text.replace(/^\uFEFF/, '').slice(0, 16_384)
  const said = bare.replace(remarks, '')
  const looked = bare.trimStart().startsWith('<') ? [...texts, ...xml] : texts
  return looked.find(([, pattern]) => pattern.test(bare) || pattern.test(said))?.[0] ?? null
}
