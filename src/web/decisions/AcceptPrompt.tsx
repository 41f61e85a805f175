import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { type AcceptanceAsked, acceptAllQuestion, acceptAllWords } from '../words/decisions.ts'

/** "Accept all" asks in words whose ticks and how many, and for one reason. Cancel and Escape change nothing (R6). */
export default function AcceptPrompt({
  asked,
  criteria,
  rationale,
  typeRationale,
  answer,
}: {
  asked: AcceptanceAsked
  criteria: string
  rationale: string
  typeRationale: (rationale: string) => void
  answer: (yes: boolean) => void
}) {
  const [missing, setMissing] = useState(false)
  const ok = () => {
    if (rationale.trim()) answer(true)
    else setMissing(true)
  }
  return (
    <Dialog title={acceptAllQuestion(asked.layer)} closeLabel="Cancel" onClose={() => answer(false)}>
      <form
        onSubmit={event => {
          event.preventDefault()
          ok()
        }}
      >
        <p>{acceptAllWords(asked)}</p>
        <p>
          <b>{criteria}</b>
        </p>
        <Textarea
          data-autofocus
          label="Why can they be accepted together?"
          description="Kept with your decision; the IQA reads it."
          value={rationale}
          onChange={e => {
            setMissing(false)
            typeRationale(e.currentTarget.value)
          }}
          onKeyDown={e => {
            if (e.key === 'Enter' && !e.shiftKey) {
              e.preventDefault()
              ok()
            }
          }}
          error={missing && 'Say in a few words why they can be accepted together.'}
          autosize
          minRows={2}
          maxLength={2000}
          mb="md"
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => answer(false)}>
            Cancel
          </Button>
          <Button type="submit">OK</Button>
        </Group>
      </form>
    </Dialog>
  )
}
