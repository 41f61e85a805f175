import { lazy, Suspense, useId, useRef, useState } from 'react'
import type { FurtherDocument } from '#contract/further-documents.ts'
import { hrefOf } from '../api.ts'
import { FileFigure } from '../evidence/FileView.tsx'
import { PinBoard } from '../pins/board.ts'
import { useCentre, useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Loading } from '../ui/Waiting.tsx'
import { WaitingFiles } from '../waiting-files/WaitingFiles.tsx'
import { mediaNames } from '../words/files.ts'
import { attachedAs } from '../words/further-documents.ts'
import { dayText, instantText, sizeText } from '../words/index.ts'
import style from './further-documents.module.css'

const FilesInput = lazy(() => import('../evidence/FilesInput.tsx'))

const listKey = 'GET /centres/:centreId/evidence/:evidenceId/further-documents'
type Beside = { decisionId: string } | { questionId: string }

/** The documents beside one decision or one question, and the attaching of more for whoever made it (R87). */
export function FurtherDocuments({ evidenceId, beside }: { evidenceId: string; beside: Beside }) {
  const list = useResult(listKey, { params: { evidenceId } })
  const title = useId()
  if (!list.data) return null
  const { documents, attachable } = list.data
  const [own, attaches] =
    'decisionId' in beside
      ? [documents.filter(d => d.decisionId === beside.decisionId), attachable.decisionIds.includes(beside.decisionId)]
      : [documents.filter(d => d.questionId === beside.questionId), attachable.questionIds.includes(beside.questionId)]
  if (own.length === 0 && !attaches) return null
  return (
    <div className={style.documents}>
      {own.length > 0 && (
        <>
          <p id={title} className={style.title}>
            {own.length === 1 ? 'Further document' : 'Further documents'}
          </p>
          <ul aria-labelledby={title}>
            {own.map(d => (
              <OneDocument key={d.id} document={d} />
            ))}
          </ul>
        </>
      )}
      {attaches && <Attach evidenceId={evidenceId} beside={beside} more={own.length > 0} />}
    </div>
  )
}

function OneDocument({ document: d }: { document: FurtherDocument }) {
  const { centreId } = useCentre()
  const [shown, setShown] = useState(false)
  const [withdrawing, setWithdrawing] = useState(false)
  const withdraw = useChange('POST /centres/:centreId/further-documents/:furtherDocumentId/withdrawal', {
    invalidates: [listKey],
  })
  const params = { centreId, furtherDocumentId: d.id }
  const href = (query = {}) =>
    hrefOf('GET /centres/:centreId/further-documents/:furtherDocumentId/content', { params, query })
  return (
    <li data-withdrawn={d.withdrawn ? true : undefined}>
      <div className={style.row}>
        <span className={style.name}>
          {d.name}{' '}
          {d.goneAt ? (
            <StateMark tone="not">Taken out for good</StateMark>
          ) : (
            d.withdrawn && <StateMark tone="not">Withdrawn</StateMark>
          )}
          <small>
            {mediaNames[d.mediaKind]}, {sizeText(d.size)}. {d.addedBy.name}, {attachedAs(d.addedAs)},{' '}
            {instantText(d.addedAt)}
          </small>
        </span>
        <span className={style.buttons}>
          {d.mayOpen && (
            <>
              <button type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
                {shown ? 'Close' : 'View'}
                <span className="hidden-text"> {d.name}</span>
              </button>
              <a href={href({ download: '1' })} download={d.name}>
                Download<span className="hidden-text"> {d.name}</span>
              </a>
            </>
          )}
          {d.mayWithdraw && (
            <button type="button" onClick={() => setWithdrawing(true)}>
              Withdraw<span className="hidden-text"> {d.name}</span>
            </button>
          )}
        </span>
      </div>
      {d.withdrawn && (
        <p className={style.why}>
          Withdrawn on {dayText(d.withdrawn.at)}: {d.withdrawn.because}
        </p>
      )}
      {d.goneAt && (
        <p className={style.why}>
          Taken out of storage for good on {dayText(d.goneAt)}, because it holds private details. The reason stands with
          the evidence.
        </p>
      )}
      {shown && d.mayOpen && (
        // A judgement rests on the evidence and never on a document beside it: nothing is pinned here.
        <PinBoard value={null}>
          <FileFigure file={{ ...d, seconds: null, parts: [] }} href={href} />
        </PinBoard>
      )}
      {withdrawing && (
        <EndDialog
          title={`Withdraw ${d.name}?`}
          why="Why it is withdrawn"
          read="Everybody who sees the decision reads this. That the document was here stays on record, and a quality assurer can still open it."
          yes="Withdraw it"
          does={async ({ reason }) => {
            await withdraw.mutateAsync({ params: { furtherDocumentId: d.id }, body: { reason } })
            say(`${d.name} is withdrawn, and your reason stands with it.`)
          }}
          close={() => setWithdrawing(false)}
        />
      )}
    </li>
  )
}

/** The same uploads as for evidence: what is chosen stays on the device until the server has it. */
function Attach({ evidenceId, beside, more }: { evidenceId: string; beside: Beside; more: boolean }) {
  const { centreId } = useCentre()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const path = 'decisionId' in beside ? `decisions/${beside.decisionId}` : `questions/${beside.questionId}`
  const to = { centreId, evidenceId, path: `/api/centres/${centreId}/${path}/further-documents/uploads` }
  return (
    <div className={style.attach}>
      <span className={style.buttons}>
        <button ref={opener} type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Done attaching' : more ? 'Attach another document' : 'Attach a document'}
        </button>
      </span>
      {!open && <WaitingFiles path={to.path} />}
      {open && (
        <>
          <p className={style.why}>
            An observation sheet, a marking grid or whatever else belongs to{' '}
            {'decisionId' in beside ? 'your decision' : 'your question'}. It changes nothing of what you said, and
            everybody who sees it can open the document, the learner too.
          </p>
          <Suspense fallback={<Loading says="Opening your files" lines={4} />}>
            <FilesInput
              to={to}
              onAllIn={() => {
                setOpen(false)
                opener.current?.focus()
              }}
            />
          </Suspense>
        </>
      )}
    </div>
  )
}
