import type { Mark } from '#domain/worksheets/marks.ts'

/** How each answer to a worksheet was marked; nothing where there was none. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) return null
  return (
    <ul>
      {marks.map(m => (
        <li key={m.question}>
          Answer {m.question}: <b>{m.enough ? 'enough' : 'not yet enough'}</b>
          {m.comment && `. ${m.comment}`}
        </li>
      ))}
    </ul>
  )
}
