import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  answerForms,
  longest,
  longestList,
  type RecordAnswer,
  type RecordEntry,
} from '#domain/evidence/record-fields.ts'
import { answerFormNames, entryNames, questionNames } from '../words/records.ts'
import style from './record.module.css'

const noEntry: RecordEntry = { day: null, details: '', links: '', covers: '' }
const noAnswer: RecordAnswer = { question: '', answer: '', form: 'spoken' }

/** Dated entries: as many as there are days to tell of. */
export function EntriesField(props: {
  id: string
  label: string
  entries: RecordEntry[]
  set: (to: RecordEntry[]) => void
}) {
  const { id, label, entries, set } = props
  return (
    <Lines
      id={id}
      label={label}
      lines={entries}
      none={noEntry}
      set={set}
      one="entry"
      line={(entry, change) => (
        <>
          <TextInput
            type="date"
            label={entryNames.day}
            value={entry.day ?? ''}
            onChange={e => change({ day: e.currentTarget.value || null })}
            className={style.short}
          />
          <Textarea
            label={entryNames.details}
            autosize
            minRows={2}
            maxLength={longest.text}
            value={entry.details}
            onChange={e => change({ details: e.currentTarget.value })}
          />
          <div className={style.pair}>
            <TextInput
              label={entryNames.links}
              maxLength={longest.line}
              value={entry.links}
              onChange={e => change({ links: e.currentTarget.value })}
            />
            <TextInput
              label={entryNames.covers}
              maxLength={longest.line}
              value={entry.covers}
              onChange={e => change({ covers: e.currentTarget.value })}
            />
          </div>
        </>
      )}
    />
  )
}

/** Questions, each with its answer. */
export function QuestionsField(props: {
  id: string
  label: string
  questions: RecordAnswer[]
  set: (to: RecordAnswer[]) => void
}) {
  const { id, label, questions, set } = props
  return (
    <Lines
      id={id}
      label={label}
      lines={questions}
      none={noAnswer}
      set={set}
      one="question"
      line={(pair, change) => (
        <>
          <Textarea
            label={questionNames.question}
            autosize
            minRows={1}
            maxLength={longest.text}
            value={pair.question}
            onChange={e => change({ question: e.currentTarget.value })}
          />
          <Textarea
            label={questionNames.answer}
            autosize
            minRows={2}
            maxLength={longest.text}
            value={pair.answer}
            onChange={e => change({ answer: e.currentTarget.value })}
          />
          <NativeSelect
            label={questionNames.form}
            value={pair.form}
            onChange={e => change({ form: e.currentTarget.value as RecordAnswer['form'] })}
            data={answerForms.map(f => ({ value: f, label: answerFormNames[f] }))}
          />
        </>
      )}
    />
  )
}

/** The answers to a worksheet, whose questions stay as the centre wrote them. */
export function AnswersField({ questions, set }: { questions: RecordAnswer[]; set: (to: RecordAnswer[]) => void }) {
  return questions.map((pair, i) => (
    <Textarea
      key={i}
      id={i === 0 ? 'record-questions' : `record-questions-${i + 1}`}
      label={`${i + 1}. ${pair.question}`}
      autosize
      minRows={3}
      maxLength={longest.text}
      value={pair.answer}
      onChange={e => {
        const answer = e.currentTarget.value
        set(questions.map((q, at) => (at === i ? { ...q, answer } : q)))
      }}
    />
  ))
}

function Lines<L>({
  id,
  label,
  lines,
  none,
  set,
  one,
  line,
}: {
  id: string
  label: string
  lines: L[]
  none: L
  set: (to: L[]) => void
  one: string
  line: (shown: L, change: (to: Partial<L>) => void) => ReactNode
}) {
  // One empty line stands there to begin with; it is kept only when something is written in it.
  const shown = lines.length > 0 ? lines : [none]
  return (
    <fieldset className={style.lines}>
      <legend>{label}</legend>
      <ol>
        {shown.map((of, i) => (
          <li key={i}>
            <fieldset className={style.line}>
              <legend className="hidden-text">
                {label}, {one} {i + 1}
              </legend>
              {line(of, to => set(shown.map((l, at) => (at === i ? { ...l, ...to } : l))))}
              {shown.length > 1 && (
                <Button
                  variant="default"
                  size="compact-md"
                  className={style.remove}
                  onClick={() => set(shown.filter((_, at) => at !== i))}
                >
                  Take {one} {i + 1} out
                </Button>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      <Button id={id} variant="default" onClick={() => set([...shown, none])} disabled={shown.length >= longestList}>
        Add {one === 'entry' ? 'an entry' : 'a question'}
      </Button>
    </fieldset>
  )
}
