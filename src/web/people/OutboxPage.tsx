import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Result as Answer } from '../api.ts'
import { useChange, useResult } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { type Column, DataTable, useTable } from '../ui/DataTable.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import forms from '../ui/forms.module.css'
import { Page } from '../ui/Page.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { Empty, Refused, Result } from '../ui/Waiting.tsx'
import { instantText } from '../words/index.ts'
import { letterKinds } from '../words/people.ts'
import style from './people.module.css'

type Letter = Answer<'GET /centres/:centreId/letters'>['letters'][number]
type Opened = Answer<'POST /centres/:centreId/letters/:letterId/openings'>

/** This centre's letters to its people. Without a mail server an administrator hands them over. */
export default function OutboxPage() {
  const table = useTable()
  const { page, size } = table.query
  const letters = useResult('GET /centres/:centreId/letters', { query: { page, size } }, { keep: true })
  const open = useChange('POST /centres/:centreId/letters/:letterId/openings', { invalidates: [] })
  const [shown, setShown] = useState<Opened | null>(null)
  const columns: Column<Letter>[] = [
    { key: 'name', label: 'To', names: true, cell: toWhom },
    { key: 'recipient', label: 'Address', cell: l => l.recipient },
    { key: 'kind', label: 'Letter', cell: l => letterKinds[l.kind] },
    { key: 'written', label: 'Written', cell: l => <span className="tabular">{instantText(l.writtenAt)}</span> },
    {
      key: 'state',
      label: 'State',
      cell: l => (
        <div>
          <State letter={l} />
        </div>
      ),
    },
    {
      key: 'open',
      label: 'Read it',
      cell: l =>
        l.sentAt ? (
          'Left by mail'
        ) : (
          <Button
            variant="default"
            size="xs"
            onClick={() => open.mutate({ params: { letterId: l.id } }, { onSuccess: setShown })}
          >
            Open
            <span className="hidden-text">
              {' '}
              the letter to {toWhom(l)}, written {instantText(l.writtenAt)}
            </span>
          </Button>
        ),
    },
  ]
  return (
    <Page title="Outbox" breadcrumb={[{ label: 'People', to: '/c/$centreId/people' }]}>
      <Result of={letters}>
        {answer => (
          <>
            <p>
              {answer.sends
                ? 'Letters leave by mail. Here you see which have left, and can open one that could not be sent.'
                : 'No mail server is set up, so letters wait here. Open one and hand its link to the person it is for, by a way that only they can read.'}{' '}
              That you opened a letter is recorded with your name.
            </p>
            <p className={forms.quiet}>
              Two kinds of letter are never shown: those to people who have left, and new passwords for people who are
              or were in another centre. The second kind needs a mail server.
            </p>
            {open.error && <Refused problem={open.error} />}
            <DataTable
              caption="Letters, newest first"
              columns={columns}
              rows={answer.letters}
              rowKey={l => l.id}
              total={answer.total}
              table={table}
              empty={<Empty title="No letters">Each person that you add gets an invitation. It is shown here.</Empty>}
            />
          </>
        )}
      </Result>
      {shown && <LetterShown letter={shown} onClose={() => setShown(null)} />}
    </Page>
  )
}

/** A witness is nobody's account: the letter goes in the name of the learner who asked. */
const toWhom = (l: Letter): string => (l.kind === 'notice' ? `Witness asked by ${l.name}` : l.name)

function State({ letter }: { letter: Letter }) {
  if (letter.sentAt) return <StateMark tone="done">Sent {instantText(letter.sentAt)}</StateMark>
  if (letter.failure) return <StateMark tone="not">Could not be sent: {letter.failure}</StateMark>
  return <StateMark tone="waiting">Waits</StateMark>
}

function LetterShown({ letter, onClose }: { letter: Opened; onClose: () => void }) {
  const copy = (link: string) =>
    void navigator.clipboard.writeText(link).then(
      () => say('The link is copied.'),
      () => say('This browser does not let us copy. Mark the link and copy it.', 'refused'),
    )
  return (
    <Dialog title={letter.subject} onClose={onClose} size="lg">
      <pre className={style.letter}>{letter.body}</pre>
      <Group justify="flex-end">
        {letter.link && <Button onClick={() => copy(letter.link as string)}>Copy the link</Button>}
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
      </Group>
    </Dialog>
  )
}
