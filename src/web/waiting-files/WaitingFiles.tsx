import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import { sentenceForCode, sizeText } from '../words/index.ts'
import { keepingText, onlyHereText, refusalText, refusedText, waitingText, whyWaiting } from '../words/waiting-files.ts'
import type { BegunEvidence, WaitingFile } from './device.ts'
import { useOnline } from './online.ts'
import style from './waiting-files.module.css'
import { bytesOf, evidenceUploads, remove, removeBegun, sendSoon, tryAgain, useWaiting } from './waiting-files.ts'

/** The files that wait to be uploaded to one place, or everywhere: where each stands, and what one can do about it. */
export function WaitingFiles({ path, links = false }: { path?: string; links?: boolean }) {
  const { files, begun, keeping, why } = useWaiting()
  const own = files.filter(f => !path || f.path === path)
  const unsent = begun.filter(b => !path || evidenceUploads(b.centreId, b.evidenceId).path === path)
  const stuck = unsent.filter(b => b.refused)
  if (own.length === 0 && stuck.length === 0) return null
  const being = own.filter(f => keeping.has(f.id))
  const waiting = own.filter(f => !f.refused && !keeping.has(f.id))
  const refused = own.filter(f => f.refused)
  return (
    <div className={style.waiting}>
      <div role="status">
        {waiting.length > 0 && (
          <p className={style.title}>
            <b>{waitingText(waiting)}</b>
          </p>
        )}
        {being.length > 0 && <p className={style.title}>{keepingText(being)}</p>}
        {refused.length > 0 && (
          <p className={style.title} data-refused>
            <b>{refusedText(refused)}</b>
          </p>
        )}
      </div>
      {waiting.length > 0 && <WhyWaiting why={why} />}
      <ul aria-label="Files that are not uploaded yet">
        {own.map(f => (
          <Row key={f.id} file={f} link={links} />
        ))}
        {stuck.map(b => (
          <BegunRow key={b.evidenceId} begun={b} />
        ))}
      </ul>
    </div>
  )
}

/** Why it is not uploaded yet, and what brings it on. */
export function WhyWaiting({ why }: { why: keyof typeof whyWaiting | null }) {
  const online = useOnline()
  const reason = online ? why : 'no-connection'
  if (!reason) return null
  return (
    <p className={style.why}>
      <span>{whyWaiting[reason]}</span>
      {online && reason !== 'signed-out' && (
        <button type="button" onClick={sendSoon}>
          Try now
        </button>
      )}
    </p>
  )
}

function Row({ file, link }: { file: WaitingFile; link: boolean }) {
  const { sent, onlyHere } = useWaiting()
  const bytes = sent.get(file.id)
  const askRemove = async () => {
    const sure = await confirm({
      title: `Remove ${file.name} from this device?`,
      words: 'It has not been uploaded. Removed, it cannot be brought back.',
      yes: 'Remove it',
      no: 'Keep it',
      grave: true,
    })
    if (!sure) return
    await remove(file)
    say(`${file.name} was removed.`)
  }
  return (
    <li>
      <div className={style.row}>
        <Thumbnail file={file} />
        <span className={style.name}>
          {file.name}
          <small>{sizeText(file.size)}</small>
          {bytes !== undefined && (
            <>
              <progress value={bytes} max={file.size} aria-label={`Uploading ${file.name}`} />
              <small>Uploading, {Math.min(99, Math.floor((100 * bytes) / Math.max(1, file.size)))}%</small>
            </>
          )}
          {onlyHere.has(file.id) && <small data-refused>{onlyHereText}</small>}
          {file.refused && <small data-refused>{refusalText(file.refused, file.name)}</small>}
          {link && (
            <Link
              to={(file.path.includes('/further-documents/') ? assessment : evidence) as '/'}
              params={{ centreId: file.centreId, evidenceId: file.evidenceId } as never}
            >
              Open its evidence<span className="hidden-text">: {file.name}</span>
            </Link>
          )}
        </span>
        <span className={style.buttons}>
          {file.refused?.code.startsWith('quotas/') && (
            <button type="button" onClick={() => void tryAgain(file)}>
              Try again<span className="hidden-text"> to upload {file.name}</span>
            </button>
          )}
          {file.refused?.code !== 'unreadable' && (
            <button type="button" onClick={() => void saveCopy(file)}>
              Save a copy<span className="hidden-text"> of {file.name}</span>
            </button>
          )}
          <button type="button" onClick={() => void askRemove()}>
            Remove<span className="hidden-text"> {file.name}</span>
          </button>
        </span>
      </div>
    </li>
  )
}
const evidence = '/c/$centreId/evidence/$evidenceId'
const assessment = `${evidence}/assessment`

/** Evidence that was begun here and that the server refuses to begin: its words stay readable until they are removed. */
function BegunRow({ begun }: { begun: BegunEvidence }) {
  const { code, details } = begun.refused ?? { code: '', details: {} }
  const askRemove = async () => {
    const sure = await confirm({
      title: 'Remove this new evidence from this device?',
      words: 'Its title and text are removed. Its files stay until you remove them.',
      yes: 'Remove it',
      no: 'Keep it',
      grave: true,
    })
    if (sure) await removeBegun(begun)
  }
  return (
    <li>
      <div className={style.row}>
        <span className={style.name}>
          {begun.title || 'New evidence'}
          {begun.description && <small>{begun.description}</small>}
          <small data-refused>{sentenceForCode(code, details)}</small>
        </span>
        <span className={style.buttons}>
          <button type="button" onClick={() => void askRemove()}>
            Remove<span className="hidden-text"> {begun.title || 'new evidence'}</span>
          </button>
        </span>
      </div>
    </li>
  )
}

/** Larger pictures would take more memory than a phone has to spare. */
const largestShown = 20_000_000

function Thumbnail({ file }: { file: WaitingFile }) {
  const [shown, setShown] = useState<string | null>(null)
  const { id, kind, size } = file
  // The picture is read from the device, and let go with the row.
  useEffect(() => {
    if (kind !== 'photo' || size > largestShown) return
    let url: string | null = null
    let gone = false
    void bytesOf(id)
      .then(bytes => {
        if (gone || !bytes) return
        url = URL.createObjectURL(bytes)
        setShown(url)
      })
      .catch(() => {})
    return () => {
      gone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [id, kind, size])
  return shown && <img src={shown} alt="" width="56" height="56" onError={() => setShown(null)} />
}

async function saveCopy(file: WaitingFile): Promise<void> {
  const bytes = await bytesOf(file.id).catch(() => undefined)
  if (!bytes) {
    say(`This device can no longer read ${file.name}.`, 'refused')
    return
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
