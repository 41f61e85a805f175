/** Text out of PDF files, put back into lines, rows and columns by where it stands on the page. */

import { extractTextItems, getDocumentProxy } from 'unpdf'
import type { Extracted } from './extracted.ts'
import { pageText } from './page-layout.ts'

const mostPages = 1500

/** The text of a PDF file, page by page, or a sentence saying why there is none. */
export async function pdfText(bytes: Uint8Array): Promise<Extracted> {
  try {
    // A copy, because the library takes the bytes away from whoever passes them.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    if (document.numPages > mostPages)
      return { refusal: 'This PDF has more pages than any specification, so it was not read.' }
    const { items } = await extractTextItems(document)
    return { text: items.map(pageText).join('\n\n') }
  } catch (error) {
    const locked = error instanceof Error && /password/i.test(error.name + error.message)
    return {
      refusal: locked
        ? 'This PDF is locked with a password. Save it without one and import that.'
        : 'This PDF is damaged. Open it and save it again, then try once more.',
    }
  }
}
