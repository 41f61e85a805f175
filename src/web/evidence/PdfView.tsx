import { useEffect, useState } from 'react'
import { Loading } from '../ui/Waiting.tsx'
import { PdfPage } from './PdfPage.tsx'
import { openPdf, type PdfDocument, type PdfSize } from './pdf.ts'
import style from './viewer.module.css'

type Opened = { document: PdfDocument; first: PdfSize }

/** All pages under each other at the width of the page; each is drawn when it comes near the window. */
export default function PdfView({ src, name, size }: { src: string; name: string; size: number }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failed, setFailed] = useState(false)
  // The document holds a worker and memory: it is closed when another is shown.
  useEffect(() => {
    const opening = openPdf(src, size)
    let gone = false
    opening.opened.then(
      o => !gone && setOpened(o),
      () => !gone && setFailed(true),
    )
    return () => {
      gone = true
      opening.close()
    }
  }, [src, size])
  if (failed) return <p className={style.cannot}>This PDF cannot be shown here. Download it to look at it.</p>
  if (!opened) return <Loading says={`Opening ${name}`} lines={10} />
  const pages = Array.from({ length: opened.document.numPages }, (_, i) => i + 1)
  return (
    <div
      className={style.pdf}
      tabIndex={0}
      role="region"
      aria-label={`${name}, ${pages.length} ${pages.length === 1 ? 'page' : 'pages'}`}
    >
      {pages.map(n => (
        <PdfPage key={n} document={opened.document} number={n} of={pages.length} expected={opened.first} />
      ))}
    </div>
  )
}
