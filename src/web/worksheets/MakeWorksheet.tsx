import { Button, Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import type { WorksheetQuestion } from '#domain/worksheets/worksheet.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FormRefusal, useForm } from '../ui/form.tsx'
import style from './worksheets.module.css'

const noQuestion: WorksheetQuestion = { text: '', criterionIds: [] }

/** Questions for a unit, each with the criteria it asks for; begun from the one whose place it takes, where there is one. */
export function MakeWorksheet({
  unit,
  replaces,
  close,
}: {
  unit: Pick<TreeUnit, 'id' | 'outcomes'>
  replaces: { id: string; title: string; questions: WorksheetQuestion[] } | null
  close: () => void
}) {
  const form = useForm({ title: replaces?.title ?? '' })
  const [questions, setQuestions] = useState(replaces?.questions ?? [noQuestion])
  // A second press after a dropped answer finds what the first one made.
  const id = useRef(crypto.randomUUID())
  const make = useChange('POST /centres/:centreId/units/:unitId/worksheets')
  const criteria = unit.outcomes.flatMap(o => o.criteria).filter(c => c.kind !== 'performance')
  const element = useRef<HTMLFormElement>(null)
  const faultOf = (path: string) => form.faults.find(f => f.path === path)?.message
  const focusQuestion = (at: number) =>
    requestAnimationFrame(() => {
      const field = element.current?.elements.namedItem(`questions.${at}.text`)
      if (field instanceof HTMLElement) field.focus()
    })
  const add = () => {
    setQuestions(was => [...was, noQuestion])
    focusQuestion(questions.length)
  }
  const takeOut = (at: number) => {
    setQuestions(was => was.filter((_, i) => i !== at))
    focusQuestion(Math.max(0, at - 1))
  }
  const change = (at: number, to: Partial<WorksheetQuestion>) =>
    setQuestions(was => was.map((q, i) => (i === at ? { ...q, ...to } : q)))
  return (
    <Dialog title={replaces ? 'Replace this worksheet' : 'Make a worksheet'} onClose={close}>
      <form
        ref={element}
        noValidate
        onSubmit={form.submit(async ({ title }) => {
          await make.mutateAsync({
            params: { unitId: unit.id },
            body: { id: id.current, title, questions, replaces: replaces?.id ?? null },
          })
          say('The worksheet is made.')
          close()
        })}
      >
        <Stack>
          <p className={style.small}>
            Once made it is not changed: a newer one takes its place. Answers begun before stay with the old questions.
          </p>
          <TextInput {...form.field('title')} label="Title" maxLength={200} required />
          {questions.map((q, at) => (
            <fieldset key={at} className={style.question}>
              <legend>Question {at + 1}</legend>
              <Textarea
                name={`questions.${at}.text`}
                label="What is asked"
                required
                error={q.text.trim() === '' && faultOf(`questions.${at}.text`)}
                autosize
                minRows={2}
                maxLength={2000}
                value={q.text}
                onChange={e => change(at, { text: e.currentTarget.value })}
              />
              <Checkbox.Group
                label="Criteria that it asks for"
                required
                error={q.criterionIds.length === 0 && faultOf(`questions.${at}.criterionIds`)}
                value={q.criterionIds}
                onChange={criterionIds => change(at, { criterionIds })}
              >
                <div className={style.criteria}>
                  {criteria.map((c, i) => (
                    <Checkbox
                      key={c.id}
                      // The first alone has the name of the field, so that a fault leads to it.
                      {...(i === 0 ? { name: `questions.${at}.criterionIds` } : {})}
                      value={c.id}
                      label={`${c.number} ${c.text}`}
                    />
                  ))}
                </div>
              </Checkbox.Group>
              {questions.length > 1 && (
                <Button variant="default" size="compact-md" onClick={() => takeOut(at)}>
                  Take question {at + 1} out
                </Button>
              )}
            </fieldset>
          ))}
          <Button variant="default" disabled={questions.length >= 100} onClick={add}>
            Add a question
          </Button>
          <FormRefusal form={{ ...form, elsewhere: form.elsewhere.filter(f => !f.path.startsWith('questions.')) }} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={form.busy}>
              {replaces ? 'Replace it' : 'Make it'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
