/** The reader of PDF, loaded only when there is one to show. */
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url'
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url'
import qcms from 'pdfjs-dist/wasm/qcms_bg.wasm?url'

export type PdfDocument = PDFDocumentProxy
export type PdfSize = { width: number; height: number }

GlobalWorkerOptions.workerSrc = workerUrl

/** Scanners compress with these; each is a file of ours under a name of its own. */
const decoders: Record<string, string> = { 'jbig2.wasm': jbig2, 'openjpeg.wasm': openjpeg, 'qcms_bg.wasm': qcms }

class OwnFiles {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = decoders[filename]
    if (!url) throw new Error(`${filename} is not part of the house`)
    return new Uint8Array(await (await fetch(url)).arrayBuffer())
  }
}

/** A document of which only the pages that are looked at are fetched, once it is large. Nothing in it can run. */
export function openPdf(url: string, length: number) {
  const loading = getDocument({
    url,
    rangeChunkSize: 1 << 18,
    disableAutoFetch: length > 5_000_000,
    disableStream: length > 5_000_000,
    enableXfa: false,
    useWorkerFetch: false,
    BinaryDataFactory: OwnFiles,
  })
  const opened = loading.promise.then(async document => {
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 })
    return { document, first: { width, height } }
  })
  return { opened, close: () => void loading.destroy() }
}
