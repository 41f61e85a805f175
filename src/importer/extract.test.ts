import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from './extract.ts'
import { importDocument } from './import-document.ts'

/** A zip file whose entries are stored as they are. */
function zipOf(files: Record<string, string>): Uint8Array {
  const entries = Object.entries(files).map(([name, text]) => ({ name: Buffer.from(name), data: Buffer.from(text) }))
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data } of entries) {
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc32(data), 0)
    sizes.writeUInt32LE(data.length, 4)
    sizes.writeUInt32LE(data.length, 8)
    const lengths = Buffer.alloc(4)
    lengths.writeUInt16LE(name.length, 0)
    const local = Buffer.concat([Buffer.from('504b03041400000000000000210c', 'hex'), sizes, lengths, name, data])
    const offset = Buffer.alloc(4)
    offset.writeUInt32LE(at)
    directory.push(
      Buffer.concat([
        Buffer.from('504b0102140014000000000000002100', 'hex').subarray(0, 16),
        sizes,
        lengths,
        Buffer.alloc(10),
        offset,
        name,
      ]),
    )
    locals.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...locals, central, end]))
}

/** A Word document whose text is nothing but spaces, packed, and said to be of some size. */
function bomb(size: number, declared: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(size, ' '))
  const name = Buffer.from('word/document.xml')
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(declared, 18)
  head.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), head, name, packed])
  const entry = Buffer.concat([Buffer.from('504b01021400', 'hex'), head, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return new Uint8Array(Buffer.concat([local, entry, end]))
}

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const relations = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
const paragraph = (text: string) =>
  `<w:p>${text
    .split('|')
    .map(run => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`)
    .join('')}</w:p>`
const row = (...cells: string[][]) =>
  `<w:tr>${cells.map(cell => `<w:tc>${cell.map(paragraph).join('')}</w:tc>`).join('')}</w:tr>`

function docxOf(body: string): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return zipOf({ '[Content_Types].xml': types, '_rels/.rels': relations, 'word/document.xml': document })
}

/** A PDF of one page with each text where it is said to stand, measured from the bottom left. */
function pdfOf(texts: [x: number, y: number, text: string][], trailer = ''): Uint8Array {
  const stream = texts
    .map(([x, y, text]) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
    .join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return new TextEncoder().encode(
    `${body}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R ${trailer}>>\nstartxref\n${body.length}\n%%EOF`,
  )
}

async function criteriaIn(bytes: Uint8Array): Promise<string[]> {
  const outcome = await importDocument(bytes, 'invented')
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.specification.units.flatMap(unit =>
    unit.outcomes.flatMap(({ number, title, criteria }) => [
      `${number} ${title}`,
      ...criteria.map(criterion => `${criterion.number} ${criterion.text}`),
    ]),
  )
}

describe('files', () => {
  it('a Word document keeps its tables and the words that its runs cut in two [R22]', async () => {
    const bytes = docxOf(
      paragraph('Unit 1: Weave a basket') +
        paragraph('Level: 2') +
        `<w:tbl>${row(['Learning outcomes'], ['Assessment criteria'])}${row(
          ['1. Under|stand willow'],
          ['1.1 Explain how wil|low is cut', '1.2 Describe two kinds of willow'],
        )}${row(['2. Be able to weave'], ['2.1 Weave a base'])}</w:tbl>`,
    )
    expect(await criteriaIn(bytes)).toEqual([
      '1 Understand willow',
      '1.1 Explain how willow is cut',
      '1.2 Describe two kinds of willow',
      '2 Be able to weave',
      '2.1 Weave a base',
    ])
  })

  it('a PDF keeps its columns, and wrapped lines go back to the cell they belong to [R22]', async () => {
    const bytes = pdfOf([
      [50, 780, 'Unit 1: Weave a basket'],
      [50, 760, 'Level: 2'],
      [50, 720, 'Learning outcomes'],
      [250, 720, 'Assessment criteria'],
      [50, 700, '1. Understand how willow'],
      [250, 700, '1.1 Explain how willow is cut in the'],
      [50, 688, 'is grown'],
      [250, 688, 'winter'],
      [250, 670, '1.2 Describe two kinds of willow'],
      [50, 640, '2. Be able to weave'],
      [250, 640, '2.1'],
      [275, 640, 'Weave a base that does not'],
      [275, 628, 'wobble'],
    ])
    expect(await criteriaIn(bytes)).toEqual([
      '1 Understand how willow is grown',
      '1.1 Explain how willow is cut in the winter',
      '1.2 Describe two kinds of willow',
      '2 Be able to weave',
      '2.1 Weave a base that does not wobble',
    ])
  })

  it('a Word table with numbers, lists and letters in cells of their own keeps them to their words [R19, R22]', async () => {
    const cell = (...texts: string[]) => texts
    const bytes = docxOf(
      `<w:tbl>${row(cell('Unit title'), cell('Keep a mill pond'))}${row(cell('Unit number'), cell('H/503/2202'))}${row(cell('Level'), cell('2'), cell('Credit'), cell('3'))}</w:tbl>` +
        `<w:tbl>${row(cell('Learning outcome'), cell(''), cell('Assessment criteria'), cell(''))}${row(
          cell('1'),
          cell('Understand a mill pond'),
          cell('1.1'),
          cell('Describe the parts of a pond:', 'a) the sluice', 'b) the weir'),
        )}${row(cell(''), cell(''), cell('1.2'), cell('Explain why silt is dredged'))}${row(
          cell('2'),
          cell('Be able to keep a pond'),
          cell('2.1'),
          cell('Open the sluice'),
        )}</w:tbl>`,
    )
    expect(await criteriaIn(bytes)).toEqual([
      '1 Understand a mill pond',
      '1.1 Describe the parts of a pond:',
      '1.2 Explain why silt is dredged',
      '2 Be able to keep a pond',
      '2.1 Open the sluice',
    ])
  })

  it('a PDF in two columns with a foot on each page is read column by column within each row [R22]', async () => {
    const bytes = pdfOf([
      [50, 800, 'Unit 7: Thatch a hayrick'],
      [50, 780, 'Level: 2'],
      [150, 780, 'Credit value: 4'],
      [50, 740, 'The learner will:'],
      [300, 740, 'The learner can:'],
      [50, 720, '1. Know why ricks are'],
      [300, 720, '1.1 State why a rick is thatched'],
      [50, 708, 'thatched'],
      [300, 704, '1.2 Identify straw that will keep'],
      [300, 692, 'the rain out'],
      [50, 660, '2. Be able to thatch a rick'],
      [300, 660, '2.1 Lay straw from the eaves up'],
      [300, 644, '2.2 Peg each layer'],
      [50, 40, 'Page 1 of 1'],
    ])
    expect(await criteriaIn(bytes)).toEqual([
      '1 Know why ricks are thatched',
      '1.1 State why a rick is thatched',
      '1.2 Identify straw that will keep the rain out',
      '2 Be able to thatch a rick',
      '2.1 Lay straw from the eaves up',
      '2.2 Peg each layer',
    ])
  })

  it('a saved web page is read without what is there for the browser [R22]', async () => {
    const html = `<!DOCTYPE html><html><head><style>li { color: red }</style></head><body><h2>Unit 3: Spin flax</h2><p>Level: 1</p><script>var a = '1.1 Explain'</script>
