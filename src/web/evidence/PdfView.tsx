import { useEffect, useRef, useState } from 'react'
import { usePinsOn } from '../pins/board.ts'
import { PinBar } from '../pins/PinBar.tsx'
import { Loading } from '../ui/Waiting.tsx'
import { PdfPage } from './PdfPage.tsx'
import { openPdf, type PdfDocument, type PdfSize } from './pdf.ts'
import style from './viewer.module.css'

type Opened = { document: PdfDocument; first: PdfSize }

/** All pages under each other at the width of the page; each is drawn when it comes near the window. */
export default function PdfView({
  src,
  name,
  size,
  fileId,
}: {
  src: string
  name: string
  size: number
  fileId: string
}) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [failed, setFailed] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState(1)
  const { opened: pin } = usePinsOn(fileId)
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
  // A pin leads to its page at once; the words or the area on it are found when the page is drawn.
  useEffect(() => {
    const at = pin?.pin.place
    const number = at && 'page' in at ? at.page : null
    if (opened && number) place.current?.children[number - 1]?.scrollIntoView({ block: 'start' })
  }, [pin, opened])
  if (failed) return <p className={style.cannot}>This PDF cannot be shown here. Download it to look at it.</p>
  if (!opened) return <Loading says={`Opening ${name}`} lines={10} />
  const pages = Array.from({ length: opened.document.numPages }, (_, i) => i + 1)
  return (
    <>
      <div
        ref={place}
        onScroll={() => setPage(pageShown(place.current))}
        className={style.pdf}
        tabIndex={0}
        role="region"
        aria-label={`${name}, ${pages.length} ${pages.length === 1 ? 'page' : 'pages'}`}
      >
        {pages.map(n => (
          <PdfPage
            key={n}
            document={opened.document}
            number={n}
            of={pages.length}
            expected={opened.first}
            fileId={fileId}
          />
        ))}
      </div>
      <PinBar
        fileId={fileId}
        here={() => ({ kind: 'page', page: pageShown(place.current) })}
        hereSays={`this page, p. ${page}`}
        draws
        words={place}
      />
    </>
  )
}

/** The page that takes most of what one sees. */
function pageShown(view: HTMLElement | null): number {
  if (!view) return 1
  const middle = view.getBoundingClientRect().top + Math.min(view.clientHeight, window.innerHeight) / 2
  const pages = [...view.children]
  const at = pages.findLastIndex(p => p.getBoundingClientRect().top <= middle)
  return Math.max(0, at) + 1
}
