import { useQuery } from '@tanstack/react-query'
import { Problem } from '../api.ts'
import { Pinnable } from '../pins/Pinnable.tsx'
import { Result } from '../ui/Waiting.tsx'
import { letterOf } from './letter.ts'
import { decoded, rowsOf } from './text.ts'
import style from './viewer.module.css'

/** More than anybody reads in a page; the rest is in the download. */
const longest = 1_000_000
const mostRows = 500

/** Plain writing, an e-mail as it was saved, or a table. */
export default function TextView({
  src,
  name,
  mediaType,
  size,
  fileId,
}: {
  src: string
  name: string
  mediaType: string
  size: number
  fileId: string
}) {
  const text = useQuery<string, Problem>({
    queryKey: ['text', src],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const answer = await fetch(src, { signal, headers: { range: `bytes=0-${longest - 1}` } }).catch(() => null)
      if (!answer) throw new Problem(0)
      if (!answer.ok) throw new Problem(answer.status)
      return decoded(new Uint8Array(await answer.arrayBuffer()), size > longest)
    },
  })
  return (
    <Result of={text}>
      {read => (
        <>
          <Pinnable fileId={fileId} drawn={read}>
            <Reading text={read} mediaType={mediaType} name={name} />
          </Pinnable>
          {size > longest && (
            <p className={style.cannot}>This is only the beginning. Download the file to read all of it.</p>
          )}
        </>
      )}
    </Result>
  )
}

function Reading({ text, mediaType, name }: { text: string; mediaType: string; name: string }) {
  if (mediaType === 'message/rfc822') {
    const { headings, words } = letterOf(text)
    return (
      <div className={style.text} role="region" aria-label={name} tabIndex={0}>
        <dl className={style.headings}>
          {headings.map(([what, value]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className={style.words}>{words}</p>
      </div>
    )
  }
  if (mediaType === 'text/csv') return <Table rows={rowsOf(text, mostRows + 1)} name={name} />
  return (
    <div className={`${style.text} ${style.words}`} role="region" aria-label={name} tabIndex={0}>
      {text}
    </div>
  )
}

function Table({ rows: [heads = [], ...rows], name }: { rows: string[][]; name: string }) {
  return (
    <div className={style.table} tabIndex={0} role="region" aria-label={name}>
      <table>
        <thead>
          <tr>
            {heads.map((cell, i) => (
              <th key={i} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && (
        <p className={style.cannot}>The first {mostRows} rows. Download the file for the rest.</p>
      )}
    </div>
  )
}