<h3>Learning outcome 1: Be able to spin</h3><ul><li>1.1 Wet the flax</li><li>1.2 Turn the wheel evenly</li></ul></body></html>`
    expect(await criteriaIn(new TextEncoder().encode(html))).toEqual([
      '1 Be able to spin',
      '1.1 Wet the flax',
      '1.2 Turn the wheel evenly',
    ])
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['white space', new TextEncoder().encode(' \n\t ')],
    [
      'a novel',
      new TextEncoder().encode('It was a dark night. The unit moved on, level with the river.\n'.repeat(2000)),
    ],
    ['a PDF cut off', pdfOf([[50, 700, 'Unit 1: Weave a basket']]).slice(0, 200)],
    ['a scan', pdfOf([])],
    ['a Word document cut off', docxOf(paragraph('Unit 1')).slice(0, 300)],
    ['another zip file', zipOf({ 'readme.txt': 'Unit 1' })],
    ['a Word document without words', docxOf('')],
    ['an old Word document', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['a rich text file', new TextEncoder().encode('{\\rtf1 Unit 1}')],
    ['far too much', new Uint8Array(40_000_001)],
    [
      'a picture called .docx',
      new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex')),
    ],
    ['a list of prices', new TextEncoder().encode('Item,Price\nNet,4.50\nRope,1.10\nBucket,2.20\n'.repeat(300))],
    [
      'a locked PDF',
      pdfOf(
        [[50, 700, 'Unit 1']],
        `/ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >> `,
      ),
    ],
    ['a bomb that says what it is', bomb(40_000_000, 40_000_000)],
    ['a bomb that says it is small', bomb(40_000_000, 1000)],
    ['a web page of scripts that never end', new TextEncoder().encode(`<html>${'<script '.repeat(100_000)}`)],
    ['HTML nested without end', new TextEncoder().encode(`<html>${'<div><table><tr><td>'.repeat(50_000)}`)],
  ])('%s gives one sentence [R22]', async (_, bytes) => {
    expect(await importDocument(bytes, 'x')).toMatchObject({ refusal: expect.stringMatching(/^[A-Z][^\n]*\.$/) })
  })

  it('random bytes, whatever they claim to be, give one sentence [R22]', async () => {
    const signs = ['', '%PDF-1.4\n', 'PK\u0003\u0004', '\u00FF\u00FE', '{']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...signs), fc.uint8Array({ maxLength: 3000 }), async (sign, noise) => {
        const bytes = new Uint8Array([...Array.from(sign, letter => letter.charCodeAt(0)), ...noise])
        expect(await importDocument(bytes, 'noise')).toHaveProperty('refusal')
      }),
      { seed: 26, numRuns: 60 },
    )
  })

  it('text is read in whatever letters it was saved [R22]', async () => {
    const text = 'Unit 1: Café'
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    const narrow = new Uint8Array(Buffer.from(text, 'latin1'))
    for (const bytes of [new TextEncoder().encode(text), wide, narrow]) {
      const extracted = await textOf(bytes)
      expect('text' in extracted && extracted.text).toContain(text)
    }
  })
})
