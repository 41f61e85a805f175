import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import type { EvidenceVersion } from '#contract/evidence.ts'
import type { Result } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { confirm } from '../ui/confirm.tsx'
import { EndDialog } from '../ui/EndDialog.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Refused } from '../ui/Waiting.tsx'
import { count } from '../words/codes.ts'
import { instantText } from '../words/index.ts'
import style from './Removals.module.css'

type Removal = Result<'GET /centres/:centreId/evidence/:evidenceId/removals'>['removals'][number]

/** What was asked to go for good, what went, and the asking and the doing for whoever may (R76). */
export function Removals({
  evidenceId,
  version,
  waiting = false,
}: {
  evidenceId: string
  version: EvidenceVersion
  /** Only what waits for the reader, who came for it; the rest stands elsewhere on the page. */
  waiting?: boolean
}) {
  const removals = useResult('GET /centres/:centreId/evidence/:evidenceId/removals', { params: { evidenceId } })
  const [asking, setAsking] = useState(false)
  const id = useId()
  if (!removals.data) return null
  const all = removals.data.removals.filter(r => r.mayEnd === waiting)
  const mayAsk = removals.data.mayAsk && !waiting
  return (
    <>
      {all.length > 0 && (
        <section aria-labelledby={id} className={style.removals}>
          <h2 id={id}>{waiting ? 'Sensitive content: your decision' : 'Sensitive content'}</h2>
          <ul>
            {all.map(r => (
              <li key={r.id}>
                <OneRemoval removal={r} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {mayAsk && version.state !== 'draft' && (
        <Button variant="default" onClick={() => setAsking(true)}>
          Ask to take something out for good
        </Button>
      )}
      {asking && <Ask evidenceId={evidenceId} version={version} close={() => setAsking(false)} />}
    </>
  )
}

const named = (r: Removal) => (r.what === 'file' ? (r.fileName ?? 'A file') : 'What was written')

function OneRemoval({ removal: r }: { removal: Removal }) {
  const remove = useChange('POST /centres/:centreId/removals/:removalId/removal')
  const decline = useChange('POST /centres/:centreId/removals/:removalId/refusal')
  const [declining, setDeclining] = useState(false)
  const ask = async () => {
    const sure = await confirm({
      title: `Take out for good: ${named(r)}?`,
      words:
        'It goes from storage wherever in this centre it stands, and cannot be brought back. The record of it, its fingerprint and the reason stay, and what was confirmed on it stops counting until an assessor has looked again.',
      yes: 'Take it out for good',
      no: 'Leave it',
      grave: true,
    })
    if (!sure) return
    await remove.mutateAsync({ params: { removalId: r.id }, body: { confirmed: true } }).then(
      ({ questioned }) =>
        say(`Taken out. ${count(questioned, 'criterion stands', 'criteria stand')} in question because of it.`),
      () => {},
    )
  }
  return (
    <>
      <p className={style.head}>
        <b>{named(r)}</b>{' '}
        <StateMark tone={r.outcome === 'removed' ? 'not' : r.outcome === 'kept' ? 'plain' : 'attention'}>
          {r.outcome === 'removed'
            ? 'Taken out for good'
            : r.outcome === 'kept'
              ? 'Stays'
              : 'Waits for an administrator'}
        </StateMark>
      </p>
      <p className={style.who}>
        Asked for by {r.askedBy}, {instantText(r.askedAt)}: {r.reason}
        {r.seenAt && ` It can be seen at: ${r.seenAt}.`}
      </p>
      {r.endedAt && (
        <p className={style.who}>
          {r.outcome === 'removed' ? 'Taken out' : 'Left'} by {r.endedBy}, {instantText(r.endedAt)}
          {r.endedBecause && `: ${r.endedBecause}`}
        </p>
      )}
      {r.outcome === 'removed' && r.sha256 && (
        <details className={style.who}>
          <summary>Fingerprint of what it was</summary>
          <code className={style.hash}>{r.sha256}</code>
        </details>
      )}
      {r.mayEnd && (
        <div className={style.buttons}>
          <Button color="red" onClick={() => void ask()} loading={remove.isPending}>
            Take it out for good
          </Button>
          <Button variant="default" onClick={() => setDeclining(true)}>
            It may stay
          </Button>
        </div>
      )}
      {remove.error && <Refused problem={remove.error} />}
      {declining && (
        <EndDialog
          title={`${named(r)} stays`}
          why="Why it may stay"
          yes="Leave it"
          close={() => setDeclining(false)}
          does={async ({ reason }) => {
            await decline.mutateAsync({ params: { removalId: r.id }, body: { reason } })
            say('It stays, and your reason with it.')
          }}
        />
      )}
    </>
  )
}

function Ask({ evidenceId, version, close }: { evidenceId: string; version: EvidenceVersion; close: () => void }) {
  const ask = useChange('POST /centres/:centreId/evidence/:evidenceId/removals')
  const beside = useResult('GET /centres/:centreId/evidence/:evidenceId/further-documents', { params: { evidenceId } })
  const files = version.files.filter(f => !f.goneAt)
  const documents = (beside.data?.documents ?? []).filter(d => !d.goneAt)
  const form = useForm({ fileId: files[0]?.id ?? '', reason: '', seenAt: '' })
  return (
    <FormDialog
      title="Take something out for good"
      form={form}
      does={async ({ fileId: chosen, reason, seenAt }) => {
        const furtherDocumentId = documents.find(d => d.id === chosen)?.id ?? null
        const fileId = furtherDocumentId ? null : chosen || null
        await ask.mutateAsync({
          params: { evidenceId },
          body: { fileId, furtherDocumentId, reason, seenAt: seenAt || null },
        })
        say('Asked. A centre administrator takes it out, or says why it stays.')
      }}
      yes="Ask for it"
      close={close}
    >
      <p>
        For private details that must not be kept, not even blacked out. A centre administrator does it. What it was
        called, why it went and the decisions on it stay on record.
      </p>
      <NativeSelect
        label="What has to go"
        data={[
          ...files.map(f => ({ value: f.id, label: f.name })),
          { value: '', label: 'All that is written on it' },
          ...documents.map(d => ({
            value: d.id,
            label: `${d.name}, beside ${d.decisionId ? 'a decision' : 'a question'}`,
          })),
        ]}
        {...form.field('fileId')}
      />
      <Textarea
        label="What is sensitive about it"
        description="Without repeating it: “a customer’s bank card”, not the number."
        autosize
        minRows={2}
        {...form.field('reason')}
      />
      <TextInput
        label="Where it can be seen at work, if anywhere"
        description="So that a quality assurer can still look at it in its place."
        {...form.field('seenAt')}
      />
    </FormDialog>
  )
}
