import { TextLayer } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { AreaLayer } from '../pins/AreaLayer.tsx'
import { usePassages } from '../pins/usePassages.ts'
import type { PdfDocument, PdfSize } from './pdf.ts'
import style from './viewer.module.css'

/** One page: a drawing, and over it the same words as text, to be selected, searched and read aloud. */
export function PdfPage({
  document: pdf,
  number,
  of,
  expected,
  fileId,
}: {
  document: PdfDocument
  number: number
  of: number
  expected: PdfSize
  fileId: string
}) {
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState(expected)
  const [near, setNear] = useState(false)
  const [width, setWidth] = useState(0)
  /** Counts how often its words were laid out. */
  const [drawn, setDrawn] = useState(0)
  usePassages(words, fileId, number, drawn)

  // Drawn when it comes near the window, and again when its width changes: turning a phone, opening a side panel.
  useEffect(() => {
    const element = place.current
    if (!element) return
    const seen = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { rootMargin: '800px' })
    const measured = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)))
    seen.observe(element)
    measured.observe(element)
    return () => {
      seen.disconnect()
      measured.disconnect()
    }
  }, [])

  // The drawing of an earlier width is given up before the next one begins: two must not draw on one canvas.
  useEffect(() => {
    if (!near || width === 0) return
    let stop = () => {}
    let gone = false
    void (async () => {
      const page = await pdf.getPage(number)
      if (gone || !canvas.current || !words.current) return
      const own = page.getViewport({ scale: 1 })
      setSize({ width: own.width, height: own.height })
      const viewport = page.getViewport({ scale: width / own.width })
      const sharp = Math.min(window.devicePixelRatio || 1, 2)
      canvas.current.width = Math.floor(viewport.width * sharp)
      canvas.current.height = Math.floor(viewport.height * sharp)
      const drawing = page.render({ canvas: canvas.current, viewport, transform: [sharp, 0, 0, sharp, 0, 0] })
      words.current.replaceChildren()
      words.current.style.setProperty('--total-scale-factor', String(viewport.scale))
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: words.current, viewport })
      stop = () => {
        drawing.cancel()
        layer.cancel()
      }
      await Promise.all([drawing.promise, layer.render()])
      if (!gone) setDrawn(was => was + 1)
    })().catch(() => {})
    return () => {
      gone = true
      stop()
    }
  }, [pdf, number, near, width])

  return (
    <div
      ref={place}
      className={style.pdfPage}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      role="group"
      aria-label={`Page ${number} of ${of}`}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={words} className={`textLayer ${style.pdfWords}`} />
      <AreaLayer fileId={fileId} page={number} />
    </div>
  )
}
