/** Files that cost whoever reads them far more than whoever sends them. Made here, so that none is kept in the project. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** A table of nothing but line breaks. */
export const lineBreaks = (bytes = 1_000_000): Buffer => Buffer.alloc(bytes, '\n')

/** Operators of a page that unpack from some kilobytes to `megabytes`. */
export function pdfBomb(megabytes = 400): Buffer {
  const operators = Buffer.alloc(megabytes * 1_000_000, 'BT /F 9 Tf (kettle) Tj ET\n')
  return pdf([deflateSync(operators, { level: 9 })])
}

/** Many pages that all show the same long text. */
export function slowPdf(pages = 1400, kilobytes = 600): Buffer {
  const operators = deflateSync(Buffer.alloc(kilobytes * 1000, 'BT /F 9 Tf 1 0 0 1 7 9 Tm (kettle) Tj ET\n'), {
    level: 9,
  })
  return pdf(Array.from({ length: pages }, () => operators))
}

function pdf(contents: Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (...bytes: (Buffer | string)[]) => {
    const object = Buffer.concat([
      Buffer.from(`${offsets.length + 1} 0 obj\n`),
      ...bytes.map(part => Buffer.from(part as string)),
      Buffer.from('\nendobj\n'),
    ])
    offsets.push(length)
    parts.push(object)
    length += object.length
  }
  // Contents that are the same are one object, which every page points to.
  const streams = [...new Set(contents)]
  const first = 4
  const kids = contents.map((_, at) => `${first + streams.length + at} 0 R`)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (const stream of streams)
    add(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`, stream, '\nendstream')
  for (const content of contents)
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + streams.indexOf(content)} 0 R >>`,
    )
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const end = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

/** A workbook whose only sheet unpacks to `megabytes` of cells. */
export function workbookBomb(megabytes = 45): Buffer {
  const rows = Buffer.alloc(megabytes * 1_000_000, '<row><c t="inlineStr"><is><t>kettle</t></is></c></row>')
  const whole = Math.floor(rows.length / 54) * 54
  return zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Units" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': Buffer.concat([
      Buffer.from(
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
      ),
      rows.subarray(0, whole),
      Buffer.from('</sheetData></worksheet>'),
    ]),
  })
}

/** A specification with far more criteria than any. */
export function manyCriteria(criteria = 100_000): Buffer {
  const lines = Array.from(
    { length: criteria },
    (_, at) => `1.${at + 1} Explain why kettle number ${at + 1} is returned`,
  )
  return Buffer.from(
    `Larkfield Awards Level 2 Certificate in Kettles\n\nUnit 1\n\nTitle\tReturn kettles\nLevel\t2\nCredit\t4\nUnit accreditation no.\tT/297/0001\nLearning Outcomes The learner will:\tAssessment Criteria The learner can:\n1. Know about kettles\n${lines.join('\n')}\n`,
  )
}

function zip(files: Record<string, string | Buffer>): Buffer {
  const [local, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string)
    const packed = deflateRawSync(bytes, { level: 9 })
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(name.length, 22)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const contents = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 8)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(contents.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, contents, end])
}
