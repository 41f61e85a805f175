import type { Mark } from '#domain/worksheets/marks.ts'

/** “Not yet enough. Why do we collect it?” */
export function MarkText({ mark: { enough, comment } }: { mark: Mark }) {
  return (
    <>
      <b>{enough ? 'enough' : 'not yet enough'}</b>
      {comment && `. ${comment}`}
    </>
  )
}
