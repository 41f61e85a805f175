import type { Mark } from '#domain/worksheets/marks.ts'
import { MarkText } from './MarkText.tsx'

/** How the answers to a worksheet were marked: how many are enough, and those of which there is something to say; nothing where there are none. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) return null
  const said = marks.filter(m => !m.enough || m.comment)
  return (
    <>
      <p>
        <b>
          {marks.filter(m => m.enough).length} of {marks.length} answers are enough
        </b>
        {said.length > 0 && ':'}
      </p>
      {said.length > 0 && (
        <ul>
          {said.map(m => (
            <li key={m.question}>
              Answer {m.question}: <MarkText mark={m} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
