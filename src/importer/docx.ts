/** Text out of Word documents: table rows become lines with tabs, numbered lists get their numbers back. */

import mammoth from 'mammoth'
import type { Extracted } from './extracted.ts'
import { htmlText } from './html-text.ts'
import { isAsDeclared, unzippedSize } from './zip.ts'

const mostUnzipped = 300_000_000
/** Of the texts alone, without pictures: a thousand pages are half of it. */
const mostOfTexts = 30_000_000

/** The text of a DOCX file, or a sentence saying what else the file is. */
export async function docxText(bytes: Uint8Array): Promise<Extracted> {
  const zip = unzippedSize(bytes)
  if (zip === null) return { refusal: 'This file is damaged: it ends before its contents do.' }
  if (zip.names.some(name => name.startsWith('xl/')))
    return { refusal: 'This is a spreadsheet, not a specification. Save the document it came from as DOCX or PDF.' }
  if (!zip.names.some(name => name.startsWith('word/')))
    return { refusal: 'This is not a Word document, so it cannot be read as a specification.' }
  if (zip.size > mostUnzipped || zip.texts > mostOfTexts)
    return { refusal: 'This document is too large once it is unpacked, so it was not read.' }
  if (!isAsDeclared(bytes))
    return { refusal: 'This Word document unpacks to something else than it declares, so it was not read.' }
  try {
    // Pictures are dropped unread: they are most of a document's size and say nothing to us.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage, externalFileAccess: false },
    )
    return { text: htmlText(value) }
  } catch {
    return { refusal: 'This Word document is damaged. Open it in Word and save it again.' }
  }
}
