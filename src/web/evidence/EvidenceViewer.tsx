import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import type { EvidenceFile, EvidenceVersion } from '#contract/evidence.ts'
import { recordOf } from '#domain/evidence/records.ts'
import { useOpenedPin } from '../pins/board.ts'
import { useResult } from '../results.ts'
import { Empty, Result } from '../ui/Waiting.tsx'
import { evidenceTypeNames } from '../words/evidence.ts'
import { mediaNames } from '../words/files.ts'
import { FileView } from './FileView.tsx'
import { RecordView } from './RecordView.tsx'
import { StatementView } from './StatementView.tsx'
import style from './viewer.module.css'

/**
 * One version of a piece of evidence at reading size, in the page: what it says about itself, its statement and its files.
 * Without `version` the newest is shown. For screens that have the version already there is `<VersionViewer>`.
 */
export function EvidenceViewer({ evidenceId, version }: { evidenceId: string; version?: number }) {
  const evidence = useResult('GET /centres/:centreId/evidence/:evidenceId', { params: { evidenceId } })
  return (
    <Result of={evidence}>
      {({ versions }) => {
        const shown = versions.find(v => v.version === version) ?? versions[0]
        return shown ? <VersionViewer key={shown.version} evidenceId={evidenceId} version={shown} /> : null
      }}
    </Result>
  )
}

type Shown = Pick<
  EvidenceVersion,
  'description' | 'type' | 'record' | 'statement' | 'statementText' | 'files' | 'declaredDocuments'
> &
  Partial<Pick<EvidenceVersion, 'decisions'>>
type Part = { key: string; label: string; title: string; body: ReactNode }

/** Description first, then the statement and the files, each under its own tab when there are several. */
export function VersionViewer({ evidenceId, version }: { evidenceId: string; version: Shown }) {
  const parts: Part[] = version.files.map((file, i) => ({
    key: file.id,
    label: file.name,
    title: `${mediaNames[file.mediaKind]} ${i + 1}`,
    body: <FileView evidenceId={evidenceId} file={file} />,
  }))
  if (version.statementText?.trim())
    parts.unshift({
      key: 'statement',
      label: 'Written statement',
      title: 'Statement',
      body: <StatementView statement={version.statement} />,
    })
  const record = recordOf(version.type, version.record)
  // Newest first; a trainee's marks wait for the countersigner and stand with their decision only.
  const standing = version.decisions?.find(d => d.layer === 'assessor' && d.marks.length > 0)
  if (version.type && Object.keys(record).length > 0)
    parts.unshift({
      key: 'record',
      label: evidenceTypeNames[version.type],
      title: 'Record',
      body: <RecordView type={version.type} record={record} marks={standing?.marks} />,
    })
  return (
    <div className={style.viewer}>
      {version.description.trim() && <p className={style.description}>{version.description}</p>}
      <Declared documents={version.declaredDocuments} />
      {parts.length === 0 && <Empty title="Nothing has been put in yet" />}
      {parts.length === 1 && parts[0]?.body}
      {parts.length > 1 && <Parts parts={parts} />}
    </div>
  )
}

/** What the learner said of documents that are no evidence by themselves (R74, R75). */
function Declared({ documents: { policy, ownBlankForm } }: { documents: Shown['declaredDocuments'] }) {
  if (!policy && ownBlankForm === null) return null
  return (
    <ul className={style.declared}>
      {policy && (
        <li>A policy or procedure is among the files; how it is followed stands in the learner’s own words.</li>
      )}
      {ownBlankForm !== null && <li>A blank form of the learner’s own is among the files: {ownBlankForm}</li>}
    </ul>
  )
}

/** Tabs as people with a keyboard know them: arrows, Home and End move, and what is chosen is shown. */
function Parts({ parts }: { parts: Part[] }) {
  const [chosen, setChosen] = useState(parts[0]?.key)
  const opened = useOpenedPin()
  // A pin that is opened brings its file to the front.
  useEffect(() => {
    if (opened) setChosen(opened.pin.fileId ?? 'statement')
  }, [opened])
  const id = useId()
  const at = Math.max(
    0,
    parts.findIndex(p => p.key === chosen),
  )
  const shown = parts[at] as Part
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: parts.length - 1 }[event.key]
    const next = to === undefined ? undefined : parts[(to + parts.length) % parts.length]
    if (!next) return
    event.preventDefault()
    setChosen(next.key)
    document.getElementById(`${id}${next.key}`)?.focus()
  }
  return (
    <>
      <div role="tablist" aria-label="Parts of this evidence" className={style.tabs} onKeyDown={move}>
        {parts.map((part, i) => (
          <button
            key={part.key}
            id={`${id}${part.key}`}
            type="button"
            role="tab"
            aria-selected={i === at}
            aria-controls={`${id}panel`}
            tabIndex={i === at ? 0 : -1}
            className={style.tab}
            onClick={() => setChosen(part.key)}
          >
            <span className={style.tabKind}>{part.title}</span>
            <span className={style.tabName}>{part.label}</span>
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${shown.key}`} tabIndex={0} key={shown.key}>
        {shown.body}
      </div>
    </>
  )
}

export type { EvidenceFile }
