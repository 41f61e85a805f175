import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { type AcceptanceAsked, acceptAllQuestion, acceptAllWords } from '../words/decisions.ts'

/**
 * "Accept all" asks in words whose ticks, how many and which, lists what it leaves alone, and asks for one reason. Cancel
 * and Escape change nothing (R6).
 */
export default function AcceptPrompt({
  asked,
  criteria,
  leaves,
  rationale,
  typeRationale,
  answer,
}: {
  asked: AcceptanceAsked
  criteria: string
  /** What stays as it is, a sentence each. */
  leaves: string[]
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
        {leaves.length > 0 && (
          <>
            <p id="left-alone">These stay as they are:</p>
            <ul aria-labelledby="left-alone">
              {leaves.map(l => (
                <li key={l}>{l}</li>
              ))}
            </ul>
          </>
        )}
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
