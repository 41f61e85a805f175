import { useEffect, useState } from 'react'
import type { EvidenceFile, EvidenceVersion } from '#contract/evidence.ts'
import { hrefOf } from '../api.ts'
import { usePinsOn } from '../pins/board.ts'
import { useCentre, useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { mediaNames } from '../words/files.ts'
import { sizeText } from '../words/index.ts'
import style from './capture.module.css'
import { FileView } from './FileView.tsx'
import { RecordingParts } from './RecordingParts.tsx'

/** What is in already; each can be looked at or taken out while it is a draft. */
export function DraftFiles({ evidenceId, version }: { evidenceId: string; version: EvidenceVersion }) {
  const { files } = version
  if (files.length === 0) return null
  return (
    <ul className={style.files} aria-label="Files that are in">
      {files.map(f => (
        <DraftFile key={f.id} evidenceId={evidenceId} file={f} version={version} />
      ))}
    </ul>
  )
}

function DraftFile({
  evidenceId,
  file,
  version,
}: {
  evidenceId: string
  file: EvidenceFile
  version: EvidenceVersion
}) {
  const { centreId } = useCentre()
  const [shown, setShown] = useState(false)
  const { opened } = usePinsOn(file.id)
  // A pin that is opened shows its file.
  useEffect(() => {
    if (opened) setShown(true)
  }, [opened])
  const remove = useChange('DELETE /centres/:centreId/evidence/:evidenceId/files/:fileId')
  const params = { centreId, evidenceId, fileId: file.id }
  const takeOut = async () => {
    const sure = await confirm({ title: `Take ${file.name} out?`, yes: 'Take it out', no: 'Keep it' })
    if (!sure) return
    await remove.mutateAsync({ params }).then(
      () => say(`${file.name} was taken out.`),
      () => {},
    )
  }
  return (
    <li>
      <div className={style.fileRow}>
        {file.mediaKind === 'image' && (
          <img
            src={hrefOf('GET /centres/:centreId/evidence/:evidenceId/files/:fileId', { params })}
            alt=""
            loading="lazy"
          />
        )}
        <span className={style.fileName}>
          {file.name}
          <small>
            {mediaNames[file.mediaKind]}, {sizeText(file.size)}
          </small>
        </span>
        <span className={style.fileButtons}>
          <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Close' : 'Look'}
            <span className="hidden-text"> at {file.name}</span>
          </button>
          <button type="button" onClick={() => void takeOut()} disabled={remove.isPending}>
            Take out<span className="hidden-text"> {file.name}</span>
          </button>
        </span>
      </div>
      {remove.error && <Refused problem={remove.error} />}
      {(file.mediaKind === 'audio' || file.mediaKind === 'video') && (
        <RecordingParts evidenceId={evidenceId} file={file} claims={version.claims} version={version.version} />
      )}
      {shown && <FileView evidenceId={evidenceId} file={file} />}
    </li>
  )
}
