import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { standingCorrection } from '#domain/qualifications/corrections.ts'
import { Problem } from '../api.ts'
import { instantText, sentenceFor } from '../words/index.ts'
import style from './imports.module.css'
import type { Review } from './review.ts'

type Kind = 'text' | 'long' | 'number'

/**
 * A value of the specification that a person may put right: activate it, type, Enter. What was read is kept apart, shown,
 * and can be had back.
 */
export function Editable({
  review,
  path,
  value,
  label,
  kind = 'text',
  unsaid = 'not said',
}: {
  review: Review
  path: string
  value: string | number | null
  label: string
  kind?: Kind
  /** What stands where the source does not say. */
  unsaid?: string
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  // When the field closes, the keyboard goes on where it was.
  useEffect(() => {
    if (wasOpen.current && typed === null) button.current?.focus()
    wasOpen.current = typed !== null
  }, [typed])
  const correction = standingCorrection(review.corrections, path)
  const shown = value === null || value === '' ? unsaid : String(value)

  const save = async () => {
    const text = (typed ?? '').trim()
    const next =
      text === ''
        ? kind === 'long' || typeof value === 'string'
          ? value === null
            ? null
            : text
          : null
        : kind === 'number'
          ? Number(text)
          : text
    if (kind === 'number' && next !== null && !Number.isFinite(next))
      return setRefusal('Type a number, or nothing where the source does not say.')
    setBusy(true)
    setRefusal(null)
    try {
      if (next !== value) await review.correct([{ path, value: next }])
      setTyped(null)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setRefusal(error.faults[0]?.message ?? sentenceFor(error))
    } finally {
      setBusy(false)
    }
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      setTyped(null)
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void save()
    }
  }

  if (typed !== null) {
    const field = {
      value: typed,
      'aria-label': label,
      'aria-invalid': refusal !== null || undefined,
      autoFocus: true,
      disabled: busy,
      onKeyDown: onKey,
      onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    }
    return (
      <span className={style.editing}>
        {kind === 'long' ? (
          <textarea rows={3} {...field} />
        ) : (
          <input inputMode={kind === 'number' ? 'numeric' : undefined} size={kind === 'number' ? 4 : 30} {...field} />
        )}
        <span className={style.editingButtons}>
          <Button size="compact-sm" loading={busy} onClick={() => void save()}>
            Save
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setTyped(null)}>
            Cancel
          </Button>
        </span>
        {refusal && (
          <span role="alert" className={style.refusal}>
            {refusal}
          </span>
        )}
      </span>
    )
  }
  return (
    <span>
      {review.mayCorrect ? (
        <button
          ref={button}
          type="button"
          data-small
          className={style.editable}
          data-unsaid={value === null || value === '' || undefined}
          onClick={() => setTyped(value === null ? '' : String(value))}
        >
          {shown}
          <span className="hidden-text">, correct {label}</span>
        </button>
      ) : (
        shown
      )}
      {correction && <Corrected review={review} correction={correction} />}
    </span>
  )
}

/** Says that a value was put right, by whom, what was read before, and undoes it. */
export function Corrected({
  review,
  correction,
  was,
}: {
  review: Review
  correction: Review['corrections'][number]
  was?: ((from: unknown) => string) | undefined
}) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const undo = () =>
    review.undo(correction.id).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      setRefusal(sentenceFor(error))
    })
  const before = was
    ? was(correction.from)
    : typeof correction.from === 'object' && correction.from !== null
      ? 'something else'
      : `“${correction.from ?? 'nothing'}”`
  return (
    <span className={style.corrected}>
      <span>
        Corrected by {correction.by}, {instantText(correction.at)}; was {before}.
      </span>
      {review.mayCorrect && (
        <button type="button" data-small onClick={() => void undo()}>
          Undo<span className="hidden-text"> this correction</span>
        </button>
      )}
      {refusal && (
        <span role="alert" className={style.refusal}>
          {refusal}
        </span>
      )}
    </span>
  )
}
