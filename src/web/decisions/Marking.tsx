import { lastMarked } from '#domain/worksheets/marks.ts'
import { dayText } from '../words/index.ts'
import { MarkAnswer } from '../worksheets/MarkAnswer.tsx'
import style from './AssessmentPage.module.css'
import { type Assessment, marksOf, type Typed } from './form.ts'

/** Each answer to a worksheet with its mark: enough, or not yet, with a word to the learner (R82). */
export function Marking({
  assessment,
  typed,
  type,
}: {
  assessment: Assessment
  typed: Typed
  type: (change: (was: Typed) => Typed) => void
}) {
  const { answers, version } = assessment.evidence
  if (!answers) return null
  const before = lastMarked(assessment.decisions, version)
  const given = new Map(marksOf(assessment, typed).map(m => [m.question, m]))
  return (
    <section aria-labelledby="marking" className={style.feedback}>
      <h2 id="marking">Mark the answers</h2>
      {before && (
        <p className={style.told}>
          They begin with the marks of {before.by.name}, {dayText(before.at)}. Change what you judge otherwise.
        </p>
      )}
      {answers.map(({ question, answer }, at) => {
        const number = at + 1
        const { enough, comment } = typed.marks[number] ?? given.get(number) ?? unmarked
        return (
          <MarkAnswer
            key={number}
            number={number}
            question={question}
            answer={answer}
            mark={{ enough, comment }}
            set={mark => type(was => ({ ...was, marks: { ...was.marks, [number]: mark } }))}
          />
        )
      })}
    </section>
  )
}

const unmarked = { enough: null, comment: '' }
