import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import type { TreeUnit } from '#domain/qualifications/tree.ts'
import type { WorksheetQuestion } from '#domain/worksheets/worksheet.ts'
import { useRequestId } from '../request-id.ts'
import { useChange } from '../results.ts'
import { say } from '../ui/announcements.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { useForm } from '../ui/form.tsx'
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
  const form = useForm({ title: replaces?.title ?? '', questions: replaces?.questions ?? [noQuestion] })
  const { questions } = form.values
  const makeUnder = useRequestId()
  const make = useChange('POST /centres/:centreId/units/:unitId/worksheets')
  const criteria = unit.outcomes.flatMap(o => o.criteria).filter(c => c.kind !== 'performance')
  const change = (at: number, to: Partial<WorksheetQuestion>) =>
    form.set(
      'questions',
      questions.map((q, i) => (i === at ? { ...q, ...to } : q)),
      `questions.${at}`,
    )
  const add = () => {
    form.set('questions', [...questions, noQuestion], `questions.${questions.length}`)
    form.focusAt(`questions.${questions.length}.text`)
  }
  const takeOut = (at: number) => {
    form.set(
      'questions',
      questions.filter((_, i) => i !== at),
    )
    form.focusAt(`questions.${Math.max(0, at - 1)}.text`)
  }
  return (
    <FormDialog
      title={replaces ? 'Replace this worksheet' : 'Make a worksheet'}
      form={form}
      does={async ({ title, questions }) => {
        const body = { title, questions, replaces: replaces?.id ?? null }
        await makeUnder(id => make.mutateAsync({ params: { unitId: unit.id }, body: { id, ...body } }))
        say('The worksheet is made.')
      }}
      yes={replaces ? 'Replace it' : 'Make it'}
      close={close}
    >
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
            autosize
            minRows={2}
            maxLength={2000}
            value={q.text}
            onChange={e => change(at, { text: e.currentTarget.value })}
            error={form.faultAt(`questions.${at}.text`)}
          />
          <Checkbox.Group
            label="Criteria that it asks for"
            required
            value={q.criterionIds}
            onChange={criterionIds => change(at, { criterionIds })}
            error={form.faultAt(`questions.${at}.criterionIds`)}
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
    </FormDialog>
  )
}
