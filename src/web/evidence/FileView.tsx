import { lazy, Suspense, useState } from 'react'
import type { EvidenceFile } from '#contract/evidence.ts'

import { hrefOf } from '../api.ts'
import { AreaLayer } from '../pins/AreaLayer.tsx'
import { PinBar } from '../pins/PinBar.tsx'
import pinStyle from '../pins/pins.module.css'
import { useCentre } from '../results.ts'
import { Loading } from '../ui/Waiting.tsx'
import { dayText, sizeText } from '../words/index.ts'
import { RecordingView } from './RecordingView.tsx'
import style from './viewer.module.css'

const PdfView = lazy(() => import('./PdfView.tsx'))
const TextView = lazy(() => import('./TextView.tsx'))

/** A file as its kind is looked at; what the page cannot show can still be downloaded. */
export function FileView({ evidenceId, file }: { evidenceId: string; file: EvidenceFile }) {
  const { centreId } = useCentre()
  if (file.goneAt) return <Gone name={file.name} at={file.goneAt} />
  const params = { centreId, evidenceId, fileId: file.id }
  const href = (query = {}) => hrefOf('GET /centres/:centreId/evidence/:evidenceId/files/:fileId', { params, query })
  return <FileFigure file={file} href={href} />
}

/** What is looked at of a file; `parts` are those of a recording. */
export type ShownFile = Pick<EvidenceFile, 'id' | 'name' | 'size' | 'mediaType' | 'mediaKind' | 'seconds' | 'parts'>

/** Any stored file with its name, its size and its download, whatever it is part of. */
export function FileFigure({ file, href }: { file: ShownFile; href: (query?: { download?: '1' }) => string }) {
  return (
    <figure className={style.file}>
      <Suspense fallback={<Loading says={`Opening ${file.name}`} />}>
        <Shown file={file} src={href()} />
      </Suspense>
      <figcaption className={style.caption}>
        <span className={style.fileName}>{file.name}</span>
        <span>{sizeText(file.size)}</span>
        <a href={href({ download: '1' })} download={file.name}>
          Download<span className="hidden-text"> {file.name}</span>
        </a>
      </figcaption>
    </figure>
  )
}

/** What was taken out leaves its name, so that nobody looks for it in vain. */
const Gone = ({ name, at }: { name: string; at: string }) => (
  <p className={style.cannot}>
    <b>{name}</b> was taken out of storage for good on {dayText(at)}, because it holds private details. The reason, and
    where it can be seen, stand under “Sensitive content”.
  </p>
)

function Shown({ file, src }: { file: ShownFile; src: string }) {
  const [failed, setFailed] = useState(false)
  const fail = () => setFailed(true)
  if (failed) return <CannotShow why="Your browser cannot show this file." />
  switch (file.mediaKind) {
    case 'image':
      return <Picture src={src} name={file.name} fileId={file.id} onError={fail} />
    case 'pdf':
      return <PdfView src={src} name={file.name} size={file.size} fileId={file.id} />
    case 'audio':
    case 'video':
      return <RecordingView file={file} src={src} onError={fail} />
    case 'text':
      return <TextView src={src} name={file.name} mediaType={file.mediaType} size={file.size} fileId={file.id} />
    default:
      return (
        <>
          <CannotShow why="This kind of file opens in a program of its own." />
          <PinBar fileId={file.id} here={() => ({ kind: 'whole' })} hereSays="all of it" />
        </>
      )
  }
}

const CannotShow = ({ why }: { why: string }) => <p className={style.cannot}>{why} Download it to look at it.</p>

/** As wide as the page; a press shows it at its own size, to read what is small. Areas of it can be pinned. */
function Picture({ src, name, fileId, onError }: { src: string; name: string; fileId: string; onError: () => void }) {
  const [large, setLarge] = useState(false)
  return (
    <>
      <div className={style.picture} data-large={large || undefined}>
        <div className={pinStyle.framed}>
          <button
            type="button"
            data-small
            className={style.pictureButton}
            aria-pressed={large}
            onClick={() => setLarge(was => !was)}
          >
            <img src={src} alt={name} onError={onError} />
            <span className="hidden-text">
              {large ? 'Show it in the width of the page' : 'Show it at its own size'}
            </span>
          </button>
          <AreaLayer fileId={fileId} page={null} />
        </div>
      </div>
      <PinBar fileId={fileId} here={() => ({ kind: 'whole' })} hereSays="all of it" draws />
    </>
  )
}
